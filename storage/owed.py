"""The list of notices owed and not told: what must be empty at day's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, case, or_, select

from storage.notices import OPEN, SENT, STUCK, WAITS, which_of_case
from storage.sight import visible
from storage.staff import Member
from storage.tables import cases, notices

DAY: Final = timedelta(days=1)
"""So long a channel may take; then somebody carries the notice."""


@dataclass(frozen=True)
class Owed:
    """A notice not told yet. `nth` counts the case's own notices from 1: it says nothing of others'. `stuck`:
    its channel cannot deliver it; `by_hand`: somebody must carry it."""

    nth: int
    notice: str
    owed_on: date
    owed_at: datetime
    number: str
    matter: str
    place: str
    unit: str | None
    language: str
    channel: str
    stuck: bool
    by_hand: bool


def owed(connection: Connection, member: Member, now: datetime, *, most: int = 200) -> list[Owed]:
    """Every notice not told yet of the cases a member may see, the oldest first."""
    found: Sequence[Any] = connection.execute(
        select(
            which_of_case().label("nth"),
            notices.c.notice,
            notices.c.owed_on,
            notices.c.owed_at,
            cases.c.number,
            cases.c.matter,
            cases.c.place,
            cases.c.unit,
            cases.c.language,
            cases.c.channel,
            case((STUCK, 1), else_=0).label("stuck"),
            case((WAITS, 1), else_=0).label("waits"),
        )
        .join_from(notices, cases)
        .where(OPEN, or_(~SENT, WAITS, STUCK), visible(member))
        .order_by(notices.c.owed_at, notices.c.id)
        .limit(most)
    ).all()
    return [
        Owed(*(*row[:10], bool(row.stuck), bool(row.stuck) or not row.waits or now - row.owed_at >= DAY))
        for row in found
    ]
