"""What a move does to the clocks of a case: which stop, start, go on, or end on another day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from cases.calendar import Calendar
from cases.clocks import CLOCKS, Clock, ClockKind, Due, Running, due_on
from cases.limits import last_day
from cases.own_limits import own_limit

if TYPE_CHECKING:
    from cases.case import Case
    from cases.lifecycle import Move
    from cases.office import Office

PROMISE_BASIS = "office"


@dataclass(frozen=True)
class Turned:
    """What became of the clocks. `moved` run on with another day, `resumed` had been stopped; both as they
    are now. Of a move that was undone, `void` are those it began: they never ran; `halted` those it had let
    go on: they stand still again, since the day they stopped."""

    running: tuple[Running, ...]
    started: tuple[Running, ...] = ()
    stopped: tuple[Running, ...] = ()
    moved: tuple[Running, ...] = ()
    resumed: tuple[Running, ...] = ()
    void: tuple[Running, ...] = ()
    halted: tuple[Running, ...] = ()

    @property
    def told(self) -> tuple[Running, ...]:
        """What a resident is told of with the move: every clock it set, whatever it was before."""
        return (*self.started, *self.moved, *self.resumed)


def turned(
    case: Case, before: Case | None, move: Move, carried: Mapping[str, str], on: date, office: Office
) -> Turned:
    """The clocks after a move that left `before` and made `case`; `before` None: it made the case. What it
    starts runs from `on`."""
    if move.leads and before is not None and case.status is before.status:
        return Turned(case.running)
    calendar = office.calendar
    stopped = tuple(one for one in case.running if move.name in one.row.stops)
    going = [one for one in case.running if one not in stopped]
    moved = tuple(
        _longer(one, int(carried[one.row.longer[1]]), calendar)
        for one in going
        if one.row.longer and one.row.longer[0] == move.name
    )
    if move.recounts:
        moved = tuple(new for one in going if (new := _settled(one, case, calendar)) is not None)
    resumed = tuple(
        last
        for clock in CLOCKS
        if move.name in clock.resumes and (last := _last(case.stopped, clock)) is not None
    )
    started = tuple(
        one
        for clock in CLOCKS
        if clock.starts == move.name
        and _applies(clock, case)
        and (one := _start(clock, case, on, office)) is not None
    )
    by_key = {one.key: one for one in moved}
    kept = tuple(by_key.get(one.key, one) for one in going)
    return Turned((*kept, *resumed, *started), started, stopped, moved, resumed)


def turned_back(now: tuple[Running, ...], then: tuple[Running, ...], undone: str) -> Turned:
    """The clocks as they were before the move `undone`: what ran then goes on, with its day; what began with
    it never ran, and what it had let go on stands still again."""
    running, were = {one.key: one for one in now}, {one.key: one for one in then}
    gone = tuple(one for one in now if one.key not in were or _other(one, were[one.key]))
    return Turned(
        then,
        void=tuple(one for one in gone if undone not in one.row.resumes),
        halted=tuple(one for one in gone if undone in one.row.resumes),
        moved=tuple(
            one for one in then if (old := running.get(one.key)) and old != one and not _other(old, one)
        ),
        resumed=tuple(one for one in then if (old := running.get(one.key)) is None or _other(old, one)),
    )


def provisional(case: Case, calendar: Calendar) -> bool:
    """Whether a clock of this case rests on a day that is now certain, so that `recount` settles it."""
    return any(_settled(one, case, calendar) is not None for one in case.running)


def _other(one: Running, two: Running) -> bool:
    """Whether two clocks of one name are not the same that runs on: they began on other days."""
    return one.started_on != two.started_on


def _last(stopped: tuple[Running, ...], clock: Clock) -> Running | None:
    return next((one for one in reversed(stopped) if one.key == (clock.name, clock.kind)), None)


def _applies(clock: Clock, case: Case) -> bool:
    if clock.items is not None and case.item not in clock.items:
        return False
    return clock.complex is None or clock.complex is case.complex


def _start(clock: Clock, case: Case, on: date, office: Office) -> Running | None:
    """The clock as it begins that day; None for a limit the matter's own law does not set."""
    basis = PROMISE_BASIS if clock.basis is None else str(clock.basis)
    if clock.matters_own:
        limit = own_limit(case.matter, case.unit)
        if limit is None:
            return None
        due, basis = last_day(limit, on, office.calendar), str(limit.article)
    else:
        promised = clock.kind is ClockKind.PROMISE
        days = office.promises[clock.name] if promised else None
        due = due_on(clock, on, office.calendar, days=days)
    return Running(clock.name, clock.kind, on, due.on, due.provisional, basis)


def _longer(one: Running, days: int, calendar: Calendar) -> Running:
    """More days, counted from the same start and rolled once, at the new end."""
    due = due_on(one.row, one.started_on, calendar, longer=one.longer + days)
    return replace(one, due_on=due.on, provisional=due.provisional, longer=one.longer + days)


def _settled(one: Running, case: Case, calendar: Calendar) -> Running | None:
    """The clock with a day that is certain now; None where it was already, or still is not."""
    if not one.provisional:
        return None
    due = _counted(one, case, calendar)
    if due is None or due.provisional:
        return None
    return replace(one, due_on=due.on, provisional=False)


def _counted(one: Running, case: Case, calendar: Calendar) -> Due | None:
    if not one.row.matters_own:
        return due_on(one.row, one.started_on, calendar, longer=one.longer)
    limit = own_limit(case.matter, case.unit)
    # where the catalogue has since another rule, the case keeps the day it was given
    if limit is None or str(limit.article) != one.basis:
        return None
    return last_day(limit, one.started_on, calendar)
