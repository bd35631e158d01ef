"""What a clock is (design 4.3): the shape of a row of the table, and of a clock that runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cases.matters import Article
from cases.move import Role


class ClockKind(StrEnum):
    """Who set the limit."""

    PROMISE = "promise"  # the office, in `office.toml`
    LAW = "law"


@dataclass(frozen=True)
class Clock:
    """One clock. A promise takes its days from the office's promises under its name."""

    name: str
    kind: ClockKind
    starts: str  # the move it starts at
    stops: tuple[str, ...]  # the moves that stop it
    who: Role  # who must act, or may; the clock itself: nobody, the case is closed when it has run
    days: int | None = None  # of law; None for a promise, and where the matter's own law says
    working_days: bool = False
    basis: Article | None = None  # the article it rests on; None for a promise, and as above
    items: tuple[int | None, ...] | None = None  # only for these items of 《信访工作条例》第三十一条
    complex: bool | None = None  # only for complex, or only for simple, cases
    window: bool = False  # a time somebody may use, not a duty
    resumes: tuple[str, ...] = ()  # moves at which it goes on, stopped before, with the day it had
    longer: tuple[str, str] | None = None  # the move that adds days to it, and the part that says how many
    matters_own: bool = False  # the limit the matter's own law sets (`they_answer_within`)
    shown: bool = True  # residents see it; False: it only closes the case
