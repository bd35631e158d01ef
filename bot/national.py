"""A case's number in the national system, noted beside ours by the petition office and on the record."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from bot.wiring import House
from cases.errors import MoveNotAllowed, PartInvalid
from cases.lifecycle import Role
from cases.national import read_national
from storage import cases as case_rows
from storage import national
from storage.sight import roles_of
from storage.staff import Member

ON_RECORD = "national"
"""What stands on the case's record, and the part that holds the number; "" where it was taken away."""


def may_note(member: Member) -> bool:
    """Whether this member notes it: a clerk, or a head of the petition office; no unit does."""
    return Role.CLERK in roles_of(member) or (member.role is Role.HEAD and member.of_office)


def note(connection: Connection, house: House, number: str, member: Member, text: str, now: datetime) -> None:
    """Note the number, or take it away where `text` is empty.

    Raises CaseGone, MoveNotAllowed, PartInvalid; then nothing was changed.
    """
    stored = house.casework.seen(connection, number, member, lock=True)
    if not may_note(member):
        raise MoveNotAllowed(ON_RECORD, stored.case.status, member.role)
    theirs = read_national(text) if text.strip() else None
    if theirs is None and text.strip():
        raise PartInvalid(ON_RECORD, "form")
    if theirs == stored.registered.national_number:
        return
    national.set_number(connection, stored.id, theirs)
    case_rows.record(
        connection,
        house.keyring,
        stored,
        ON_RECORD,
        role=member.role.value,
        staff_id=member.id,
        on=house.time.day_of(now),
        now=now,
        parts={ON_RECORD: theirs or ""},
    )
