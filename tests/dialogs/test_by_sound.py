"""Promises of Tibetan spelt by ear: what sounds alike is found alike, what is spelt well is left alone."""

from __future__ import annotations

import pytest

from dialogs.by_sound import BySound, sound
from dialogs.finder import finder


@pytest.mark.parametrize(
    "spellings",
    [
        ("བརྡུངས", "བརྡུང", "རྡུང", "དུང"),
        ("བརྐུས", "རྐུ", "ཀུ"),
        ("རྩྭ", "རྩ", "ཙ"),
        ("གཡག", "ཡག"),
        ("སྒོར", "གོར", "ཁོར"),
        ("མདའ", "དའ"),
        ("གངས", "གང"),
        ("སྤྲོད", "སྤྲོདས", "ཏྲོད", "གྲོད"),
        ("བྱས", "ཇས"),
        ("ཟླ", "ད"),
    ],
)
def test_spellings_of_one_sound_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len(set(map(sound, spellings))) == 1


@pytest.mark.parametrize("pair", [("གཡག", "གཡང"), ("ལུག", "ལག"), ("ས", "ར"), ("གྲི", "གི")])
def test_what_sounds_otherwise_stays_apart(pair: tuple[str, str]) -> None:
    assert sound(pair[0]) != sound(pair[1])


@pytest.mark.parametrize("text", ["", "ི", "abc", "0"])
def test_what_is_no_syllable_stays_itself(text: str) -> None:
    assert sound(text) == text


def test_only_what_was_never_seen_is_put_otherwise_and_by_its_neighbours() -> None:
    known = BySound([["གཡག", "བརྐུས"], ["སྐུ", "གཟུགས"], ["སྐུ", "མདུན"]])
    assert known.heard(["ཡག", "ཀུ"]) == ["གཡག", "བརྐུས"]
    assert known.heard(["ཀུ", "ཟུག"]) == ["སྐུ", "གཟུགས"]
    assert known.heard(["སྐུ", "ལུག"]) == ["སྐུ", "ལུག"]
    assert known.heard([]) == []


@pytest.mark.parametrize(
    ("by_ear", "matter"),
    [
        ("ལས་ཀའི་ལ་ཆ་ཏྲོད་ཀི་མིན་ཏུག", "wages"),
        ("ཡག་བཅུ་ཀུས་སོང", "crime"),
        ("ཁྱོ་ཀས་ང་ལ་དུངས་ཀི་འདུག", "domestic_violence"),
        ("སྤྱང་གིས་ལུག་སད་སོང", "wildlife"),
    ],
)
def test_a_matter_written_by_ear_is_offered(by_ear: str, matter: str) -> None:
    assert matter in finder().offered(by_ear)
