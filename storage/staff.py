"""Members of staff: who they are and how they sign in. Their phones are in `staff_phones`."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from cases.lifecycle import Role
from storage.sealing import Keyring
from storage.tables import staff, staff_sessions

SESSION = timedelta(hours=12)


@dataclass(frozen=True)
class Member:
    """One member of staff. `unit` is the id of the unit they work in; `linked`: Telegram reaches them."""

    id: str
    login: str
    name: str
    role: Role
    unit: str
    language: str
    active: bool
    linked: bool


MEMBER = (
    staff.c.id,
    staff.c.login,
    staff.c.name,
    staff.c.role,
    staff.c.unit,
    staff.c.language,
    staff.c.active,
    staff.c.telegram_hash,
)
"""What a query of members selects."""


def member_of(row: Any) -> Member:
    """A row of `MEMBER` as a member."""
    linked = row.telegram_hash is not None
    return Member(row.id, row.login, row.name, Role(row.role), row.unit, row.language, row.active, linked)


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
) -> Member:
    """A new member; a login that is taken raises IntegrityError."""
    member = Member(secrets.token_hex(8), login, name, role, unit, language, True, False)
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


def everyone(connection: Connection) -> list[Member]:
    """All members, by login."""
    return [member_of(row) for row in connection.execute(select(*MEMBER).order_by(staff.c.login)).all()]


def set_password(connection: Connection, member: str, password_hash: str) -> None:
    """A new password; every session of the member ends."""
    connection.execute(update(staff).where(staff.c.id == member).values(password_hash=password_hash))
    end_sessions(connection, member)


def set_language(connection: Connection, member: str, language: str) -> None:
    """The language the member reads."""
    connection.execute(update(staff).where(staff.c.id == member).values(language=language))


def set_active(connection: Connection, member: str, active: bool) -> None:
    """Let a member in, or cut them off: sessions end, Telegram is unlinked."""
    connection.execute(update(staff).where(staff.c.id == member).values(active=active))
    if not active:
        end_sessions(connection, member)
        unlink(connection, member)


def open_session(connection: Connection, keyring: Keyring, member: str, token: str, now: datetime) -> None:
    """A signed-in browser, known by its token's hash."""
    connection.execute(
        insert(staff_sessions),
        {
            "token_hash": keyring.lookup("session", token),
            "staff_id": member,
            "made_at": now,
            "seen_at": now,
            "expires_at": now + SESSION,
        },
    )


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


def session_began(connection: Connection, keyring: Keyring, token: str) -> datetime | None:
    """When the member signed in with this token."""
    began: datetime | None = connection.execute(
        select(staff_sessions.c.made_at).where(
            staff_sessions.c.token_hash == keyring.lookup("session", token)
        )
    ).scalar()
    return began


def end_session(connection: Connection, keyring: Keyring, token: str) -> None:
    """Sign out."""
    connection.execute(
        delete(staff_sessions).where(staff_sessions.c.token_hash == keyring.lookup("session", token))
    )


def end_sessions(
    connection: Connection, member: str, keyring: Keyring | None = None, but: str | None = None
) -> None:
    """Sign a member out everywhere, `but` where they hold this token."""
    ended = delete(staff_sessions).where(staff_sessions.c.staff_id == member)
    if keyring is not None and but is not None:
        ended = ended.where(staff_sessions.c.token_hash != keyring.lookup("session", but))
    connection.execute(ended)


def unlink(connection: Connection, member: str) -> None:
    """Telegram no longer reaches the member: a lost phone is cut off by this alone."""
    connection.execute(update(staff).where(staff.c.id == member).values(telegram_hash=None, telegram=None))


def to_alert(connection: Connection, unit: str | None) -> list[Member]:
    """Whom an alert reaches: linked members of the office, and of the case's unit."""
    rows = connection.execute(
        select(*MEMBER).where(
            staff.c.active,
            staff.c.telegram_hash.is_not(None),
            (staff.c.role == Role.CLERK.value) | (staff.c.unit == unit),
        )
    ).all()
    return [member_of(row) for row in rows]


def with_roles(connection: Connection, unit: str, roles: Sequence[Role]) -> list[Member]:
    """The active members of a unit who hold one of these roles, by login."""
    rows = connection.execute(
        select(*MEMBER)
        .where(staff.c.active, staff.c.unit == unit, staff.c.role.in_([role.value for role in roles]))
        .order_by(staff.c.login)
    ).all()
    return [member_of(row) for row in rows]
