"""The clocks of cases as they are stored: one row each, from its start to its stop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, insert, select, update

from cases.clocks import ClockKind, Running
from storage.tables import clocks


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


def all_clocks(connection: Connection, case_id: str) -> list[ClockRow]:
    """Every clock a case has had, oldest first."""
    return [
        ClockRow(
            r.id,
            Running(r.name, ClockKind(r.kind), r.started_on, r.due_on, r.provisional, r.basis),
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
        }
        for one in started
    ]
    if rows:
        connection.execute(_NEW, rows)


def stop(connection: Connection, case_id: str, stopped: Iterable[Running], on: date) -> None:
    """Note the day on which a move stopped clocks."""
    for one in stopped:
        connection.execute(_STOP, {"whose": case_id, "which": one.clock, "sort": one.kind.value, "today": on})
