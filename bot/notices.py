"""The notices that moves owe residents, as views: message ids and values, for `bot.words` to say."""

from __future__ import annotations

from cases.case import Made
from cases.office import Office
from dialogs.engine.view import Button, View, say
from dialogs.notice_values import notice_values
from dialogs.outcomes import ClockShown
from dialogs.replies import OPENED, clock_lines, open_button, paper_row, show_button
from dialogs.room import Rows

READ_BESIDE = frozenset({"asked", "fed_back"})
"""Notices whose text is shown where the resident adds to the case."""


def notice_view(made: Made, office: Office) -> View:
    """The notice of a move: what was decided, who has the case, by which day; neutral by the table."""
    assert made.notice is not None
    case = made.case
    unit = case.unit or office.own_unit
    values = notice_values(made.notice.id, case.number, unit, made.event.on, made.event.parts)
    says = [say(f"notice-{made.notice.id}", **values)]
    says += clock_lines(
        tuple(
            ClockShown(c.clock, c.kind.value, c.due_on, c.provisional)
            for c in made.clocks.told
            if not c.row.window
        )
    )
    if made.notice.id in READ_BESIDE:
        way: Rows = ((Button("case", f"supply.{case.number}", say("button-read-message")),),)
    else:
        way = open_button(case.number) if made.notice.id in OPENED else show_button(case.number)
    paper = () if made.notice.neutral else paper_row(made.notice.id, case.number)
    return View(tuple(says), (*way, *paper))
