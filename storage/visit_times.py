"""What time does to appointments: each reminder once, and name and telephone forgotten after the day."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, select, update

from storage import file_rows
from storage.appointments import BOOKED, Appointment, appointment_of
from storage.tables import appointments


def to_remind(connection: Connection, now: datetime, limit: int = 1000) -> list[Appointment]:
    """Those whose reminder is due, taken so that no other process reminds of them too.

    A reminder whose appointment has begun is dropped, and not among them.
    """
    due = connection.execute(
        select(appointments)
        .where(appointments.c.remind_at.is_not(None), appointments.c.remind_at <= now)
        .order_by(appointments.c.remind_at)
        .limit(limit)
    ).all()
    mine = []
    for row in due:
        taken = connection.execute(
            update(appointments)
            .where(appointments.c.id == row.id, appointments.c.remind_at == row.remind_at)
            .values(remind_at=None)
        )
        if taken.rowcount > 0 and row.state == BOOKED and row.starts_at > now:
            mine.append(appointment_of(row))
    return mine


def forget(connection: Connection, before: date, limit: int = 200) -> int:
    """Forget name, telephone and what was told of appointments of days before `before`; how many."""
    old = connection.execute(
        select(appointments.c.id, appointments.c.key_id)
        .where(appointments.c.person.is_not(None), appointments.c.on_day < before)
        .limit(limit)
    ).all()
    for row in old:
        connection.execute(
            update(appointments).where(appointments.c.id == row.id).values(person=None, key_id=None)
        )
        file_rows.erase(connection, row.key_id)
    return len(old)
