"""Who was reminded of which duty: each stage of a clock once, and each member's own list."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.sight import visible
from storage.staff import Member
from storage.tables import cases, clocks, reminded, reminders

_MARK: dict[str, Any] = {
    "sqlite": sqlite.insert(reminders).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(reminders).on_conflict_do_nothing(),
}
_SEEN = (
    update(reminded)
    .where(reminded.c.staff_id == bindparam("whose"))
    .where(reminded.c.clock_id == bindparam("its_clock"), reminded.c.stage == bindparam("its_stage"))
    .values(seen_at=bindparam("now"))
)

Told = tuple[str, str, str]
"""A reminder as its member knows it: the number of the case, the clock, the stage."""
MOST: Final = 100
"""So many a page lists at once."""


@dataclass(frozen=True)
class Unseen:
    """One reminder a member was told and has not acknowledged."""

    clock_id: int
    stage: str
    at: datetime
    number: str
    matter: str
    clock: str
    kind: str
    due_on: date

    @property
    def told(self) -> Told:
        """What it is known by outside; an id would tell of other cases how many clocks they have."""
        return self.number, self.clock, self.stage


def running_duties(
    connection: Connection, but_matters: Sequence[str], but_clocks: Sequence[str]
) -> Sequence[Any]:
    """Every clock that runs in an open case, `but` those of these matters and names."""
    return connection.execute(
        select(
            clocks.c.id,
            clocks.c.name,
            clocks.c.kind,
            clocks.c.started_on,
            clocks.c.due_on,
            clocks.c.provisional,
            clocks.c.basis,
            cases.c.number,
        )
        .join_from(clocks, cases)
        .where(clocks.c.stopped_on.is_(None), cases.c.open)
        .where(cases.c.matter.not_in(but_matters), clocks.c.name.not_in(but_clocks))
        .order_by(clocks.c.due_on, clocks.c.id)
    ).all()


def told_stages(connection: Connection) -> set[tuple[int, str]]:
    """The stages that were told of the clocks that still run."""
    found = connection.execute(
        select(reminders.c.clock_id, reminders.c.stage)
        .join_from(reminders, clocks)
        .where(clocks.c.stopped_on.is_(None))
    )
    return {(row.clock_id, row.stage) for row in found}


def mark(connection: Connection, clock_id: int, stage: str, now: datetime) -> bool:
    """Whether this stage of a clock is ours to tell: True for one alone, whoever else tries."""
    row = {"clock_id": clock_id, "stage": stage, "at": now}
    return bool(connection.execute(_MARK[connection.dialect.name], row).rowcount > 0)


def note(
    connection: Connection, clock_id: int, stage: str, staff_id: str, case_id: str, now: datetime
) -> None:
    """Put a reminder in a member's own list."""
    row = {"clock_id": clock_id, "stage": stage, "staff_id": staff_id, "case_id": case_id, "at": now}
    connection.execute(insert(reminded), row)


def unseen(connection: Connection, member: Member, *, most: int | None = None) -> list[Unseen]:
    """What a member was reminded of and has not acknowledged, of clocks that still run, the latest first."""
    found = connection.execute(
        select(
            reminded.c.clock_id,
            reminded.c.stage,
            reminded.c.at,
            cases.c.number,
            cases.c.matter,
            clocks.c.name,
            clocks.c.kind,
            clocks.c.due_on,
        )
        .join_from(reminded, clocks, reminded.c.clock_id == clocks.c.id)
        .join(cases, reminded.c.case_id == cases.c.id)
        .where(reminded.c.staff_id == member.id, reminded.c.seen_at.is_(None), clocks.c.stopped_on.is_(None))
        .where(visible(member))
        .order_by(reminded.c.at.desc(), reminded.c.clock_id)
        .limit(most)
    )
    return [Unseen(*row) for row in found]


def seen(connection: Connection, member: Member, shown: Collection[Told], now: datetime) -> None:
    """The member has seen these reminders; those that came since, or for which the list had no room, stay."""
    rows = [
        {"its_clock": one.clock_id, "its_stage": one.stage}
        for one in unseen(connection, member)
        if one.told in shown
    ]
    if rows:
        connection.execute(_SEEN, [{"whose": member.id, "now": now, **row} for row in rows])
