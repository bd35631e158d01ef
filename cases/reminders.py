"""Who is reminded of a duty, and when: before a promise runs out, at its end, at the law's limit.

Each reminder is told once, to somebody who exists: where nobody stands on its rung, the next above is told.
《信访工作条例》第四十条: 推诿、敷衍、拖延 are supervised (督办) in time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cases.clocks import ClockKind, Running, is_overdue
from cases.lifecycle import Role


class Rung(StrEnum):
    """Whom a reminder may reach, from the nearest up."""

    HANDLER = "handler"  # those who must act: the office's clerks, or the unit's people
    UNIT_HEAD = "unit_head"  # heads of the unit that has the case
    SUPERVISOR = "supervisor"  # of the office
    OFFICE_HEAD = "office_head"
    CLERK = "clerk"  # of the office: the last who may exist


LADDER = tuple(Rung)
ROLE_ON = {
    Rung.UNIT_HEAD: Role.HEAD,
    Rung.SUPERVISOR: Role.SUPERVISOR,
    Rung.OFFICE_HEAD: Role.HEAD,
    Rung.CLERK: Role.CLERK,
}
"""The role that stands on a rung; a handler's is the clock's own (`Clock.who`)."""


class Stage(StrEnum):
    """How far a duty's time has run."""

    HALF = "half"  # half the time is left
    DUE = "due"  # the last day
    PROMISE_OVER = "promise_over"  # the office's promise has passed
    LIMIT_OVER = "limit_over"  # the law's limit has passed


@dataclass(frozen=True)
class Reminder:
    """One row: at which stage of which kinds of clock, who is told. All of `told`; upward where nobody is."""

    stage: Stage
    kinds: tuple[ClockKind, ...]
    told: tuple[Rung, ...]


P, L = ClockKind.PROMISE, ClockKind.LAW
REMINDERS: tuple[Reminder, ...] = (
    Reminder(Stage.HALF, (P, L), (Rung.HANDLER,)),
    Reminder(Stage.DUE, (P, L), (Rung.HANDLER,)),
    Reminder(Stage.PROMISE_OVER, (P,), (Rung.SUPERVISOR,)),
    Reminder(Stage.LIMIT_OVER, (L,), (Rung.UNIT_HEAD, Rung.OFFICE_HEAD)),
)


def half_on(clock: Running) -> date:
    """The first day on which no more than half of its time is left."""
    return clock.started_on + timedelta(days=((clock.due_on - clock.started_on).days + 1) // 2)


def reminder_due(clock: Running, running: Iterable[Running], today: date) -> Reminder | None:
    """What is to be told of this clock today, or None, among all that run in its case.

    A window is nobody's duty. At half time a promise alone is told of, where one runs for the same people.
    """
    if clock.row.window:
        return None
    if is_overdue(clock.due_on, today):
        stage = Stage.PROMISE_OVER if clock.kind is P else Stage.LIMIT_OVER
    elif today == clock.due_on:
        stage = Stage.DUE
    elif half_on(clock) > today or (clock.kind is L and _promised(clock, running)):
        return None
    else:
        stage = Stage.HALF
    return next(one for one in REMINDERS if one.stage is stage and clock.kind in one.kinds)


def _promised(clock: Running, running: Iterable[Running]) -> bool:
    return any(one.kind is P and one.row.who is clock.row.who for one in running)


def rungs_above(reminder: Reminder) -> tuple[Rung, ...]:
    """Where to turn, one after the other, where nobody is found to tell; from the rung above the highest."""
    highest = max(LADDER.index(rung) for rung in reminder.told)
    return LADDER[highest + 1 :]
