"""Periods that are counted, the same period a year before, and the change between them in per cent."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

MOST_MONTHS: Final = 24
FIRST_YEAR: Final = 2000
"""A day before it is a slip of the finger."""


@dataclass(frozen=True)
class Period:
    """From one day to another, both included. Raises ValueError where it ends before it begins."""

    since: date
    until: date

    def __post_init__(self) -> None:
        if self.until < self.since:
            raise ValueError("a period ends before it begins")

    @property
    def year_before(self) -> Period:
        """The same period a year before; one that ends with its month ends with the month there too."""
        last = _last(self.until.year, self.until.month)
        until = _back(self.until) if self.until != last else _last(self.until.year - 1, self.until.month)
        return Period(_back(self.since), until)

    @property
    def year(self) -> int | None:
        """The calendar year it is, whole; None for any other."""
        return self.since.year if self == year_of(self.since.year) else None

    @property
    def months(self) -> tuple[str, ...]:
        """The months it touches, as `2025-03`; none of more than two years, where a month tells nothing."""
        first, last = (12 * day.year + day.month - 1 for day in (self.since, self.until))
        if last - first >= MOST_MONTHS:
            return ()
        return tuple(f"{month // 12}-{month % 12 + 1:02}" for month in range(first, last + 1))

    @property
    def is_whole_months(self) -> bool:
        """Whether it begins with a month and ends with one."""
        return self.since.day == 1 and self.until == _last(self.until.year, self.until.month)


def month_of(day: date) -> Period:
    """The month of a day."""
    return Period(day.replace(day=1), _last(day.year, day.month))


def quarter_of(day: date) -> Period:
    """The quarter of a day."""
    first = (day.month - 1) // 3 * 3 + 1
    return Period(date(day.year, first, 1), _last(day.year, first + 2))


def year_of(year: int) -> Period:
    """A calendar year. Raises ValueError for none."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def change(now: int, before: int) -> Decimal | None:
    """By how many per cent a number changed, to two decimals; None where the base is 0."""
    return percent(now - before, before)


def percent(part: int, whole: int) -> Decimal | None:
    """How many per cent `part` is of `whole`, to two decimals; None of nothing."""
    if whole == 0:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _back(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, monthrange(day.year - 1, day.month)[1]))


def past_day(typed: str, today: date) -> date | None:
    """A day typed as YYYY-MM-DD, not to come and not before `FIRST_YEAR`; None of anything else."""
    try:
        on = date.fromisoformat(typed)
    except ValueError:
        return None
    return on if on <= today and on.year >= FIRST_YEAR else None
