"""Scans a clerk adds while registering: files of a draft that no conversation brought, under their own key.

The case that is registered takes over the key and, as any draft's, the files (`file_rows.take_over`). What
was never registered is forgotten after a day.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, delete, select

from storage.conversations import new_key
from storage.file_rows import Shown, shown
from storage.sealing import DataKey, Keyring
from storage.tables import cases, files, keys, outbox

_LOOSE = and_(files.c.conversation_id.is_(None), files.c.case_id.is_(None))


def key_of(connection: Connection, keyring: Keyring, draft: str) -> tuple[str, DataKey]:
    """The key of a draft's scans and its id; a new one where it has none yet."""
    row = connection.execute(
        select(keys.c.id, keys.c.wrapped)
        .join_from(files, keys, files.c.key_id == keys.c.id)
        .where(files.c.draft == draft, _LOOSE)
        .limit(1)
    ).first()
    return (row.id, keyring.unwrap(row.wrapped)) if row else new_key(connection, keyring)


def of_draft(connection: Connection, keyring: Keyring, draft: str) -> list[Shown]:
    """The scans of a draft that is not registered yet, oldest first."""
    found = connection.execute(
        select(files, keys.c.wrapped)
        .join_from(files, keys, files.c.key_id == keys.c.id)
        .where(files.c.draft == draft, _LOOSE)
        .order_by(files.c.made_at, files.c.id)
    ).all()
    return [shown(row, keyring) for row in found]


def is_named(connection: Connection, file: str) -> bool:
    """Whether a file of this id is known already."""
    return connection.execute(select(files.c.id).where(files.c.id == file)).first() is not None


def drop(connection: Connection, draft: str, those: Collection[str]) -> None:
    """Take scans out of a draft; what lies on the disk is swept as an orphan."""
    connection.execute(delete(files).where(files.c.id.in_(those), files.c.draft == draft, _LOOSE))


def forget_loose(connection: Connection, before: datetime) -> int:
    """Delete scans older than `before` that no case took over, and their keys; how many."""
    gone = connection.execute(
        delete(files).where(_LOOSE, files.c.made_at < before).returning(files.c.key_id)
    ).scalars()
    counted = list(gone)
    for key_id in set(counted):
        named = (select(t.c.key_id).where(t.c.key_id == key_id) for t in (cases, files, outbox))
        if not any(connection.execute(one.limit(1)).first() for one in named):
            connection.execute(delete(keys).where(keys.c.id == key_id))
    return len(counted)
