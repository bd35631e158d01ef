"""That a member opened a case is on record, once an hour and sign-in."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from bot.web.desk.visit import Visit
from bot.wiring import House
from storage import desk

READ_AGAIN = timedelta(hours=1)
"""One reading is on record for so long; a page renewed within it adds none."""


async def recorded(house: House, visit: Visit, number: str) -> None:
    """Put on record that the member opened the case, once an hour and sign-in. Raises CaseGone."""
    now = house.time.now()
    since = max(visit.began, now - READ_AGAIN)

    def known(connection: Connection) -> bool:
        stored = house.casework.seen(connection, number, visit.member)
        return desk.read_since(connection, stored.id, visit.member.id, since)

    def record(connection: Connection) -> None:
        house.casework.seen(connection, number, visit.member, lock=True)
        if not known(connection):  # asked again under the lock: two pages at once are one reading
            house.casework.read(connection, number, visit.member, now)

    if not await house.store.read(known):
        await house.store.write(record)
