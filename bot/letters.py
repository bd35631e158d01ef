"""A message as the outbox keeps it, and as a channel can carry it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

from bot.words.texts import Bubble

TELEGRAM_UNITS: Final = 4096
"""The longest text of one Telegram message, in UTF-16 units."""
CAPTION_UNITS: Final = 1024
"""The same for the words beside a document."""
MOST_UNITS: Final = {"telegram": TELEGRAM_UNITS}
"""By channel; one that is not here carries any length."""

# Where a text may be cut, the best places first: between paragraphs, lines, then words. A Tibetan line
# never begins with a tsheg or a shad, nor is a shad parted from the tsheg of ང་.
_CUTS: Final = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"[་།](?![་།])|(?<=[。！？；，、.!?;,])|\s"),
)


def letter_body(bubble: Bubble, draft: str) -> dict[str, Any]:
    """A message as the outbox keeps it: its text, its buttons, the draft they belong to."""
    rows = [[{"id": label.id, "label": label.label} for label in row] for row in bubble.rows]
    return {"text": bubble.text, "rows": rows, "draft": draft}


def letter_bodies(
    channel: str, bubble: Bubble, draft: str, paper: dict[str, Any] | None = None
) -> list[dict[str, Any]]:
    """The same in as many messages as `channel` needs for it; the last one has the buttons, and the paper."""
    whole = letter_body(bubble, draft)
    limit = MOST_UNITS.get(channel)
    if paper is not None:
        whole["paper"] = paper
        limit = limit and CAPTION_UNITS
    if limit is None or len(bubble.text) * 2 <= limit:
        return [whole]
    *first, last = split_text(bubble.text, limit)
    return [*({"text": text, "rows": [], "draft": draft} for text in first), {**whole, "text": last}]


def split_text(text: str, limit: int = TELEGRAM_UNITS) -> list[str]:
    """`text` in pieces of at most `limit` UTF-16 units, cut at a paragraph, else a line, else a word.

    A cut takes the white space around it away and nothing else. Never empty; a text of nothing is `[""]`.
    """
    pieces = []
    rest = text.strip()
    while _units(rest) > limit:
        cut = _cut(rest, limit)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest] if rest or not pieces else pieces


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _cut(text: str, limit: int) -> int:
    end = len(text)
    units = 0
    for at, letter in enumerate(text):
        units += 2 if letter > "\uffff" else 1
        if units > limit:
            end = at
            break
    # A cut far ahead would make many short messages: better within a paragraph than in the first half.
    for cuts in _CUTS:
        found = [m.end() for m in cuts.finditer(text, 0, end + 1) if end // 2 < m.end() <= end]
        if found:
            return found[-1]
    while end > 1 and unicodedata.category(text[end]).startswith("M"):  # a mark belongs to its letter
        end -= 1
    return end
