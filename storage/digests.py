"""Which members had their digest on which day, so that each comes once whatever restarts."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from storage.group_tables import digests

_SQLITE, _POSTGRES = sqlite.insert(digests), postgresql.insert(digests)
_MARK = {
    "sqlite": _SQLITE.on_conflict_do_update(
        index_elements=[digests.c.staff_id],
        set_={"on_day": _SQLITE.excluded.on_day},
        where=digests.c.on_day < _SQLITE.excluded.on_day,
    ),
    "postgresql": _POSTGRES.on_conflict_do_update(
        index_elements=[digests.c.staff_id],
        set_={"on_day": _POSTGRES.excluded.on_day},
        where=digests.c.on_day < _POSTGRES.excluded.on_day,
    ),
}
"""One row a member, of the last day: whoever moves it on sends that day's digest."""


def mark(connection: Connection, member: str, on: date) -> bool:
    """The member's digest of this day is being sent; False where it was already."""
    row = {"staff_id": member, "on_day": on}
    return connection.execute(_MARK[connection.dialect.name], row).rowcount > 0
