"""Passwords of the staff: hashed with Argon2id, checked in a thread so that nobody else waits.

PasswordRefused    too short, too long, or the same letter over and over; `reason` says which
"""

from __future__ import annotations

import asyncio

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MIN_CHARS, MAX_CHARS = 10, 200
_LEAST_DIFFERENT = 4
_HASHER = PasswordHasher()  # the library's own settings: RFC 9106, low memory; 64 MB, 3 passes
NOBODY = _HASHER.hash("nobody has this password")
"""Checked where there is no such login, so that the answer takes as long."""


class PasswordRefused(ValueError):
    """A password not to be taken. `reason` is too_short, too_long or too_plain."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def hash_password(text: str) -> str:
    """The password as it is stored. It blocks for about 0.1 s. Raises PasswordRefused."""
    if len(text) < MIN_CHARS:
        raise PasswordRefused("too_short")
    if len(text) > MAX_CHARS:
        raise PasswordRefused("too_long")
    if len(set(text)) < _LEAST_DIFFERENT:
        raise PasswordRefused("too_plain")
    return _HASHER.hash(text)


async def verify(password_hash: str, text: str) -> bool:
    """Whether `text` is the password; in a thread."""
    return await asyncio.to_thread(_fits, password_hash, text)


def _fits(password_hash: str, text: str) -> bool:
    if len(text) > MAX_CHARS:
        text = ""  # no password is that long; the hash is still computed
    try:
        return _HASHER.verify(password_hash, text)
    except (VerificationError, InvalidHashError):
        return False
