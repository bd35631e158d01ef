"""Talks of residents with the staff: waiting, taken by one, closed; each sealed under a key of its own.

Among the lines stands who opened a chat to read it (`SEEN`), as a record, once for each member.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from storage.conversations import new_key
from storage.sealing import DataKey, Keyring
from storage.sight import visible_talk
from storage.staff import Member
from storage.tables import chat_lines, chats, conversations, files, keys, staff
from storage.unneeded import drop_unneeded

WAITING, TAKEN, CLOSED = "waiting", "taken", "closed"
RESIDENT, STAFF, SEEN = "resident", "staff", "seen"
MOST_LISTED: Final = 200
MOST_LINES: Final = 500


@dataclass(frozen=True)
class Chat:
    """A chat as it stands. `holder` is the name of the one who has taken it."""

    id: str
    conversation_id: str
    status: str
    staff_id: str | None
    holder: str | None
    channel: str
    language: str | None
    opened_at: datetime
    last_at: datetime
    closed_at: datetime | None
    key_id: str
    key: DataKey


@dataclass(frozen=True)
class Line:
    """One line, opened: `{"text"}`, `{"pin"}`, `{"files"}`. `name` is that of the member who wrote it."""

    by: str
    name: str | None
    body: Mapping[str, Any]
    at: datetime


_CHATS = (
    select(
        chats,
        staff.c.name.label("holder"),
        conversations.c.channel,
        conversations.c.language,
        keys.c.wrapped,
    )
    .join_from(chats, conversations, chats.c.conversation_id == conversations.c.id)
    .join(keys, chats.c.key_id == keys.c.id)
    .outerjoin(staff, chats.c.staff_id == staff.c.id)
)


def open_one(connection: Connection, keyring: Keyring, chat: str, conversation: str, now: datetime) -> None:
    """A new chat that waits. Raises IntegrityError for a known id."""
    key_id, _ = new_key(connection, keyring)
    values = {"id": chat, "conversation_id": conversation, "key_id": key_id, "status": WAITING}
    connection.execute(insert(chats), {**values, "opened_at": now, "last_at": now})


def find(connection: Connection, keyring: Keyring, chat: str) -> Chat | None:
    """The chat of that id."""
    row = connection.execute(_CHATS.where(chats.c.id == chat)).first()
    return _chat(row, keyring) if row else None


def listed(connection: Connection, keyring: Keyring, member: Member) -> list[Chat]:
    """The chats that are open and the member may see, the longest waiting first."""
    found = _CHATS.where(chats.c.closed_at.is_(None), visible_talk(member))
    found = found.order_by(chats.c.opened_at, chats.c.id)
    return [_chat(row, keyring) for row in connection.execute(found.limit(MOST_LISTED)).all()]


def of_conversation(connection: Connection, keyring: Keyring, conversation: str) -> list[Chat]:
    """Every chat of a conversation, the newest first."""
    found = _CHATS.where(chats.c.conversation_id == conversation)
    found = found.order_by(chats.c.opened_at.desc(), chats.c.id).limit(MOST_LISTED)
    return [_chat(row, keyring) for row in connection.execute(found).all()]


def lines(connection: Connection, chat: Chat) -> list[Line]:
    """What was said and read, oldest first."""
    found = connection.execute(
        select(chat_lines, staff.c.name)
        .outerjoin_from(chat_lines, staff, chat_lines.c.staff_id == staff.c.id)
        .where(chat_lines.c.chat_id == chat.id)
        .order_by(chat_lines.c.id.desc())
        .limit(MOST_LINES)
    ).all()
    return [
        Line(row.by, row.name, chat.key.open_json(row.body, _body_place(chat.id)), row.at)
        for row in reversed(found)
    ]


def say(
    connection: Connection, chat: Chat, by: str, staff_id: str | None, body: Mapping[str, Any], now: datetime
) -> bool:
    """Add a line; True where it is the first by that side."""
    first = not _any_by(connection, chat.id, by)
    sealed = chat.key.seal_json(dict(body), _body_place(chat.id))
    values = {"chat_id": chat.id, "by": by, "staff_id": staff_id, "body": sealed, "at": now}
    connection.execute(insert(chat_lines), values)
    if by != SEEN:
        connection.execute(update(chats).where(chats.c.id == chat.id).values(last_at=now))
    return first


def seen(connection: Connection, chat: Chat, staff_id: str, now: datetime) -> None:
    """Put on record that a member reads the chat."""
    if not has_seen(connection, chat.id, staff_id):
        say(connection, chat, SEEN, staff_id, {}, now)


def has_seen(connection: Connection, chat: str, staff_id: str) -> bool:
    """Whether that is on record already."""
    found = select(chat_lines.c.id).where(
        chat_lines.c.chat_id == chat, chat_lines.c.by == SEEN, chat_lines.c.staff_id == staff_id
    )
    return connection.execute(found.limit(1)).first() is not None


def take(connection: Connection, chat: str, staff_id: str) -> bool:
    """Make a waiting chat this member's; False where it waits no more."""
    taken = update(chats).where(chats.c.id == chat, chats.c.status == WAITING)
    return connection.execute(taken.values(status=TAKEN, staff_id=staff_id)).rowcount > 0


