"""What is held of a resident, for that resident: counted, and opened in whole.

《个人信息保护法》第四十五条.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from storage.conversations import Kept, body_place
from storage.outbox import NOTICE
from storage.sealing import NONCE_BYTES, TAG_BYTES, DataKey
from storage.tables import cases, files, inbox, outbox, staff

OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES
MINE = "mine"
"""Marks a message that shows what is held: it is not itself shown, or copies would grow out of copies."""


@dataclass(frozen=True)
class Counted:
    """How much is held that belongs to no case. `since` is when the oldest message came or went."""

    messages: int
    since: datetime | None
    files: int


@dataclass(frozen=True)
class Message:
    """One message of a conversation: `own` is the resident's. `pressed` is the id of a button."""

    own: bool
    at: datetime
    text: str = ""
    pressed: str = ""
    files: tuple[dict[str, str], ...] = ()
    labels: tuple[tuple[str, str], ...] = ()


_CAME = select(inbox.c.id, inbox.c.body, inbox.c.at).where(
    inbox.c.conversation_id == bindparam("conversation"), inbox.c.key_id == bindparam("key")
)
_WENT = select(outbox.c.id, outbox.c.body, outbox.c.made_at).where(
    outbox.c.recipient == bindparam("conversation"),
    outbox.c.key_id == bindparam("key"),
    outbox.c.lane < NOTICE,
    outbox.c.state != "replaced",
)
_FILES = (
    select(func.count())
    .select_from(files)
    .where(files.c.conversation_id == bindparam("conversation"), files.c.case_id.is_(None))
)
_LETTER = (
    select(outbox.c.body, outbox.c.made_at)
    .where(outbox.c.id == bindparam("this"))
    .where(outbox.c.recipient == bindparam("conversation"), outbox.c.key_id == bindparam("key"))
)
_UNITS = select(staff.c.id, staff.c.unit).where(staff.c.id.in_(bindparam("ids", expanding=True)))


def counted(connection: Connection, kept: Kept) -> Counted:
    """What is sealed under the conversation's present key: what went with a case belongs to the case."""
    whose = {"conversation": kept.id, "key": kept.key_id}
    words = func.length(inbox.c.body) > OVERHEAD_BYTES + len("{}")  # of some only that they came is kept
    came = _CAME.with_only_columns(func.count(), func.min(inbox.c.at)).where(words)
    went = _WENT.with_only_columns(func.count(), func.min(outbox.c.made_at))
    (own, first), (theirs, other) = (
        connection.execute(came, whose).one(),
        connection.execute(went, whose).one(),
    )
    held = connection.execute(_FILES, whose).scalar_one()
    return Counted(own + theirs, min((at for at in (first, other) if at), default=None), held)


def messages(connection: Connection, conversation: str, key_id: str, key: DataKey) -> tuple[Message, ...]:
    """Every message of a conversation sealed under a key, oldest first, notices of cases left out."""
    whose = {"conversation": conversation, "key": key_id}
    place = body_place(conversation)
    found: list[tuple[datetime, bool, int, Message]] = []
    for row in connection.execute(_CAME, whose).all():
        body = key.open_json(row.body, place)
        told = Message(
            True,
            row.at,
            str(body.get("text") or ""),
            str(body.get("press") or ""),
            tuple(body.get("files") or ()),
        )
        found.append((row.at, False, row.id, told))
    for row in connection.execute(_WENT, whose).all():
        body = key.open_json(row.body, place)
        if body.get(MINE):
            continue
        labels = tuple((str(b["id"]), str(b["label"])) for line in body.get("rows") or () for b in line)
        text = str(body.get("text") or "")
        found.append((row.made_at, True, row.id, Message(False, row.made_at, text, labels=labels)))
    return tuple(one[-1] for one in sorted(found, key=lambda f: f[:3]))


def letter(connection: Connection, kept: Kept, message: int) -> tuple[dict[str, Any], datetime] | None:
    """A message of the outbox to this conversation, and when it was made; None for any other's."""
    whose = {"this": message, "conversation": kept.id, "key": kept.key_id}
    row = connection.execute(_LETTER, whose).first()
    return (kept.key.open_json(row.body, body_place(kept.id)), row.made_at) if row else None


def any_case(connection: Connection, conversation: str) -> bool:
    """Whether a case was filed from this conversation."""
    found = select(cases.c.id).where(cases.c.conversation_id == conversation).limit(1)
    return connection.execute(found).first() is not None


def units_of(connection: Connection, members: set[str]) -> dict[str, str]:
    """The unit of each of these members of staff, by the member's id."""
    return {row.id: row.unit for row in connection.execute(_UNITS, {"ids": sorted(members)})}
