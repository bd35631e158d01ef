"""Promises about the buttons of the staff's bot: they fit Telegram, and come back as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.staff_telegram.drawing import MOVES
from bot.staff_telegram.steps import MAX_BYTES, Step, TooLong, card_data, read_data, read_prompt
from cases.lifecycle import move_named
from cases.office import load_office
from cases.parts import PARTS

OFFICE = load_office(Path(__file__).parents[2] / "office" / "jiali")
PREFIX, NUMBER = OFFICE.case_prefix, f"{OFFICE.case_prefix}20261123-00482913"
LATE = 9_999_999_999
"""An event after ten thousand million others."""


@pytest.mark.parametrize("name", MOVES)
def test_every_button_of_every_move_fits_and_comes_back(name: str) -> None:
    move = move_named(name)
    ways: list[tuple[str, ...]] = [()]
    for part in (*move.needs, *move.fills):
        takes = tuple(u.id for u in OFFICE.units.values() if u.takes)
        choices = takes if part == "unit" else PARTS[part].choices
        if choices:
            ways += [(*way, choice) for way in ways for choice in choices]
    for way in ways:
        for step in (
            Step(name, LATE, NUMBER, way),
            Step(name, LATE, NUMBER, way, sure=True),
            Step(name, LATE, NUMBER, way, page=9),
        ):
            data = step.data(PREFIX)
            assert len(data.encode()) <= MAX_BYTES
            assert read_data(data, PREFIX) == step
        asked = f"请回复\n{NUMBER}\n予以支持\n{Step(name, LATE, NUMBER, way).mark}"
        assert read_prompt(asked, PREFIX) == Step(name, LATE, NUMBER, way)


def test_a_button_too_long_is_never_sent() -> None:
    with pytest.raises(TooLong):
        Step("forward", LATE, NUMBER, ("x" * 40,)).data(PREFIX)


def test_the_button_of_a_card_is_its_number() -> None:
    assert read_data(card_data(NUMBER, PREFIX), PREFIX) == NUMBER


@pytest.mark.parametrize(
    "data",
    ["", "c", "c|x", "m|forward", "m|forward|x|20261123-00482913", "m|forward|1|x", "|||", "m|f|²|" + NUMBER],
)
def test_what_nobody_here_wrote_is_nothing(data: str) -> None:
    assert read_data(data, PREFIX) is None


@pytest.mark.parametrize("text", ["", NUMBER, "⌁ answer supported 412", f"{NUMBER}\n⌁ answer supported"])
def test_a_message_without_its_mark_is_no_prompt(text: str) -> None:
    assert read_prompt(text, PREFIX) is None
