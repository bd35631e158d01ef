"""Rating how a case was handled: satisfied, so-so, not, and why. Who handles it never sees who rated."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.engine.kinds import choice
from dialogs.engine.questions import Question
from dialogs.engine.session import Dialog
from dialogs.engine.view import Say, say
from dialogs.of_case import about, begins, tells
from dialogs.outcomes import Outcome, ToldOf
from dialogs.progress import Addition
from dialogs.replies import show_button
from dialogs.room import Room

RATINGS = ("satisfied", "soso", "not")
"""满意, 基本满意, 不满意."""


class Rate(ToldOf):
    """Keep a rating, in place of an earlier one."""


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
    why = Question("why", Addition(max_chars=1000), optional=True)
    return about("rating", prefix, Question("rating", choice(*RATINGS)), why)


ROOM = Room(
    dialogs=lambda office, today: (rating(office.case_prefix),),
    submitted={"rating": tells("rating", Rate)},
    cases={"rate": begins("rating")},
    words={
        Rated: lambda o: ((say("rated", rating=Say(f"rating-rating-{o.rating}")),), show_button(o.number)),
        NotRated: lambda o: ((say("not-rated", number=o.number),), show_button(o.number)),
    },
    secret=frozenset({"rating"}),
)
