"""Buttons that may be pressed from anywhere: the menu, a case, the offer of a draft, a language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import front
from dialogs.engine.events import Asked
from dialogs.engine.turn import Submitted
from dialogs.engine.view import say
from dialogs.moment import Heard, Moment
from dialogs.outcomes import Forget
from dialogs.progress import LANGUAGE
from dialogs.room import Room
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception


def _menu(house: Reception, state: State, option: str, moment: Moment) -> Heard | None:
    match option:
        case "continue":
            draft = state.drafts.get("complaint")
            state = state.on_top("complaint", draft) if draft else state
            return Heard(state, house.place(state))
        case "menu" | "help" | "person" | "language" | "listen" | "read":
            return house.word(state, Asked(option), moment)
        case _:
            return house.enter(state, option, moment)


def _draft(house: Reception, state: State, option: str, moment: Moment) -> Heard | None:
    match option:
        case "keep":
            draft = state.drafts.get("complaint")
            state = state.on_top("complaint", draft) if draft and not state.open else state
            return Heard(state, house.place(state))
        case "delete":
            gone = ("complaint", *state.open)
            forget = tuple(Forget(s.draft) for d, s in state.drafts.items() if d in gone)
            for dialog in gone:
                state = state.without(dialog)
            return Heard(state, front.menu(state, say("draft-deleted"), say("menu")), forget)
        case _:
            return None


def _language(house: Reception, state: State, option: str, moment: Moment) -> Heard | None:
    if option not in ("bo", "zh"):
        return None
    state = replace(state, language=option)
    return Heard(state, house.place(state))


def _chinese(house: Reception, state: State, option: str, moment: Moment) -> Heard | None:
    word, _, token = option.partition(".")
    return Heard(state, house.place(state), in_chinese=token) if word == "zh" else None


def _language_chosen(house: Reception, state: State, shown: Submitted, moment: Moment) -> Heard:
    state = replace(state.without("language"), language=shown.answers["language"])
    return Heard(state, house.place(state))


ROOM = Room(
    dialogs=lambda office, today: (LANGUAGE,),
    submitted={"language": _language_chosen},
    presses={front.MENU: _menu, front.DRAFT: _draft, front.LANGUAGE: _language, front.WORDS: _chinese},
)
