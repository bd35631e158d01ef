"""What residents send, made safe: one door for the files of every channel.

A file is what its bytes say, never what its name or its sender says. Photos are made anew
(`bot.intake.images`), recordings and videos lose their tags (`sound`, `boxes`), documents that act by
themselves are refused (`papers`), names are cleaned (`names`); what is not on these lists is not taken.
Reasons and limits are in `kinds`.
"""

from __future__ import annotations

import asyncio
import math
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import filetype

from bot.intake import boxes, images, papers, sound
from bot.intake.kinds import (
    MAX_BYTES,
    MAX_VOICE_SECONDS,
    Accepted,
    Cleaned,
    FileRefused,
    Kind,
    Reason,
)
from bot.intake.names import clean_name

__all__ = [
    "MAX_BYTES",
    "MAX_VOICE_SECONDS",
    "Accepted",
    "FileRefused",
    "Kind",
    "Reason",
    "accept_file",
    "accept_file_async",
    "clean_name",
]

AT_ONCE: Final = 2
"""How many files are worked on at the same time: a large photo takes some 200 MB while it is decoded."""

_threads: Final = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="intake")


def accept_file(data: bytes, declared_name: str, declared_type: str | None, kind: Kind) -> Accepted:
    """The file as it may be kept and handed out, or `FileRefused` with the reason's id.

    `kind` is how it was sent: a recording over `MAX_VOICE_SECONDS` is 'too-long' as a voice message and
    taken as a document. `Accepted.kind` is what it is: a photo sent as a document is a photo.
    """
    if not data:
        raise FileRefused("empty")
    if len(data) > MAX_BYTES:
        raise FileRefused("too-big")
    cleaned = _cleaned(data, declared_name, declared_type)
    true_kind = cleaned.kind
    if cleaned.seconds is not None and cleaned.seconds > MAX_VOICE_SECONDS:
        if kind != "document":
            raise FileRefused("too-long")
        true_kind = "document"
    seconds = None if cleaned.seconds is None else math.ceil(cleaned.seconds)
    name = clean_name(declared_name, cleaned.extension, otherwise=true_kind)
    return Accepted(cleaned.data, cleaned.media_type, name, true_kind, seconds)


async def accept_file_async(
    data: bytes, declared_name: str, declared_type: str | None, kind: Kind
) -> Accepted:
    """`accept_file` in a thread, `AT_ONCE` at a time; the others wait their turn."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_threads, accept_file, data, declared_name, declared_type, kind)


def _cleaned(data: bytes, declared_name: str, declared_type: str | None) -> Cleaned:
    if data.startswith(b"%PDF-"):
        return papers.clean_pdf(data)
    # Text before the sniffer: to it, a letter that begins with "BM" is a bitmap.
    text = papers.plain_text(data, "utf-8-sig")
    if text is not None and not data.startswith(b"#!AMR"):
        return papers.clean_text(text, declared_name, declared_type)
    if boxes.is_boxes(data):
        photo = boxes.image_type(data)
        return images.clean_image(data, photo) if photo else boxes.clean_boxes(data)
    if data.startswith(b"PK\x03\x04"):
        return papers.clean_office(data)
    if data.startswith(b"#!AMR"):
        return sound.clean_sound(data, "audio/amr")
    sniffed = filetype.guess_mime(data)
    if sniffed in images.DECODERS:
        return images.clean_image(data, sniffed)
    if sniffed in sound.CLEANERS:
        return sound.clean_sound(data, sniffed)
    if sniffed is None:  # older Windows writes Chinese in GBK or UTF-16
        marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        text = papers.plain_text(data, "utf-16" if marked else "gb18030")
        if text is not None:
            return papers.clean_text(text, declared_name, declared_type)
    raise FileRefused("not-allowed")
