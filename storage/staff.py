"""Members of staff: who they are, how they sign in, where Telegram reaches them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from cases.lifecycle import Role
from storage.sealing import Keyring
from storage.tables import link_codes, staff, staff_sessions, staff_updates

SESSION = timedelta(hours=12)
LINK_CODE = timedelta(minutes=10)
UPDATES_KEPT = timedelta(days=3)
"""Telegram offers an update for a day; longer than that it need not be known again."""


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


_MEMBER = (
    staff.c.id,
    staff.c.login,
    staff.c.name,
    staff.c.role,
    staff.c.unit,
    staff.c.language,
    staff.c.active,
    staff.c.telegram_hash,
)


def _member(row: Any) -> Member:
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
        select(*_MEMBER, staff.c.password_hash).where(staff.c.login == login, staff.c.active)
    ).first()
    return (_member(row), row.password_hash) if row else None


def by_id(connection: Connection, member: str) -> Member | None:
    """A member, active or not."""
    row = connection.execute(select(*_MEMBER).where(staff.c.id == member)).first()
    return _member(row) if row else None


def everyone(connection: Connection) -> list[Member]:
    """All members, by login."""
    return [_member(row) for row in connection.execute(select(*_MEMBER).order_by(staff.c.login)).all()]


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
        select(*_MEMBER)
        .join_from(staff_sessions, staff)
        .where(
            staff_sessions.c.token_hash == keyring.lookup("session", token),
            staff_sessions.c.expires_at > now,
            staff.c.active,
        )
    ).first()
    return _member(row) if row else None


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


def new_link_code(connection: Connection, keyring: Keyring, member: str, now: datetime) -> str:
    """A code, good once and for `LINK_CODE`, that links the member's Telegram account."""
    code = f"{secrets.randbelow(10**10):010d}"
    connection.execute(delete(link_codes).where(link_codes.c.staff_id == member))
    connection.execute(
        insert(link_codes),
        {"code_hash": keyring.lookup("link", code), "staff_id": member, "expires_at": now + LINK_CODE},
    )
    return code


def link(connection: Connection, keyring: Keyring, code: str, chat: str, now: datetime) -> Member | None:
    """Link a Telegram chat by its code; None where the code is wrong, used or old."""
    code_hash = keyring.lookup("link", code)
    found = connection.execute(
        delete(link_codes)
        .where(link_codes.c.code_hash == code_hash, link_codes.c.expires_at > now)
        .returning(link_codes.c.staff_id)
    ).scalar()
    if found is None:
        return None
    chat_hash = keyring.lookup("staff-chat", chat)
    connection.execute(
        update(staff).where(staff.c.telegram_hash == chat_hash).values(telegram_hash=None, telegram=None)
    )
    sealed = keyring.house.seal_text(chat, f"staff.telegram/{found}")
    connection.execute(
        update(staff).where(staff.c.id == found).values(telegram_hash=chat_hash, telegram=sealed)
    )
    return by_id(connection, found)


def unlink(connection: Connection, member: str) -> None:
    """Telegram no longer reaches the member: a lost phone is cut off by this alone."""
    connection.execute(update(staff).where(staff.c.id == member).values(telegram_hash=None, telegram=None))


def by_chat(connection: Connection, keyring: Keyring, chat: str) -> Member | None:
    """The active member whom this Telegram chat is linked to."""
    row = connection.execute(
        select(*_MEMBER).where(staff.c.telegram_hash == keyring.lookup("staff-chat", chat), staff.c.active)
    ).first()
    return _member(row) if row else None


def chat_of(connection: Connection, keyring: Keyring, member: str) -> str | None:
    """The Telegram chat of a member, if one is linked."""
    sealed = connection.execute(select(staff.c.telegram).where(staff.c.id == member)).scalar()
    return keyring.house.open_text(sealed, f"staff.telegram/{member}") if sealed else None


def to_alert(connection: Connection, unit: str | None) -> list[Member]:
    """Whom an alert reaches: linked members of the office, and of the case's unit."""
    rows = connection.execute(
        select(*_MEMBER).where(
            staff.c.active,
            staff.c.telegram_hash.is_not(None),
            (staff.c.role == Role.CLERK.value) | (staff.c.unit == unit),
        )
    ).all()
    return [_member(row) for row in rows]


_HEARD = {
    "sqlite": sqlite.insert(staff_updates).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(staff_updates).on_conflict_do_nothing(),
}


def heard(connection: Connection, update_key: str, now: datetime) -> bool:
    """Note an update of the staff's bot; False where this very one came before."""
    return (
        connection.execute(_HEARD[connection.dialect.name], {"update_key": update_key, "at": now}).rowcount
        > 0
    )


def forget_updates(connection: Connection, now: datetime) -> int:
    """Forget updates too old to come again."""
    return connection.execute(delete(staff_updates).where(staff_updates.c.at < now - UPDATES_KEPT)).rowcount
