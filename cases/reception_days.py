"""The days on which leaders of the office's area receive residents, and the slots one may book (约访).

《信访工作条例》第十八条: leaders receive visitors regularly, when and where is made public; 第二十条: with a
matter of several people at most five representatives come. The days are the office's own (`reception.csv`),
by post, never by a person's name; a day off by the calendar is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from cases.calendar import WorkingDays
from cases.errors import OfficeInvalid

MOST_REPRESENTATIVES = 5
"""第二十条第三款."""
AHEAD_DAYS = 60
"""So far ahead a slot is offered; the first is tomorrow's, so that the office can prepare."""
MOST_SLOTS = 12
"""Of one row on one day: they stand on one page of buttons."""
COLUMNS = (
    *("id", "on", "from", "until", "minutes", "most"),
    *("who_zh", "who_bo", "place_zh", "place_bo"),
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ID = re.compile(r"[a-z][a-z0-9]{0,11}")
_HOUR = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
Falls = Callable[[date], bool]


@dataclass(frozen=True)
class Receiving:
    """One row: who receives, when and where. `on` as in the table; `most` appointments in each slot."""

    id: str
    on: str
    begins: time
    ends: time
    minutes: int
    most: int
    who_zh: str
    who_bo: str
    place_zh: str
    place_bo: str

    @property
    def hours(self) -> tuple[tuple[time, time], ...]:
        """Its slots on one day, each of `minutes`; what is left at the end is none."""
        found = []
        begins, last = _minutes(self.begins), _minutes(self.ends)
        while begins + self.minutes <= last:
            found.append((_time(begins), _time(begins + self.minutes)))
            begins += self.minutes
        return tuple(found)


@dataclass(frozen=True)
class Slot:
    """A slot on a day, in the office's time zone. Its id is `<day>-<hour>-<row>`."""

    day: date
    begins: time
    ends: time
    row: Receiving

    @property
    def id(self) -> str:
        """Such as `20261202-0900-secretary`."""
        return f"{self.day:%Y%m%d}-{self.begins:%H%M}-{self.row.id}"

    @property
    def span(self) -> str:
        """Such as `09:00-09:30`."""
        return f"{self.begins:%H:%M}-{self.ends:%H:%M}"


@lru_cache(maxsize=16)
def coming_slots(rows: tuple[Receiving, ...], calendar: WorkingDays, today: date) -> tuple[Slot, ...]:
    """Every slot of working days from tomorrow on, `AHEAD_DAYS` long, the nearest first."""
    days = [today + timedelta(days=n) for n in range(1, AHEAD_DAYS + 1)]
    found = [
        Slot(day, begins, ends, row)
        for row in rows
        for day in days
        if falls(row.on)(day) and calendar.is_working(day)
        for begins, ends in row.hours
    ]
    return tuple(sorted(found, key=lambda s: (s.day, s.begins, s.row.id)))


def falls(on: str) -> Falls:
    """On which days a rule falls: `wed`, `1.wed` (the first of a month), `15` (of each month), `2026-12-02`.

    Raises OfficeInvalid for anything else.
    """
    nth, dot, name = on.rpartition(".")
    if name in _WEEKDAYS and (not dot or nth in ("1", "2", "3", "4", "5")):
        weekday = _WEEKDAYS.index(name)
        return lambda d: d.weekday() == weekday and (not dot or (d.day - 1) // 7 + 1 == int(nth))
    if re.fullmatch("[1-9]|[12][0-9]|3[01]", on):
        return lambda d: d.day == int(on)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", on):
        try:
            day = date.fromisoformat(on)
        except ValueError as error:
            raise OfficeInvalid(f"reception.csv: there is no day {on}") from error
        return lambda d: d == day
    raise OfficeInvalid(f"reception.csv: on is a weekday, a day of the month or a date, not {on!r}")


def read_receiving(rows: Iterable[Mapping[str, str]]) -> tuple[Receiving, ...]:
    """The table. Raises OfficeInvalid with the row and the rule that does not hold, ValueError."""
    found = tuple(_row(row) for row in rows)
    if len({row.id for row in found}) != len(found):
        raise OfficeInvalid("reception.csv: two rows have one id")
    return found


def _row(row: Mapping[str, str]) -> Receiving:
    hours = (row["from"], row["until"])
    if not all(_HOUR.fullmatch(hour) for hour in hours):
        raise OfficeInvalid(f"reception.csv: {row['id']}: an hour is written 09:30, not {hours}")
    begins, ends = (time.fromisoformat(hour) for hour in hours)
    whole = _minutes(ends) - _minutes(begins)
    minutes = int(row["minutes"]) if row["minutes"] else whole
    made = Receiving(
        row["id"],
        row["on"],
        begins,
        ends,
        minutes,
        int(row["most"]),
        row["who_zh"].strip(),
        row["who_bo"].strip(),
        row["place_zh"].strip(),
        row["place_bo"].strip(),
    )
    falls(made.on)
    rules = {
        "an id is up to twelve small letters and digits": _ID.fullmatch(made.id),
        "it ends after it begins": whole > 0,
        "a slot has 5 minutes or more, and fits in": 5 <= minutes <= whole,
        f"a day has at most {MOST_SLOTS} slots": minutes > 0 and whole // minutes <= MOST_SLOTS,
        "a slot takes 1 to 50 appointments": 1 <= made.most <= 50,
        "who receives and where is said": made.who_zh and made.place_zh,
    }
    for rule, holds in rules.items():
        if not holds:
            raise OfficeInvalid(f"reception.csv: {made.id}: this does not hold: {rule}")
    return made


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minutes: int) -> time:
    return time(*divmod(minutes, 60))
