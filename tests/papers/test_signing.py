"""Promises about true papers and false ones."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.papers.codes import Claim, code_of, read_code
from bot.papers.drawing import Papers
from bot.papers.signing import KeyUnreadable, as_pem, is_true, read_pem, signed
from dialogs.papers import KINDS
from storage.sealing import Keyring, MasterKey
from tests.papers import desk

OTHER = Keyring(MasterKey(bytes(32)))
PUBLIC = desk.KEYRING.public
PAPER = desk.drawn(desk.notice("accepted"), "bo")
CLAIM = Claim("accepted", desk.NUMBER, desk.TODAY)
CODE = code_of(CLAIM, "嘉信", desk.KEYRING)


def test_a_paper_as_it_was_given_out_is_true() -> None:
    assert is_true(PAPER, read_pem(as_pem(PUBLIC).encode()))
    assert len(PdfReader(BytesIO(PAPER), strict=True).pages) == 1


@given(place=st.integers(0, len(PAPER) - 1), other=st.integers(1, 255))
def test_one_altered_byte_is_told(place: int, other: int) -> None:
    altered = PAPER[:place] + bytes([PAPER[place] ^ other]) + PAPER[place + 1 :]
    assert not is_true(altered, PUBLIC)


def test_one_altered_byte_of_the_signature_itself_is_told() -> None:
    line = PAPER.index(b"%lamton-ed25519")
    for place in range(line, len(PAPER)):
        altered = PAPER[:place] + bytes([PAPER[place] ^ 1]) + PAPER[place + 1 :]
        assert not is_true(altered, PUBLIC)


@pytest.mark.parametrize("more", [b"\n", b" ", b"%x\n", PAPER])
def test_what_is_added_or_cut_off_is_told(more: bytes) -> None:
    assert not is_true(PAPER + more, PUBLIC)
    assert not is_true(more + PAPER, PUBLIC)
    assert not is_true(PAPER[:-1], PUBLIC)
    assert not is_true(b"", PUBLIC)


def test_a_paper_of_another_office_does_not_verify() -> None:
    theirs = Papers(desk.TEXTS, OTHER, "嘉信", desk.LINK)
    paper = theirs.draw(theirs.sheet(desk.notice("accepted"), "bo"))
    assert is_true(paper, OTHER.public)
    assert not is_true(paper, PUBLIC)
    assert not is_true(PAPER, OTHER.public)
    assert read_code(code_of(CLAIM, "嘉信", OTHER), "嘉信", PUBLIC) is None
    assert read_code(CODE, "班信", PUBLIC) is None


def test_a_paper_without_a_signature_is_not_true() -> None:
    line = PAPER.index(b"%lamton-ed25519")
    bare = PAPER[:line] + PAPER[PAPER.index(b"\n", line) + 1 :]
    assert not is_true(bare, PUBLIC)
    assert signed(bare, desk.KEYRING) == PAPER


def test_the_same_paper_drawn_again_is_the_same_to_the_byte() -> None:
    sheet = desk.PAPERS.sheet(desk.notice("accepted"), "bo")
    assert desk.PAPERS.draw(sheet) == PAPER


@pytest.mark.parametrize("kind", KINDS)
def test_a_code_says_what_was_signed(kind: str) -> None:
    about = "wages" if kind == "card" else desk.NUMBER
    claim = Claim(kind, about, date(2026, 1, 31))
    assert read_code(code_of(claim, "嘉信", desk.KEYRING), "嘉信", PUBLIC) == claim


@given(place=st.integers(0, len(CODE) - 1), letter=st.sampled_from("0123456789abcdefXYZ_-."))
def test_a_code_altered_by_a_letter_says_nothing(place: int, letter: str) -> None:
    altered = CODE[:place] + letter + CODE[place + 1 :]
    assert altered == CODE or read_code(altered, "嘉信", PUBLIC) is None


@given(st.text(max_size=300))
def test_anything_else_is_no_code(text: str) -> None:
    assert read_code(text, "嘉信", PUBLIC) is None


def test_the_code_is_what_the_paper_shows() -> None:
    sheet = desk.PAPERS.sheet(desk.notice("accepted"), "zh")
    assert desk.PAPERS.read(desk.PAPERS.code(sheet)) == CLAIM


@pytest.mark.parametrize("text", [b"", b"nothing", as_pem(PUBLIC).encode()[:60]])
def test_what_is_no_key_is_refused(text: bytes) -> None:
    with pytest.raises(KeyUnreadable):
        read_pem(text)
