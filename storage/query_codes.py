"""The query code of a case: only its keyed hash is stored, and it is compared in constant time."""

from __future__ import annotations

import hmac

from sqlalchemy import Connection, bindparam, select, update

from storage.sealing import Keyring
from storage.tables import cases

_CODE = select(cases.c.code_hash).where(cases.c.number == bindparam("number"))
_SAVE_CODE = update(cases).where(cases.c.id == bindparam("this")).values(code_hash=bindparam("code_hash"))


def code_fits(connection: Connection, keyring: Keyring, number: str, code: str) -> bool:
    """Whether `code` is the query code of the case of that number; in constant time."""
    known = connection.execute(_CODE, {"number": number}).scalar()
    return hmac.compare_digest(known or bytes(32), keyring.lookup("code", code)) and known is not None


def renew_code(connection: Connection, keyring: Keyring, case_id: str, code: str) -> None:
    """A new query code in place of a lost one."""
    connection.execute(_SAVE_CODE, {"this": case_id, "code_hash": keyring.lookup("code", code)})
