"""The clocks of cases as they are stored: one row each, from its start to its stop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from cases.clocks import ClockKind, Running
from cases.clockwork import Turned
from storage.tables import clocks, events, reminded, reminders


@dataclass(frozen=True)
class ClockRow:
    """A clock of a case, running or stopped."""

    id: int
    running: Running
    stopped_on: date | None


_ALL = select(clocks).where(clocks.c.case_id == bindparam("case_id")).order_by(clocks.c.id)
_NEW = insert(clocks)
_STOP = (
    update(clocks)
    .where(
        clocks.c.case_id == bindparam("whose"),
        clocks.c.name == bindparam("which"),
        clocks.c.kind == bindparam("sort"),
        clocks.c.stopped_on.is_(None),
    )
    .values(stopped_on=bindparam("today"))
)


_OTHER = clocks.alias()
_THIS = (
    select(func.max(_OTHER.c.id))
    .where(
        _OTHER.c.case_id == bindparam("whose"),
        _OTHER.c.name == bindparam("which"),
        _OTHER.c.kind == bindparam("sort"),
        _OTHER.c.started_on == bindparam("since"),
    )
    .scalar_subquery()
)
"""The clock of this name that began on this day; of two, one of them void, the last."""
_MOVE = (
    update(clocks)
    .where(clocks.c.id == _THIS)
    .values(
        stopped_on=None,
        due_on=bindparam("due"),
        provisional=bindparam("unsure"),
        longer=bindparam("more"),
    )
)
# Whoever was reminded of a day that is no more is reminded of the new one.
_MOVED = select(clocks.c.id).where(clocks.c.id == _THIS, clocks.c.due_on != bindparam("due"))
_TOLD = (reminders, reminded)
_FORGET_MOVED = tuple(delete(told).where(told.c.clock_id.in_(_MOVED)) for told in _TOLD)
_FORGET_VOID = tuple(delete(told).where(told.c.clock_id == _THIS) for told in _TOLD)
_STOPPED_ON = select(func.max(events.c.on_day)).where(
    events.c.case_id == bindparam("whose"), events.c.move.in_(bindparam("by", expanding=True))
)
"""The day of the last move that stopped a clock."""
_VOID = delete(clocks).where(clocks.c.id == _THIS)


def all_clocks(connection: Connection, case_id: str) -> list[ClockRow]:
    """Every clock a case has had, oldest first."""
    return [
        ClockRow(
            r.id,
            Running(r.name, ClockKind(r.kind), r.started_on, r.due_on, r.provisional, r.basis, r.longer),
            r.stopped_on,
        )
        for r in connection.execute(_ALL, {"case_id": case_id}).all()
    ]


def start(connection: Connection, case_id: str, started: Iterable[Running]) -> None:
    """Store the clocks a move started."""
    rows = [
        {
            "case_id": case_id,
            "name": one.clock,
            "kind": one.kind.value,
            "basis": one.basis,
            "started_on": one.started_on,
            "due_on": one.due_on,
            "provisional": one.provisional,
            "longer": one.longer,
        }
        for one in started
    ]
    if rows:
        connection.execute(_NEW, rows)


def turn(connection: Connection, case_id: str, turned: Turned, on: date) -> None:
    """Store what a move did to the clocks: stopped on that day, running to another day, going on, started;
    of a move that was undone those it began are taken out, and those it let go on stand still again."""
    stop(connection, case_id, turned.stopped, on)
    for one in turned.halted:
        since = connection.execute(_STOPPED_ON, {"whose": case_id, "by": one.row.stops}).scalar_one()
        stop(connection, case_id, (one,), since)
    for one in turned.void:
        which = _which(case_id, one)
        for forget in _FORGET_VOID:
            connection.execute(forget, which)
        connection.execute(_VOID, which)
    for one in (*turned.moved, *turned.resumed):
        which = {**_which(case_id, one), "due": one.due_on}
        for forget in _FORGET_MOVED:
            connection.execute(forget, which)
        connection.execute(_MOVE, {**which, "unsure": one.provisional, "more": one.longer})
    start(connection, case_id, turned.started)


def _which(case_id: str, one: Running) -> dict[str, Any]:
    return {"whose": case_id, "which": one.clock, "sort": one.kind.value, "since": one.started_on}


def stop(connection: Connection, case_id: str, stopped: Iterable[Running], on: date) -> None:
    """Note the day on which a move stopped clocks."""
    for one in stopped:
        connection.execute(_STOP, {"whose": case_id, "which": one.clock, "sort": one.kind.value, "today": on})
