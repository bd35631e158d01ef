"""A view in words: what one message shows, its buttons, and what goes beside a Tibetan draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dialogs.engine.view import Listed, Say, Several, Value, View

LINES: Final = {
    "summary-line": "summary",
    "clock-": "clock",
    "card-": "card",
    "path-": "card",
    "kept-": "kept",
    "mine-": "mine",
    "mydata-held": "held",
    "mydata-opened": "opened",
}
"""Messages whose neighbours of the same sort stand on the next line, not after an empty one."""
CHINESE: Final = "words:zh"
"""The button beside a draft: the same in Chinese."""


@dataclass(frozen=True)
class Label:
    """A button as it is drawn: its id `question:option`, and its label in the language."""

    id: str
    label: str


@dataclass(frozen=True)
class Mark:
    """The quiet line at the end of a draft, and the button for the Chinese."""

    text: str
    button: Label


@dataclass(frozen=True)
class Bubble:
    """The text of one message, and the rows of buttons beneath.

    `mark` where a message of it is a draft no native reader has signed, and then `chinese` is the same in
    Chinese; `voice` the names of the clips that go with it (`bot.clips`).
    """

    text: str
    rows: tuple[tuple[Label, ...], ...] = ()
    mark: Mark | None = None
    chinese: Bubble | None = None
    voice: tuple[str, ...] = ()


def sort_of(message: str) -> str:
    """The sort of a message that stands in a list; "" of one that stands alone."""
    return next((sort for begin, sort in LINES.items() if message.startswith(begin)), "")


def messages_of(view: View) -> Iterator[str]:
    """Every message a view holds: what is said, what fills it, what stands on its buttons."""
    yield from _within((*view.says, *(b.label for row in view.rows for b in row)))


def _within(values: tuple[Value, ...]) -> Iterator[str]:
    for value in values:
        match value:
            case Say(id=message, args=args):
                yield message
                yield from _within(tuple(v for _, v in args))
            case Several(values=inner) | Listed(values=inner):
                yield from _within(inner)
            case _:
                pass