def hand_back(connection: Connection, chat: str, staff_id: str) -> bool:
    """Make a chat this member holds wait again; False where they hold it no more."""
    theirs = update(chats).where(chats.c.id == chat, chats.c.status == TAKEN, chats.c.staff_id == staff_id)
    return connection.execute(theirs.values(status=WAITING, staff_id=None)).rowcount > 0


def close(connection: Connection, chat: str, now: datetime) -> bool:
    """Close a chat; False where it is closed."""
    closed = update(chats).where(chats.c.id == chat, chats.c.closed_at.is_(None))
    return connection.execute(closed.values(status=CLOSED, closed_at=now)).rowcount > 0


def silent(connection: Connection, before: datetime) -> list[str]:
    """Taken chats in which nothing was said since `before` and the last word was the staff's."""
    found = connection.execute(
        select(chats.c.id)
        .where(chats.c.closed_at.is_(None), chats.c.last_at < before, chats.c.status == TAKEN)
        .order_by(chats.c.last_at, chats.c.id)
        .limit(MOST_LISTED)
    ).scalars()
    return [one for one in found.all() if _last_by(connection, one) == STAFF]


def forget(connection: Connection, before: datetime) -> int:
    """Delete chats closed before that, with what was said and sent in them; how many."""
    found = connection.execute(
        select(chats.c.id, chats.c.key_id)
        .where(chats.c.closed_at.is_not(None), chats.c.closed_at < before)
        .order_by(chats.c.closed_at, chats.c.id)
        .limit(MOST_LISTED)
    ).all()
    for chat, key_id in found:
        drop_unneeded(connection, {key_id, *_delete(connection, chat)})
    return len(found)


def erase_of(connection: Connection, conversation: str) -> set[str]:
    """Delete every chat of a conversation; the keys that are then theirs no more."""
    found = connection.execute(
        select(chats.c.id, chats.c.key_id).where(chats.c.conversation_id == conversation)
    ).all()
    dropped: set[str] = set()
    for chat, key_id in found:
        dropped |= {key_id, *_delete(connection, chat)}
    return dropped


def _delete(connection: Connection, chat: str) -> set[str]:
    """Delete a chat, its lines and its files; under which keys the files were sealed."""
    under = set(connection.execute(select(files.c.key_id).where(files.c.case_id == chat)).scalars())
    connection.execute(delete(files).where(files.c.case_id == chat))
    connection.execute(delete(chat_lines).where(chat_lines.c.chat_id == chat))
    connection.execute(delete(chats).where(chats.c.id == chat))
    return under


def _any_by(connection: Connection, chat: str, by: str) -> bool:
    found = select(chat_lines.c.id).where(chat_lines.c.chat_id == chat, chat_lines.c.by == by)
    return connection.execute(found.limit(1)).first() is not None


def _last_by(connection: Connection, chat: str) -> str | None:
    found = (
        select(chat_lines.c.by)
        .where(chat_lines.c.chat_id == chat, chat_lines.c.by != SEEN)
        .order_by(chat_lines.c.id.desc())
        .limit(1)
    )
    by: str | None = connection.execute(found).scalar()
    return by


def _chat(row: Any, keyring: Keyring) -> Chat:
    names = ("id", "conversation_id", "status", "staff_id", "holder", "channel", "language")
    told = {name: getattr(row, name) for name in names}
    times = {name: getattr(row, name) for name in ("opened_at", "last_at", "closed_at")}
    return Chat(**told, **times, key_id=row.key_id, key=keyring.unwrap(row.wrapped))


def _body_place(chat: str) -> str:
    return f"chat_lines.body/{chat}"
