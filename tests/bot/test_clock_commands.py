"""Promises of the commands that print due days and draw the tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from chinese_calendar import constants as announced
from typer.testing import CliRunner

from bot.__main__ import app
from bot.moves_page import page
from bot.wiring import ROOT

KEYS = [
    *("forward.promise", "forward.law", "acceptance.promise", "acceptance.law", "objection.law"),
    *("answer_simple.promise", "answer_complex.promise", "answer.law", "answer.law_extended"),
    *("review_window.law", "review.law", "rereview_window.law", "rereview.law"),
]
LAW = {"forward": 15, "acceptance": 15, "answer": 60, "review": 30, "rereview": 30}


def told(*words: str) -> dict[str, object]:
    done = CliRunner().invoke(app, ["clocks", *words, "--json"])
    assert done.exit_code == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def works(day: date) -> bool:
    return day in announced.workdays or (day.weekday() < 5 and day not in announced.holidays)


def rolled(day: date, is_worked: Callable[[date], bool] = works) -> date:
    while not is_worked(day):
        day += timedelta(days=1)
    return day


@pytest.mark.parametrize("day", ["2026-02-13", "2026-09-16", "2024-12-30", "2025-01-20"])
def test_each_clock_is_printed_with_its_day_and_nothing_else(day: str) -> None:
    start = date.fromisoformat(day)
    printed = told(day)
    assert sorted(printed) == sorted([*KEYS, "provisional"])
    for name, days in LAW.items():
        assert printed[f"{name}.law"] == rolled(start + timedelta(days=days)).isoformat()
    for name in ("review_window", "rereview_window"):
        assert printed[f"{name}.law"] == rolled(start + timedelta(days=30)).isoformat()
    assert printed["answer.law_extended"] == rolled(start + timedelta(days=90)).isoformat()
    for name, days in {"forward": 1, "acceptance": 3, "answer_simple": 10, "answer_complex": 50}.items():
        assert printed[f"{name}.promise"] == (start + timedelta(days=days)).isoformat()
    worked = [one for n in range(1, 30) if works(one := start + timedelta(days=n))]
    assert printed["objection.law"] == worked[4].isoformat()
    assert printed["provisional"] == []


def test_the_thirteenth_of_february_2026_goes_over_the_spring_festival() -> None:
    printed = told("2026-02-13")
    assert printed["forward.promise"] == "2026-02-14"
    assert printed["forward.law"] == "2026-02-28"  # a Saturday that is worked
    assert printed["objection.law"] == "2026-02-27"  # the 14th is worked, the 15th to the 23rd are off


def test_days_of_a_year_not_announced_are_listed_as_not_certain() -> None:
    last = max(announced.holidays).year
    printed = told(f"{last}-12-10")
    assert printed["provisional"] == [
        *("answer.law", "answer.law_extended"),
        *("review_window.law", "review.law", "rereview_window.law", "rereview.law"),
    ]


def test_regional_holidays_count_where_an_office_is_named(tmp_path: Path) -> None:
    folder = copytree(ROOT / "office" / "jiali", tmp_path / "office", ignore=lambda *_: ["voice"])
    file = folder / "office.toml"
    text = file.read_text(encoding="utf-8")
    held = "regional_days_off = [2026-03-17, 2026-03-18]"
    file.write_text(text.replace("regional_days_off = []", held), encoding="utf-8")
    assert told("2026-03-02")["forward.law"] == "2026-03-17"
    assert told("2026-03-02", "--office", str(folder))["forward.law"] == "2026-03-19"


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "1999-01-01", "13.02.2026", ""])
def test_what_is_no_day_is_refused_in_a_sentence(day: str) -> None:
    done = CliRunner().invoke(app, ["clocks", day, "--json"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_an_office_that_is_not_there_is_refused() -> None:
    done = CliRunner().invoke(app, ["clocks", "2026-02-13", "--office", "nowhere"])
    assert done.exit_code == 2
    assert "office's data" in done.stderr


def test_without_json_it_is_a_table_to_read() -> None:
    done = CliRunner().invoke(app, ["clocks", "2026-12-10"])
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == KEYS
    assert "not certain" in next(line for line in lines if line.startswith("answer.law "))


def test_the_drawing_in_the_docs_is_of_the_tables_as_they_are(tmp_path: Path) -> None:
    """After changing a table: `python -m bot diagram`."""
    assert (ROOT / "docs" / "moves.md").read_text(encoding="utf-8") == page()
    out = tmp_path / "moves.md"
    assert CliRunner().invoke(app, ["diagram", str(out)]).exit_code == 0
    assert out.read_text(encoding="utf-8") == page()
