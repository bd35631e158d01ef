"""Who looks after the staff's phones and groups: an administrator, the office's head, a unit's head."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from bot import members
from bot.members import By
from cases.lifecycle import Role
from cases.office import Office
from storage.staff import Member


def looks_after(member: Member, unit: str, office: Office) -> bool:
    """Whether the member may link a group to this unit, and cut off its phones."""
    if member.role is Role.ADMIN:
        return True
    return member.role is Role.HEAD and member.unit in (unit, office.own_unit)


def cut_off(connection: Connection, by: Member, other: Member | None, office: Office, now: datetime) -> bool:
    """A colleague's phone is lost: it is cut off at once; False where `by` does not look after it."""
    if other is None or not looks_after(by, other.unit, office):
        return False
    members.cut_off(connection, other, By(by.name, by), now)
    return True


def units_of(member: Member, office: Office) -> tuple[str, ...]:
    """The units whose phones the member looks after, their own first."""
    found = (unit.id for unit in office.units.values() if unit.takes)
    return tuple(
        sorted(
            (unit for unit in found if looks_after(member, unit, office)),
            key=lambda unit: unit != member.unit,
        )
    )
