"""The same matter twice: who begins what they already have open is shown it, and adds to it or goes on.

Only within what was filed from the same account; nobody is matched with anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dialogs.complaint import SEALED
from dialogs.engine.session import Session
from dialogs.engine.view import Button, Day, Say, Unit, Value, say
from dialogs.moment import Heard, Moment
from dialogs.outcomes import Effect, Forget, Outcome
from dialogs.room import Room, Rows
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception

SAME = "same"
"""Kept in the draft: the matter for which the resident chose to go on. No question, so never submitted."""


@dataclass(frozen=True)
class LookAlike(Effect):
    """Look for an open case of this matter among those filed from here."""

    matter: str


@dataclass(frozen=True)
class AlreadyOpen(Outcome):
    """There is one."""

    number: str
    matter: str
    status: str
    unit: str | None
    filed_on: date
    alone = True


@dataclass(frozen=True)
class NothingAlike(Outcome):
    """There is none: the complaint goes on as ever."""


def look_alike(house: Reception, state: State, moment: Moment) -> tuple[Effect, ...]:
    """Asked once the matter is known; not again where the resident chose to go on."""
    draft = state.drafts.get("complaint")
    matter = draft.answers.get("matter") if draft else None
    if draft is None or not state.own or matter in SEALED or draft.answers.get(SAME) == matter:
        return ()
    return (LookAlike(str(matter)),)


def _already(outcome: AlreadyOpen) -> tuple[tuple[Say, ...], Rows]:
    unit: Value = Unit(outcome.unit) if outcome.unit else say("unit-bureau")
    number, matter = outcome.number, Say(f"matter-{outcome.matter}")
    rows = (
        (Button(SAME, f"add.{number}", say("button-same-add")),),
        (Button("case", f"show.{number}", say("button-see-progress")),),
        (Button(SAME, "go-on", say("button-same-go-on")),),
    )
    first = say("same-open", number=number, matter=matter, day=Day(outcome.filed_on))
    return (first, say(f"case-{outcome.status}", unit=unit), say("same-choose")), rows


def _pressed(house: Reception, state: State, option: str, moment: Moment) -> Heard | None:
    draft = state.drafts.get("complaint")
    choice, _, number = option.partition(".")
    if choice == "add" and number in state.own:
        forget: tuple[Effect, ...] = ()
        if draft and set(draft.answers) <= {"consent", "matter", SAME}:  # nothing told yet that could be lost
            state, forget = state.without("complaint"), (Forget(draft.draft),)
        added = state.put_away("complaint").on_top("supply", Session(moment.fresh, {"case": number}))
        return Heard(added, house.place(added), forget)
    if option == "go-on" and draft and state.open[-1:] == ("complaint",):
        kept = replace(draft, answers={**draft.answers, SAME: draft.answers.get("matter")})
        state = replace(state, drafts={**state.drafts, "complaint": kept})
        return Heard(state, house.place(state))
    return None


ROOM = Room(
    answered={("complaint", "matter"): look_alike},
    presses={SAME: _pressed},
    words={AlreadyOpen: _already, NothingAlike: lambda outcome: ((), ())},
)
