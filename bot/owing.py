"""Notices told by hand: a member of staff called, visited, wrote or handed it over, and that is on record."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from bot.wiring import House
from storage import cases as case_rows
from storage import notices
from storage.staff import Member

MOST_CHARS = 500
"""Of what is written about how a notice was told."""


class NoticeTold(Exception):
    """It was told already, or is none of this case's."""


class MeansUnknown(Exception):
    """Not one of `storage.notices.BY_HAND`."""


def tell_by_hand(
    connection: Connection,
    house: House,
    number: str,
    nth: int,
    member: Member,
    means: str,
    told: str,
    now: datetime,
) -> None:
    """On record: `member` told the nth notice of a case. Raises CaseGone, NoticeTold, MeansUnknown."""
    if means not in notices.BY_HAND:
        raise MeansUnknown(means)
    stored = house.casework.seen(connection, number, member, lock=True)
    words = told.strip()[:MOST_CHARS]
    name = notices.tell_by_hand(
        connection, stored.key, stored.id, nth, means=means, told=words, staff_id=member.id, now=now
    )
    if name is None:
        raise NoticeTold(number)
    case_rows.record(
        connection,
        house.keyring,
        stored,
        "told",
        role=member.role.value,
        staff_id=member.id,
        on=house.time.day_of(now),
        now=now,
        parts={"notice": name, "way": means, **({"text": words} if words else {})},
    )
