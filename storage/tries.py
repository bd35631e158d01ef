"""Counting wrong codes and passwords, so that guessing is slow whichever process is asked."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import tries

_PUT: dict[str, sqlite.Insert | postgresql.Insert] = {
    "sqlite": sqlite.insert(tries),
    "postgresql": postgresql.insert(tries),
}


def wait_for(
    connection: Connection, key_hash: bytes, most: int, window: timedelta, now: datetime
) -> timedelta | None:
    """How long to wait before another try, or None where one is free."""
    row = connection.execute(select(tries).where(tries.c.key_hash == key_hash)).first()
    if row is None or row.wrong < most or row.since_at + window <= now:
        return None
    left: timedelta = row.since_at + window - now
    return left


def failed(connection: Connection, key_hash: bytes, window: timedelta, now: datetime) -> None:
    """Count one wrong try."""
    row = connection.execute(select(tries).where(tries.c.key_hash == key_hash)).first()
    fresh = row is None or row.since_at + window <= now
    values = {
        "wrong": 1 if row is None or fresh else row.wrong + 1,
        "since_at": now if row is None or fresh else row.since_at,
    }
    put = _PUT[connection.dialect.name].values(key_hash=key_hash, **values)
    connection.execute(put.on_conflict_do_update(index_elements=["key_hash"], set_=values))


def forgive(connection: Connection, key_hash: bytes) -> None:
    """Forget the wrong tries under this key: the right one came."""
    connection.execute(delete(tries).where(tries.c.key_hash == key_hash))


def clear(connection: Connection, before: datetime) -> int:
    """Forget tries whose window is long over."""
    return connection.execute(delete(tries).where(tries.c.since_at < before)).rowcount
