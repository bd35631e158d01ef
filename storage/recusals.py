"""Who keeps away from a case (回避), and of a report which unit it is about. Read by `storage.sight`.

Why somebody keeps away may say who is kin to whom; it is sealed under the case's key.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from storage.cases import Stored
from storage.tables import cases, recusals


@dataclass(frozen=True)
class Recusal:
    """One member kept away from one case. Members are named by their ids; `lifted_at` None: it stands."""

    member: str
    why: str
    set_by: str
    set_at: datetime
    lifted_by: str | None
    lifted_at: datetime | None


def add(connection: Connection, stored: Stored, member: str, why: str, by: str, now: datetime) -> bool:
    """Keep a member away; False where they are already."""
    standing = select(recusals.c.id).where(
        recusals.c.case_id == stored.id, recusals.c.staff_id == member, recusals.c.lifted_at.is_(None)
    )
    if connection.execute(standing).first() is not None:
        return False
    sealed = stored.key.seal_text(why, _place(stored.id))
    values = {"case_id": stored.id, "staff_id": member, "why": sealed, "set_by": by, "set_at": now}
    connection.execute(insert(recusals), values)
    return True


def lift(connection: Connection, stored: Stored, member: str, by: str, now: datetime) -> bool:
    """Let a member back; False where they were not kept away."""
    lifted = (
        update(recusals)
        .where(recusals.c.case_id == stored.id, recusals.c.staff_id == member, recusals.c.lifted_at.is_(None))
        .values(lifted_by=by, lifted_at=now)
    )
    return connection.execute(lifted).rowcount > 0


def of_case(connection: Connection, stored: Stored) -> list[Recusal]:
    """Everybody who keeps or kept away, in the order it was set."""
    found = select(recusals).where(recusals.c.case_id == stored.id).order_by(recusals.c.id)
    return [
        Recusal(
            row.staff_id,
            stored.key.open_text(row.why, _place(stored.id)),
            row.set_by,
            row.set_at,
            row.lifted_by,
            row.lifted_at,
        )
        for row in connection.execute(found).all()
    ]


def set_reported(connection: Connection, case_id: str, unit: str | None) -> None:
    """Record the unit a report is about; its people see the report no more. None: it is about no unit."""
    connection.execute(update(cases).where(cases.c.id == case_id).values(reported=unit))


def _place(case_id: str) -> str:
    return f"recusals.why/{case_id}"
