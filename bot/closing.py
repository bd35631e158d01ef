"""What the clock does with cases: it closes those whose time has passed (办结归档), and counts due days anew
once the calendar they rested on is announced."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from bot.wiring import House
from cases.case import make_move
from cases.clockwork import provisional
from cases.errors import MoveNotAllowed
from cases.lifecycle import Role, move_named
from storage import cases as case_rows
from storage.tables import cases, clocks


def close_passed(connection: Connection, house: House, now: datetime) -> int:
    """Close them; how many were."""
    today = house.time.day_of(now)
    over = (
        select(cases.c.number)
        .join_from(clocks, cases)
        .where(clocks.c.stopped_on.is_(None), clocks.c.due_on < today)
        .where(clocks.c.name.in_(move_named("close").past))
        .order_by(clocks.c.due_on, clocks.c.id)
    )
    numbers = connection.execute(over).scalars().all()
    return sum(_moved(connection, house, number, "close", now) for number in numbers)


def recount(connection: Connection, house: House, now: datetime) -> int:
    """Give a certain day to clocks whose own rested on a calendar not announced; of how many cases."""
    unsure = (
        select(cases.c.number)
        .join_from(clocks, cases)
        .where(clocks.c.stopped_on.is_(None), clocks.c.provisional)
        .group_by(cases.c.number)
        .order_by(cases.c.number)
    )
    settled = 0
    for number in connection.execute(unsure).scalars().all():
        stored = case_rows.find(connection, house.keyring, number)
        if stored is not None and provisional(stored.case, house.office.calendar):
            settled += _moved(connection, house, number, "recount", now)
    return settled


def _moved(connection: Connection, house: House, number: str, move: str, now: datetime) -> bool:
    stored = case_rows.find(connection, house.keyring, number, lock=True)
    assert stored is not None
    try:
        made = make_move(
            stored.case,
            move,
            by=Role.CLOCK,
            today=house.time.day_of(now),
            office=house.office,
        )
    except MoveNotAllowed:  # somebody was quicker
        return False
    case_rows.save_move(connection, house.keyring, stored, made, now, None)
    return True
