"""Where Telegram reaches a member of staff: linked by a code from the desk, cut off in one action."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.sealing import Keyring
from storage.staff import MEMBER, Member, by_id, member_of
from storage.staff import cut_off as cut_off
from storage.tables import link_codes, staff, staff_updates

LINK_CODE = timedelta(minutes=10)
UPDATES_KEPT = timedelta(days=3)
"""Telegram offers an update for a day; longer than that it need not be known again."""

_HEARD = {
    "sqlite": sqlite.insert(staff_updates).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(staff_updates).on_conflict_do_nothing(),
}


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


def by_chat(connection: Connection, keyring: Keyring, chat: str) -> Member | None:
    """The active member whom this Telegram chat is linked to."""
    row = connection.execute(
        select(*MEMBER).where(staff.c.telegram_hash == keyring.lookup("staff-chat", chat), staff.c.active)
    ).first()
    return member_of(row) if row else None


def chat_of(connection: Connection, keyring: Keyring, member: str) -> str | None:
    """The Telegram chat of a member, if one is linked."""
    sealed = connection.execute(select(staff.c.telegram).where(staff.c.id == member)).scalar()
    return keyring.house.open_text(sealed, f"staff.telegram/{member}") if sealed else None


def heard(connection: Connection, update_key: str, now: datetime) -> bool:
    """Note an update of the staff's bot; False where this very one came before."""
    return (
        connection.execute(_HEARD[connection.dialect.name], {"update_key": update_key, "at": now}).rowcount
        > 0
    )


def forget_updates(connection: Connection, now: datetime) -> int:
    """Forget updates too old to come again."""
    return connection.execute(delete(staff_updates).where(staff_updates.c.at < now - UPDATES_KEPT)).rowcount
