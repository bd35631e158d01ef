"""Keys by which other systems use the API: stored hashed, told once, ended at once, uses on record."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from storage.sealing import Keyring
from storage.webhook_tables import api_keys, api_uses

CASES_READ, INTAKE_WRITE = "cases:read", "intake:write"
SCOPES = (CASES_READ, INTAKE_WRITE)
PREFIX = "lamton_"


@dataclass(frozen=True)
class ApiKey:
    """One key, without its token. `name` is the system's that holds it."""

    id: str
    name: str
    scopes: tuple[str, ...]
    made_by: str
    made_at: datetime
    ended_at: datetime | None
    used_at: datetime | None


@dataclass(frozen=True)
class Used:
    """One use: what was asked, such as `GET /cases`, and the status answered."""

    what: str
    case_id: str | None
    status: int
    at: datetime


_SHOWN = (
    api_keys.c.id,
    api_keys.c.name,
    api_keys.c.scopes,
    api_keys.c.made_by,
    api_keys.c.made_at,
    api_keys.c.ended_at,
    api_keys.c.used_at,
)


def add(
    connection: Connection, keyring: Keyring, name: str, scopes: tuple[str, ...], by: str, now: datetime
) -> tuple[str, str]:
    """A new key; its id and its token, which is told this once."""
    key_id, token = secrets.token_hex(8), PREFIX + secrets.token_urlsafe(32)
    connection.execute(
        insert(api_keys),
        {
            "id": key_id,
            "name": name,
            "token_hash": _hash(keyring, token),
            "scopes": " ".join(scopes),
            "made_by": by[:60],
            "made_at": now,
        },
    )
    return key_id, token


def of_token(connection: Connection, keyring: Keyring, token: str) -> ApiKey | None:
    """The key of this token, unless it was ended."""
    found = select(*_SHOWN).where(
        api_keys.c.token_hash == _hash(keyring, token), api_keys.c.ended_at.is_(None)
    )
    row = connection.execute(found).first()
    return _key(row) if row else None


def everyone(connection: Connection) -> list[ApiKey]:
    """Every key, ended ones too, the oldest first."""
    found = select(*_SHOWN).order_by(api_keys.c.made_at, api_keys.c.id)
    return [_key(row) for row in connection.execute(found)]


def end(connection: Connection, key_id: str, now: datetime) -> bool:
    """End a key: the next request with it is refused. Whether there was one to end."""
    ended = update(api_keys).where(api_keys.c.id == key_id, api_keys.c.ended_at.is_(None))
    return connection.execute(ended.values(ended_at=now)).rowcount == 1


def note(
    connection: Connection, key_id: str, what: str, status: int, now: datetime, case_id: str | None = None
) -> None:
    """Put a use on record."""
    row = {"key_id": key_id, "what": what[:40], "case_id": case_id, "status": status, "at": now}
    connection.execute(insert(api_uses), row)
    connection.execute(update(api_keys).where(api_keys.c.id == key_id).values(used_at=now))


def uses(connection: Connection, key_id: str, most: int) -> list[Used]:
    """The newest uses of a key."""
    found = (
        select(api_uses.c.what, api_uses.c.case_id, api_uses.c.status, api_uses.c.at)
        .where(api_uses.c.key_id == key_id)
        .order_by(api_uses.c.id.desc())
        .limit(most)
    )
    return [Used(*row) for row in connection.execute(found)]


def forget(connection: Connection, before: datetime) -> int:
    """Clear uses that are long past."""
    return connection.execute(delete(api_uses).where(api_uses.c.at < before)).rowcount


def _hash(keyring: Keyring, token: str) -> bytes:
    return keyring.lookup("api-key", token)


def _key(row: Any) -> ApiKey:
    scopes = tuple(row.scopes.split())
    return ApiKey(row.id, row.name, scopes, row.made_by, row.made_at, row.ended_at, row.used_at)
