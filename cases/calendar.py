"""Which days are working days.

Three sources, the first that knows a year decides it:

1. the office's own record of the State Council's yearly arrangement (`office.toml`, `[calendar]`);
2. the library chinesecalendar, which holds the arrangements announced so far, with made-up working days
   (调休);
3. for a year not yet announced, weekends and the statutory days of 《全国年节及纪念日放假办法》第二条 (2024).
   Such a day is provisional: the arrangement may still move it, so a due day that rests on it is an aim.

The region's own holidays (第四条) come from the office and are days off whatever the source.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

import chinese_calendar
from chinese_calendar import constants as _known

_KNOWN_YEARS = range(min(_known.holidays).year, max(_known.holidays).year + 1)
FIRST_YEAR = _KNOWN_YEARS.start  # nothing is known of earlier years, and no case is as old
_NEXT_NEW_YEAR_FROM = (12, 29)  # the earliest December day a New Year arrangement has ever moved (2007, 2018)

# First day of the lunar year, 清明, 端午, 中秋 as (month, day). Worked out on two independent libraries,
# borax 4.1.3 and lunar-python 1.4.8, which agree on every day. Later years know the fixed days alone.
LUNAR_DAYS: dict[int, tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]]] = {
    2027: ((2, 6), (4, 5), (6, 9), (9, 15)),
    2028: ((1, 26), (4, 4), (5, 28), (10, 3)),
    2029: ((2, 13), (4, 4), (6, 16), (9, 22)),
    2030: ((2, 3), (4, 5), (6, 5), (9, 12)),
    2031: ((1, 23), (4, 5), (6, 24), (10, 1)),
    2032: ((2, 11), (4, 4), (6, 12), (9, 19)),
    2033: ((1, 31), (4, 4), (6, 1), (9, 8)),
    2034: ((2, 19), (4, 5), (6, 20), (9, 27)),
    2035: ((2, 8), (4, 5), (6, 10), (9, 16)),
    2036: ((1, 28), (4, 4), (5, 30), (10, 4)),
    2037: ((2, 15), (4, 4), (6, 18), (9, 24)),
    2038: ((2, 4), (4, 5), (6, 7), (9, 13)),
    2039: ((1, 24), (4, 5), (5, 27), (10, 2)),
    2040: ((2, 12), (4, 4), (6, 14), (9, 20)),
}
_FIXED_DAYS = ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))


class Calendar(Protocol):
    """What clocks ask of a calendar."""

    def is_working(self, day: date) -> bool:
        """Whether offices work on this day."""

    def is_provisional(self, day: date) -> bool:
        """Whether an arrangement not yet announced may still change the answer."""


def statutory_days(year: int) -> frozenset[date]:
    """The days off of 《全国年节及纪念日放假办法》第二条 in this year, as they fall, without make-up days.
    Lunar days are known for the years of LUNAR_DAYS."""
    days = {date(year, month, day) for month, day in _FIXED_DAYS}
    if year in LUNAR_DAYS:
        spring, *others = (date(year, month, day) for month, day in LUNAR_DAYS[year])
        # 除夕 and the first three days of the lunar year
        days |= {spring + timedelta(days=offset) for offset in range(-1, 3)} | set(others)
    return frozenset(days)


@dataclass(frozen=True)
class Announced:
    """One year's arrangement as the State Council announced it: days off beside weekends, and made-up working
    days. Either may reach into the last days of the year before."""

    year: int
    off: frozenset[date]
    working: frozenset[date]


@dataclass(frozen=True)
class WorkingDays:
    """The office's calendar. `regional` are the region's own holidays, `announced` the years the office has
    entered itself."""

    regional: frozenset[date] = frozenset()
    announced: tuple[Announced, ...] = ()

    def is_working(self, day: date) -> bool:
        """Whether offices work on this day. Raises ValueError before 2004."""
        if day.year < FIRST_YEAR:
            raise ValueError(f"no working days are known before {FIRST_YEAR}")
        if day in self.regional:
            return False
        for arrangement in self.announced:
            if day in arrangement.working:
                return True
            if day in arrangement.off:
                return False
        if self._entered(day.year):
            return day.weekday() < 5
        if day.year in _KNOWN_YEARS:
            return bool(chinese_calendar.is_workday(day))
        return day.weekday() < 5 and day not in statutory_days(day.year)

    def is_provisional(self, day: date) -> bool:
        """Whether this day's year, or for its last days the next year's New Year, is not announced yet."""
        year = day.year + ((day.month, day.day) >= _NEXT_NEW_YEAR_FROM)
        return not (self._settled(day.year) and self._settled(year))

    def _entered(self, year: int) -> bool:
        return any(arrangement.year == year for arrangement in self.announced)

    def _settled(self, year: int) -> bool:
        return year in _KNOWN_YEARS or self._entered(year)
