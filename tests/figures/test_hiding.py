"""What is told to those who may not see the cases: nothing of fewer than five, and nothing that tells it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.figures import ENDED, FIGURES, Part, Seen, find_figure, tallies
from cases.hiding import FEWEST, OTHERS, POOLED, Cell, hides, may_be_told, pooled
from cases.periods import Period, month_of, year_of

ROWS = st.lists(st.integers(1, 40), max_size=12).map(
    lambda counts: [(f"v{place}", many, many * 2) for place, many in enumerate(counts)]
)


@given(st.sampled_from(POOLED), ROWS)
def test_no_row_of_fewer_than_five_is_told_nor_worked_out(by: str, rows: list[Cell]) -> None:
    told = pooled(by, rows)
    assert all(many >= FEWEST for _, many, _ in told)
    if told:
        assert sum(many for _, many, _ in told) == sum(many for _, many, _ in rows)
        assert sum(persons for _, _, persons in told) == sum(persons for _, _, persons in rows)
        hidden = {value for value, _, _ in rows} - {value for value, _, _ in told}
        assert (
            hidden == set()
            or (OTHERS in {value for value, _, _ in told} and len(hidden) != 1)
            or (
                # one row alone in the pool is told under another name, and is large enough
                all(many >= FEWEST for value, many, _ in rows if value in hidden)
            )
        )
    else:
        assert sum(many for _, many, _ in rows) < FEWEST or not rows


def test_a_pool_that_is_too_small_takes_the_smallest_large_row() -> None:
    rows = [("a", 30, 30), ("b", 6, 6), ("c", 3, 9)]
    assert pooled("place", rows) == [("a", 30, 30), (OTHERS, 9, 15)]
    assert pooled("matter", rows) == []  # beside its kind it would tell what the kind hides


@pytest.mark.parametrize(
    ("figure", "tally", "hidden"),
    [
        ("repeated", {"matters.all": 47, "matters.repeated": 3}, True),
        ("first", {"matters.all": 47, "matters.first": 44}, True),  # 47 - 44 would tell it
        ("first", {"matters.all": 47, "matters.first": 40}, False),
        ("wages_money", {"matters.all": 47, "matters.wages": 2, "fen.wages": 100}, True),
        ("wages_money", {"matters.all": 47, "matters.wages": 20, "fen.wages": 100}, False),
        ("persons", {"matters.all": 4, "persons.all": 60}, True),
        ("closing_rate", {"matters.all": 47, "matters.closed": 45}, True),
        ("closing_rate", {"matters.all": 47, "matters.closed": 30}, False),
        ("forwarded", {"matters.all": 47, "moved.forward": 45}, True),
        ("urged_call", {"matters.all": 47, "urged.call": 4, "entered.supervision.call": 500}, True),
        ("reception_batches", {"entered.reception.batches": 1}, False),
    ],
)
def test_a_number_that_tells_of_few_is_hidden(figure: str, tally: dict[str, int], *, hidden: bool) -> None:
    found = find_figure(figure)
    assert found is not None
    assert hides(found, tally) is hidden


@given(
    st.fixed_dictionaries({one: st.integers(0, 40) for one in ENDED}),
    st.integers(0, 12),
    st.integers(0, 12),
    st.integers(0, 40),
)
def test_no_few_are_told_by_subtracting_the_outcomes(
    ended: dict[str, int], reviewed_now: int, undecided: int, court: int
) -> None:
    tally = {f"matters.{one}": many for one, many in ended.items()}
    tally["matters.all"] = sum(ended.values()) + undecided
    tally["matters.closed"] = sum(ended.values()) - min(reviewed_now, ended["answered"])
    tally["matters.court"] = min(court, ended["redirected"])
    told = {one.id for one in FIGURES if one.part is Part.OUTCOME and not hides(one, tally)}
    shown = sum(ended[one] for one in told - {"closed"})
    assert all(ended[one] >= FEWEST for one in told - {"closed"})
    for whole in ("all", "closed"):
        left = abs(tally[f"matters.{whole}"] - shown)
        assert left >= FEWEST or not told - {"closed"}
    batches = find_figure("court_batches")
    assert batches is not None
    if not hides(batches, tally):
        assert "redirected" in told
        assert tally["matters.redirected"] - tally["matters.court"] >= FEWEST


def test_the_smallest_outcome_goes_with_those_too_few_alone() -> None:
    tally = {"matters.all": 100, "matters.closed": 100, "matters.answered": 60, "matters.settled": 30}
    tally |= {"matters.redirected": 7, "matters.declined": 3}
    told = {one.id for one in FIGURES if one.part is Part.OUTCOME and not hides(one, tally)}
    assert told == {"answered", "settled"}  # 100 - 60 - 30 - 7 would tell the three


@pytest.mark.parametrize(("of_kind", "told"), [(40, {"wages", "business"}), (34, {"wages"}), (30, {"wages"})])
def test_what_is_owed_is_told_beside_its_kind_where_the_rest_is_not_few(of_kind: int, told: set[str]) -> None:
    tally = {"matters.all": 90, "matters.wages": 20, "matters.business": 10, "kind.claim": of_kind}
    owed = {"wages": find_figure("wages_batches"), "business": find_figure("business_persons")}
    assert {name for name, one in owed.items() if one and not hides(one, tally)} == told


def test_a_row_of_which_others_have_few_is_pooled() -> None:
    rows = [("renshe", 9, 9), ("lincao", 8, 8), ("nongye", 7, 7), ("jiaoyu", 6, 6)]
    assert pooled("unit", rows) == rows
    assert pooled("unit", rows, {"renshe": 9}) == [*rows[1:3], (OTHERS, 15, 15)]
    assert pooled("unit", rows, {"renshe": 9, "nongye": 4}) == [rows[1], (OTHERS, 22, 22)]
    assert pooled("unit", rows, {"renshe": 9, "lincao": 8, "nongye": 7, "jiaoyu": 2}) == []


def test_every_figure_of_cases_is_hidden_where_there_are_few() -> None:
    few = dict.fromkeys(tallies(), FEWEST - 1)
    told = {one.id for one in FIGURES if one.seen is Seen.CASES and not hides(one, few)}
    assert told == {"satisfaction"}  # it has a rule of its own, the same for everybody


def test_only_finished_calendar_years_are_told() -> None:
    today = date(2026, 1, 1)
    assert may_be_told(year_of(2025), today)
    assert not may_be_told(year_of(2026), today)
    assert not may_be_told(year_of(2025), date(2025, 12, 31))
    assert not may_be_told(month_of(date(2025, 1, 1)), today)
    assert not may_be_told(Period(date(2024, 1, 1), date(2025, 12, 31)), today)
