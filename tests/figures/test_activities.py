"""What is typed into the form of activities, and tables that cannot be right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.activities import ACTIVITIES, Activity, Counts, check_activities, read_numbers
from cases.errors import PartInvalid, TableInvalid
from cases.figures import FIGURES, Seen, check_figures

BY_ID = {one.id: one for one in ACTIVITIES}


@pytest.mark.parametrize(
    ("typed", "fen"),
    [("4765900", 476_590_000), ("4,765,900.50", 476_590_050), (" 12.5 ", 1_250), ("1，000", 100_000)],
)
def test_money_is_typed_in_yuan_and_kept_in_fen(typed: str, fen: int) -> None:
    assert read_numbers(BY_ID["wages"], {"money": typed}) == {
        "batches": 0,
        "persons": 0,
        "money": fen,
    }


@pytest.mark.parametrize(
    ("kind", "words", "field", "why"),
    [
        ("reception", {"batches": "-3"}, "batches", "not_number"),
        ("reception", {"batches": "1.5"}, "batches", "not_number"),
        ("reception", {"money": "1.234"}, "money", "not_number"),
        ("reception", {"batches": "1000000"}, "batches", "too_large"),
        ("reception", {"batches": "0", "other": "3"}, "batches", "nothing"),
        ("supervision", {"call": "1", "circular": "x"}, "circular", "not_number"),
        ("outreach", {"people": "三十"}, "people", "not_number"),
    ],
)
def test_a_wrong_number_is_refused_by_its_field(
    kind: str, words: dict[str, str], field: str, why: str
) -> None:
    with pytest.raises(PartInvalid) as refused:
        read_numbers(BY_ID[kind], words)
    assert (refused.value.name, refused.value.why) == (field, why)


def test_tables_that_cannot_be_right_refuse_to_start() -> None:
    with pytest.raises(TableInvalid):
        check_activities((*ACTIVITIES, ACTIVITIES[0]))
    with pytest.raises(TableInvalid):
        check_activities((Activity("x", (("a", Counts.TIMES), ("a", Counts.TIMES))),))
    first = FIGURES[0]
    for wrong in (
        first,
        replace(first, id="x", of=("matters.nobody",)),
        replace(first, id="x", of=()),
        replace(first, id="x", over=("matters.all",)),
        replace(first, id="x", counts=Counts.PERCENT),
        replace(first, id="x", seen=Seen.ALL),
    ):
        with pytest.raises(TableInvalid):
            check_figures((*FIGURES, wrong))
