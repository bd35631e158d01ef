"""Rating how a case was handled: satisfied, so-so, not, and why. Who handles it never sees who rated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogs.engine.kinds import choice
from dialogs.engine.questions import Answers, Question
from dialogs.engine.session import Dialog, Session
from dialogs.engine.turn import Submitted
from dialogs.engine.view import Say, say
from dialogs.following import prove_first
from dialogs.moment import Heard, Moment
from dialogs.outcomes import Effect, Outcome
from dialogs.progress import Addition, CaseNumber
from dialogs.replies import show_button
from dialogs.room import Room
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception

RATINGS = ("satisfied", "soso", "not")
"""满意, 基本满意, 不满意."""


@dataclass(frozen=True)
class Rate(Effect):
    """Keep a rating, in place of an earlier one."""

    number: str
    draft: str
    answers: Answers


@dataclass(frozen=True)
class Rated(Outcome):
    """It is kept."""

    number: str
    rating: str


@dataclass(frozen=True)
class NotRated(Outcome):
    """The case is not answered yet, or is closed."""

    number: str


def rating(prefix: str) -> Dialog:
    """How it was, and why."""
    return Dialog(
        "rating",
        (
            Question("case", CaseNumber(prefix), quiet=True),
            Question("rating", choice(*RATINGS)),
            Question("why", Addition(max_chars=1000), optional=True),
        ),
        summary=False,
    )


def _press(house: Reception, state: State, number: str, moment: Moment) -> Heard | None:
    if not state.may_act(number, moment.now):
        return prove_first(house, state, number, moment)
    state = state.without("progress").on_top("rating", Session(moment.fresh, {"case": number}))
    return Heard(state, house.place(state))


def _submitted(house: Reception, state: State, shown: Submitted, moment: Moment) -> Heard:
    state = state.without("rating")
    return Heard(state, house.place(state), (Rate(shown.answers["case"], shown.draft, shown.answers),))


ROOM = Room(
    dialogs=lambda office, today: (rating(office.case_prefix),),
    submitted={"rating": _submitted},
    cases={"rate": _press},
    words={
        Rated: lambda o: ((say("rated", rating=Say(f"rating-rating-{o.rating}")),), show_button(o.number)),
        NotRated: lambda o: ((say("not-rated", number=o.number),), show_button(o.number)),
    },
    secret=frozenset({"rating"}),
)
