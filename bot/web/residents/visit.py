"""Who asks: the token of their conversation, their language, the size of letters they chose.

The token is 128 random bits in a cookie; the address of the conversation on the channel is that token.
None is set before the first form is sent.
"""

from __future__ import annotations

import re
import secrets
import time
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

COOKIE, SIZE = "lamton", "lamton-size"
DAYS = 30
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_NONCE = re.compile(r"[A-Za-z0-9_-]{16,40}")
_JUST_BEGUN_SECONDS = 60.0


@dataclass(frozen=True)
class Visit:
    """One request's visitor. `live`: the page's own script asks, for a part of the page."""

    token: str | None
    large: bool
    live: bool
    secure: bool


def visit_of(request: Request, secure: bool) -> Visit:
    """Read the cookies; a token that cannot be one of ours is none."""
    token = request.cookies.get(COOKIE, "")
    return Visit(
        token if _TOKEN.fullmatch(token) else None,
        request.cookies.get(SIZE) == "large",
        request.headers.get("hx-request") == "true",
        secure,
    )


def new_nonce() -> str:
    """A name for the next form to be sent: sent twice, it is heard once."""
    return secrets.token_urlsafe(16)


def nonce_or_new(given: str) -> str:
    """The form's own name, or a new one where it has none that could be ours."""
    return given if _NONCE.fullmatch(given) else new_nonce()


def keep(response: Response, visit: Visit, token: str) -> None:
    """Set the conversation's cookie."""
    _set(response, COOKIE, token, visit)


def keep_size(response: Response, visit: Visit, large: bool) -> None:
    """Remember the size of letters."""
    _set(response, SIZE, "large" if large else "usual", visit)


def forget(response: Response) -> None:
    """Take the conversation's cookie away: the phone shows nothing more of it."""
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")


def _set(response: Response, name: str, value: str, visit: Visit) -> None:
    response.set_cookie(
        name, value, max_age=DAYS * 86400, path="/", httponly=True, samesite="lax", secure=visit.secure
    )


class Beginnings:
    """Tokens just given out, by the first form's nonce: a double tap begins one conversation, not two."""

    def __init__(self) -> None:
        self._given: dict[str, tuple[float, str]] = {}

    def token(self, nonce: str) -> str:
        """The token for a first form; the same again for the same form within a minute."""
        now = time.monotonic()
        self._given = {n: g for n, g in self._given.items() if now - g[0] < _JUST_BEGUN_SECONDS}
        return self._given.setdefault(nonce, (now, secrets.token_urlsafe(16)))[1]
