"""Activities as they are stored: entered, struck (kept, and counted no more), listed, added up."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, false, func, insert, literal_column, select, union_all, update

from cases.periods import Period
from storage.figure_tables import activities, activity_numbers, activity_villages
from storage.tables import staff


@dataclass(frozen=True)
class Entry:
    """One entry. `numbers` by name, money in fen; `villages` how many it reached; `by` who entered it."""

    id: str
    kind: str
    on: date
    numbers: Mapping[str, int]
    villages: int
    struck: bool
    by: str


def add(
    connection: Connection,
    kind: str,
    on: date,
    numbers: Mapping[str, int],
    villages: Iterable[str],
    staff_id: str,
    now: datetime,
) -> str:
    """Store an entry; its id."""
    entry = secrets.token_hex(8)
    row = {"id": entry, "kind": kind, "on_day": on, "staff_id": staff_id, "made_at": now}
    connection.execute(insert(activities), row)
    if told := [{"activity_id": entry, "name": n, "value": v} for n, v in numbers.items() if v]:
        connection.execute(insert(activity_numbers), told)
    if reached := [{"activity_id": entry, "village": one} for one in sorted(set(villages))]:
        connection.execute(insert(activity_villages), reached)
    return entry


def strike(connection: Connection, entry: str, staff_id: str) -> bool:
    """Strike a mistaken entry; False where there is none, or it is struck already."""
    done = connection.execute(
        update(activities)
        .where(activities.c.id == entry, activities.c.struck == false())
        .values(struck=True, struck_by=staff_id)
    )
    return done.rowcount > 0


def listed(connection: Connection, limit: int = 50) -> list[Entry]:
    """The entries of the newest days."""
    found = connection.execute(
        select(activities, staff.c.name)
        .join_from(activities, staff, activities.c.staff_id == staff.c.id, isouter=True)
        .order_by(activities.c.on_day.desc(), activities.c.id.desc())
        .limit(limit)
    ).all()
    ids = [row.id for row in found]
    numbers: dict[str, dict[str, int]] = {one: {} for one in ids}
    told = select(activity_numbers).where(activity_numbers.c.activity_id.in_(ids))
    for row in connection.execute(told):
        numbers[row.activity_id][row.name] = row.value
    villages = (
        select(activity_villages.c.activity_id, func.count())
        .where(activity_villages.c.activity_id.in_(ids))
        .group_by(activity_villages.c.activity_id)
    )
    reached = {row[0]: row[1] for row in connection.execute(villages)}
    return [
        Entry(r.id, r.kind, r.on_day, numbers[r.id], reached.get(r.id, 0), r.struck, r.name or "")
        for r in found
    ]


def tally(connection: Connection, period: Period) -> dict[str, int]:
    """What was entered for a period, by the keys of `cases.figures`; a village counts once."""
    here = (activities.c.on_day.between(period.since, period.until), activities.c.struck == false())
    sums = (
        select(activities.c.kind, activity_numbers.c.name, func.sum(activity_numbers.c.value))
        .join_from(activities, activity_numbers)
        .where(*here)
        .group_by(activities.c.kind, activity_numbers.c.name)
    )
    reached = (
        select(
            activities.c.kind,
            literal_column("''").label("name"),
            func.count(activity_villages.c.village.distinct()),
        )
        .join_from(activities, activity_villages)
        .where(*here)
        .group_by(activities.c.kind)
    )
    return {
        (f"entered.{kind}.{name}" if name else f"villages.{kind}"): int(value)
        for kind, name, value in connection.execute(union_all(sums, reached))
    }


def kind_of(connection: Connection, entry: str) -> str | None:
    """What kind of activity an entry is of; None where there is none."""
    return connection.execute(select(activities.c.kind).where(activities.c.id == entry)).scalar()
