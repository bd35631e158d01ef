"""How residents come to the guidance, and from it to the complaint with what they said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cases.matters import MATTERS
from dialogs import front
from dialogs.complaint import SEALED
from dialogs.engine.events import Pressed
from dialogs.engine.session import Session
from dialogs.engine.view import say
from dialogs.guidance import CARD, Card
from dialogs.moment import Heard, Moment
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception

LINK = "m-"
"""How a deep link to a matter begins: `m-wages`."""


def arrive_at(house: Reception, state: State, payload: str, moment: Moment) -> Heard:
    """Follow a deep link to a matter; one that nobody knows leads to the menu."""
    matter = payload.removeprefix(LINK)
    if not payload.startswith(LINK) or matter not in MATTERS:
        return Heard(state, front.menu(state))
    state = state.on_top("guidance", Session(moment.fresh, {"matter": matter}))
    return Heard(state, house.place(state))


def print_card(house: Reception, state: State, press: Pressed, place: str) -> Heard:
    """The path of that place on the open card, as a paper; an older card's button draws nothing."""
    here, session = house.place(state), state.session
    question = house.dialogs["guidance"].question(CARD)
    shown = here.asks and (here.asks.dialog, here.asks.question) == ("guidance", CARD)
    paper = None
    if shown and session and question and press.draft in (None, session.draft):
        assert isinstance(question.kind, Card)
        paper = question.kind.paper(session.answers, place)
    if session is None or paper is None:
        return Heard(state, replace(here, says=(say("refused-stale-button"), *here.says)))
    secret = session.answers.get("matter") in SEALED
    return Heard(state, replace(here, says=(say("paper-ready"),), paper=paper), secret=secret)


def file_guided(house: Reception, state: State, matter: str, moment: Moment) -> Heard:
    """Begin the complaint with its matter known. A draft on something else is offered as ever.

    Where complaints are not taken, the card stays and the web chat is named.
    """
    if not house.full:
        here = house.place(state)
        return Heard(state, replace(here, says=(say("guidance-only", link=house.link or "none"),)))
    state = state.without("guidance")
    draft = state.drafts.get("complaint") or Session(moment.fresh)
    if draft.answers.get("matter", matter) != matter:
        return house.begin_complaint(state, moment)
    state = state.on_top("complaint", replace(draft.answered("matter", matter), revisiting=None))
    return Heard(state, house.place(state))
