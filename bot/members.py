"""Who works here: let in, moved, cut off. The desk's page and the commands call the same functions, and each
puts what it did on record. All run inside a unit of work.

    MemberRefused    what was asked cannot be; `reason` says why, and ends a message `staff-member-no-…`
    MemberGone       no such member, or the asker has no part in this
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.words.messages import LANGUAGES
from cases.lifecycle import Role
from cases.office import Office
from cases.roles import STAFF_ROLES, List, sight_of
from storage import sight, staff, staff_acts
from storage.staff import Member

MOST_NAME_CHARS = 60
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are read one for another: 1 and l, 0 and o, i."""
ADDED, PLACED, READS, PASSWORD, OFF, ON, LOST = ("add", "place", "reads", "password", "off", "on", "lost")
ACTS = (ADDED, PLACED, READS, PASSWORD, OFF, ON, LOST)


class MemberRefused(ValueError):
    """What was asked cannot be. `reason` is login, name, unit, role, place, reads, taken or own."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MemberGone(Exception):
    """No such member, or the asker has no part in this."""


@dataclass(frozen=True)
class By:
    """Who does it: a member at the desk, or the user of the machine's terminal."""

    name: str
    member: Member | None = None


@dataclass(frozen=True)
class New:
    """A member to be let in, as typed. `unit` "" is the office's own; `reads`: languages they read."""

    login: str
    name: str
    role: str
    unit: str
    language: str
    reads: tuple[str, ...] = ()


def one_time_password() -> str:
    """A password to be handed over, and changed at the first sign-in: 16 letters, 79 bits."""
    letters = [_LETTERS[secrets.randbelow(len(_LETTERS))] for _ in range(16)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, 16, 4))


def checked(office: Office, new: New) -> New:
    """The same, its login in small letters and the office's own unit named. Raises MemberRefused."""
    login, name, unit = new.login.strip().casefold(), new.name.strip(), new.unit or office.own_unit
    if not _LOGIN.fullmatch(login):
        raise MemberRefused("login")
    if not name or len(name) > MOST_NAME_CHARS:
        raise MemberRefused("name")
    _place(office, new.role, unit)
    reads = new.reads or (new.language,)
    if new.language not in LANGUAGES or not set(reads) <= set(LANGUAGES):
        raise MemberRefused("reads")
    return New(login, name, new.role, unit, new.language, reads)


def add(
    connection: Connection,
    office: Office,
    new: New,
    password_hash: str,
    by: By,
    now: datetime,
    *,
    must_change: bool = False,
) -> Member:
    """Let somebody in. Raises MemberRefused, MemberGone."""
    _allowed(by)
    new = checked(office, new)
    if any(one.login == new.login for one in staff.everyone(connection)):
        raise MemberRefused("taken")
    member = staff.add(
        connection,
        login=new.login,
        name=new.name,
        role=Role(new.role),
        unit=new.unit,
        language=new.language,
        password_hash=password_hash,
        now=now,
        own_unit=office.own_unit,
        reads=new.reads,
        must_change=must_change,
    )
    _record(connection, by, member, ADDED, f"{new.role} {new.unit}", now)
    return member


def place(
    connection: Connection, office: Office, login: str, role: str, unit: str, by: By, now: datetime
) -> None:
    """Another role or unit. Raises MemberRefused, MemberGone."""
    member = _other(connection, login, by)
    unit = unit or office.own_unit
    _place(office, role, unit)
    staff.set_place(connection, member.id, Role(role), unit, office.own_unit)
    _record(connection, by, member, PLACED, f"{role} {unit}", now)


def set_reads(connection: Connection, login: str, reads: tuple[str, ...], by: By, now: datetime) -> None:
    """Which languages somebody reads. Raises MemberRefused, MemberGone."""
    member = _named(connection, login, by)
    if not reads or not set(reads) <= set(LANGUAGES):
        raise MemberRefused("reads")
    staff.set_reads(connection, member.id, reads)
    _record(connection, by, member, READS, " ".join(reads), now)


def set_password(
    connection: Connection, login: str, password_hash: str, by: By, now: datetime, *, must_change: bool = True
) -> None:
    """A new password, which somebody else knows; signed out everywhere. Raises MemberRefused, MemberGone."""
    member = _other(connection, login, by)
    staff.set_password(connection, member.id, password_hash, must_change=must_change)
    _record(connection, by, member, PASSWORD, "", now)


def set_active(connection: Connection, login: str, active: bool, by: By, now: datetime) -> None:
    """Cut somebody off, sessions and telephone in one action, or let them in again.

    Raises MemberRefused, MemberGone.
    """
    member = _other(connection, login, by)
    staff.set_active(connection, member.id, active)
    _record(connection, by, member, ON if active else OFF, "", now)


def lost_phone(connection: Connection, login: str, by: By, now: datetime) -> None:
    """A telephone was lost: every session ends and Telegram is unlinked; they may sign in anew.

    Raises MemberGone.
    """
    cut_off(connection, _named(connection, login, by), by, now)


def cut_off(connection: Connection, member: Member, by: By, now: datetime) -> None:
    """Cut a lost telephone off, on record; whoever calls has seen that `by` may (`bot.looking_after`)."""
    staff.cut_off(connection, member.id)
    _record(connection, by, member, LOST, "", now)


def _place(office: Office, role: str, unit: str) -> None:
    if role not in STAFF_ROLES:
        raise MemberRefused("role")
    if unit not in office.units:
        raise MemberRefused("unit")
    if unit != office.own_unit and sight_of(Role(role), of_office=False).office_alone:
        raise MemberRefused("place")


def _allowed(by: By) -> None:
    if by.member is not None and not sight.may_list(by.member, List.STAFF):
        raise MemberGone


def _named(connection: Connection, login: str, by: By) -> Member:
    _allowed(by)
    found = next((one for one in staff.everyone(connection) if one.login == login), None)
    if found is None:
        raise MemberGone(login)
    return found


def _other(connection: Connection, login: str, by: By) -> Member:
    """Nobody makes themselves another, or locks themselves out: there is always an administrator left."""
    found = _named(connection, login, by)
    if by.member is not None and by.member.id == found.id:
        raise MemberRefused("own")
    return found


def _record(connection: Connection, by: By, member: Member, act: str, told: str, now: datetime) -> None:
    staff_acts.put(connection, by.member.id if by.member else by.name, member.id, act, told, now)
