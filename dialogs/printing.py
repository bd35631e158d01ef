"""Papers on request: the path of an open card, and the notices of a case, as documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import front
from dialogs.complaint import SEALED
from dialogs.engine.view import say
from dialogs.guidance import CARD, Card
from dialogs.moment import Heard, Moment
from dialogs.outcomes import DrawPaper, PaperReady
from dialogs.replies import show_button
from dialogs.room import Room
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception


def _card(house: Reception, state: State, option: str, moment: Moment) -> Heard | None:
    """The path of that place on the open card, as a paper; where no card is open the button is stale."""
    here, session = house.place(state), state.session
    question = house.dialogs["guidance"].question(CARD)
    shown = here.asks and (here.asks.dialog, here.asks.question) == ("guidance", CARD)
    if not shown or session is None or question is None or not option.startswith("card."):
        return None
    assert isinstance(question.kind, Card)
    paper = question.kind.paper(session.answers, option.removeprefix("card."))
    if paper is None:
        return None
    secret = session.answers.get("matter") in SEALED
    return Heard(state, replace(here, says=(say("paper-ready"),), paper=paper), secret=secret)


def _notice(house: Reception, state: State, which: str, moment: Moment) -> Heard | None:
    notice, _, number = which.partition(".")
    if not number:
        return None
    draw = DrawPaper(number, state.proves(number, moment.now), notice)
    return Heard(state, house.place(state), (draw,))


ROOM = Room(
    presses={front.PAPER: _card},
    cases={"paper": _notice},
    words={PaperReady: lambda outcome: ((say("paper-ready"),), show_button(outcome.number))},
)
