"""The notices that moves owe residents, as views: message ids and values, for `bot.words` to say."""

from __future__ import annotations

from datetime import date

from cases.case import Made
from cases.office import Office
from dialogs.engine.view import Button, Day, Unit, Value, View, say
from dialogs.outcomes import ClockShown
from dialogs.replies import clock_lines, paper_row

OPENED = frozenset({"answered", "reviewed", "concluded"})
"""Notices whose text is shown when it is opened."""


def notice_view(made: Made, office: Office) -> View:
    """The notice of a move: what was decided, who has the case, by which day; neutral by the table."""
    assert made.notice is not None
    case = made.case
    values = notice_values(case.number, case.unit or office.own_unit, made.event.on)
    says = [say(f"notice-{made.notice.id}", **values)]
    says += clock_lines(
        tuple(
            ClockShown(c.clock, c.kind.value, c.due_on, c.provisional)
            for c in made.started
            if not c.row.window
        )
    )
    if made.notice.id == "asked":
        button = Button("case", f"supply.{case.number}", say("button-supply"))
    elif made.notice.id in OPENED:
        button = Button("case", f"open.{case.number}", say("button-open-answer"))
    else:
        button = Button("case", f"show.{case.number}", say("button-see-progress"))
    paper = () if made.notice.neutral else paper_row(made.notice.id, case.number)
    return View(tuple(says), ((button,), *paper))


def notice_values(number: str, unit: str, on: date) -> dict[str, Value]:
    """What fills `notice-<id>`, in the conversation and on paper."""
    return {"number": number, "unit": Unit(unit), "day": Day(on)}
