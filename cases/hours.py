"""When somebody is at the office to answer, and when next. Times are in the office's time zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import Any

from cases.calendar import Calendar
from cases.errors import OfficeInvalid


@dataclass(frozen=True)
class Hours:
    """The hours of a working day: spans from a time up to another, in order, at least one."""

    spans: tuple[tuple[time, time], ...]

    def is_open(self, at: datetime, calendar: Calendar) -> bool:
        """Whether somebody is at the office at this moment."""
        return calendar.is_working(at.date()) and any(a <= at.time() < b for a, b in self.spans)

    def opens_at(self, at: datetime, calendar: Calendar) -> datetime:
        """When the office is next open, from `at` on; `at` itself while it is."""
        if self.is_open(at, calendar):
            return at
        day = at.date()
        while True:
            if calendar.is_working(day):
                for begins, _ in self.spans:
                    if (opening := datetime.combine(day, begins, at.tzinfo)) >= at:
                        return opening
            day += timedelta(days=1)


def read_hours(data: Mapping[str, Any]) -> Hours:
    """The hours of `office.toml`: `open = [["09:30", "13:00"], …]`. Raises OfficeInvalid."""
    try:
        spans = tuple((time.fromisoformat(a), time.fromisoformat(b)) for a, b in data["open"])
    except (KeyError, TypeError, ValueError) as error:
        raise OfficeInvalid(f'hours: open is pairs such as ["09:30", "13:00"]: {error}') from error
    edges = [edge for span in spans for edge in span]
    if any(edge.tzinfo for edge in edges):
        raise OfficeInvalid("hours: times are the office's own, without a zone")
    if not spans or any(a >= b for a, b in pairwise(edges)):
        raise OfficeInvalid("hours: there is a span, each ends after it begins, the next begins after that")
    return Hours(spans)
