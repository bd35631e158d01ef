"""Telegram groups of units: linked by a code of a head or an administrator, cut off in one action."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from storage.group_tables import group_codes, staff_groups
from storage.sealing import Keyring
from storage.staff_phones import LINK_CODE


@dataclass(frozen=True)
class Group:
    """A group that hears of what comes to a unit. `made_by` is the member who linked it."""

    id: str
    unit: str
    language: str
    made_by: str
    made_at: datetime


_GROUP = (
    staff_groups.c.id,
    staff_groups.c.unit,
    staff_groups.c.language,
    staff_groups.c.made_by,
    staff_groups.c.made_at,
)


def new_code(connection: Connection, keyring: Keyring, unit: str, member: str, now: datetime) -> str:
    """A code, good once and for `LINK_CODE`, with which this member links a group to the unit."""
    code = f"{secrets.randbelow(10**10):010d}"
    connection.execute(delete(group_codes).where(group_codes.c.made_by == member))
    values = {"code_hash": keyring.lookup("group-code", code), "unit": unit, "made_by": member}
    connection.execute(insert(group_codes), {**values, "expires_at": now + LINK_CODE})
    return code


def link(
    connection: Connection,
    keyring: Keyring,
    code: str,
    member: str,
    chat: str,
    language: str,
    now: datetime,
) -> Group | None:
    """Link a chat to the unit of a code; None where the code is wrong, used, old or another member's.

    A chat that was linked before is linked anew.
    """
    unit = connection.execute(
        delete(group_codes)
        .where(
            group_codes.c.code_hash == keyring.lookup("group-code", code),
            group_codes.c.made_by == member,
            group_codes.c.expires_at > now,
        )
        .returning(group_codes.c.unit)
    ).scalar()
    if unit is None:
        return None
    chat_hash = keyring.lookup("staff-chat", chat)
    connection.execute(delete(staff_groups).where(staff_groups.c.chat_hash == chat_hash))
    group = Group(secrets.token_hex(8), unit, language, member, now)
    connection.execute(
        insert(staff_groups),
        {
            "id": group.id,
            "chat_hash": chat_hash,
            "chat": _sealed(keyring, group.id, chat),
            "unit": unit,
            "language": language,
            "made_by": member,
            "made_at": now,
        },
    )
    return group


def forget_codes(connection: Connection, now: datetime) -> None:
    """Codes that were not used in time."""
    connection.execute(delete(group_codes).where(group_codes.c.expires_at < now))


def moved(connection: Connection, keyring: Keyring, group: str, chat: str) -> None:
    """Telegram gave the group another chat id, as when it becomes a supergroup."""
    values: dict[str, Any] = {
        "chat_hash": keyring.lookup("staff-chat", chat),
        "chat": _sealed(keyring, group, chat),
    }
    connection.execute(update(staff_groups).where(staff_groups.c.id == group).values(**values))


def unlink(connection: Connection, group: str) -> None:
    """The group hears of nothing more."""
    connection.execute(delete(staff_groups).where(staff_groups.c.id == group))


def of_unit(connection: Connection, unit: str) -> list[Group]:
    """The groups of a unit."""
    found = connection.execute(select(*_GROUP).where(staff_groups.c.unit == unit).order_by(staff_groups.c.id))
    return [Group(*row) for row in found]


def everyone(connection: Connection) -> list[Group]:
    """Every group, by unit."""
    found = connection.execute(select(*_GROUP).order_by(staff_groups.c.unit, staff_groups.c.made_at))
    return [Group(*row) for row in found]


def by_id(connection: Connection, group: str) -> Group | None:
    """The group of that id."""
    row = connection.execute(select(*_GROUP).where(staff_groups.c.id == group)).first()
    return Group(*row) if row else None


def by_chat(connection: Connection, keyring: Keyring, chat: str) -> Group | None:
    """The group a chat is linked as."""
    row = connection.execute(
        select(*_GROUP).where(staff_groups.c.chat_hash == keyring.lookup("staff-chat", chat))
    ).first()
    return Group(*row) if row else None


def chat_of(connection: Connection, keyring: Keyring, group: str) -> str | None:
    """The chat of a group."""
    sealed = connection.execute(select(staff_groups.c.chat).where(staff_groups.c.id == group)).scalar()
    return keyring.house.open_text(sealed, _place(group)) if sealed else None


def _sealed(keyring: Keyring, group: str, chat: str) -> bytes:
    return keyring.house.seal_text(chat, _place(group))


def _place(group: str) -> str:
    return f"staff_groups.chat/{group}"
