"""Members of staff: who they are and how they sign in. Their phones are in `staff_phones`."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from cases.lifecycle import Role
from storage.group_tables import group_codes
from storage.sealing import Keyring
from storage.staff_sessions import SESSION as SESSION
from storage.staff_sessions import end_session as end_session
from storage.staff_sessions import end_sessions as end_sessions
from storage.staff_sessions import open_session as open_session
from storage.staff_sessions import session_began as session_began
from storage.tables import link_codes, staff, staff_sessions


@dataclass(frozen=True)
class Member:
    """One member of staff. `unit` is the id of the unit they work in; `linked`: Telegram reaches them.

    `language` is that of their desk, `reads` are all they read; `of_office`: their unit is the petition
    office itself; `must_change`: they hold a password somebody else knows, and choose their own first.
    """

    id: str
    login: str
    name: str
    role: Role
    unit: str
    language: str
    active: bool
    linked: bool
    of_office: bool = False
    reads: tuple[str, ...] = ()
    must_change: bool = False


MEMBER = (
    staff.c.id,
    staff.c.login,
    staff.c.name,
    staff.c.role,
    staff.c.unit,
    staff.c.language,
    staff.c.active,
    staff.c.telegram_hash,
    staff.c.of_office,
    staff.c.reads,
    staff.c.must_change,
)
"""What a query of members selects."""


def member_of(row: Any) -> Member:
    """A row of `MEMBER` as a member."""
    linked = row.telegram_hash is not None
    return Member(
        row.id,
        row.login,
        row.name,
        Role(row.role),
        row.unit,
        row.language,
        row.active,
        linked,
        row.of_office,
        tuple(row.reads.split()),
        row.must_change,
    )


def add(
    connection: Connection,
    *,
    login: str,
    name: str,
    role: Role,
    unit: str,
    language: str,
    password_hash: str,
    now: datetime,
    own_unit: str = "",
    reads: tuple[str, ...] = (),
    must_change: bool = False,
) -> Member:
    """A new member; a login that is taken raises IntegrityError.

    `own_unit` is the petition office's own; who is added without it is none of the office's. `reads` are the
    languages they read; default: that of their desk.
    """
    reads = reads or (language,)
    of_office = unit == own_unit
    member = Member(
        secrets.token_hex(8),
        login,
        name,
        role,
        unit,
        language,
        True,
        False,
        of_office,
        reads,
        must_change,
    )
    connection.execute(
        insert(staff),
        {
            "id": member.id,
            "login": login,
            "name": name,
            "role": role.value,
            "unit": unit,
            "language": language,
            "password_hash": password_hash,
            "active": True,
            "made_at": now,
            "of_office": of_office,
            "reads": " ".join(reads),
            "must_change": must_change,
        },
    )
    return member


def by_login(connection: Connection, login: str) -> tuple[Member, str] | None:
    """An active member and their password's hash."""
    row = connection.execute(
        select(*MEMBER, staff.c.password_hash).where(staff.c.login == login, staff.c.active)
    ).first()
    return (member_of(row), row.password_hash) if row else None


def by_id(connection: Connection, member: str) -> Member | None:
    """A member, active or not."""
    row = connection.execute(select(*MEMBER).where(staff.c.id == member)).first()
    return member_of(row) if row else None


def members(connection: Connection, *which: ColumnElement[bool]) -> list[Member]:
    """The members of whom all this holds, by login."""
    found = select(*MEMBER).where(*which).order_by(staff.c.login)
    return [member_of(row) for row in connection.execute(found).all()]


def linked(connection: Connection) -> list[Member]:
    """The active members whom Telegram reaches, by login."""
    return members(connection, staff.c.active, staff.c.telegram_hash.is_not(None))


def everyone(connection: Connection) -> list[Member]:
    """All members, by login."""
    return members(connection)


def set_password(
    connection: Connection, member: str, password_hash: str, *, must_change: bool = False
) -> None:
    """A new password; every session of the member ends. `must_change`: somebody else knows it."""
    new = {"password_hash": password_hash, "must_change": must_change}
    connection.execute(update(staff).where(staff.c.id == member).values(**new))
    end_sessions(connection, member)


def set_place(connection: Connection, member: str, role: Role, unit: str, own_unit: str) -> None:
    """Another role, another unit; their sessions go on, with what the new place sees."""
    new = {"role": role.value, "unit": unit, "of_office": unit == own_unit}
    connection.execute(update(staff).where(staff.c.id == member).values(**new))


def set_reads(connection: Connection, member: str, reads: tuple[str, ...]) -> None:
    """The languages the member reads."""
    connection.execute(update(staff).where(staff.c.id == member).values(reads=" ".join(reads)))


def set_language(connection: Connection, member: str, language: str) -> None:
    """The language of the member's desk."""
    connection.execute(update(staff).where(staff.c.id == member).values(language=language))


def set_active(connection: Connection, member: str, active: bool) -> None:
    """Let a member in, or cut them off: sessions end, Telegram is unlinked."""
    connection.execute(update(staff).where(staff.c.id == member).values(active=active))
    if not active:
        cut_off(connection, member)


def cut_off(connection: Connection, member: str) -> None:
    """In one action: every session ends, Telegram is unlinked, and a code not used yet links nothing."""
    end_sessions(connection, member)
    unlink(connection, member)
    connection.execute(delete(link_codes).where(link_codes.c.staff_id == member))
    connection.execute(delete(group_codes).where(group_codes.c.made_by == member))


def of_session(connection: Connection, keyring: Keyring, token: str, now: datetime) -> Member | None:
    """Who is signed in with this token."""
    row = connection.execute(
        select(*MEMBER)
        .join_from(staff_sessions, staff)
        .where(
            staff_sessions.c.token_hash == keyring.lookup("session", token),
            staff_sessions.c.expires_at > now,
            staff.c.active,
        )
    ).first()
    return member_of(row) if row else None


def unlink(connection: Connection, member: str) -> None:
    """Telegram no longer reaches the member: a lost phone is cut off by this alone."""
    connection.execute(update(staff).where(staff.c.id == member).values(telegram_hash=None, telegram=None))


def with_roles(connection: Connection, unit: str, roles: Sequence[Role]) -> list[Member]:
    """The active members of a unit who hold one of these roles, by login."""
    held = staff.c.role.in_([role.value for role in roles])
    return members(connection, staff.c.active, staff.c.unit == unit, held)
