"""Reporting that somebody takes revenge for a complaint (打击报复): to whoever stands above the unit, and to
nobody else (《信访工作条例》第十八条, 第四十六条)."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.engine.questions import Question
from dialogs.engine.session import Dialog, Session
from dialogs.engine.view import Say, Unit, say
from dialogs.moment import Moment
from dialogs.of_case import about, asks, tells
from dialogs.outcomes import Filed, OfCase, Outcome, ToldOf
from dialogs.progress import Addition
from dialogs.replies import clock_lines, show_button
from dialogs.room import Room, Rows
from dialogs.state import State

Said = tuple[tuple[Say, ...], Rows]


class ReadRetaliation(OfCase):
    """Say who would be told, and whether they read it here."""


class ReportRetaliation(ToldOf):
    """Tell them."""


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
    return about("retaliation", prefix, Question("facts", Addition(max_chars=4000)))


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
    submitted={"retaliation": tells("retaliation", ReportRetaliation)},
    cases={"retaliation": asks(ReadRetaliation)},
    words={RetaliationOffer: _offer, RetaliationTold: _told},
    after={RetaliationOffer: _offered},
    secret=frozenset({"retaliation"}),
)
