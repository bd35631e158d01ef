"""What stands at the front of the house: the menu, the greeting after a pause, the choice of language."""

from __future__ import annotations

from dataclasses import replace

from dialogs.complaint import SEALED
from dialogs.engine.session import Session
from dialogs.engine.view import Asks, Button, Say, View, say
from dialogs.state import State

MENU, CASE, DRAFT, LANGUAGE, WORDS = "menu", "case", "draft", "language", "words"
PAPER = "paper"
OF_A_DRAFT = (PAPER,)
"""Questions whose buttons may be pressed from anywhere while their draft is the open one."""
MENU_ROWS = (
    ("complaint",),
    ("guidance",),
    ("progress", "mydata"),
    ("visit", "person"),
    ("help",),
    ("language",),
)
"""What the menu offers, row by row."""
TO_MENU = (Button(MENU, "person", say("menu-person")), Button(MENU, "menu", say("button-menu")))
"""What stands under a case's own buttons, so that they are not lost among the menu's."""


def draft_of(state: State) -> Session | None:
    """The complaint begun and not yet filed."""
    draft = state.drafts.get("complaint")
    return draft if draft and draft.answers else None


def menu(state: State, *says: Say) -> View:
    """The menu; a draft not yet filed is offered first."""
    first = [("continue",)] if draft_of(state) else []
    rows = tuple(tuple(Button(MENU, o, Say(f"menu-{o}")) for o in row) for row in (*first, *MENU_ROWS))
    return View(says or (say("menu"),), rows)


def greeting(state: State, asks: Asks | None) -> View:
    """After a pause: the draft is offered, and nothing just said is taken for an answer."""
    if not draft_of(state) and state.session is None:
        return menu(state, say("welcome-back"), say("menu"))
    rows = (
        (Button(DRAFT, "keep", say("draft-keep")),),
        (Button(DRAFT, "delete", say("draft-delete")),),
    )
    return View((say("welcome-back-draft"),), rows, asks, state.session.draft if state.session else "")


def cancel_asked(session: Session, asks: Asks | None) -> View:
    """Whether the draft is really to be deleted."""
    rows = ((Button(DRAFT, "keep", say("draft-keep")), Button(DRAFT, "delete", say("draft-delete"))),)
    return View((say("cancel-sure"),), rows, asks, session.draft)


def withdraw_asked(number: str, here: View) -> View:
    """Whether the complaint is really to be taken back; what stood open stays open."""
    sure = (
        Button(CASE, f"withdraw-sure.{number}", say("button-withdraw-sure")),
        Button(CASE, f"show.{number}", say("button-withdraw-not")),
    )
    return asked_surely(say("withdraw-sure", number=number), sure, here)


def asked_surely(asked: Say, sure: tuple[Button, ...], here: View) -> View:
    """Whether it is really meant: its two answers, then the buttons of what stands open; of the menu no more
    than the way to it."""
    return View((asked,), (sure, *(here.rows if here.asks else (TO_MENU,))), here.asks, here.draft)


def language_asked() -> View:
    """The choice of language, in every language at once."""
    rows = (tuple(Button(LANGUAGE, o, Say(f"language-{o}")) for o in ("bo", "zh")),)
    return View((say("choose-language"),), rows, Asks(LANGUAGE, LANGUAGE, ("choice",)))


def with_own(shown: View, state: State) -> View:
    """The look-up offers the cases filed from here, newest first, without typing; the card a person.

    Where there is no way back there is the way to the menu.
    """
    if shown.asks and (shown.asks.dialog, shown.asks.question) == ("guidance", "card"):
        cursor = state.session.cursor if state.session else None
        path = cursor[1].removesuffix("+") if cursor else "0"
        near = (
            Button("nearby", f"open.{path}", say("button-near")),
            Button(PAPER, f"card.{path}", say("button-paper")),
        )
        person = (Button(MENU, "person", say("menu-person")),)
        back = tuple(b for b in shown.rows[-1] if b.option == "back")
        rows = shown.rows[:-1] if back else shown.rows
        return replace(shown, rows=(*rows, near, person, (*back, Button(MENU, "menu", say("button-menu")))))
    if (
        shown.asks
        and shown.asks.dialog == "nearby"
        and not any(b.option == "back" for row in shown.rows for b in row)
    ):
        back = (Button("nearby", "return", say("button-back")),)
        sealed = bool(state.session and state.session.answers.get("matter") in SEALED)
        again = ((Button("nearby", "village", say("button-other-village")),),)
        elsewhere = shown.asks.question == "near" and not sealed
        return replace(shown, rows=(*shown.rows, *(again if elsewhere else ()), back))
    if (asks := shown.asks) is None or asks.dialog == LANGUAGE:
        return shown
    if (asks.dialog, asks.question) == ("progress", "number"):
        own = tuple((Button(CASE, f"show.{n}", n),) for n in reversed(state.own[-5:]))
        shown = replace(shown, rows=(*own, *shown.rows))
    to_menu = Button(MENU, "menu", say("button-menu"))
    if asks.question == "sealed":  # nothing is answered here: out is as good as back
        return replace(shown, rows=(*shown.rows[:-1], (*shown.rows[-1], to_menu)))
    if any(b.option == "back" for row in shown.rows for b in row):
        return shown
    return replace(shown, rows=(*shown.rows, (to_menu,)))


def with_voice(shown: View, state: State, voices: frozenset[str]) -> View:
    """Where clips are recorded in the resident's language, the menu offers to listen, or to read alone."""
    at = next((i for i, row in enumerate(shown.rows) if any(b.id == "menu:language" for b in row)), None)
    offered = {b.id for row in shown.rows for b in row}
    if state.language not in voices or at is None or offered & {"menu:listen", "menu:read"}:
        return shown
    rows = (*shown.rows[: at + 1], (voice_button(state),), *shown.rows[at + 1 :])
    return replace(shown, rows=rows)


def voice_button(state: State) -> Button:
    """To listen, or to read alone again."""
    option = "read" if state.listening else "listen"
    return Button(MENU, option, Say(f"menu-{option}"))
