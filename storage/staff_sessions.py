"""Signed-in browsers of the staff: each known by its token's hash alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from storage.sealing import Keyring
from storage.staff_tables import staff_sessions

SESSION = timedelta(hours=12)


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
