"""Promises about working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from chinese_calendar import constants as announced

from cases.calendar import LUNAR_DAYS, Announced, WorkingDays, statutory_days

ARRANGED = Announced(
    2027, off=frozenset({date(2027, 1, 1), date(2026, 12, 31)}), working=frozenset({date(2027, 1, 3)})
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 2), False),  # Friday, New Year's holiday
        (date(2026, 1, 4), True),  # Sunday, made up
        (date(2026, 2, 14), True),  # Saturday, made up
        (date(2026, 2, 23), False),  # Monday, spring festival
        (date(2026, 10, 7), False),
        (date(2026, 10, 10), True),  # Saturday, made up
        (date(2026, 11, 7), False),  # a plain Saturday
        (date(2026, 11, 9), True),
    ],
)
def test_the_announced_arrangement_of_2026_is_followed(day: date, works: bool) -> None:
    assert WorkingDays().is_working(day) is works
    assert not WorkingDays().is_provisional(day)


def test_a_year_not_announced_follows_the_statute_and_is_provisional() -> None:
    days = WorkingDays()
    assert not days.is_working(date(2027, 2, 5))  # 除夕, a Friday
    assert not days.is_working(date(2027, 2, 8))  # 初三, a Monday
    assert days.is_working(date(2027, 2, 9))
    assert days.is_provisional(date(2027, 2, 9))


def test_the_last_days_of_the_last_known_year_are_provisional() -> None:
    last = max(announced.holidays).year
    assert not WorkingDays().is_provisional(date(last, 12, 28))
    assert WorkingDays().is_provisional(date(last, 12, 29))


def test_no_announced_new_year_has_begun_before_the_days_held_provisional() -> None:
    moved = {
        day for day in (*announced.holidays, *announced.workdays) if day.month == 12 and day.year >= 2004
    }
    assert min((day.month, day.day) for day in moved) == (12, 29)


def test_what_the_office_enters_decides_a_year() -> None:
    days = WorkingDays(announced=(ARRANGED,))
    assert days.is_working(date(2027, 1, 3))  # a Sunday, made up
    assert not days.is_working(date(2026, 12, 31))
    assert days.is_working(date(2027, 2, 8))  # not in the arrangement, so worked
    assert not days.is_provisional(date(2027, 2, 8))
    assert not days.is_provisional(date(2026, 12, 30))


def test_the_regions_own_holiday_is_a_day_off_even_when_made_up() -> None:
    assert not WorkingDays(frozenset({date(2026, 2, 14)})).is_working(date(2026, 2, 14))


def test_a_day_before_anything_is_known_is_refused() -> None:
    with pytest.raises(ValueError, match="2004"):
        WorkingDays().is_working(date(2003, 12, 31))


@pytest.mark.parametrize("year", LUNAR_DAYS)
def test_every_year_has_the_thirteen_days_of_the_statute(year: int) -> None:
    """元旦 1, 春节 4, 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3; fewer only where two coincide."""
    (spring, pure, dragon, moon) = (date(year, month, day) for month, day in LUNAR_DAYS[year])
    assert {spring + timedelta(days=offset) for offset in range(-1, 3)} <= statutory_days(year)
    coincide = moon in {date(year, 10, day) for day in (1, 2, 3)}
    assert len(statutory_days(year)) == 13 - coincide
    # 端午 is the fifth day of the fifth lunar month, 中秋 the fifteenth of the eighth: whole months of 29 or
    # 30 days apart, one leap month allowed.
    for later, months, days in ((dragon, 4, 4), (moon, 7, 14)):
        span = (later - spring).days - days
        assert any(29 * count <= span <= 30 * count for count in (months, months + 1))
    assert date(year, 4, 4) <= pure <= date(year, 4, 6)
