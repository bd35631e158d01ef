"""A message as the outbox keeps it, and as a channel can carry it."""

from __future__ import annotations

import re
import secrets
import unicodedata
from typing import Any, Final

from bot.words.texts import Bubble
from storage.history import APART as APART_MARK
from storage.history import RECORDING

TELEGRAM_UNITS: Final = 4096
"""The longest text of one Telegram message, in UTF-16 units."""
CAPTION_UNITS: Final = 1024
"""The same for the words beside a document."""
MOST_UNITS: Final = {"telegram": TELEGRAM_UNITS}
"""By channel; one that is not here carries any length."""
APART: Final = frozenset({"telegram"})
"""Where a clip is a message of its own."""
DRAWN_APART: Final = frozenset({"web"})
"""Where a draft's mark is drawn by the page, not written into the text."""

# Where a text may be cut, the best places first: between paragraphs, lines, then words. A Tibetan line
# never begins with a tsheg or a shad, nor is a shad parted from the tsheg of ང་.
_CUTS: Final = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"[་།](?![་།])|(?<=[。！？；，、.!?;,])|\s"),
)


def letter_body(channel: str, bubble: Bubble, draft: str, token: str = "") -> dict[str, Any]:
    """A message as the outbox keeps it: its text, its buttons, the draft they belong to.

    Beside a Tibetan draft stands its Chinese, `zh`; a notice's is found again by its `token`. `voice` are the
    clips. The web draws mark and clips in its own way; elsewhere the mark is a line and a button.
    """
    body: dict[str, Any] = {"text": bubble.text, "rows": _rows(bubble), "draft": draft}
    if bubble.chinese:
        body["zh"] = {"text": bubble.chinese.text, "rows": _rows(bubble.chinese)}
        if token:
            body["token"] = token
    if bubble.mark and channel in DRAWN_APART:
        body["mark"] = bubble.mark.text
    elif bubble.mark:
        button = bubble.mark.button
        chosen = f"{button.id}.{token}" if token else button.id
        body["text"] = f"{bubble.text}\n\n{bubble.mark.text}"
        body["rows"].append([{"id": chosen, "label": button.label}])
    if bubble.voice and channel not in APART:
        body["voice"] = list(bubble.voice)
    return body


def letter_bodies(
    channel: str,
    bubble: Bubble,
    draft: str,
    token: str = "",
    paper: dict[str, Any] | None = None,
    recording: str = "",
) -> list[dict[str, Any]]:
    """The same in as many messages as `channel` needs: clips and a `recording` (a file's id)
    first, buttons and paper with the last words."""
    whole = letter_body(channel, bubble, draft, token)
    clips = bubble.voice if channel in APART else ()
    silent: dict[str, Any] = {"text": "", "rows": [], "draft": draft}
    spoken = [{**silent, "voice": [clip]} for clip in clips]
    if recording and channel in APART:
        spoken.append({**silent, RECORDING: recording})
    elif recording:
        whole[RECORDING] = recording
    limit = MOST_UNITS.get(channel)
    if paper is not None:
        whole["paper"] = paper
        limit = limit and CAPTION_UNITS
    if limit is None or len(whole["text"]) * 2 <= limit:
        return [*spoken, whole]
    *first, last = split_text(whole["text"], limit)
    return [
        *spoken,
        *({"text": text, "rows": [], "draft": draft} for text in first),
        {**whole, "text": last},
    ]


def apart(
    channel: str, bubble: Bubble, paper: dict[str, Any] | None = None, recording: str = ""
) -> list[dict[str, Any]]:
    """A bubble that goes before a reply and keeps its own buttons, whatever is told next."""
    *first, last = letter_bodies(channel, bubble, "", secrets.token_hex(4), paper, recording)
    return [*first, {**last, APART_MARK: True}]


def _rows(bubble: Bubble) -> list[list[dict[str, str]]]:
    return [[{"id": label.id, "label": label.label} for label in row] for row in bubble.rows]


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
