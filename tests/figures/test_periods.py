"""Periods, the year before, and changes in per cent."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.periods import Period, change, month_of, percent, quarter_of, year_of

DAYS = st.dates(date(2001, 1, 1), date(2098, 12, 31))


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (year_of(2025), year_of(2024)),
        (month_of(date(2025, 2, 10)), month_of(date(2024, 2, 10))),  # 28 days, and 29
        (month_of(date(2024, 2, 29)), month_of(date(2023, 2, 1))),
        (quarter_of(date(2025, 5, 5)), quarter_of(date(2024, 6, 30))),
        (Period(date(2024, 2, 29), date(2024, 3, 5)), Period(date(2023, 2, 28), date(2023, 3, 5))),
    ],
)
def test_a_period_is_compared_with_the_same_one_a_year_before(period: Period, before: Period) -> None:
    assert period.year_before == before


@given(DAYS)
def test_a_day_is_in_its_month_its_quarter_and_its_year(day: date) -> None:
    inside = [month_of(day), quarter_of(day), year_of(day.year)]
    for one in inside:
        assert one.since <= day <= one.until
        assert one.is_whole_months
        assert one.until + timedelta(1) == (one.until + timedelta(1)).replace(day=1)
    assert [len(one.months) for one in inside] == [1, 3, 12]
    assert [one.year for one in inside] == [None, None, day.year]


def test_a_period_that_ends_before_it_begins_is_none() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Period(date(2025, 2, 2), date(2025, 2, 1))


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (47, 90, "-47.78"),
        (51, 104, "-50.96"),
        (90, 47, "91.49"),
        (3, 3, "0.00"),
        (1, 800, "-99.88"),  # a half is rounded away from zero
        (0, 5, "-100.00"),
    ],
)
def test_a_change_is_told_with_two_decimals(now: int, before: int, told: str) -> None:
    assert change(now, before) == Decimal(told)


def test_nothing_is_compared_with_nothing() -> None:
    assert change(5, 0) is None
    assert change(0, 0) is None
    assert percent(0, 0) is None
