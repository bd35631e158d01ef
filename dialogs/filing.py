"""The complaint, from its last answer to its receipt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import front
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


def begin_complaint(house: Reception, state: State, moment: Moment) -> Heard:
    """A new complaint, the offer of the one begun, or where complaints are taken."""
    if not house.full:
        told = (say("guidance-only", link=house.link or "none"), say("menu"))
        return Heard(state, front.menu(state, *told))
    if draft := front.draft_of(state):
        state = state.on_top("complaint", draft)
        return Heard(state, front.greeting(state, house.place(state).asks))
    return house.begin(state, "complaint", moment)


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
    opens={"complaint": begin_complaint},
    words={Filed: _receipt},
    after={Filed: _filed},
)
