"""The complaint, from its last answer to its receipt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs.complaint import complaint
from dialogs.engine.turn import Submitted
from dialogs.engine.view import Say, say
from dialogs.moment import Heard, Moment
from dialogs.outcomes import File, Filed
from dialogs.replies import clock_lines, paper_row, show_button
from dialogs.room import Room, Rows
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception


def _submitted(house: Reception, state: State, shown: Submitted, moment: Moment) -> Heard:
    return Heard(state, house.place(state), (File(shown.draft, shown.answers),))


def _filed(state: State, outcome: Filed, moment: Moment) -> State:
    state = state.without("complaint")
    return replace(state, own=(*(n for n in state.own if n != outcome.number), outcome.number))


def _receipt(outcome: Filed) -> tuple[tuple[Say, ...], Rows]:
    number = outcome.number
    if outcome.again:
        return (say("already-filed", number=number),), (*show_button(number), *paper_row("receipt", number))
    first = say("receipt", number=number, code=outcome.code or "")
    return (
        (first, say("receipt-keep"), say("receipt-next"), *clock_lines(outcome.clocks)),
        (*show_button(number), *paper_row("receipt", number)),
    )


ROOM = Room(
    dialogs=lambda office, today: (complaint(office, today),),
    submitted={"complaint": _submitted},
    words={Filed: _receipt},
    after={Filed: _filed},
)
