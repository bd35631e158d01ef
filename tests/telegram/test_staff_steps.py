"""Promises about the buttons of the staff's bot: they fit Telegram, and come back as they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.staff_cards import choices_of
from bot.staff_telegram.steps import (
    MAX_BYTES,
    Ask,
    Step,
    TooLong,
    asks_of,
    brief_of,
    made_here,
    read_prompt,
    read_step,
    short,
)
from cases.case import Case
from cases.lifecycle import MOVES, Move, Role, Status
from cases.office import load_office
from cases.parts import PARTS, Part

OFFICE = load_office(Path(__file__).parents[2] / "office" / "jiali")
PREFIX, NUMBER = OFFICE.case_prefix, f"{OFFICE.case_prefix}20261123-00482913"
CASE = Case(NUMBER, "wages", Status.FILED, date(2026, 11, 23))
LATE = 9_999_999_999
"""An event after ten thousand million others."""
BY_STAFF = tuple(m for m in MOVES if m.leaves and set(m.by) - {Role.RESIDENT, Role.CLOCK})


def _ways(asked: tuple[Ask, ...]) -> list[tuple[str, ...]]:
    """Every way through what is chosen and short, and all their beginnings; the values in full."""
    ways: list[tuple[str, ...]] = [()]
    last = ways
    for ask in asked:
        values = ask.choices or (("2026-12-01",) if ask.brief else ())
        last = [(*way, value) for way in last for value in values]
        ways = ways + last
    return ways


@pytest.mark.parametrize("move", BY_STAFF, ids=[m.name for m in BY_STAFF])
def test_every_button_of_every_move_made_here_fits_and_comes_back(move: Move) -> None:
    if not made_here(move, CASE, OFFICE):
        return
    asked = asks_of(move, CASE, OFFICE)
    for full in _ways(asked):
        way = tuple(short(v) if ask.choices else v for ask, v in zip(asked, full, strict=False))
        for step in (
            Step(move.name, LATE, NUMBER, way, claim=998),
            Step(move.name, LATE, NUMBER, way, sure=True, claim=998),
            Step(move.name, LATE, NUMBER, way, page=9),
        ):
            data = step.data(PREFIX)
            assert len(data.encode()) <= MAX_BYTES
            back = read_step(data, PREFIX)
            assert back == step
            assert back.values(asked) == full
        for claim in (None, 7):
            step = Step(move.name, LATE, NUMBER, way, claim=claim)
            assert read_prompt(f"请回复\n{NUMBER}\n予以支持\n{step.mark}", PREFIX) == step


def test_the_moves_of_choices_and_a_text_are_all_made_here() -> None:
    made = {move.name for move in BY_STAFF if made_here(move, CASE, OFFICE)}
    assert made >= {"forward", "accept", "ask", "answer", "receive", "answer_review", "conclude"}


def test_no_two_choices_of_a_part_are_alike_on_a_button() -> None:
    for part in PARTS.values():
        values = choices_of(part, OFFICE)
        assert len({short(value) for value in values}) == len(values), part.name


def test_a_choice_that_is_no_longer_there_is_nothing() -> None:
    asked = (Ask(PARTS["complexity"], ("simple", "complex")),)
    assert Step("accept", 1, NUMBER, (short("gone-by"),)).values(asked) is None
    assert Step("accept", 1, NUMBER, ("simple",)).values(asked) == ("simple",), "as older cards carried it"


def test_what_is_short_is_carried_on_and_the_text_comes_last() -> None:
    with_days = Move(
        "extend", "延期", (Status.ACCEPTED,), None, (Role.HEAD,), needs=("text", "channel", "outcome")
    )
    asked = asks_of(with_days, CASE, OFFICE)
    assert [ask.part.name for ask in asked] == ["outcome", "channel", "text"]
    assert [ask.brief for ask in asked] == [False, True, False]
    assert made_here(with_days, CASE, OFFICE)
    two_texts = Move("extend", "延期", (Status.ACCEPTED,), None, (Role.HEAD,), needs=("text", "reason"))
    assert not made_here(two_texts, CASE, OFFICE), "two texts want the desk"
    assert brief_of(" 30 ") == "30"
    assert brief_of("2026-12-01") == "2026-12-01"
    assert brief_of("三十天") is None
    assert brief_of("a b") is None
    assert Part("days").max_chars <= 64


def test_a_button_too_long_is_never_sent() -> None:
    with pytest.raises(TooLong):
        Step("forward", LATE, NUMBER, tuple("abcdefghijklmnopq")).data(PREFIX)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "c",
        "m|forward",
        "m|forward|x|20261123-00482913",
        "m|forward|1|x",
        "|||",
        "m|f|²|" + NUMBER,
        "m|f|1.|20261123-00482913",
    ],
)
def test_what_nobody_here_wrote_is_nothing(data: str) -> None:
    assert read_step(data, PREFIX) is None


@pytest.mark.parametrize("text", ["", NUMBER, "⌁ answer supported 412", f"{NUMBER}\n⌁ answer supported"])
def test_a_message_without_its_mark_is_no_prompt(text: str) -> None:
    assert read_prompt(text, PREFIX) is None
