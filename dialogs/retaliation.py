"""Reporting that somebody takes revenge for a complaint (打击报复): to whoever stands above the unit, and to
nobody else (《信访工作条例》第十八条, 第四十六条)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.engine.questions import Answers, Question
from dialogs.engine.session import Dialog, Session
from dialogs.engine.turn import Submitted
from dialogs.engine.view import Say, Unit, say
from dialogs.following import prove_first
from dialogs.moment import Heard, Moment
from dialogs.outcomes import Effect, Filed, Outcome
from dialogs.progress import Addition, CaseNumber
from dialogs.replies import clock_lines, show_button
from dialogs.room import Room, Rows
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception

Said = tuple[tuple[Say, ...], Rows]


@dataclass(frozen=True)
class ReadRetaliation(Effect):
    """Say who would be told, and whether they read it here."""

    number: str
    proved: bool


@dataclass(frozen=True)
class ReportRetaliation(Effect):
    """Tell them."""

    number: str
    draft: str
    answers: Answers


@dataclass(frozen=True)
class RetaliationOffer(Outcome):
    """Who is told. Where they do not read it `here`, no text is taken, and it is said where to go."""

    number: str
    told: str
    here: bool


@dataclass(frozen=True)
class RetaliationTold(Filed):
    """The report is a case of its own; its number is not kept among one's own on this phone."""

    told: str = ""


def retaliation(prefix: str) -> Dialog:
    """What was done."""
    return Dialog(
        "retaliation",
        (Question("case", CaseNumber(prefix), quiet=True), Question("facts", Addition(max_chars=4000))),
        summary=False,
    )


def _press(house: Reception, state: State, number: str, moment: Moment) -> Heard | None:
    if not state.may_act(number, moment.now):
        return prove_first(house, state, number, moment)
    state = state.without("progress")
    return Heard(state, house.place(state), (ReadRetaliation(number, state.proves(number, moment.now)),))


def _submitted(house: Reception, state: State, shown: Submitted, moment: Moment) -> Heard:
    state = state.without("retaliation")
    effect = ReportRetaliation(shown.answers["case"], shown.draft, shown.answers)
    return Heard(state, house.place(state), (effect,))


def _offered(state: State, outcome: RetaliationOffer, moment: Moment) -> State:
    if not outcome.here:
        return state
    return state.on_top("retaliation", Session(moment.fresh, {"case": outcome.number}))


def _offer(outcome: RetaliationOffer) -> Said:
    told = Unit(outcome.told)
    if outcome.here:
        return (say("retaliation-offer", told=told),), ()
    return (say("retaliation-elsewhere", told=told, number=outcome.number),), show_button(outcome.number)


def _told(outcome: RetaliationTold) -> Said:
    first = say("receipt", number=outcome.number, code=outcome.code or "")
    then = say("retaliation-told", told=Unit(outcome.told))
    return (first, say("receipt-keep"), then, *clock_lines(outcome.clocks)), ()


ROOM = Room(
    dialogs=lambda office, today: (retaliation(office.case_prefix),),
    submitted={"retaliation": _submitted},
    cases={"retaliation": _press},
    words={RetaliationOffer: _offer, RetaliationTold: _told},
    after={RetaliationOffer: _offered},
    secret=frozenset({"retaliation"}),
)
