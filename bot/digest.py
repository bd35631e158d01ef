"""The morning digest: what is due today and what is overdue, to each member whose phone is linked.

Once a day and member, whatever restarts; nothing to whom nothing is due.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.wiring import House
from cases.clocks import is_overdue
from cases.matters import find_matter
from storage import desk, digests, outbox, staff
from storage.desk import Row
from storage.staff import Member

MOST: Final = 200
"""Cases counted; who owes more is told of so many."""


def send_digests(connection: Connection, house: House, now: datetime) -> int:
    """Queue the digests of this morning that were not sent yet; how many."""
    here = now.astimezone(house.office.time_zone)
    if not house.office.staff.digest_due(here, house.office.calendar):
        return 0
    letters = []
    for member in staff.everyone(connection):
        if not (member.active and member.linked) or not owed(connection, house, member, here.date()):
            continue
        if digests.mark(connection, member.id, here.date()):
            body = {"digest": here.date().isoformat()}
            letters.append(outbox.Letter("staff", member.id, body, lane=outbox.NOTICE))
    outbox.put(connection, letters, None, house.keyring.house, now)
    return len(letters)


def owed(connection: Connection, house: House, member: Member, today: date) -> list[Row]:
    """What the member's unit owes today or owed before, the longest overdue first; nothing sealed."""
    page = desk.queue(connection, member, house.office.own_unit, today, limit=MOST)
    return [
        row
        for row in page.rows
        if row.due_on is not None and row.due_on <= today and not find_matter(row.matter).sealed
    ]


def overdue(rows: list[Row], today: date) -> int:
    """How many of them are overdue."""
    return sum(row.due_on is not None and is_overdue(row.due_on, today) for row in rows)


def next_in(house: House, now: datetime) -> timedelta:
    """How long until the hour of the next digest."""
    here = now.astimezone(house.office.time_zone)
    return house.office.staff.next_digest(here) - here
