"""Buttons that may be pressed from anywhere: the menu, a case, the offer of a draft, a language."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dialogs import front
from dialogs.engine.events import Asked, Pressed
from dialogs.engine.session import Session
from dialogs.engine.view import say
from dialogs.guiding import print_card
from dialogs.moment import Heard, Moment
from dialogs.outcomes import DrawPaper, Forget, LookUp, Open, ReadQuestion, Withdraw
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception

PROOF = timedelta(minutes=15)  # how long a typed code opens what it proves


def pressed_always(house: Reception, state: State, press: Pressed, moment: Moment) -> Heard:
    """A press on the menu, on a case, on the offer of a draft or of a language."""
    match (press.question, press.option.split(".", 1)):
        case ("menu", ["complaint"]):
            return house.begin_complaint(state, moment)
        case ("menu", ["continue"]) | ("draft", ["keep"]):
            draft = state.drafts.get("complaint")
            if (press.question == front.MENU and draft) or (draft and not state.open):
                state = state.on_top("complaint", draft)
            return Heard(state, house.place(state))
        case ("menu", ["progress" | "guidance" as begun]):
            return house.begin(state, begun, moment)
        case ("menu", ["menu" | "help" | "person" | "language" as word]):
            return house.word(state, Asked(word), moment)
        case ("draft", ["delete"]):
            forget = tuple(
                Forget(s.draft) for d, s in state.drafts.items() if d in ("complaint", *state.open)
            )
            for dialog in ("complaint", *state.open):
                state = state.without(dialog)
            return Heard(state, front.menu(state, say("draft-deleted"), say("menu")), forget)
        case ("language", ["bo" | "zh" as language]):
            state = replace(state, language=language)
            return Heard(state, house.place(state))
        case ("case", ["open", number]):
            return Heard(state, house.place(state), (Open(number, _proved(state, number, moment)),))
        case ("case", ["supply", number]) if number in state.own or _proved(state, number, moment):
            session = Session(moment.fresh, {"case": number})
            state = state.on_top("supply", session)
            asked = ReadQuestion(number, _proved(state, number, moment))
            return Heard(state, house.place(state), (asked,))
        case ("case", ["withdraw", number]) if number in state.own or _proved(state, number, moment):
            return Heard(state, front.withdraw_asked(number, house.place(state)))
        case ("case", ["withdraw-sure", number]) if number in state.own or _proved(state, number, moment):
            withdraw = Withdraw(number, _proved(state, number, moment))
            return Heard(state, house.place(state), (withdraw,))
        case ("case", ["show", number]) if number in state.own:
            state = state.without("progress")
            return Heard(state, house.place(state), (LookUp(number, None),))
        case ("case", ["paper", which]) if "." in which:
            notice, _, number = which.partition(".")
            draw = DrawPaper(number, notice, _proved(state, number, moment))
            return Heard(state, house.place(state), (draw,))
        case ("paper", ["card", place]):
            return print_card(house, state, press, place)
        case _:
            here = house.place(state)
            return Heard(state, replace(here, says=(say("refused-stale-button"), *here.says)))


def _proved(state: State, number: str, moment: Moment) -> bool:
    return bool(state.proved and state.proved[0] == number and moment.now - state.proved[1] <= PROOF)
