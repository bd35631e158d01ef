"""A case that another system hands down: it has a key of its own and no conversation."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from cases.case import Made
from storage import cases as case_rows
from storage import conversations
from storage.registered import OwnKey, Registered
from storage.sealing import Keyring
from storage.tables import cases
from storage.webhook_tables import api_intakes

CHANNEL = "above"
"""The channel of such a case."""


@dataclass(frozen=True)
class Known:
    """A request that was handled before: the hash of what it asked, and its case as it was filed."""

    asked_hash: bytes
    case_id: str
    number: str
    filed_on: date


def draft_of(key_id: str, idempotency_key: str) -> str:
    """What a case is known by before it has a number: of one key and one Idempotency-Key always the same."""
    return hashlib.sha256(f"{key_id}\n{idempotency_key}".encode()).hexdigest()[:32]


def known(connection: Connection, draft: str) -> Known | None:
    """Whether this request was handled before."""
    found = (
        select(api_intakes.c.asked_hash, cases.c.id, cases.c.number, cases.c.filed_on)
        .join_from(api_intakes, cases)
        .where(api_intakes.c.draft == draft)
    )
    row = connection.execute(found).first()
    return Known(*row) if row else None


def add(
    connection: Connection,
    keyring: Keyring,
    made: Made,
    *,
    key_id: str,
    draft: str,
    asked_hash: bytes,
    code: str,
    language: str,
    answers: Mapping[str, Any],
    registered: Registered,
    now: datetime,
) -> str:
    """Store it; its id. Raises IntegrityError where the same request is being handled at the same moment."""
    data_key_id, data_key = conversations.new_key(connection, keyring)
    own = OwnKey(data_key_id, data_key, CHANNEL)  # nobody to write to
    case_id = case_rows.add(
        connection,
        keyring,
        own,
        made,
        draft=draft,
        code=code,
        language=language,
        answers=answers,
        now=now,
        registered=registered,
    )
    row = {"draft": draft, "key_id": key_id, "asked_hash": asked_hash, "case_id": case_id, "at": now}
    connection.execute(insert(api_intakes), row)
    return case_id
