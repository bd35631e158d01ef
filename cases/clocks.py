"""What time does: how due days are counted, and which clocks can be right (design 4.3).

The starting day is day zero (《民法典》第二百零一条). A limit of law whose last day is a day off ends on the
next working day (第二百零三条), rolled once, after any extension; a promise of the office does not move. Due
days are stored when a clock starts; nothing later moves them but an event. Overdue is asked of a date, never
stored. The clocks themselves are rows of `clock_rows`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cases.calendar import Calendar
from cases.clock import Clock, ClockKind
from cases.clock_rows import CLOCKS
from cases.errors import TableInvalid
from cases.lifecycle import MOVES, Move, Status, end_statuses
from cases.matters import Article

if TYPE_CHECKING:
    from cases.case import Case

__all__ = [
    "CLOCKS",
    "PROMISES",
    "Clock",
    "ClockKind",
    "Due",
    "Running",
    "check_clocks",
    "due_on",
    "is_overdue",
    "law_behind",
    "nearest",
    "runs_in",
    "window_of",
]

P, L = ClockKind.PROMISE, ClockKind.LAW
PROMISES: tuple[str, ...] = tuple(clock.name for clock in CLOCKS if clock.kind is P)


@dataclass(frozen=True)
class Due:
    """The last day on which the duty is still met. Provisional: it rests on a year not yet announced, so
    it is an aim, not a promise."""

    on: date
    provisional: bool


@dataclass(frozen=True)
class Running:
    """A clock that runs in a case, as stored. `basis` is `信访工作条例#22`, or `office` for a promise.
    `longer` are the days an extension or hearings added."""

    clock: str
    kind: ClockKind
    started_on: date
    due_on: date
    provisional: bool
    basis: str
    longer: int = 0

    @property
    def article(self) -> Article | None:
        """The article of law it rests on."""
        return None if self.kind is P else Article.parse(self.basis)

    @property
    def row(self) -> Clock:
        """Its row in CLOCKS: who must act, and whether it is a window. Raises KeyError."""
        return _BY_KEY[self.clock, self.kind]

    @property
    def key(self) -> tuple[str, ClockKind]:
        """What tells it from the others that run in the same case."""
        return self.clock, self.kind


def due_on(
    clock: Clock, started_on: date, calendar: Calendar, *, days: int | None = None, longer: int = 0
) -> Due:
    """When this clock runs out. `days` are the promised days, for a clock that has none of its own; `longer`
    those added since. Raises ValueError for a promise without its days."""
    count = clock.days if clock.days is not None else days
    if count is None:
        raise ValueError(f"{clock.name}: a promise needs its days")
    count += longer
    if clock.kind is P and not clock.working_days:
        return Due(started_on + timedelta(days=count), provisional=False)
    if not clock.working_days:
        return _rolled(started_on + timedelta(days=count), calendar)
    day, provisional = started_on, False
    while count:
        day += timedelta(days=1)
        provisional = provisional or calendar.is_provisional(day)
        count -= calendar.is_working(day)
    return Due(day, provisional)


def _rolled(day: date, calendar: Calendar) -> Due:
    provisional = calendar.is_provisional(day)
    while not calendar.is_working(day):
        day += timedelta(days=1)
        provisional = provisional or calendar.is_provisional(day)
    return Due(day, provisional)


def is_overdue(due_on: date, today: date) -> bool:
    """Overdue from the day after, whatever the hour."""
    return today > due_on


def window_of(case: Case, name: str) -> Running | None:
    """The window of this name that runs in a case, or None."""
    return next((one for one in case.running if one.clock == name), None)


def nearest(case: Case) -> Running | None:
    """The duty of the staff that runs out first, or None. A window that somebody may use is no duty."""
    duties = [one for one in case.running if not one.row.window]
    return min(duties, key=lambda one: (one.due_on, one.kind is L), default=None)


def law_behind(running: Iterable[Running], move: Move) -> Running | None:
    """The limit of law that runs out first while a move waits: one it stops, or within which it is made."""
    limits = [
        one for one in running if one.kind is L and (move.name in one.row.stops or one.clock == move.within)
    ]
    return min(limits, key=lambda one: one.due_on, default=None)


def check_clocks(clocks: Iterable[Clock], moves: tuple[Move, ...]) -> None:
    """Refuse clocks that cannot be right: doubled, of an unknown move, without days, or still running in a
    status that nothing leads out of. Raises TableInvalid."""
    by_name = {move.name: move for move in moves}
    seen: set[tuple[str, ClockKind]] = set()
    for clock in clocks:
        if (clock.name, clock.kind) in seen:
            raise TableInvalid(f"two {clock.kind} clocks are called {clock.name}")
        seen.add((clock.name, clock.kind))
        longer = {clock.longer[0]} if clock.longer else set()
        if unknown := {clock.starts, *clock.stops, *clock.resumes, *longer} - set(by_name):
            raise TableInvalid(f"{clock.name}: no move is called {', '.join(sorted(unknown))}")
        own = clock.kind is L and not clock.matters_own
        if own != (clock.days is not None and clock.basis is not None):
            raise TableInvalid(f"{clock.name}: a clock of law has days and an article, a promise neither")
        if runs_on := runs_in(clock, moves) & end_statuses(moves):
            raise TableInvalid(f"{clock.name} still runs in {', '.join(sorted(runs_on))}")


def runs_in(clock: Clock, moves: tuple[Move, ...]) -> frozenset[Status]:
    """Every status in which this clock can be running, whatever moves are made."""
    found: set[Status] = set()
    for name in (clock.starts, *clock.resumes):
        move = next(move for move in moves if move.name == name)
        found |= set(move.reaches or move.leaves)
    while True:
        more = {
            status
            for move in moves
            if move.name not in clock.stops and found & set(move.leaves)
            for status in move.reaches
        } - found
        if not more:
            return frozenset(found)
        found |= more


check_clocks(CLOCKS, MOVES)
_BY_KEY = {(clock.name, clock.kind): clock for clock in CLOCKS}
