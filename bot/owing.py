"""Notices told by hand: a member of staff called, visited, wrote or handed it over, and that is on record."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from bot.casework import CaseGone
from bot.wiring import House
from cases.registering import IN_PERSON, PHONE, POST, VISIT
from dialogs.engine.reading import clean
from storage import cases as case_rows
from storage import notices
from storage.staff import Member

MOST_CHARS = 500
"""Of what is written about how a notice was told."""
RECEIPT: Final = "receipt"
WISHED: Final = {PHONE: "call", POST: "post", IN_PERSON: "handed"}
"""How a notice is told to one who asked for that way: one of `storage.notices.BY_HAND`."""


class NoticeTold(Exception):
    """It was told already, or is none of this case's."""


class MeansUnknown(Exception):
    """Not one of `storage.notices.BY_HAND`."""


class NoteTooLong(Exception):
    """What is written about it has more than MOST_CHARS characters."""


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
    """On record: `member` told the nth notice of a case. Raises CaseGone, NoticeTold, MeansUnknown,
    NoteTooLong."""
    if means not in notices.BY_HAND:
        raise MeansUnknown(means)
    words = clean(told)
    if len(words) > MOST_CHARS:
        raise NoteTooLong(number)
    stored = house.casework.seen(connection, number, member, lock=True)
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


def likely_means(notice: str, came_by: str, told_by: str) -> str:
    """How somebody no channel leads to is most likely told: a visitor's receipt is handed over at once, the
    rest as they asked. "" where that is not known."""
    return "handed" if notice == RECEIPT and came_by == VISIT else WISHED.get(told_by, "")


def receipt_to_hand_over(connection: Connection, house: House, number: str, member: Member) -> int | None:
    """Which of its notices the receipt of a case just registered is, where it is handed over and that is not
    on record yet."""
    try:
        stored = house.casework.seen(connection, number, member)
    except CaseGone:  # such as a sealed matter: who registered it sees it no more
        return None
    told_by = str(stored.answers.get("told_by", ""))
    if likely_means(RECEIPT, stored.registered.came_by, told_by) != "handed":
        return None
    told = notices.of_case(connection, stored.key, stored.id)
    found = enumerate(told, start=1)
    return next((nth for nth, one in found if one.notice == RECEIPT and one.told_at is None), None)
