"""The appointments of today and tomorrow for the staff's bot: number, slot, how many; nobody's name."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.staff_telegram.drawing import Letter, letter
from bot.wiring import House
from dialogs.engine.view import Day
from storage import appointments
from storage.appointments import BOOKED
from storage.staff import Member

MOST = 40
"""Lines of one message."""


def visits_soon(house: House, connection: Connection, member: Member, now: datetime) -> Letter:
    """One message; where it is long the desk has the rest."""
    texts, today = house.texts[member.language], house.time.day_of(now)
    last = today + timedelta(days=1)
    found = [
        one
        for one in appointments.listed(connection, None, member, since=today, before=last + timedelta(days=1))
        if one.state == BOOKED
    ]
    lines = [
        texts.text(
            "staff-bot-visit",
            number=one.number,
            day=Day(one.told.on_day),
            hours=one.told.span,
            people=one.people,
        )
        for one in found
    ]
    head = texts.text("staff-bot-visits" if found else "staff-bot-visits-none")
    return letter("\n".join((head, *lines[:MOST])))
