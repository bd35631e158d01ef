"""Conversations and what came in: one row holds all that a turn needs, sealed under its own data key."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.prepared import Prepared, named
from storage.sealing import DataKey, Keyring
from storage.tables import conversations, inbox, keys


@dataclass(frozen=True)
class Kept:
    """A conversation as it is stored, opened. `state` is what `dialogs.state.State.to_json` wrote, or {}."""

    id: str
    channel: str
    key_id: str
    key: DataKey
    state: dict[str, Any]
    heard_at: datetime
    blocked: bool


_SHOWN = (
    conversations.c.id,
    conversations.c.channel,
    conversations.c.key_id,
    conversations.c.state,
    conversations.c.heard_at,
    conversations.c.blocked,
    keys.c.wrapped,
)
_JOINED = select(*_SHOWN).join_from(conversations, keys)
_OF_ADDRESS = _JOINED.where(
    conversations.c.channel == bindparam("channel"), conversations.c.address_hash == bindparam("address_hash")
)
_OF_ID = _JOINED.where(conversations.c.id == bindparam("this"))
_BY_ADDRESS = Prepared(_OF_ADDRESS)
_BY_ID = Prepared(_OF_ID)
_LOCK_BY_ADDRESS = Prepared(_OF_ADDRESS.with_for_update(of=conversations))
_LOCK_BY_ID = Prepared(_OF_ID.with_for_update(of=conversations))
_NEW_KEY = insert(keys)
_NEW = insert(conversations)
_SAVE = Prepared(
    update(conversations)
    .where(conversations.c.id == bindparam("this"))
    .values(named("state", "language", "heard_at", "key_id", "blocked"))
)
_CAME = named("channel", "update_key", "conversation_id", "key_id", "body", "at")
_HEAR = Prepared(
    postgresql.insert(inbox).values(_CAME).on_conflict_do_nothing().inline(),
    sqlite=sqlite.insert(inbox).values(_CAME).on_conflict_do_nothing().inline(),
)


def state_place(conversation: str) -> str:
    """What the state of a conversation is bound to when sealed."""
    return f"conversations.state/{conversation}"


def body_place(conversation: str) -> str:
    """What a message of a conversation is bound to when sealed."""
    return f"message/{conversation}"


def new_key(connection: Connection, keyring: Keyring) -> tuple[str, DataKey]:
    """A fresh data key, stored wrapped; its id."""
    key_id, key = drawn_key(keyring)
    keep_key(connection, keyring, key_id, key)
    return key_id, key


def drawn_key(keyring: Keyring) -> tuple[str, DataKey]:
    """A fresh data key that is not stored yet, and its id."""
    return secrets.token_hex(8), keyring.new_data_key()


def keep_key(connection: Connection, keyring: Keyring, key_id: str, key: DataKey) -> None:
    """Store a data key, wrapped."""
    connection.execute(_NEW_KEY, {"id": key_id, "wrapped": keyring.wrap(key)})


def _opened(row: tuple[Any, ...], keyring: Keyring) -> Kept:
    conversation, channel, key_id, state, heard_at, blocked, wrapped = row
    key = keyring.unwrap(wrapped)
    opened = key.open_json(state, state_place(conversation))
    return Kept(conversation, channel, key_id, key, opened, heard_at, blocked)


def find(connection: Connection, keyring: Keyring, channel: str, address: str) -> Kept | None:
    """The conversation with `address` on `channel`, for reading alone."""
    there = {"channel": channel, "address_hash": keyring.lookup(f"address/{channel}", address)}
    row = _BY_ADDRESS.first(connection, there)
    return _opened(row, keyring) if row else None


def find_by_id(connection: Connection, keyring: Keyring, conversation: str) -> Kept | None:
    """The conversation of that id, for reading alone."""
    row = _BY_ID.first(connection, {"this": conversation})
    return _opened(row, keyring) if row else None


def lock(connection: Connection, keyring: Keyring, channel: str, address: str, now: datetime) -> Kept:
    """The conversation with `address` on `channel`, locked for this transaction; made when it is new."""
    address_hash = keyring.lookup(f"address/{channel}", address)
    row = _LOCK_BY_ADDRESS.first(connection, {"channel": channel, "address_hash": address_hash})
    if row:
        return _opened(row, keyring)
    key_id, key = new_key(connection, keyring)
    conversation = secrets.token_hex(8)
    made = {
        "id": conversation,
        "channel": channel,
        "address_hash": address_hash,
        "address": keyring.house.seal_text(address, f"conversations.address/{conversation}"),
        "key_id": key_id,
        "state": key.seal_json({}, state_place(conversation)),
        "blocked": False,
        "heard_at": now,
    }
    connection.execute(_NEW, made)
    return Kept(conversation, channel, key_id, key, {}, now, False)


def lock_by_id(connection: Connection, keyring: Keyring, conversation: str) -> Kept | None:
    """The conversation of that id, locked for this transaction."""
    row = _LOCK_BY_ID.first(connection, {"this": conversation})
    return _opened(row, keyring) if row else None


def save(connection: Connection, kept: Kept, state: dict[str, Any], heard_at: datetime) -> None:
    """Store what became of a conversation."""
    _SAVE.run(
        connection,
        {
            "this": kept.id,
            "state": kept.key.seal_json(state, state_place(kept.id)),
            "language": state.get("language"),
            "heard_at": heard_at,
            "key_id": kept.key_id,
            "blocked": False,
        },
    )


def hear(connection: Connection, kept: Kept, update_key: str, body: dict[str, Any], now: datetime) -> bool:
    """Store what came in; False when this very update came before, and nothing is stored."""
    came = {
        "channel": kept.channel,
        "update_key": update_key,
        "conversation_id": kept.id,
        "key_id": kept.key_id,
        "body": kept.key.seal_json(body, body_place(kept.id)),
        "at": now,
    }
    return _HEAR.run(connection, came) > 0


def blank_inbox(connection: Connection, kept: Kept) -> None:
    """Take what was said out of all that came in under this key; that it came is still known."""
    blank = kept.key.seal_json({}, body_place(kept.id))
    connection.execute(update(inbox).where(inbox.c.key_id == kept.key_id).values(body=blank))


def address_of(connection: Connection, keyring: Keyring, conversation: str) -> str:
    """Where the resident of a conversation is reached on its channel."""
    sealed = connection.execute(
        select(conversations.c.address).where(conversations.c.id == conversation)
    ).scalar_one()
    return keyring.house.open_text(sealed, f"conversations.address/{conversation}")


def language_of(connection: Connection, conversation: str) -> tuple[str, str | None]:
    """The channel of a conversation, and the language its resident reads now."""
    row = connection.execute(
        select(conversations.c.channel, conversations.c.language).where(conversations.c.id == conversation)
    ).one()
    return row.channel, row.language


def block(connection: Connection, conversation: str, blocked: bool = True) -> None:
    """Note that the resident blocked the bot, or came back."""
    connection.execute(
        update(conversations).where(conversations.c.id == conversation).values(blocked=blocked)
    )


def forget_inbox(connection: Connection, before: datetime) -> int:
    """Delete what came in long ago (what a case needs stands in the case); how many."""
    done = connection.execute(delete(inbox).where(inbox.c.at < before))
    return done.rowcount
