"""Cases whose time to ask for review has passed are closed by the clock (办结归档)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from bot.wiring import House
from cases.case import make_move
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
    closed = 0
    for number in connection.execute(over).scalars().all():
        stored = case_rows.find(connection, house.keyring, number, lock=True)
        assert stored is not None
        try:
            made = make_move(
                stored.case,
                "close",
                by=Role.CLOCK,
                today=today,
                calendar=house.office.calendar,
                office=house.office,
            )
        except MoveNotAllowed:  # somebody was quicker
            continue
        case_rows.save_move(connection, house.keyring, stored, made, now, None)
        closed += 1
    return closed
