"""The places of a slot: one row's count, raised only while there is room.

Of two who want the last place at once the database lets one have it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import slots

_DIALECTS: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def take(connection: Connection, slot: str, most: int) -> bool:
    """Take one of the `most` places of a slot; False where none is left."""
    one = _DIALECTS[connection.dialect.name](slots).values(id=slot, taken=1)
    more = one.on_conflict_do_update(
        index_elements=[slots.c.id], set_={"taken": slots.c.taken + 1}, where=slots.c.taken < most
    )
    return connection.execute(more).rowcount > 0


def leave(connection: Connection, slot: str) -> None:
    """Give a place back."""
    connection.execute(
        update(slots).where(slots.c.id == slot, slots.c.taken > 0).values(taken=slots.c.taken - 1)
    )


def full(connection: Connection, most: Mapping[str, int]) -> tuple[str, ...]:
    """The slots, of those with their places in `most`, that have no place left."""
    rows = connection.execute(select(slots).where(slots.c.id.in_(tuple(most)))).all()
    return tuple(sorted(row.id for row in rows if row.taken >= most[row.id]))
