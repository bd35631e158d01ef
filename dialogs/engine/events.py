"""What a resident can do, whatever they do it with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Attachment:
    """A file already made safe and kept, or one still being fetched.

    `kind` is "photo", "voice" or "document"; `size` is in bytes.
    """

    id: str
    kind: str
    name: str = ""
    size: int = 0
    seconds: int | None = None


@dataclass(frozen=True)
class Said:
    """Words were typed."""

    text: str


@dataclass(frozen=True)
class Pressed:
    """A button was pressed. `draft` is the session it was drawn for; None means the present one."""

    question: str
    option: str
    draft: str | None = None


@dataclass(frozen=True)
class Sent:
    """Files came, with words beside them or none."""

    files: tuple[Attachment, ...]
    text: str = ""


@dataclass(frozen=True)
class Pinned:
    """The resident sent a location of their own accord; degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Shared:
    """The resident shared a telephone number with a tap."""

    phone: str


@dataclass(frozen=True)
class Unusable:
    """Something came that no question takes: a sticker, a poll, a file refused at the door.

    `reason` ends the message id `refused-<reason>`.
    """

    reason: str


@dataclass(frozen=True)
class Lost:
    """A file taken earlier turned out unfit once fetched; it leaves the answers again."""

    file: str
    reason: str


@dataclass(frozen=True)
class Asked:
    """A word of the house was used: back, menu, language, help, person, cancel, status,
    start, listen, read.

    `more` is what came with it, such as the payload of a deep link.
    """

    word: str
    more: str = ""


Event = Said | Pressed | Sent | Pinned | Shared | Unusable | Lost | Asked
