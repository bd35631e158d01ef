"""Keys that nothing is sealed under any more: deleted, so that what lies elsewhere opens for nobody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Connection, delete, select, union_all

from storage.tables import keys, metadata


def naming(this: Column[Any]) -> tuple[Column[Any], ...]:
    """Every column of every table that names this one."""
    every = (column for table in metadata.sorted_tables for column in table.columns)
    return tuple(column for column in every if any(k.column is this for k in column.foreign_keys))


_NAMING_A_KEY = naming(keys.c.id)


def drop_unneeded(connection: Connection, those: Iterable[str]) -> None:
    """Delete the keys of these that no row names."""
    for key_id in set(those):
        named = union_all(*(select(column).where(column == key_id) for column in _NAMING_A_KEY))
        if connection.execute(named.limit(1)).first() is None:
            connection.execute(delete(keys).where(keys.c.id == key_id))
