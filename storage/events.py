"""The record of a case: everything done with it, in order, each entry linked to the one before.

A link (`Keyring.link`) covers its entry and the link before it; the case keeps the last one. An entry
altered, removed or put in between shows, and one cut from the end too (`chain_holds`).
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from cases.case import Case
from cases.corrections import UNDONE
from cases.reviews import READINGS
from storage.sealing import DataKey, Keyring
from storage.tables import events


@dataclass(frozen=True)
class Happened:
    """Something done with a case, to be put on record.

    `what` is a move's name, or what else was done: read, exported, code. `before` and `after` are the
    statuses of a move. `on` is the day in the office's time zone.
    """

    what: str
    on: date
    at: datetime
    by_role: str
    staff_id: str | None
    before: str | None = None
    after: str | None = None
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Recorded:
    """One entry of a case's record, opened. `move` as `Happened.what`."""

    id: int
    move: str
    before: str | None
    after: str | None
    on: date
    at: datetime
    by_role: str
    staff_id: str | None
    parts: Mapping[str, str]


_NEW = insert(events)
_NEWEST = select(func.max(events.c.id)).where(events.c.case_id == bindparam("whose"))
_LAST_STANDING = _NEWEST.where(events.c.move == bindparam("undone"), events.c.undone_on.is_(None))
_UNDO = (
    update(events).where(events.c.id == _LAST_STANDING.scalar_subquery()).values(undone_on=bindparam("day"))
)
_DAY_STANDING = select(events.c.on_day).where(events.c.id == _LAST_STANDING.scalar_subquery())
_ALL = select(events).where(events.c.case_id == bindparam("case_id")).order_by(events.c.id)


def add(
    connection: Connection, keyring: Keyring, case_id: str, key: DataKey, chain: bytes, happened: Happened
) -> bytes:
    """Put one entry on record after the link `chain` (b"" for the first); its link, for the case to keep.

    A correction also notes at the move it undid that this stands no more.
    """
    row: dict[str, Any] = {
        "case_id": case_id,
        "move": happened.what,
        "before": happened.before,
        "after": happened.after,
        "on_day": happened.on,
        "at": happened.at.replace(microsecond=happened.at.microsecond // 1000 * 1000),  # as it is kept
        "by_role": happened.by_role,
        "staff_id": happened.staff_id,
        "parts": key.seal_json(dict(happened.parts), _place(case_id)),
    }
    link = keyring.link(chain, _linked(row))
    connection.execute(_NEW, {**row, "link": link})
    if undone := happened.parts.get(UNDONE):
        connection.execute(_UNDO, {"whose": case_id, "undone": undone, "day": happened.on})
    return link


def newest(connection: Connection, case_id: str) -> int:
    """The last entry of a case's record, by its id."""
    return int(connection.execute(_NEWEST, {"whose": case_id}).scalar_one())


def answered_on(connection: Connection, case: Case, case_id: str) -> date | None:
    """The day of the answer or opinion there is to receive, the last that stands; None of none."""
    if (reading := READINGS.get(case.status)) is None:
        return None
    which = {"whose": case_id, "undone": reading.brought_by}
    day: date | None = connection.execute(_DAY_STANDING, which).scalar_one_or_none()
    return day


def history(connection: Connection, case_id: str, key: DataKey) -> list[Recorded]:
    """Every entry of a case's record, oldest first, readings included."""
    return [
        Recorded(
            row.id,
            row.move,
            row.before,
            row.after,
            row.on_day,
            row.at,
            row.by_role,
            row.staff_id,
            key.open_json(row.parts, _place(case_id)),
        )
        for row in connection.execute(_ALL, {"case_id": case_id}).all()
    ]


def chain_holds(connection: Connection, keyring: Keyring, case_id: str, chain: bytes) -> bool:
    """Whether the record leads to the link `chain`: nothing was altered, removed or put in."""
    link = b""
    for row in connection.execute(_ALL, {"case_id": case_id}).mappings():
        link = keyring.link(link, _linked(row))
        if not hmac.compare_digest(link, row["link"]):
            return False
    return hmac.compare_digest(link, chain)


def _place(case_id: str) -> str:
    return f"events.parts/{case_id}"


def _linked(row: Mapping[Any, Any]) -> bytes:
    at: datetime = row["at"]
    told = [row[c] for c in ("case_id", "move", "before", "after", "by_role", "staff_id")]
    told += [
        row["on_day"].isoformat(),
        round(at.timestamp() * 1000),
        hashlib.sha256(row["parts"]).hexdigest(),
    ]
    return json.dumps(told, ensure_ascii=False).encode()
