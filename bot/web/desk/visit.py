"""Who is at the desk: the session behind a cookie, and forms that only our own pages can send.

Errors::

    DeskError
    ├── NotSignedIn   no session, or one that is over
    ├── PasswordFirst a password somebody else knows is to be changed before anything is shown
    ├── NotOurForm    a form that another site sent, or without the session's token
    └── TooMuch       a form larger than any of ours
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import parse_qsl

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from bot.web.shared.origin import ours
from bot.wiring import House
from storage import staff
from storage.staff import SESSION, Member

COOKIE = "lamton-desk"
AT_THE_DOOR = ("/account", "/sign-in", "/sign-out")
"""Where somebody is let in before they have chosen a password of their own."""
MOST_BYTES, MOST_FIELDS = 2_000_000, 40
"""Of a form; the longest answer, written in Tibetan and encoded, is some 40 kB."""
TEXTS: Final = (
    *("text", "reason", "note", "told", "words", "why", "zh", "bo"),
    *("facts", "request", "representatives", "text_zh", "text_bo"),
)
"""The fields in which somebody writes at length: whatever breaks, that is given back."""


class DeskError(Exception):
    """The root of what the desk itself refuses."""


class NotSignedIn(DeskError):
    """No session, or one that is over."""


class PasswordFirst(DeskError):
    """The member's password was given to them by another, and is to be their own first."""


class NotOurForm(DeskError):
    """Sent by another site, or without the session's own token."""


class TooMuch(DeskError):
    """A form larger than any of ours."""


@dataclass(frozen=True)
class Visit:
    """A member at the desk. `token` names the session, `proof` stands in every form."""

    member: Member
    token: str
    proof: str
    began: datetime

    @property
    def language(self) -> str:
        """What the member reads."""
        return self.member.language


def root_of(request: Request) -> str:
    """Where the desk is mounted, without a slash at the end."""
    return str(request.scope.get("root_path", "")).rstrip("/")


async def visit_of(house: House, request: Request) -> Visit:
    """Who is signed in. Raises NotSignedIn, and PasswordFirst anywhere but at their own account."""
    token = request.cookies.get(COOKIE, "")
    if not token:
        raise NotSignedIn
    now = house.time.now()

    def look(connection: Connection) -> tuple[Member, datetime] | None:
        member = staff.of_session(connection, house.keyring, token, now)
        began = staff.session_began(connection, house.keyring, token)
        return (member, began) if member and began else None

    found = await house.store.read(look)
    if found is None:
        raise NotSignedIn
    if found[0].must_change and not request.url.path.removeprefix(root_of(request)).startswith(AT_THE_DOOR):
        raise PasswordFirst
    return Visit(found[0], token, house.keyring.lookup("desk-form", token).hex(), found[1])


async def words_of(
    house: House, request: Request, visit: Visit | None, most_fields: int = MOST_FIELDS
) -> Mapping[str, str]:
    """The fields of a form sent from our own page. Raises NotOurForm, TooMuch."""
    if not ours(request, house.settings.public_url):
        raise NotOurForm
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise TooMuch
    try:
        fields = parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=most_fields
        )
    except ValueError:
        raise NotOurForm from None
    words = {name: value.replace("\r\n", "\n") for name, value in fields}
    if visit and not hmac.compare_digest(words.get("proof", "").encode(), visit.proof.encode()):
        raise NotOurForm
    leave(request, words)
    return words


def leave(request: Request, words: Mapping[str, str]) -> None:
    """Leave the texts of a form of ours with its request, for whoever answers it where it breaks."""
    request.state.texts = tuple(words[name] for name in TEXTS if words.get(name, "").strip())


def left(request: Request) -> tuple[str, ...]:
    """The texts left with a request; none where its form was not read."""
    return getattr(request.state, "texts", ())


def let_in(house: House, request: Request, answer: Response, token: str) -> None:
    """Give the browser its session."""
    answer.set_cookie(
        COOKIE,
        token,
        max_age=round(SESSION.total_seconds()),
        path=root_of(request) or "/",
        secure=house.settings.secure_cookies,
        httponly=True,
        samesite="strict",
    )


def let_out(house: House, request: Request, answer: Response) -> None:
    """Take the session from the browser."""
    answer.delete_cookie(
        COOKIE,
        path=root_of(request) or "/",
        secure=house.settings.secure_cookies,
        httponly=True,
        samesite="strict",
    )
