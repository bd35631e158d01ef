"""Appointments as they are stored: booked, moved, given up, reminded of, forgotten.

Name and telephone are sealed under a key of the appointment's own; places of a slot are in `storage.slots`.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select, update

from storage import conversations
from storage.sealing import Keyring
from storage.sight import visible_visit
from storage.staff import Member
from storage.tables import appointments, cases, keys

BOOKED, CANCELLED, HELD, MISSED = "booked", "cancelled", "held", "missed"
ENDS = (HELD, MISSED)
"""How one that was kept, or not, may end."""


@dataclass(frozen=True)
class Told:
    """What an appointment keeps of its slot: when, who receives and where, as it was told."""

    slot: str
    on_day: date
    span: str
    starts_at: datetime
    who_zh: str
    who_bo: str
    place_zh: str
    place_bo: str


@dataclass(frozen=True)
class Appointment:
    """An appointment. `changed` counts what was done with it since; `person` is opened only where asked."""

    id: str
    number: str
    conversation_id: str
    key_id: str | None
    told: Told
    case_number: str | None
    matter: str | None
    people: int
    speaks: str
    language: str
    state: str
    remind_at: datetime | None
    changed: int
    person: Mapping[str, str]


def add(
    connection: Connection,
    keyring: Keyring,
    *,
    conversation: str,
    number: str,
    draft: str,
    told: Told,
    case_number: str | None,
    matter: str | None,
    people: int,
    speaks: str,
    language: str,
    person: Mapping[str, str],
    now: datetime,
    remind_at: datetime | None,
) -> None:
    """Store an appointment whose place is taken. Raises IntegrityError for a known draft or number."""
    this = secrets.token_hex(8)
    key_id, key = conversations.new_key(connection, keyring)
    connection.execute(
        insert(appointments),
        {
            "id": this,
            "number": number,
            "draft": draft,
            "conversation_id": conversation,
            "key_id": key_id,
            **told.__dict__,
            "case_number": case_number,
            "matter": matter,
            "people": people,
            "speaks": speaks,
            "language": language,
            "person": key.seal_json(dict(person), _person_place(this)),
            "state": BOOKED,
            "made_at": now,
            "remind_at": remind_at,
        },
    )


def of_draft(connection: Connection, draft: str) -> Appointment | None:
    """The appointment this draft became."""
    return _first(connection, select(appointments).where(appointments.c.draft == draft))


def find(connection: Connection, number: str, *, lock: bool = False) -> Appointment | None:
    """The appointment of that number, its person unopened."""
    found = select(appointments).where(appointments.c.number == number)
    return _first(connection, found.with_for_update() if lock else found)


def coming_of(connection: Connection, conversation: str, now: datetime) -> list[Appointment]:
    """What a resident has booked and is still to come, the nearest first."""
    rows = connection.execute(
        select(appointments)
        .where(
            appointments.c.conversation_id == conversation,
            appointments.c.state == BOOKED,
            appointments.c.starts_at > now,
        )
        .order_by(appointments.c.starts_at)
    ).all()
    return [appointment_of(row) for row in rows]


def listed(
    connection: Connection,
    keyring: Keyring | None,
    member: Member,
    *,
    since: date | None = None,
    before: date | None = None,
    limit: int = 200,
) -> list[Appointment]:
    """The appointments a member may see, of the days from `since` on, by day and hour, or of those before
    `before`, newest first.

    With a keyring name and telephone are opened.
    """
    query = select(appointments, keys.c.wrapped).outerjoin_from(appointments, keys)
    query = query.where(visible_visit(member))
    day, starts = appointments.c.on_day, appointments.c.starts_at
    if since is not None:
        query = query.where(day >= since)
    if before is not None:
        query = query.where(day < before)
    if since is not None:
        query = query.order_by(day, starts, appointments.c.id)
    else:
        query = query.order_by(day.desc(), starts.desc(), appointments.c.id.desc())
    return [appointment_of(row, keyring) for row in connection.execute(query.limit(limit)).all()]


def change(
    connection: Connection,
    this: Appointment,
    *,
    state: str,
    by: str | None,
    told: Told | None = None,
    remind_at: datetime | None = None,
) -> bool:
    """Another state, or with `told` another slot; False where it was changed since it was read."""
    values = {**(told.__dict__ if told else {}), "state": state, "remind_at": remind_at}
    done = connection.execute(
        update(appointments)
        .where(appointments.c.id == this.id, appointments.c.changed == this.changed)
        .values(**values, changed=this.changed + 1, changed_by=by)
    )
    return done.rowcount > 0


def wrapped_key(connection: Connection, this: Appointment) -> bytes | None:
    """The key of an appointment as it is stored; None once its person is forgotten."""
    found: bytes | None = connection.execute(select(keys.c.wrapped).where(keys.c.id == this.key_id)).scalar()
    return found


def own_cases(
    connection: Connection, conversation: str, numbers: tuple[str, ...], sealed: tuple[str, ...]
) -> tuple[str, ...]:
    """Which of these cases were filed from there, without those of `sealed` matters; in the order given."""
    found = connection.execute(
        select(cases.c.number).where(
            cases.c.number.in_(numbers),
            cases.c.conversation_id == conversation,
            cases.c.matter.not_in(sealed),
        )
    ).scalars()
    known = set(found)
    return tuple(number for number in numbers if number in known)


def number_taken(connection: Connection, number: str) -> bool:
    """Whether an appointment has this number."""
    query = select(appointments.c.id).where(appointments.c.number == number)
    return connection.execute(query).first() is not None


def _first(connection: Connection, query: Select[Any]) -> Appointment | None:
    row = connection.execute(query).first()
    return appointment_of(row) if row else None


def appointment_of(row: Row[Any], keyring: Keyring | None = None) -> Appointment:
    """A row opened; its person only with a keyring, and where the query brings the key."""
    told = Told(**{name: getattr(row, name) for name in Told.__dataclass_fields__})
    person: Mapping[str, str] = {}
    if keyring is not None and row.person is not None and row.wrapped is not None:
        person = keyring.unwrap(row.wrapped).open_json(row.person, _person_place(row.id))
    return Appointment(
        row.id,
        row.number,
        row.conversation_id,
        row.key_id,
        told,
        row.case_number,
        row.matter,
        row.people,
        row.speaks,
        row.language,
        row.state,
        row.remind_at,
        row.changed,
        person,
    )


def _person_place(this: str) -> str:
    return f"appointments.person/{this}"
