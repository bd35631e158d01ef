"""Asking for review (复查) and re-review (复核): whether it may be, until when and of whom, and why.

Then the request; or, where the organ has not authorised the office to take it, a filled form to hand in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cases.reviews import May
from dialogs.engine.questions import Question
from dialogs.engine.session import Dialog, Session
from dialogs.engine.view import Button, Day, Paper, Say, Unit, Value, say
from dialogs.moment import Moment
from dialogs.of_case import about, asks, tells
from dialogs.outcomes import ClockShown, OfCase, Outcome, ToldOf
from dialogs.progress import Addition
from dialogs.replies import clock_lines, days_left, paper_row, show_button
from dialogs.room import Room, Rows
from dialogs.state import State

Said = tuple[tuple[Say, ...], Rows]


class ReadReview(OfCase):
    """Say whether a review may be asked for."""


class AskReview(ToldOf):
    """Ask for it, for the reasons given."""


@dataclass(frozen=True)
class ReviewOffer(Outcome):
    """It may be asked for; `again`: it is the re-review. `here`: this office may take the request."""

    number: str
    again: bool
    organ: str
    last_on: date
    provisional: bool
    left: int
    here: bool


@dataclass(frozen=True)
class ReviewRefused(Outcome):
    """It may not be, and why. `court`: a lawsuit or reconsideration may be open in this matter."""

    number: str
    why: str
    last_on: date | None = None
    court: bool = False


@dataclass(frozen=True)
class ReviewAsked(Outcome):
    """The request stands."""

    number: str
    again: bool
    organ: str
    on: date
    clocks: tuple[ClockShown, ...]


@dataclass(frozen=True)
class ReviewForm(Outcome):
    """The request as a form to hand in elsewhere, by the last day. Empty values are left to be written."""

    number: str
    again: bool
    organ: str
    unit: str
    place: str
    received_on: date
    last_on: date
    name: str
    phone: str
    text: str
    paper: Paper | None = None
    apart = True


def review(prefix: str) -> Dialog:
    """Why a review is asked for."""
    return about("review", prefix, Question("why", Addition(max_chars=4000)))


def _offered(state: State, outcome: ReviewOffer, moment: Moment) -> State:
    return state.on_top("review", Session(moment.fresh, {"case": outcome.number}))


def _offer(outcome: ReviewOffer) -> Said:
    first = "rereview-offer" if outcome.again else "review-offer"
    last = "review-last-provisional" if outcome.provisional else "review-last"
    return (
        say(first, organ=Unit(outcome.organ), number=outcome.number),
        say(last, day=Day(outcome.last_on), left=days_left(outcome.left)),
        say("review-here" if outcome.here else "review-form-follows"),
    ), ()


def _refused(outcome: ReviewRefused) -> Said:
    values: dict[str, Value] = {"number": outcome.number}
    why = outcome.why
    if why == May.PASSED and outcome.last_on:
        says = [say("review-no-passed-day", **values, day=Day(outcome.last_on))]
    else:
        says = [Say(f"review-no-{why}", tuple(values.items()))]
    if why in (May.PASSED, May.OTHER, May.FINAL):
        says += [say("review-court")] if outcome.court else []
        says.append(say("review-supervision"))
    rows = show_button(outcome.number)
    if why == May.UNOPENED:
        rows = ((Button("case", f"open.{outcome.number}", say("button-open-answer")),), *rows)
    return tuple(says), rows


def _asked(outcome: ReviewAsked) -> Said:
    notice = "rereview_asked" if outcome.again else "review_asked"
    first = say(f"notice-{notice}", number=outcome.number, unit=Unit(outcome.organ), day=Day(outcome.on))
    rows = (*show_button(outcome.number), *paper_row(notice, outcome.number))
    return (first, *clock_lines(outcome.clocks)), rows


def _form(outcome: ReviewForm) -> Said:
    blank = say("form-blank")
    last = Day(outcome.last_on)
    return (
        say(
            "rereview-hand-in" if outcome.again else "review-hand-in",
            organ=Unit(outcome.organ),
            day=last,
            place=outcome.place or "none",
        ),
        say(
            "rereview-form" if outcome.again else "review-form",
            name=outcome.name or blank,
            phone=outcome.phone or blank,
            unit=Unit(outcome.unit),
            organ=Unit(outcome.organ),
            number=outcome.number,
            day=Day(outcome.received_on),
            text=outcome.text or blank,
        ),
    ), show_button(outcome.number)


ROOM = Room(
    dialogs=lambda office, today: (review(office.case_prefix),),
    submitted={"review": tells("review", AskReview)},
    cases={"review": asks(ReadReview, after_answer=True)},
    words={ReviewOffer: _offer, ReviewRefused: _refused, ReviewAsked: _asked, ReviewForm: _form},
    after={ReviewOffer: _offered},
)
