"""Times the law sets in a lawful path: by when to act, and how long they take; and the last day of one.

Counting is that of the civil code: the day of the event is day zero (《民法典》第二百零一条); a limit in
months or years ends on the day of the same number, or on the month's last day where there is none
(第二百零二条); a last day that is a day off moves to the next working day (第二百零三条). Hours run from
the moment itself (第二百零一条第二款) and wait for no working day.
"""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cases.calendar import FIRST_YEAR, Calendar
from cases.clocks import Due
from cases.errors import TableInvalid
from cases.matters import Article

NEAR_DAYS = 30
"""From how many days before its last day a limit is called near."""


class Unit(StrEnum):
    """What a limit is counted in."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    YEAR = "year"


class Standing(StrEnum):
    """Where a limit stands on a day."""

    OPEN = "open"
    NEAR = "near"
    PAST = "past"


@dataclass(frozen=True)
class Limit:
    """A length of time set by an article, counted from an event.

    `counted_from` is the id of an event, such as `decision_received`. `extend` is by how much it may be made
    longer, `at_most` up to what in all; both in the same unit, None where the article allows none.
    """

    amount: int
    unit: Unit
    counted_from: str
    article: Article
    extend: int | None = None
    at_most: int | None = None

    def __post_init__(self) -> None:
        """Raises TableInvalid for amounts that are none."""
        for amount in (self.amount, self.extend, self.at_most):
            if amount is not None and (type(amount) is not int or amount < 1):
                raise TableInvalid(f"not an amount of time: {amount!r} ({self.article})")
        if self.at_most is not None and self.at_most <= self.amount:
            raise TableInvalid(f"{self.article}: at most {self.at_most} is not longer than {self.amount}")


def last_day(limit: Limit, event_on: date, calendar: Calendar) -> Due:
    """The last day on which one may still act, extensions left out.

    Days off before the calendar's first year are not known; so old a limit is not rolled. A limit in hours
    gives the day of its last hour, counted from the day's beginning: the earliest it can end.
    """
    if limit.unit is Unit.WORKING_DAY:
        return _after_working_days(event_on, limit.amount, calendar)
    if limit.unit is Unit.HOUR:
        return Due(event_on + timedelta(hours=limit.amount), provisional=False)
    if limit.unit is Unit.DAY:
        return _rolled(event_on + timedelta(days=limit.amount), calendar)
    return _rolled(_months_after(event_on, limit.amount * (12 if limit.unit is Unit.YEAR else 1)), calendar)


def standing(last_on: date, today: date) -> Standing:
    """Whether a limit whose last day is `last_on` is past today, near, or open. Past from the day after."""
    if today > last_on:
        return Standing.PAST
    return Standing.NEAR if (last_on - today).days <= NEAR_DAYS else Standing.OPEN


def _months_after(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def _rolled(day: date, calendar: Calendar) -> Due:
    if day.year < FIRST_YEAR:
        return Due(day, provisional=False)
    provisional = calendar.is_provisional(day)
    while not calendar.is_working(day):
        day += timedelta(days=1)
        provisional = provisional or calendar.is_provisional(day)
    return Due(day, provisional)


def _after_working_days(day: date, count: int, calendar: Calendar) -> Due:
    provisional = False
    while count:
        day += timedelta(days=1)
        provisional = provisional or calendar.is_provisional(day)
        count -= calendar.is_working(day)
    return Due(day, provisional)
