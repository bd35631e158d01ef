"""A rehearsal for people: messages with numbered buttons out, words in.

2                      presses button 2; where a number is the answer, `#2` does
#consent:agree         presses a button by its id, on the screen or not
@photo.jpg             sends a file; `@voice:`, `@photo:`, `@document:` say as what
@location:30.64,93.23  sends a location
"""

from __future__ import annotations

import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.rehearsal.json_lines import pinned
from bot.rehearsal.session import KINDS, FileKind, FileLine, Line, Malformed, Turn
from dialogs.engine.events import Pressed, Said

_TYPED_DIGITS = frozenset({"number", "money", "date", "phone"})
"""Questions that take these hear a bare number as the answer, not as a button."""


@dataclass(frozen=True)
class Screen:
    """What stands before the resident: the buttons in the order of their numbers, and what is asked."""

    buttons: tuple[tuple[str, str], ...] = ()
    digits: bool = False

    @staticmethod
    def of(turn: Turn) -> Screen:
        """The buttons of every message of a turn, numbered on from one to the next."""
        buttons = tuple(
            (b["id"], m.get("draft") or "") for m in turn.messages for row in m.get("rows") or () for b in row
        )
        return Screen(buttons, bool(turn.asks and _TYPED_DIGITS & set(turn.asks.accepts)))


def read_plain(raw: str, screen: Screen) -> Line:
    """What a line asks for. Raises Malformed."""
    line = raw.strip()
    if line.startswith("@"):
        return _sent(line[1:])
    if line.startswith("#"):
        return _pressed(line[1:], screen)
    if re.fullmatch("[0-9]{1,3}", line) and not screen.digits and 0 < int(line) <= len(screen.buttons):
        return _numbered(int(line), screen)
    return Said(line)


def draw(turn: Turn) -> str:
    """A turn as text: each message, then its buttons row by row."""
    mark = "#" if Screen.of(turn).digits else ""
    lines: list[str] = []
    number = 0
    for message in turn.messages:
        lines += ["", message["text"]]
        lines += [f"@{file['path']}" for file in message.get("files") or ()]
        for row in message.get("rows") or ():
            labels = []
            for button in row:
                number += 1
                labels.append(f"[{mark}{number}] {button['label']}")
            lines.append("   ".join(labels))
    return "\n".join(lines) + "\n"


def _sent(rest: str) -> Line:
    kind, colon, value = rest.partition(":")
    if kind == "location" and colon:
        try:
            latitude, longitude = (float(part) for part in value.split(","))
        except ValueError:
            raise Malformed("a location is latitude,longitude in degrees") from None
        return pinned(latitude, longitude)
    chosen = next((k for k in KINDS if k == kind and colon), None)
    try:
        path = Path(value if chosen else rest).expanduser()
    except RuntimeError:
        raise Malformed("there is no such home folder") from None
    return FileLine(path, chosen or _kind_of(path))


def _kind_of(path: Path) -> FileKind:
    media_type = mimetypes.guess_type(path.name)[0] or ""
    if media_type.startswith("image/"):
        return "photo"
    return "voice" if media_type.startswith("audio/") else "document"


def _pressed(rest: str, screen: Screen) -> Line:
    if rest.isascii() and rest.isdigit():
        if not 0 < int(rest) <= len(screen.buttons):
            raise Malformed(f"there is no button {rest}")
        return _numbered(int(rest), screen)
    question, colon, option = rest.partition(":")
    if not (colon and question and option):
        return Said(f"#{rest}")
    return Pressed(question, option)


def _numbered(number: int, screen: Screen) -> Pressed:
    button, draft = screen.buttons[number - 1]
    question, _, option = button.partition(":")
    return Pressed(question, option, draft or None)


def styled(text: str) -> Any:
    """The same for a terminal with colours: numbers of buttons stand out."""
    from rich.text import Text

    drawn = Text(text)
    drawn.highlight_regex(r"(?m)(?:^|(?<=   ))\[#?\d+\]", "bold cyan")
    return drawn
