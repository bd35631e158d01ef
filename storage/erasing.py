"""Erasing a conversation (《个人信息保护法》第四十七条): what was said, and the key it was sealed under.

Cases that were filed stay, with their keys, their files and the notices they owe. What lies on the disk, in
a log or in a backup is then ciphertext whose key is gone.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, exists, select, update
from sqlalchemy.sql.elements import ColumnElement

from storage import chats
from storage.conversations import Kept, body_place, new_key, save
from storage.sealing import Keyring
from storage.tables import conversations, files, inbox, keys, outbox
from storage.unneeded import drop_unneeded, naming

REPEATED_WITHIN = timedelta(days=1)
"""A channel repeats an update within this time or never: so long its name is kept, without its words."""
NOBODY = ""
"""Whose a notice is that was delivered to a conversation since erased."""


_NAMING_ONE = naming(conversations.c.id)


def erase(connection: Connection, keyring: Keyring, kept: Kept, now: datetime) -> Kept:
    """Erase all that a conversation holds, its talks too; it goes on empty, under a new key. No table
    is walked."""
    was = _overwriting(connection, 1)
    told = select(inbox.c.key_id).where(inbox.c.conversation_id == kept.id)
    sent = select(outbox.c.key_id).where(outbox.c.recipient == kept.id, outbox.c.case_id.is_(None))
    old = {kept.key_id, *connection.execute(told).scalars(), *connection.execute(sent).scalars()} - {None}
    key_id, key = new_key(connection, keyring)
    fresh = Kept(kept.id, kept.channel, key_id, key, {}, now, False)
    save(connection, fresh, {}, now)
    _forget_words(connection, fresh, now)
    connection.execute(delete(outbox).where(outbox.c.recipient == kept.id, outbox.c.case_id.is_(None)))
    _part_from_notices(connection, keyring, kept.id)
    connection.execute(delete(files).where(files.c.conversation_id == kept.id, files.c.case_id.is_(None)))
    drop_unneeded(connection, old | chats.erase_of(connection, kept.id))
    _overwriting(connection, was)
    return fresh


def _overwriting(connection: Connection, value: int) -> int:
    """Have SQLite overwrite what is deleted with zeros (1), or as it was before; how it was."""
    if connection.dialect.name != "sqlite":
        return 0
    was = int(connection.exec_driver_sql("PRAGMA secure_delete").scalar_one())
    connection.exec_driver_sql(f"PRAGMA secure_delete={value}")
    return was


def _forget_words(connection: Connection, fresh: Kept, now: datetime) -> None:
    """What came in goes; of the last day the updates' names stay, so that none is heard twice."""
    here = inbox.c.conversation_id == fresh.id
    connection.execute(delete(inbox).where(here, inbox.c.at < now - REPEATED_WITHIN))
    nothing = fresh.key.seal_json({}, body_place(fresh.id))
    connection.execute(update(inbox).where(here).values(key_id=fresh.key_id, body=nothing))


def _part_from_notices(connection: Connection, keyring: Keyring, conversation: str) -> None:
    """Notices that were delivered stay with their case as a record, and are shown here no more."""
    found = connection.execute(
        select(outbox.c.id, outbox.c.body, keys.c.wrapped)
        .join_from(outbox, keys, outbox.c.key_id == keys.c.id)
        .where(outbox.c.recipient == conversation, outbox.c.state.in_(("sent", "replaced")))
    ).all()
    for row in found:
        key = keyring.unwrap(row.wrapped)
        body = key.open_json(row.body, body_place(conversation))
        sealed = key.seal_json(body, body_place(NOBODY))
        connection.execute(update(outbox).where(outbox.c.id == row.id).values(recipient=NOBODY, body=sealed))


def _empty(before: datetime) -> tuple[ColumnElement[bool], ...]:
    """Of a conversation: silent since `before`, without a language, and no row of another table names it."""
    return (
        conversations.c.language.is_(None),
        conversations.c.heard_at < before,
        *(~exists().where(column == conversations.c.id) for column in _NAMING_ONE),
    )


def empty_ones(connection: Connection, before: datetime, last: str, most: int) -> list[str]:
    """Conversations after `last` by id of which nothing is kept and that are silent since `before`."""
    found = select(conversations.c.id).where(conversations.c.id > last, *_empty(before))
    return list(connection.execute(found.order_by(conversations.c.id).limit(most)).scalars())


def forget(connection: Connection, ids: list[str], before: datetime) -> None:
    """Delete those of these conversations that are still empty, what was last said to them, their keys."""
    for one in ids:
        gone = delete(conversations).where(conversations.c.id == one, *_empty(before))
        for key_id in connection.execute(gone.returning(conversations.c.key_id)).scalars().all():
            connection.execute(delete(outbox).where(outbox.c.recipient == one))
            drop_unneeded(connection, (key_id,))
