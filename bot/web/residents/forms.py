"""A form as it came: words, a press, files; within limits, and never a bare refusal.

Errors::

    FormError
    ├── TooBig      more than nine files of 20 MB
    └── Unreadable  not a form, or cut short
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.intake import Kind
from bot.web.shared.bodies import Limited

MOST_BODY_BYTES = 9 * 21_000_000 + 2_000_000
MOST_WORDS_BYTES = 4_000_000
MOST_FILES = 24
KINDS: dict[str, Kind] = {"photo": "photo", "voice": "voice", "document": "document"}


class FormError(Exception):
    """The root of what can be wrong with a form."""


class TooBig(FormError):
    """More was sent than nine files of 20 MB."""


class Unreadable(FormError):
    """Not a form, or cut short."""


@dataclass(frozen=True)
class Form:
    """The fields we know. `files` are (kind, upload); `since` is the place in the talk the page shows."""

    text: str = ""
    press: str = ""
    draft: str = ""
    turn: str = ""
    since: str = ""
    language: str = ""
    start: str = ""
    files: tuple[tuple[Kind, UploadFile], ...] = ()


async def read_form(request: Request) -> Form:
    """Read the form. Raises TooBig, Unreadable. A file over 1 MB lies on the disk, nameless."""
    limited = Limited(request, MOST_BODY_BYTES, TooBig("more than nine files of 20 MB"))
    asked = Request(request.scope, limited.receive)
    try:
        read = await asked.form(max_files=MOST_FILES, max_fields=40, max_part_size=MOST_WORDS_BYTES)
    except TooBig:
        await limited.drain()
        raise
    except HTTPException as error:
        await limited.drain()
        told = str(error.detail).lower()
        kind = TooBig if "exceed" in told or "too many" in told else Unreadable
        raise kind("the form was refused") from None
    words = {name: value for name, value in read.multi_items() if isinstance(value, str)}
    files = tuple(
        (KINDS[name], value)
        for name, value in read.multi_items()
        if isinstance(value, UploadFile) and name in KINDS and (value.filename or value.size)
    )
    given = {n: words.get(n, "") for n in ("press", "draft", "turn", "since", "language", "start")}
    return Form(text=words.get("text", "").replace("\r\n", "\n"), files=files, **given)
