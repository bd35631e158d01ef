"""Promises of pieces: a sentence stays whole, a long text comes apart at its stops or, without, overlaps."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dialogs.pieces import LONG, SENTENCE, pieces


@pytest.mark.parametrize("text", ["", "老板不给工资，还骂人", "གླ་ཆ་མ་སྤྲད། ང་ཚོར་བཟའ་རྒྱུ་མེད།", "字" * SENTENCE])
def test_a_sentence_stays_whole(text: str) -> None:
    assert list(pieces(text)) == [text]


def test_a_long_text_comes_apart_at_its_stops_but_not_within_a_number() -> None:
    assert list(pieces("领导您好，我家的工资1,200块，老板一直没有给。麻烦帮忙看看")) == [
        "领导您好",
        "我家的工资1,200块",
        "老板一直没有给",
        "麻烦帮忙看看",
    ]


def test_tibetan_comes_apart_at_the_shad_and_the_space_behind_it() -> None:
    whole = "ང་ཚོའི་གྲོང་ཚོར་འཐུང་ཆུ་ཆད་ནས་ཉི་མ་ཉི་ཤུ་ལྷག་སོང་། ཁྱེད་ཚོས་རོགས་པ་གནང་རོགས། ཐུགས་རྗེ་ཆེ"
    assert [piece.split("་")[0] for piece in pieces(whole)] == ["ང", "ཁྱེད", "ཐུགས"]


@pytest.mark.parametrize("unit", ["字", "གླ་"])
def test_without_stops_every_two_neighbours_stand_in_one_piece(unit: str) -> None:
    text = "".join(f"{i}{unit}" for i in range(20))
    found = list(pieces(text))
    assert len(found) > 1
    assert all(piece.count(unit) <= LONG for piece in found)
    assert all(any(f"{i}{unit}{j}{unit}" in piece for piece in found) for i, j in pairwise(range(20)))
