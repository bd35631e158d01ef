"""Promises of the reception days: only working days, only what is to come; a wrong table refuses to start."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from cases.calendar import Announced, WorkingDays
from cases.errors import OfficeInvalid
from cases.office import Office, load_office
from cases.reception_days import AHEAD_DAYS, coming_slots, read_receiving
from tests.cases.conftest import ROOT

HEAD = ["id", "on", "from", "until", "minutes", "most", "who_zh", "who_bo", "place_zh", "place_bo"]
GOOD = "secretary,wed,09:30,11:30,30,2,县委书记,,接待室,"
MONDAY = date(2026, 11, 23)


def row(text: str) -> dict[str, str]:
    return dict(zip(HEAD, text.split(","), strict=True))


def days(on: str, calendar: WorkingDays | None = None, today: date = MONDAY) -> list[date]:
    rows = read_receiving([row(GOOD.replace("wed", on))])
    found = coming_slots(rows, calendar or WorkingDays(), today)
    return list(dict.fromkeys(slot.day for slot in found))


@pytest.mark.parametrize(
    ("on", "first"),
    [
        ("wed", [date(2026, 11, 25), date(2026, 12, 2)]),
        ("1.wed", [date(2026, 12, 2), date(2027, 1, 6)]),
        ("15", [date(2026, 12, 15), date(2027, 1, 15)]),
        ("2026-12-02", [date(2026, 12, 2)]),
        ("2026-11-23", []),  # today is too late
        ("mon", [date(2026, 11, 30), date(2026, 12, 7)]),
    ],
)
def test_a_rule_falls_on_its_days_from_tomorrow_on(on: str, first: list[date]) -> None:
    found = days(on)
    assert found[: len(first) or 1] == first
    assert all((day - MONDAY).days <= AHEAD_DAYS for day in found)


def test_a_day_off_is_skipped_and_a_made_up_working_day_is_not() -> None:
    usual = days("wed")
    calendar = WorkingDays(
        frozenset({date(2026, 11, 25)}),
        (Announced(2026, frozenset({date(2026, 12, 2)}), frozenset({date(2026, 12, 5)})),),
    )
    kept = days("wed", calendar)
    assert set(usual) - set(kept) == {date(2026, 11, 25), date(2026, 12, 2)}
    assert days("sat") == []
    assert days("sat", calendar) == [date(2026, 12, 5)]
    assert date(2027, 1, 1) not in days("fri"), "the New Year"


def test_the_hours_are_cut_into_slots_and_what_is_left_is_none() -> None:
    rows = read_receiving(
        [row(GOOD.replace(",30,", ",50,")), row(GOOD.replace("secretary", "b").replace(",30,", ",,"))]
    )
    found = [s.span for s in coming_slots(rows, WorkingDays(), MONDAY) if s.day == date(2026, 12, 2)]
    assert found == ["09:30-11:30", "09:30-10:20", "10:20-11:10"]


@pytest.mark.parametrize(
    "wrong",
    [
        GOOD.replace("wed", "wednesday"),
        GOOD.replace("wed", "6.wed"),
        GOOD.replace("wed", "32"),
        GOOD.replace("wed", "2026-02-30"),
        GOOD.replace("09:30", "9:30"),
        GOOD.replace("09:30", "24:00"),
        GOOD.replace("11:30", "09:30"),
        GOOD.replace(",30,", ",180,"),
        GOOD.replace(",30,", ",5,"),  # twenty-four slots a day
        GOOD.replace(",30,", ",half,"),
        GOOD.replace(",2,", ",0,"),
        GOOD.replace("县委书记", " "),
        GOOD.replace("接待室", ""),
        GOOD.replace("secretary", "Secretary"),
        GOOD.replace("secretary", ""),
        f"{GOOD}\n{GOOD}",
    ],
)
def test_a_table_that_cannot_be_right_refuses_to_start(wrong: str, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(ROOT / "office" / "jiali", tmp_path / "office"))
    (copy / "reception.csv").write_text(",".join(HEAD) + f"\n{wrong}\n", encoding="utf-8")
    with pytest.raises(OfficeInvalid):
        load_office(copy)


def test_no_reception_day_of_the_county_is_invented_and_those_of_the_demonstration_say_so(
    office: Office,
) -> None:
    assert office.reception == ()
    demo = load_office(ROOT / "office" / "jiali", demo=True)
    assert len(demo.reception) == 3
    for one in demo.reception:
        assert all("演示" in name for name in (one.who_zh, one.place_zh))
        assert all("དཔེ་མཚོན" in name for name in (one.who_bo, one.place_bo))
