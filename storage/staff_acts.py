"""What was done with the staff: who did what to whose account, and when. Nothing is ever taken out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from storage.tables import staff_acts

MOST_LISTED = 200


@dataclass(frozen=True)
class Act:
    """One thing done. `by` is a member's id or the user of the machine's terminal; `member` whose account."""

    at: datetime
    by: str
    member: str
    act: str
    told: str


def put(connection: Connection, by: str, member: str, act: str, told: str, now: datetime) -> None:
    """Put it on record."""
    values = {"at": now, "by": by[:60], "staff_id": member, "act": act, "told": told[:120]}
    connection.execute(insert(staff_acts), values)


def latest(connection: Connection, limit: int = MOST_LISTED) -> list[Act]:
    """The last things done, the newest first."""
    found = select(staff_acts).order_by(staff_acts.c.id.desc()).limit(limit)
    rows = connection.execute(found).all()
    return [Act(row.at, row.by, row.staff_id, row.act, row.told) for row in rows]
