"""Cases as another system may list them: a page at a time in the order of filing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, String, literal, select, tuple_

from storage.cases import Stored, find
from storage.columns import Instant
from storage.sealing import Keyring
from storage.sight import may_be_told, told_elsewhere
from storage.tables import cases


@dataclass(frozen=True)
class Listed:
    """One case in a list. `unit` is the one that has it."""

    id: str
    number: str
    national_number: str | None
    matter: str
    status: str
    open: bool
    unit: str | None
    filed_on: date
    filed_at: datetime


_LISTED = (
    cases.c.id,
    cases.c.number,
    cases.c.national_number,
    cases.c.matter,
    cases.c.status,
    cases.c.open,
    cases.c.unit,
    cases.c.filed_on,
    cases.c.filed_at,
)
_ORDER = (cases.c.filed_at, cases.c.id)


def listed(
    connection: Connection,
    *,
    most: int,
    status: str | None = None,
    since: datetime | None = None,
    national_number: str | None = None,
    after: tuple[datetime, str] | None = None,
) -> list[Listed]:
    """At most so many, the oldest first, after `after` (when filed, id). `since`: filed at or after then."""
    found = select(*_LISTED).where(told_elsewhere())
    if status is not None:
        found = found.where(cases.c.status == status)
    if national_number is not None:
        found = found.where(cases.c.national_number == national_number)
    if since is not None:
        found = found.where(cases.c.filed_at >= since)
    if after is not None:
        found = found.where(tuple_(*_ORDER) > tuple_(literal(after[0], Instant), literal(after[1], String)))
    return [Listed(*row) for row in connection.execute(found.order_by(*_ORDER).limit(most))]


def one(connection: Connection, keyring: Keyring, number: str) -> Stored | None:
    """The case of that number, where it may be told."""
    stored = find(connection, keyring, number)
    return stored if stored and may_be_told(stored.case) else None
