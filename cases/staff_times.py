"""When the staff's phones are written to: the morning digest, the quiet hours; in the office's time zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from cases.calendar import Calendar
from cases.errors import OfficeInvalid


@dataclass(frozen=True)
class StaffTimes:
    """`digest_at`: when a working day's list of due and overdue comes. `quiet`: from a time to another, over
    midnight where the first is the later; None: no hour is quiet."""

    digest_at: time
    quiet: tuple[time, time] | None

    def is_quiet(self, at: time) -> bool:
        """Whether this time of day is quiet."""
        if self.quiet is None:
            return False
        begins, ends = self.quiet
        return begins <= at < ends if begins < ends else at >= begins or at < ends

    def quiet_until(self, at: datetime) -> datetime | None:
        """When the quiet hours around this moment end; None where it is not quiet."""
        if self.quiet is None or not self.is_quiet(at.time()):
            return None
        end = datetime.combine(at.date(), self.quiet[1], at.tzinfo)
        return end if end > at else end + timedelta(days=1)

    def digest_due(self, at: datetime, calendar: Calendar) -> bool:
        """Whether the day's digest is to be sent at this moment, if it was not: on a working day, from its
        hour until the quiet hours or midnight."""
        if not calendar.is_working(at.date()) or at.time() < self.digest_at:
            return False
        return not self.is_quiet(at.time())

    def next_digest(self, at: datetime) -> datetime:
        """When the next digest's hour strikes after this moment, whatever day it is."""
        found = datetime.combine(at.date(), self.digest_at, at.tzinfo)
        return found if found > at else found + timedelta(days=1)


def read_staff_times(data: Mapping[str, Any]) -> StaffTimes:
    """`[staff]` of `office.toml`: `digest_at = "09:00"`, `quiet = ["20:00", "07:30"]` or `[]`.

    Raises OfficeInvalid.
    """
    try:
        digest_at = time.fromisoformat(data["digest_at"])
        quiet = tuple(time.fromisoformat(one) for one in data["quiet"])
    except (KeyError, TypeError, ValueError) as error:
        raise OfficeInvalid(
            f'staff: digest_at is "09:00", quiet ["20:00", "07:30"] or []: {error}'
        ) from error
    if any(one.tzinfo for one in (digest_at, *quiet)):
        raise OfficeInvalid("staff: times are the office's own, without a zone")
    match quiet:
        case ():
            return StaffTimes(digest_at, None)
        case (begins, ends) if begins != ends:
            times = StaffTimes(digest_at, (begins, ends))
            if times.is_quiet(digest_at):
                raise OfficeInvalid("staff: the digest comes outside the quiet hours")
            return times
        case _:
            raise OfficeInvalid("staff: quiet hours are two times that differ, or none")
