"""How residents arrive: the choice of a language, a deep link, a photo or words before anything else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import front
from dialogs.engine.events import Asked, Event, Pressed, Sent, Unusable
from dialogs.engine.session import Dialog, Session
from dialogs.engine.turn import turn
from dialogs.engine.view import say
from dialogs.moment import Heard, Moment
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception


def choose_language(house: Reception, state: State, event: Event, moment: Moment) -> Heard:
    """Until a language is chosen nothing else is asked; a deep link or a photo is kept for then."""
    match event:
        case Pressed(question="language", option="bo" | "zh" as language):
            state = replace(state, language=language)
            if state.open:
                here = house.place(state)
                return Heard(state, replace(here, says=(say("welcome"), *here.says)))
            if state.arrival:
                arrived = arrive(house, replace(state, arrival=""), state.arrival, moment)
                return replace(arrived, view=replace(arrived.view, says=(say("welcome"), *arrived.view.says)))
            return Heard(state, front.menu(state, say("welcome"), say("menu")))
        case Asked(word="start", more=payload):
            state = replace(state, arrival=payload[:64])
        case Sent() if house.full:
            state = _with_first_files(house, state, event, moment)
        case _:
            pass
    return Heard(state, front.language_asked())


def arrive(house: Reception, state: State, payload: str, moment: Moment) -> Heard:
    """Follow a deep link; one that nobody knows leads to the menu."""
    match payload:
        case "complaint":
            return house.begin_complaint(state, moment)
        case "progress":
            return house.begin(state, "progress", moment)
        case _:
            return Heard(state, front.menu(state))


def at_menu(house: Reception, state: State, event: Event, moment: Moment) -> Heard:
    """What comes while no dialog is open: a photo begins a complaint, all else is pointed to the buttons."""
    if isinstance(event, Sent) and house.full:
        state = _with_first_files(house, state, event, moment)
        here = house.place(state)
        return Heard(state, replace(here, says=(say("files-first"), *here.says)))
    match event:
        case Pressed():
            said = "refused-stale-button"
        case Unusable(reason=reason):
            said = f"refused-{reason}"
        case _:
            said = "menu-press-please"
    return Heard(state, front.menu(state, say(said)))


def _with_first_files(house: Reception, state: State, event: Sent, moment: Moment) -> State:
    session = state.drafts.get("complaint") or Session(moment.fresh)
    kept, _ = turn(_only(house.dialogs["complaint"], "evidence"), session, event)
    return state.on_top("complaint", kept)


def _only(dialog: Dialog, question: str) -> Dialog:
    return Dialog(dialog.id, tuple(q for q in dialog.questions if q.id == question))
