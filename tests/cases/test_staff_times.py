"""Promises of the staff's times: quiet hours over midnight, digests on working days; wrong ones refused."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cases.errors import OfficeInvalid
from cases.office import load_office
from cases.staff_times import read_staff_times

HERE = ZoneInfo("Asia/Shanghai")
CALENDAR = load_office(Path(__file__).parents[2] / "office" / "jiali").calendar
NIGHT = read_staff_times({"digest_at": "09:00", "quiet": ["20:00", "07:30"]})
NOON = read_staff_times({"digest_at": "09:00", "quiet": ["13:00", "15:00"]})


def at(text: str) -> datetime:
    """A time of the office's day."""
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


@pytest.mark.parametrize(
    ("when", "until"),
    [
        ("2026-11-23 19:59", None),
        ("2026-11-23 20:00", "2026-11-24 07:30"),
        ("2026-11-23 23:59", "2026-11-24 07:30"),
        ("2026-11-24 00:00", "2026-11-24 07:30"),
        ("2026-11-24 07:29", "2026-11-24 07:30"),
        ("2026-11-24 07:30", None),
    ],
)
def test_quiet_hours_over_midnight_end_in_the_morning(when: str, until: str | None) -> None:
    assert NIGHT.quiet_until(at(when)) == (at(until) if until else None)


def test_quiet_hours_within_a_day_and_none_at_all() -> None:
    assert NOON.quiet_until(at("2026-11-23 13:30")) == at("2026-11-23 15:00")
    assert NOON.quiet_until(at("2026-11-23 12:59")) is None
    never = read_staff_times({"digest_at": "09:00", "quiet": []})
    assert not any(never.is_quiet(time(hour)) for hour in range(24))


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("2026-11-23 08:59", False),
        ("2026-11-23 09:00", True),
        ("2026-11-23 19:59", True),
        ("2026-11-23 20:00", False),
        ("2026-11-28 09:00", False),  # a Saturday
        ("2026-10-01 09:00", False),  # the national day
        ("2026-10-10 09:00", True),  # a made-up Saturday
    ],
)
def test_the_digest_is_of_working_days_from_its_hour(when: str, due: bool) -> None:
    assert NIGHT.digest_due(at(when), CALENDAR) is due


def test_the_next_digest_is_today_s_or_tomorrow_s() -> None:
    assert NIGHT.next_digest(at("2026-11-23 08:00")) == at("2026-11-23 09:00")
    assert NIGHT.next_digest(at("2026-11-23 09:00")) == at("2026-11-24 09:00")


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"digest_at": "9 o'clock", "quiet": []},
        {"digest_at": "09:00"},
        {"digest_at": "09:00", "quiet": ["20:00"]},
        {"digest_at": "09:00", "quiet": ["20:00", "20:00"]},
        {"digest_at": "09:00", "quiet": ["20:00", "07:30", "08:00"]},
        {"digest_at": "06:00", "quiet": ["20:00", "07:30"]},
        {"digest_at": "09:00+08:00", "quiet": []},
        {"digest_at": 9, "quiet": []},
    ],
)
def test_times_that_cannot_be_refuse_to_start(wrong: dict[str, object]) -> None:
    with pytest.raises(OfficeInvalid):
        read_staff_times(wrong)
