"""What a file becomes when it is taken in, why one is refused, and within which limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["photo", "voice", "document"]
Reason = Literal["empty", "too-big", "not-allowed", "damaged", "bomb", "too-long"]

MAX_BYTES: Final = 20_000_000
"""The largest file: 20 MB, what a Telegram bot may download."""
MAX_VOICE_SECONDS: Final = 3600
"""The longest voice message. A longer recording may be sent as a document."""
MAX_PIXELS: Final = 50_000_000
"""The largest photo, width times height, before it is decoded: some 200 MB of memory."""
MAX_SIDE_PX: Final = 2560
"""The longer side of a photo as it is kept: a page of A4 still reads at it (some 220 dots an inch)."""
MAX_UNPACKED_BYTES: Final = 100_000_000
"""All that a docx or xlsx, or the object streams of a PDF, may unpack to."""
MAX_NAME_CHARS: Final = 80


class FileRefused(Exception):
    """A file is not taken. `reason` is the id of what the resident is told; the message has no more.

    empty        no bytes at all
    too-big      more than `MAX_BYTES`
    not-allowed  a kind of file that is not taken: a program, a script, an archive, HTML, SVG, macros,
                 a PDF that acts by itself, anything unknown
    damaged      a kind that is taken, but it does not read
    bomb         small here, huge when unpacked or decoded
    too-long     a voice message of more than `MAX_VOICE_SECONDS`
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Final[Reason] = reason


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that is safe to keep and to hand out as its `media_type` (with nosniff, never as a page).

    `kind` is what the file truly is, whatever it was sent as. `seconds`, rounded up, are a voice
    message's; None where the recording does not tell, and for all that is not sound.
    """

    data: bytes
    media_type: str
    name: str
    kind: Kind
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a checker makes of the bytes, before the file has its name."""

    data: bytes
    media_type: str
    extension: str
    kind: Kind
    seconds: float | None = None
