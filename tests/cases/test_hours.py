"""Promises of the office's hours: it is said when somebody is there; hours that cannot be refuse to start."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cases.errors import OfficeInvalid
from cases.hours import read_hours
from cases.office import Office

HERE = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-23T09:29", "2026-11-23T09:30"),  # a Monday
        ("2026-11-23T09:30", "2026-11-23T09:30"),
        ("2026-11-23T13:00", "2026-11-23T15:00"),  # the lunch break
        ("2026-11-23T17:59", "2026-11-23T17:59"),
        ("2026-11-27T18:00", "2026-11-30T09:30"),  # Friday evening
        ("2026-09-30T20:00", "2026-10-08T09:30"),  # the national days
    ],
)
def test_the_next_opening_is_the_first_of_a_working_day(office: Office, at: str, opens: str) -> None:
    asked = datetime.fromisoformat(at).replace(tzinfo=HERE)
    assert office.hours.opens_at(asked, office.calendar) == datetime.fromisoformat(opens).replace(tzinfo=HERE)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"open": []},
        {"open": [["09:30"]]},
        {"open": [["18:00", "09:30"]]},
        {"open": [["09:30", "13:00"], ["12:00", "18:00"]]},
        {"open": [["09:30", "25:00"]]},
        {"open": [["09:30+08:00", "13:00"]]},
        {"open": "always"},
    ],
)
def test_hours_that_cannot_be_refuse_to_start(wrong: dict[str, object]) -> None:
    with pytest.raises(OfficeInvalid):
        read_hours(wrong)
