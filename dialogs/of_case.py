"""What is done with one case: its buttons, for who filed it here or has just proved its code, and what is
told of it in a dialog of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import front
from dialogs.engine.questions import Question
from dialogs.engine.session import Dialog, Session
from dialogs.engine.turn import Submitted
from dialogs.engine.view import say
from dialogs.moment import Heard, Moment
from dialogs.outcomes import OfCase, ToldOf
from dialogs.progress import CaseNumber
from dialogs.room import CasePress, Submit
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception


def about(dialog: str, prefix: str, *questions: Question) -> Dialog:
    """A dialog about a case whose number the button that opened it has brought."""
    return Dialog(dialog, (Question("case", CaseNumber(prefix), quiet=True), *questions), summary=False)


def prove_first(house: Reception, state: State, number: str, moment: Moment) -> Heard:
    """Ask for the code of a case before anything is done with it from a phone it was not filed on."""
    state = state.on_top("progress", Session(moment.fresh, {"number": number}))
    here = house.place(state)
    says = (say("code-needed", number=number), *here.says)
    return Heard(state, replace(here, says=says, rows=(*here.rows, front.TO_MENU)))


def asks(effect: Callable[[str, bool], OfCase], *, after_answer: bool = False) -> CasePress:
    """A button that asks something of its case. `after_answer`: what is told of it holds none of the case's
    words, so the code that opened the answer serves for it too."""

    def press(house: Reception, state: State, number: str, moment: Moment) -> Heard | None:
        knows = state.may_ask if after_answer else state.proves
        proved = knows(number, moment.now)
        if number not in state.own and not proved:
            return prove_first(house, state, number, moment)
        state = state.without("progress")
        return Heard(state, house.place(state), (effect(number, proved),))

    return press


def begins(dialog: str) -> CasePress:
    """A button that opens a dialog about its case, in which nothing of the case is shown."""

    def press(house: Reception, state: State, number: str, moment: Moment) -> Heard | None:
        if number not in state.own and not state.may_ask(number, moment.now):
            return prove_first(house, state, number, moment)
        state = state.without("progress").on_top(dialog, Session(moment.fresh, {"case": number}))
        return Heard(state, house.place(state))

    return press


def tells(dialog: str, effect: type[ToldOf]) -> Submit:
    """What follows when a dialog about a case has its answers."""

    def submitted(house: Reception, state: State, shown: Submitted, moment: Moment) -> Heard:
        state = state.without(dialog)
        told = effect(shown.answers["case"], shown.draft, shown.answers)
        return Heard(state, house.place(state), (told,))

    return submitted
