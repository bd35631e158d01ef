"""A form that brings files, or one name many times: read within limits, and only from our own page."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.web.desk.visit import NotOurForm, TooMuch, Visit, leave
from bot.web.shared.bodies import Limited
from bot.web.shared.origin import ours
from bot.wiring import House

MOST_FILES: Final = 9
MOST_BODY_BYTES: Final = MOST_FILES * 21_000_000 + 2_000_000
MOST_FIELDS: Final = 250
MOST_WORD_BYTES: Final = 200_000
"""Of one field: 8,000 characters of Tibetan are 24 kB."""


@dataclass(frozen=True)
class Sent:
    """What a form brought: the last value of each name, all values of each name, and the files."""

    words: Mapping[str, str]
    all: Mapping[str, tuple[str, ...]]
    files: tuple[UploadFile, ...]


async def sent_form(
    house: House,
    request: Request,
    visit: Visit,
    most_bytes: int = MOST_BODY_BYTES,
    most_word_bytes: int = MOST_WORD_BYTES,
) -> Sent:
    """Read it. Raises NotOurForm, TooMuch. A file over 1 MB lies on the disk, nameless, until it is read."""
    if not ours(request, house.settings.public_url):
        raise NotOurForm
    limited = Limited(request, most_bytes, TooMuch())
    try:
        read = await Request(request.scope, limited.receive).form(
            max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=most_word_bytes
        )
    except TooMuch:
        await limited.drain()
        raise
    except HTTPException as error:
        await limited.drain()
        told = str(error.detail).lower()
        raise (TooMuch if "exceed" in told or "too many" in told else NotOurForm)() from None
    every: dict[str, tuple[str, ...]] = {}
    for name, value in read.multi_items():
        if isinstance(value, str):
            every[name] = (*every.get(name, ()), value.replace("\r\n", "\n"))
    words = {name: values[-1] for name, values in every.items()}
    files = tuple(v for _, v in read.multi_items() if isinstance(v, UploadFile))
    if not hmac.compare_digest(words.get("proof", "").encode(), visit.proof.encode()):
        await closed(files)
        raise NotOurForm
    leave(request, words)
    return Sent(words, every, files)


async def closed(files: tuple[UploadFile, ...]) -> None:
    """Let the uploads go, wherever they lie."""
    for file in files:
        await file.close()
