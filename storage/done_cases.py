"""Cases in which no organ owes anything any more: answered, closed, taken back; by the day they came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select, tuple_

from storage.filters import WHOLE, Facets, within
from storage.sight import by_index
from storage.staff import Member
from storage.tables import cases


@dataclass(frozen=True)
class DoneRow:
    """One case in the list; nothing a resident wrote."""

    id: str
    number: str
    matter: str
    place: str
    status: str
    unit: str | None
    came_by: str
    filed_on: date


@dataclass(frozen=True)
class DonePage:
    """Some rows, the latest first; `after` leads on, None on the last."""

    rows: tuple[DoneRow, ...]
    after: tuple[date, str] | None


_SHOWN = (
    cases.c.id,
    cases.c.number,
    cases.c.matter,
    cases.c.place,
    cases.c.status,
    cases.c.unit,
    cases.c.came_by,
    cases.c.filed_on,
)


def listed(
    connection: Connection,
    member: Member,
    *,
    number: str | None = None,
    since: date | None = None,
    until: date | None = None,
    facets: Facets = WHOLE,
    after: tuple[date, str] | None = None,
    limit: int = 50,
) -> DonePage:
    """The cases that came from `since` to `until`, both included, or the one of this number, within sight."""
    page = select(*_SHOWN).where(~cases.c.open, *within(facets))
    if number:
        page = page.where(cases.c.number == number)
    if since:
        page = page.where(cases.c.filed_on >= since)
    if until:
        page = page.where(cases.c.filed_on <= until)
    if after:
        page = page.where(tuple_(cases.c.filed_on, cases.c.id) < tuple_(*after))
    page = page.order_by(cases.c.filed_on.desc(), cases.c.id.desc()).limit(limit + 1)
    found = [DoneRow(*row) for seen in by_index(member) for row in connection.execute(page.where(seen))]
    found.sort(key=lambda row: (row.filed_on, row.id), reverse=True)
    shown = tuple(found[:limit])
    return DonePage(shown, (shown[-1].filed_on, shown[-1].id) if len(found) > limit else None)
