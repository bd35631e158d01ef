"""The cases filed from one conversation, without anything that was said in them.

Restricted ones are left out: on a phone that others hold, they are found by number and code alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, false, select

from storage.tables import cases


@dataclass(frozen=True)
class OwnRow:
    """One of them."""

    number: str
    matter: str
    status: str
    unit: str | None
    filed_on: date


_OWN = (
    select(cases.c.number, cases.c.matter, cases.c.status, cases.c.unit, cases.c.filed_on)
    .where(cases.c.conversation_id == bindparam("whose"), cases.c.restricted == false())
    .order_by(cases.c.filed_at.desc(), cases.c.id.desc())
)
_ALIKE = _OWN.where(cases.c.matter == bindparam("matter"), cases.c.open).limit(1)


def newest(connection: Connection, conversation: str, most: int) -> list[OwnRow]:
    """The newest of them, at most so many."""
    return [OwnRow(*row) for row in connection.execute(_OWN.limit(most), {"whose": conversation})]


def open_of_matter(connection: Connection, conversation: str, matter: str) -> OwnRow | None:
    """The newest open one of a matter."""
    row = connection.execute(_ALIKE, {"whose": conversation, "matter": matter}).first()
    return OwnRow(*row) if row else None
