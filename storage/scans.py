"""Scans a clerk adds while registering: files of a draft that no conversation brought, under their own key.

The case that is registered takes over the key and, as any draft's, the files (`file_rows.take_over`). What
was never registered is forgotten after a day.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, delete, select
from sqlalchemy.sql.elements import ColumnElement

from storage import conversations
from storage.file_rows import Shown, shown
from storage.sealing import DataKey, Keyring
from storage.tables import files, keys
from storage.unneeded import drop_unneeded

_LOOSE = and_(files.c.conversation_id.is_(None), files.c.case_id.is_(None))


def key_of(connection: Connection, keyring: Keyring, draft: str) -> tuple[str, DataKey] | None:
    """The key of a draft's scans and its id; None where it has none yet."""
    row = connection.execute(
        select(keys.c.id, keys.c.wrapped)
        .join_from(files, keys, files.c.key_id == keys.c.id)
        .where(files.c.draft == draft, _LOOSE)
        .limit(1)
    ).first()
    return (row.id, keyring.unwrap(row.wrapped)) if row else None


def keep_key(connection: Connection, keyring: Keyring, key_id: str, key: DataKey) -> None:
    """Store the key of a draft's scans where it is not stored, or was dropped meanwhile."""
    if connection.execute(select(keys.c.id).where(keys.c.id == key_id)).first() is None:
        conversations.keep_key(connection, keyring, key_id, key)


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
    """Take scans out of a draft, and their key where it was theirs alone; what lies on the disk is swept as
    an orphan."""
    _delete(connection, and_(files.c.id.in_(those), files.c.draft == draft))


def forget_loose(connection: Connection, before: datetime) -> int:
    """Delete scans older than `before` that no case took over, and their keys; how many."""
    return _delete(connection, files.c.made_at < before)


def _delete(connection: Connection, which: ColumnElement[bool]) -> int:
    under = connection.execute(delete(files).where(_LOOSE, which).returning(files.c.key_id)).scalars().all()
    drop_unneeded(connection, under)
    return len(under)
