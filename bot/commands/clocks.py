"""`python -m bot clocks`: the due day of each clock, did it start on a day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import typer

from bot.commands.refusals import refuse, told_plainly
from bot.commands.starting import read_settings
from cases.calendar import FIRST_YEAR, WorkingDays
from cases.clocks import CLOCKS, ClockKind, Due, due_on
from cases.office import Office, load_office
from cases.parts import MOST_LONGER

EXTENDED = "answer.law_extended"
LATEST = date(9998, 1, 1)
_ON_THE_WAY = (
    *("forward", "acceptance", "objection", "answer_simple", "answer_complex", "answer"),
    *("review_window", "review", "rereview_window", "rereview"),
)
"""The clocks of a petition from its first day to its last. The others are of other procedures, or only
close a case."""


def run(day: str, as_json: bool, folder: Path | None) -> None:
    """Print them. Without an office's folder its promises are those of the settings' office, and the
    region's own holidays are left out."""
    from bot.wiring import ROOT

    start = _day(day)
    with told_plainly():
        chosen = folder or read_settings().office
        office = load_office(chosen if chosen.is_absolute() or folder else ROOT / chosen)
        calendar = office.calendar if folder else WorkingDays(announced=office.calendar.announced)
    dues = due_days(start, office, calendar)
    if as_json:
        told: dict[str, object] = {key: due.on.isoformat() for key, due in dues.items()}
        told["provisional"] = [key for key, due in dues.items() if due.provisional]
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    width = max(map(len, dues))
    for key, due in dues.items():
        aim = "  not certain: its year's holidays are not announced" if due.provisional else ""
        typer.echo(f"{key:<{width}}  {due.on.isoformat()}  {due.on:%a}{aim}")


def due_days(start: date, office: Office, calendar: WorkingDays) -> dict[str, Due]:
    """The due day of each clock that starts on this day, as `name.kind`; of the answer also once extended."""
    found: dict[str, Due] = {}
    for clock in (clock for name in _ON_THE_WAY for clock in CLOCKS if clock.name == name):
        promised = office.promises[clock.name] if clock.kind is ClockKind.PROMISE else None
        key = f"{clock.name}.{clock.kind.value}"
        found[key] = due_on(clock, start, calendar, days=promised)
        if clock.longer and clock.longer[0] == "extend":
            found[EXTENDED] = due_on(clock, start, calendar, longer=MOST_LONGER)
    return found


def _day(text: str) -> date:
    """Refuses what is no day, and a day whose working days nobody knows."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        refuse(f"{text!r} is not a day: write it as 2026-02-13.")
    if day.year < FIRST_YEAR or day > LATEST:
        refuse(f"{text}: working days are known from {FIRST_YEAR} on, and not for ever.")
    return day
