"""What time it is for the office. A demonstration may move it ahead; nothing else may."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


class OfficeTime:
    """The time in the office's zone, moved `ahead` in a demonstration."""

    def __init__(self, zone: ZoneInfo, ahead: timedelta = timedelta()) -> None:
        self._zone = zone
        self.ahead = ahead

    def now(self) -> datetime:
        """Now, aware, in UTC."""
        return datetime.now(UTC) + self.ahead

    def today(self) -> date:
        """The day in the office's zone; days of the law are these."""
        return self.day_of(self.now())

    def day_of(self, at: datetime) -> date:
        """The office's day at a time."""
        return at.astimezone(self._zone).date()

    def moment(self, day: date, at: time) -> datetime:
        """The time, in UTC, when it is `at` on a day in the office's zone."""
        return datetime.combine(day, at, self._zone).astimezone(UTC)
