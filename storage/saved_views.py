"""A member's own views of the queue: a name and what is chosen.

The name is the member's words, so it is sealed; what is chosen (`show=overdue&town=540621101`) tells nothing
of anybody.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select

from storage.sealing import Keyring
from storage.tables import saved_views

MOST: Final = 12
"""So many views of one member; more would be another queue."""
MAX_NAME_CHARS: Final = 30


@dataclass(frozen=True)
class View:
    """One saved view."""

    id: str
    name: str
    query: str


def of_member(connection: Connection, keyring: Keyring, member: str) -> list[View]:
    """Their views, oldest first."""
    found = select(saved_views).where(saved_views.c.staff_id == member).order_by(saved_views.c.made_at)
    return [
        View(row.id, keyring.house.open_text(row.name, _place(row.id)), row.query)
        for row in connection.execute(found).all()
    ]


def save(connection: Connection, keyring: Keyring, member: str, name: str, query: str, now: datetime) -> bool:
    """Keep a view; one of the same name is replaced. False where there are `MOST` already."""
    for one in of_member(connection, keyring, member):
        if one.name == name:
            remove(connection, member, one.id)
    held = select(func.count()).select_from(saved_views).where(saved_views.c.staff_id == member)
    if connection.execute(held).scalar_one() >= MOST:
        return False
    view = secrets.token_hex(8)
    sealed = keyring.house.seal_text(name, _place(view))
    values = {"id": view, "staff_id": member, "name": sealed, "query": query, "made_at": now}
    connection.execute(insert(saved_views), values)
    return True


def remove(connection: Connection, member: str, view: str) -> None:
    """Forget one of the member's own views."""
    connection.execute(delete(saved_views).where(saved_views.c.id == view, saved_views.c.staff_id == member))


def _place(view: str) -> str:
    return f"saved_views.name/{view}"
