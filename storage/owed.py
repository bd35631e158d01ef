"""The list of notices owed and not told: what must be empty at day's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, case, or_, select

from storage.cases import content_place
from storage.notices import OPEN, SENT, STUCK, WAITS, which_of_case
from storage.sealing import Keyring
from storage.sight import may_read, visible
from storage.staff import Member
from storage.tables import cases, keys, notices

DAY: Final = timedelta(days=1)
"""So long a channel may take; then somebody carries the notice."""
MOST: Final = 200
"""So many are listed at once."""


@dataclass(frozen=True)
class Owed:
    """A notice not told yet. `nth` counts the case's own notices from 1: it says nothing of others'. `stuck`:
    its channel cannot deliver it; `no_channel`: none leads to who is to be told, as of a case registered at
    the desk; `by_hand`: somebody must carry it.

    `told_by` is how they asked to be told (`cases.registering.TOLD_BY`), "" where that is not known or the
    member does not read what was told.
    """

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
    came_by: str
    stuck: bool
    no_channel: bool
    by_hand: bool
    told_by: str


def owed(
    connection: Connection, keyring: Keyring, member: Member, now: datetime, *, most: int = MOST
) -> list[Owed]:
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
            cases.c.came_by,
            cases.c.id.label("case_id"),
            case((cases.c.conversation_id.is_(None), cases.c.content)).label("content"),
            keys.c.wrapped,
            case((STUCK, 1), else_=0).label("stuck"),
            case((WAITS, 1), else_=0).label("waits"),
        )
        .join_from(notices, cases)
        .join(keys, keys.c.id == cases.c.key_id)
        .where(OPEN, or_(~SENT, WAITS, STUCK), visible(member))
        .order_by(notices.c.owed_at, notices.c.id)
        .limit(most)
    ).all()
    return [
        Owed(
            row.nth,
            row.notice,
            row.owed_on,
            row.owed_at,
            row.number,
            row.matter,
            row.place,
            row.unit,
            row.language,
            row.channel,
            row.came_by,
            stuck=bool(row.stuck),
            no_channel=not row.stuck and not row.waits,
            by_hand=bool(row.stuck) or not row.waits or now - row.owed_at >= DAY,
            told_by=_told_by(keyring, row) if may_read(member) else "",
        )
        for row in found
    ]


def _told_by(keyring: Keyring, row: Any) -> str:
    """Only what a clerk registered says it; what a conversation told has a channel."""
    if row.content is None:
        return ""
    answers = keyring.unwrap(row.wrapped).open_json(row.content, content_place(row.case_id))
    return str(answers.get("told_by", ""))
