"""Promises about due days."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from chinese_calendar import constants as announced

from cases.calendar import WorkingDays
from cases.clocks import CLOCKS, Clock, ClockKind, Due, check_clocks, due_on, is_overdue, runs_in
from cases.errors import TableInvalid
from cases.lifecycle import MOVES, Role, end_statuses
from cases.matters import Article

BASIS = Article("信访工作条例", 22)


def of_law(days: int, *, working: bool = False) -> Clock:
    return Clock("x", ClockKind.LAW, "file", (), Role.CLERK, days, working_days=working, basis=BASIS)


PROMISE = Clock("x", ClockKind.PROMISE, "file", (), Role.CLERK)


def test_the_starting_day_is_day_zero() -> None:
    assert due_on(of_law(1), date(2026, 3, 2), WorkingDays()).on == date(2026, 3, 3)
    assert due_on(of_law(1, working=True), date(2026, 3, 2), WorkingDays()).on == date(2026, 3, 3)


def test_working_days_count_made_up_saturdays_and_skip_the_spring_festival() -> None:
    # Friday 13 February 2026; Saturday 14 is made up; 15 to 23 are off
    clock = of_law(2, working=True)
    assert due_on(clock, date(2026, 2, 13), WorkingDays()) == Due(date(2026, 2, 24), provisional=False)


def test_a_limit_of_law_that_ends_in_the_national_holiday_ends_on_the_next_working_day() -> None:
    # 15 days from 16 September 2026 is 1 October; 8 October is the first working day
    assert due_on(of_law(15), date(2026, 9, 16), WorkingDays()).on == date(2026, 10, 8)


def test_a_limit_of_law_that_ends_on_a_made_up_working_day_stays_there() -> None:
    assert due_on(of_law(15), date(2026, 9, 5), WorkingDays()).on == date(2026, 9, 20)  # a Sunday, worked


def test_a_limit_is_rolled_once_at_its_end_and_not_for_days_off_on_the_way() -> None:
    # 60 days from 2 September 2026 pass the whole national holiday and end on Sunday 1 November
    assert due_on(of_law(60), date(2026, 9, 2), WorkingDays()).on == date(2026, 11, 2)


def test_a_promise_does_not_move_for_a_day_off() -> None:
    assert due_on(PROMISE, date(2026, 9, 30), WorkingDays(), days=1) == Due(
        date(2026, 10, 1), provisional=False
    )
    assert due_on(PROMISE, date(2026, 12, 30), WorkingDays(), days=10) == Due(
        date(2027, 1, 9), provisional=False
    )


def test_the_regions_own_holiday_moves_a_limit_of_law() -> None:
    regional = WorkingDays(frozenset({date(2026, 3, 17)}))
    assert due_on(of_law(15), date(2026, 3, 2), WorkingDays()).on == date(2026, 3, 17)
    assert due_on(of_law(15), date(2026, 3, 2), regional).on == date(2026, 3, 18)


def test_a_due_day_in_a_year_not_announced_is_provisional() -> None:
    last = max(announced.holidays).year
    assert not due_on(of_law(15), date(last, 12, 1), WorkingDays()).provisional
    assert due_on(of_law(60), date(last, 12, 1), WorkingDays()).provisional
    assert due_on(of_law(5, working=True), date(last, 12, 28), WorkingDays()).provisional


def test_overdue_only_on_the_next_day() -> None:
    assert not is_overdue(date(2026, 3, 17), date(2026, 3, 17))
    assert is_overdue(date(2026, 3, 17), date(2026, 3, 18))


def test_a_promise_without_its_days_is_a_fault() -> None:
    with pytest.raises(ValueError, match="promise"):
        due_on(PROMISE, date(2026, 3, 2), WorkingDays())


def days_off_by_hand() -> set[date]:
    """The statutory days of the years not announced, as a wall calendar has them."""
    written = {
        2027: "0101 0205-0208 0405 0501 0502 0609 0915 1001-1003",
        2028: "0101 0125-0128 0404 0501 0502 0528 1001-1003",
        2029: "0101 0212-0215 0404 0501 0502 0616 0922 1001-1003",
        2030: "0101 0202-0205 0405 0501 0502 0605 0912 1001-1003",
    }
    off = {date(2028, 10, 3)}  # 中秋 falls on the national holiday
    for year, days in written.items():
        for span in days.split():
            first, _, last = span.partition("-")
            day = date(year, int(first[:2]), int(first[2:]))
            end = date(year, int((last or first)[:2]), int((last or first)[2:]))
            while day <= end:
                off.add(day)
                day += timedelta(days=1)
    return off


def wall_calendar() -> dict[date, bool]:
    """Every day from 2019 to 2031, worked or not, put together without the code under test."""
    last, off = max(announced.holidays).year, days_off_by_hand()
    days: dict[date, bool] = {}
    day = date(2019, 1, 1)
    while day < date(2031, 1, 1):
        if day.year <= last:
            days[day] = day in announced.workdays or (day.weekday() < 5 and day not in announced.holidays)
        else:
            days[day] = day.weekday() < 5 and day not in off
        day += timedelta(days=1)
    return days


def test_ten_thousand_due_days_agree_with_counting_on_a_wall_calendar() -> None:
    wall = wall_calendar()
    starts = [day for day in wall if day < date(2030, 7, 1)]
    chance = random.Random(20261123)
    for _ in range(10_000):
        start, length = chance.choice(starts), chance.randint(1, 95)
        regional = frozenset(
            start + timedelta(days=chance.randint(1, 80)) for _ in range(chance.randint(0, 4))
        )
        working, calendar = chance.random() < 0.5, WorkingDays(regional)
        later = [start + timedelta(days=offset) for offset in range(1, 180)]
        if working:
            expected = [day for day in later if wall[day] and day not in regional][length - 1]
        else:
            expected = next(day for day in later[length - 1 :] if wall[day] and day not in regional)
        longer = chance.randint(0, length - 1)  # an extension ends where the whole would, rolled once
        clock = of_law(length - longer, working=working)
        assert due_on(clock, start, calendar, longer=longer).on == expected
        assert due_on(PROMISE, start, calendar, days=length).on == later[length - 1]


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: f"{clock.name}-{clock.kind}")
def test_no_clock_runs_where_nothing_more_is_done(clock: Clock) -> None:
    assert not runs_in(clock, MOVES) & end_statuses(MOVES)


@pytest.mark.parametrize(
    "broken",
    [
        (*CLOCKS, CLOCKS[0]),  # doubled
        (replace(CLOCKS[0], starts="dream"),),
        (replace(CLOCKS[0], stops=("dream",)),),
        (replace(CLOCKS[1], days=None),),  # law without days
        (replace(CLOCKS[1], basis=None),),  # law without an article
        (replace(CLOCKS[0], days=1, basis=BASIS),),  # a promise in the table
        (replace(CLOCKS[0], stops=("forward",)),),  # still running once withdrawn
        (replace(CLOCKS[1], resumes=("dream",)),),
        (replace(CLOCKS[1], longer=("dream", "days")),),
    ],
)
def test_invalid_clocks_refuse(broken: tuple[Clock, ...]) -> None:
    check_clocks(CLOCKS, MOVES)
    with pytest.raises(TableInvalid):
        check_clocks(broken, MOVES)
