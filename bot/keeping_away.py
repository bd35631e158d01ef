"""Keeping away from a case (回避, 《信访工作条例》第二十八条第三款), and naming the unit a report is about
(第三十条第三款). All run inside a unit of work; who sees what of it is `storage.sight`.

A member steps away themself, or a head keeps them away; a head lets them back. Each is on the case's record.
Whoever could then read the case must be somebody: a case is never left to nobody.

    KeepRefused    what was asked cannot be; `reason` says why, and ends a message `staff-away-no-…`
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from bot.wiring import House
from cases.lifecycle import Role
from cases.matters import Kind
from storage import cases as case_rows
from storage import recusals, sight, staff
from storage.cases import Stored
from storage.staff import Member

MOST_WHY_CHARS = 200
KEPT_AWAY, LET_BACK, REPORTED = "keep_away", "let_back", "reported"
NAMES_REPORTED = (Role.CLERK, Role.HEAD, Role.DISCIPLINE)


class KeepRefused(ValueError):
    """What was asked cannot be. `reason` is why, head, whom, nobody, report or unit."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def may_keep_away(member: Member, whom: Member) -> bool:
    """Whether `member` decides of `whom`: everybody of themself, a head of others, a unit's of theirs."""
    if member.id == whom.id:
        return True
    return member.role is Role.HEAD and (member.of_office or member.unit == whom.unit)


def may_name_reported(member: Member, stored: Stored) -> bool:
    """Whether `member` may name the unit a case is about: of a report, those who register or read it."""
    named_by = member.role in NAMES_REPORTED and (member.role is not Role.HEAD or member.of_office)
    return named_by and stored.case.kind is Kind.REPORT


def those_to_keep_away(connection: Connection, stored: Stored, member: Member) -> list[Member]:
    """The others whom `member` may keep away from this case."""
    if member.role is not Role.HEAD:
        return []
    known = [m for m in staff.everyone(connection) if m.active and m.id != member.id]
    theirs = [m for m in known if may_keep_away(member, m)]
    return [m for m in theirs if sight.meets(connection, m, stored.case.number)]


def keep_away(
    connection: Connection, house: House, number: str, whom: str, why: str, member: Member, now: datetime
) -> None:
    """Keep `whom` (a member's id) away. Raises CaseGone, KeepRefused; nothing is then done."""
    stored = house.casework.seen(connection, number, member, lock=True)
    why = why.strip()
    if not why or len(why) > MOST_WHY_CHARS:
        raise KeepRefused("why")
    other = staff.by_id(connection, whom)
    if other is None or not sight.meets(connection, other, number):
        raise KeepRefused("whom")
    if not may_keep_away(member, other):
        raise KeepRefused("head")
    _somebody_left(connection, number, lambda one: one.id != other.id)
    recusals.add(connection, stored, other.id, why, member.id, now)
    _record(connection, house, stored, KEPT_AWAY, member, now, {"person": other.name})


def let_back(
    connection: Connection, house: House, number: str, whom: str, member: Member, now: datetime
) -> None:
    """Let `whom` (a member's id) back. Raises CaseGone, KeepRefused."""
    stored = house.casework.seen(connection, number, member, lock=True)
    other = staff.by_id(connection, whom)
    if other is None or member.role is not Role.HEAD or not may_keep_away(member, other):
        raise KeepRefused("head")
    if recusals.lift(connection, stored, other.id, member.id, now):
        _record(connection, house, stored, LET_BACK, member, now, {"person": other.name})


def name_reported(
    connection: Connection, house: House, number: str, unit: str, member: Member, now: datetime
) -> None:
    """Record the unit a report is about ("": none); its people see it no more.

    Raises CaseGone, KeepRefused.
    """
    stored = house.casework.seen(connection, number, member, lock=True)
    if not may_name_reported(member, stored):
        raise KeepRefused("report")
    if unit and unit not in house.office.units:
        raise KeepRefused("unit")
    if unit:
        _somebody_left(connection, number, lambda one: one.unit != unit)
    recusals.set_reported(connection, stored.id, unit or None)
    _record(connection, house, stored, REPORTED, member, now, {"unit": unit} if unit else {})


def _somebody_left(connection: Connection, number: str, stays: Callable[[Member], bool]) -> None:
    """Raises KeepRefused where nobody would be left who reads the case."""
    known = (m for m in staff.everyone(connection) if m.active and sight.may_read(m) and stays(m))
    if not sight.those_who_see(connection, known, number):
        raise KeepRefused("nobody")


def _record(
    connection: Connection,
    house: House,
    stored: Stored,
    what: str,
    member: Member,
    now: datetime,
    parts: dict[str, str],
) -> None:
    case_rows.record(
        connection,
        house.keyring,
        stored,
        what,
        role=member.role.value,
        staff_id=member.id,
        on=house.time.day_of(now),
        now=now,
        parts=parts,
    )
