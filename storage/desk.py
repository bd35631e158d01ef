"""What the desk and the staff's bot list and count: rows without anything a resident wrote.

Every query carries `storage.sight.visible`: what a member may not see is in no list and in no count. The
conversation of one case (`notices`) is opened with that case's own key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, case, func, select, tuple_

from cases.lifecycle import MOVES
from storage.cases import Stored
from storage.conversations import body_place
from storage.filters import FILTERS, UNDELIVERED, WHOLE, Facets, chosen, within
from storage.sight import by_index, visible
from storage.staff import Member
from storage.tables import cases, events, outbox, staff
from storage.tables import notices as owed

_MOVES = tuple(move.name for move in MOVES)
SHOWN = (
    cases.c.id,
    cases.c.number,
    cases.c.matter,
    cases.c.place,
    cases.c.status,
    cases.c.unit,
    cases.c.language,
    cases.c.waiting,
    cases.c.next_due_on,
)
"""What a list selects of a case, in the order of `Row`."""


@dataclass(frozen=True)
class Row:
    """One case in a list. `due_on` is the nearest day of a duty."""

    id: str
    number: str
    matter: str
    place: str
    status: str
    unit: str | None
    language: str
    waiting: bool
    due_on: date | None


@dataclass(frozen=True)
class Page:
    """Some rows; `after` leads to the next page, None on the last."""

    rows: tuple[Row, ...]
    after: tuple[date, str] | None


@dataclass(frozen=True)
class Moved:
    """The last move of a case, by whomever. `id` counts the case's own moves: it says nothing of others'."""

    id: int
    move: str
    at: datetime
    by_role: str
    staff_id: str | None


@dataclass(frozen=True)
class NoticeSent:
    """A notice of a case, as its resident reads it. `state` is one of the outbox; `notice` its name where it
    is owed."""

    at: datetime
    sent_at: datetime | None
    state: str
    fault: str | None
    text: str
    notice: str | None = None


def queue(
    connection: Connection,
    member: Member,
    own_unit: str,
    today: date,
    *,
    filter: str = "mine",
    facets: Facets = WHOLE,
    after: tuple[date, str] | None = None,
    limit: int = 50,
) -> Page:
    """A page of cases, the nearest due day first; those that owe nothing come last."""
    due = cases.c.queue_on
    page = select(*SHOWN).where(chosen(filter, member, own_unit, today), *within(facets))
    if after:
        day, last = after
        page = page.where(tuple_(due, cases.c.id) > tuple_(day, last))
    most, *few = by_index(member)
    in_order = page.where(most).order_by(due, cases.c.id).limit(limit + 1)
    found = [Row(*row) for row in connection.execute(in_order)]
    found += [Row(*row) for seen in few for row in connection.execute(page.where(seen))]
    found.sort(key=lambda row: (row.due_on or date.max, row.id))
    rows = tuple(found[:limit])
    more = rows and len(found) > limit
    return Page(rows, (rows[-1].due_on or date.max, rows[-1].id) if more else None)


def counts(
    connection: Connection, member: Member, own_unit: str, today: date, facets: Facets = WHOLE
) -> Mapping[str, int]:
    """How many cases each filter holds, of those the facets leave."""
    # One pass over the open cases by their index; the few undelivered ones by the outbox's.
    sums = [
        func.coalesce(func.sum(case((chosen(name, member, own_unit, today), 1), else_=0)), 0).label(name)
        for name in FILTERS
        if name != "undelivered"
    ]
    found = dict.fromkeys(FILTERS, 0)
    failed = select(func.count().label("undelivered")).select_from(cases).where(UNDELIVERED)
    for seen in by_index(member):
        for counted in (select(*sums).where(cases.c.open), failed):
            row = connection.execute(counted.where(seen, *within(facets))).one()
            found |= {name: found[name] + int(many) for name, many in row._mapping.items()}
    return found


def last_move(connection: Connection, case_id: str) -> Moved:
    """The last move of a case; what changed nothing, such as reading it, is none."""
    of_case = events.c.case_id == case_id, events.c.move.in_(_MOVES)
    count = select(func.count()).select_from(events).where(*of_case).scalar_subquery()
    row = connection.execute(
        select(count, events.c.move, events.c.at, events.c.by_role, events.c.staff_id)
        .where(*of_case)
        .order_by(events.c.id.desc())
        .limit(1)
    ).one()
    return Moved(*row)


def read_since(connection: Connection, case_id: str, member: str, since: datetime) -> bool:
    """Whether this member has a reading of the case on record at or after `since`."""
    found = select(events.c.id).where(
        events.c.case_id == case_id,
        events.c.move == "read",
        events.c.staff_id == member,
        events.c.at >= since,
    )
    return connection.execute(found.limit(1)).first() is not None


def names(connection: Connection) -> Mapping[str, str]:
    """The staff's names by id, of those who left too."""
    return {row.id: row.name for row in connection.execute(select(staff.c.id, staff.c.name))}


def notices(connection: Connection, stored: Stored) -> list[NoticeSent]:
    """Every notice of a case, oldest first."""
    found = connection.execute(
        select(outbox, owed.c.notice)
        .join_from(outbox, owed, owed.c.id == outbox.c.notice_id, isouter=True)
        .where(outbox.c.case_id == stored.id)
        .order_by(outbox.c.id)
    ).all()
    return [_notice(row, stored) for row in found if row.key_id == stored.key_id]


def _notice(row: Any, stored: Stored) -> NoticeSent:
    body = stored.key.open_json(row.body, body_place(row.recipient))
    return NoticeSent(row.made_at, row.sent_at, row.state, row.fault, str(body.get("text", "")), row.notice)


def number_of(connection: Connection, case_id: str, member: Member) -> str | None:
    """The number of a case by its id, where the member may see it."""
    found = select(cases.c.number).where(cases.c.id == case_id, visible(member))
    return connection.execute(found).scalar()
