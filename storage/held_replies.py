"""Replies held for the translators: a move with a Chinese text to a resident who reads Tibetan, not made yet.

States: `waiting` for its Tibetan, `made`, `given_back` to whoever wrote it, `as_written`: sent in Chinese
after all.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.columns import fixed
from storage.sealing import DataKey, Keyring
from storage.sight import not_kept_from
from storage.staff import Member
from storage.tables import cases, held_replies, keys

WAITING, MADE, GIVEN_BACK, AS_WRITTEN = "waiting", "made", "given_back", "as_written"


@dataclass(frozen=True)
class Held:
    """One reply, opened: the move and its parts as written, and the last move its writer had seen."""

    id: str
    case_id: str
    number: str
    move: str
    staff_id: str
    drawn_after: int
    parts: Mapping[str, str]
    state: str
    held_at: datetime
    translator_id: str | None


_HELD = (
    select(held_replies, cases.c.number, keys.c.wrapped)
    .join_from(held_replies, cases, held_replies.c.case_id == cases.c.id)
    .join(keys, cases.c.key_id == keys.c.id)
)
_WAITING = _HELD.where(held_replies.c.state == fixed(WAITING)).order_by(
    held_replies.c.held_at, held_replies.c.id
)
_OF_CASE = _HELD.where(held_replies.c.case_id == bindparam("case_id")).order_by(
    held_replies.c.held_at, held_replies.c.id
)


def hold(
    connection: Connection,
    key: DataKey,
    *,
    case_id: str,
    move: str,
    staff_id: str,
    drawn_after: int,
    parts: Mapping[str, str],
    now: datetime,
) -> str:
    """Keep a reply for the translators; its id."""
    reply = secrets.token_hex(8)
    row = {
        "id": reply,
        "case_id": case_id,
        "move": move,
        "staff_id": staff_id,
        "drawn_after": drawn_after,
        "parts": key.seal_json(dict(parts), _place(reply)),
        "state": WAITING,
        "held_at": now,
    }
    connection.execute(insert(held_replies), row)
    return reply


def waiting(connection: Connection, keyring: Keyring, member: Member, *, most: int = 100) -> list[Held]:
    """What waits for its Tibetan, the oldest first; none from which this member keeps away."""
    theirs = _WAITING.where(not_kept_from(member)).limit(most)
    return [_opened(keyring, row) for row in connection.execute(theirs)]


def of_case(connection: Connection, keyring: Keyring, case_id: str) -> list[Held]:
    """Every reply of a case that was held, oldest first."""
    return [_opened(keyring, row) for row in connection.execute(_OF_CASE, {"case_id": case_id})]


def find(connection: Connection, keyring: Keyring, member: Member, reply: str) -> Held | None:
    """One reply, unless this member keeps away from its case."""
    row = connection.execute(_HELD.where(held_replies.c.id == reply, not_kept_from(member))).first()
    return _opened(keyring, row) if row else None


def settle(connection: Connection, reply: str, state: str, translator_id: str | None, now: datetime) -> bool:
    """End the wait of a reply; False where somebody was quicker."""
    done = update(held_replies).where(held_replies.c.id == reply, held_replies.c.state == fixed(WAITING))
    values = {"state": state, "translator_id": translator_id, "ended_at": now}
    return bool(connection.execute(done.values(**values)).rowcount)


def _opened(keyring: Keyring, row: Any) -> Held:
    key = keyring.unwrap(row.wrapped)
    return Held(
        row.id,
        row.case_id,
        row.number,
        row.move,
        row.staff_id,
        row.drawn_after,
        key.open_json(row.parts, _place(row.id)),
        row.state,
        row.held_at,
        row.translator_id,
    )


def _place(reply: str) -> str:
    return f"held_replies.parts/{reply}"
