"""What time does: the clocks of a case (design 4.3), and how due days are counted.

The starting day is day zero (《民法典》第二百零一条). A limit of law whose last day is a day off ends on the
next working day (第二百零三条), rolled once; a promise of the office does not move. Due days are stored
when a clock starts; nothing later moves them but an event. Overdue is asked of a date, never stored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from cases.calendar import Calendar
from cases.errors import TableInvalid
from cases.lifecycle import MOVES, Move, Role, Status, end_statuses
from cases.matters import Article

if TYPE_CHECKING:
    from cases.case import Case


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
    who: Role  # who must act, or may
    days: int | None = None  # of law; None for a promise
    working_days: bool = False
    basis: Article | None = None  # the article it rests on; None for a promise
    items: tuple[int, ...] | None = None  # only for these items of 《信访工作条例》第三十一条
    complex: bool | None = None  # only for complex, or only for simple, cases
    window: bool = False  # a time somebody may use, not a duty


def _rule(number: int) -> Article:
    return Article("信访工作条例", number)


P, L = ClockKind.PROMISE, ClockKind.LAW
CLOCKS: tuple[Clock, ...] = (
    # withdraw and accept (of a case never forwarded) leave the status it runs in, so they stop it too
    Clock("forward", P, "file", ("forward", "accept", "withdraw"), Role.CLERK),
    Clock("forward", L, "file", ("forward", "accept", "withdraw"), Role.CLERK, 15, basis=_rule(22)),
    Clock("acceptance", P, "file", ("accept", "withdraw"), Role.UNIT),
    # the law counts from the unit's receipt, which is the forward
    Clock("acceptance", L, "forward", ("accept", "withdraw"), Role.UNIT, 15, basis=_rule(23)),
    Clock(
        "objection",
        L,
        "forward",
        ("accept", "withdraw"),
        Role.UNIT,
        5,
        working_days=True,
        basis=_rule(23),
        window=True,
    ),
    Clock("answer_simple", P, "accept", ("answer", "withdraw"), Role.UNIT, complex=False),
    Clock("answer_complex", P, "accept", ("answer", "withdraw"), Role.UNIT, complex=True),
    Clock("answer", L, "accept", ("answer", "withdraw"), Role.UNIT, 60, basis=_rule(34), items=(6,)),
    Clock(
        "review_window",
        L,
        "receive",
        ("ask_review", "close"),
        Role.RESIDENT,
        30,
        basis=_rule(35),
        items=(6,),
        window=True,
    ),
    Clock("review", L, "ask_review", ("answer_review", "withdraw"), Role.SUPERVISOR, 30, basis=_rule(35)),
    Clock(
        "rereview_window",
        L,
        "receive_review",
        ("ask_rereview", "close"),
        Role.RESIDENT,
        30,
        basis=_rule(36),
        window=True,
    ),
    Clock("rereview", L, "ask_rereview", ("conclude", "withdraw"), Role.SUPERVISOR, 30, basis=_rule(36)),
    # of a report of retaliation: told within 15 days whether it is taken on, as of any other
    Clock("retaliation", L, "retaliation", ("accept", "withdraw"), Role.UNIT, 15, basis=_rule(23)),
)
PROMISES: tuple[str, ...] = tuple(clock.name for clock in CLOCKS if clock.kind is P)


@dataclass(frozen=True)
class Due:
    """The last day on which the duty is still met. Provisional: it rests on a year not yet announced, so
    it is an aim, not a promise."""

    on: date
    provisional: bool


@dataclass(frozen=True)
class Running:
    """A clock that runs in a case, as stored. `basis` is `信访工作条例#22`, or `office` for a promise."""

    clock: str
    kind: ClockKind
    started_on: date
    due_on: date
    provisional: bool
    basis: str

    @property
    def article(self) -> Article | None:
        """The article of law it rests on."""
        return None if self.kind is ClockKind.PROMISE else Article.parse(self.basis)

    @property
    def row(self) -> Clock:
        """Its row in CLOCKS: who must act, and whether it is a window. Raises KeyError."""
        return _BY_KEY[self.clock, self.kind]


def due_on(clock: Clock, started_on: date, calendar: Calendar, *, days: int | None = None) -> Due:
    """When this clock runs out. `days` are the promised days, for a clock that has none of its own."""
    count = clock.days if clock.days is not None else days
    if count is None:
        raise ValueError(f"{clock.name}: a promise needs its days")
    if clock.kind is ClockKind.PROMISE and not clock.working_days:
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
    return min(duties, key=lambda one: (one.due_on, one.kind is ClockKind.LAW), default=None)


def check_clocks(clocks: Iterable[Clock], moves: tuple[Move, ...]) -> None:
    """Refuse clocks that cannot be right: doubled, of an unknown move, without days, or still running in a
    status that nothing leads out of. Raises TableInvalid."""
    by_name = {move.name: move for move in moves}
    seen: set[tuple[str, ClockKind]] = set()
    for clock in clocks:
        if (clock.name, clock.kind) in seen:
            raise TableInvalid(f"two {clock.kind} clocks are called {clock.name}")
        seen.add((clock.name, clock.kind))
        if unknown := {clock.starts, *clock.stops} - set(by_name):
            raise TableInvalid(f"{clock.name}: no move is called {', '.join(sorted(unknown))}")
        if (clock.kind is ClockKind.LAW) != (clock.days is not None and clock.basis is not None):
            raise TableInvalid(f"{clock.name}: a clock of law has days and an article, a promise neither")
        if runs_on := runs_in(clock, moves) & end_statuses(moves):
            raise TableInvalid(f"{clock.name} still runs in {', '.join(sorted(runs_on))}")


def runs_in(clock: Clock, moves: tuple[Move, ...]) -> frozenset[Status]:
    """Every status in which this clock can be running, whatever moves are made."""
    starts = next(move for move in moves if move.name == clock.starts)
    found = {starts.enters} if starts.enters else set(starts.leaves)
    while True:
        more = {
            move.enters
            for move in moves
            if move.enters and move.name not in clock.stops and found & set(move.leaves)
        } - found
        if not more:
            return frozenset(found)
        found |= more


check_clocks(CLOCKS, MOVES)
_BY_KEY = {(clock.name, clock.kind): clock for clock in CLOCKS}
