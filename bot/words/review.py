"""Who has read which Tibetan message: the table `locales/bo/review.csv`, read when the program starts.

A message counts as read only where a native reader signed the very texts that are shown now; a row that is
missing, or whose texts have changed since, makes it a draft.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from bot.words.errors import WordsInvalid
from bot.words.messages import Message
from bot.words.tables import read_words_table

STATUSES = ("draft", "mechanical_ok", "native_ok", "bureau_ok", "needs_change")
SIGNED = frozenset({"native_ok", "bureau_ok"})
"""What only a person who reads Tibetan gives."""
LEDGER = Path("bo") / "review.csv"


@dataclass(frozen=True)
class Row:
    """What is known of one message. `confidence` is the drafter's own: high, medium or low."""

    message_id: str
    zh_sha: str
    bo_sha: str
    status: str = "draft"
    reviewer: str = ""
    date: str = ""
    confidence: str = "medium"
    note: str = ""


def read_ledger(locales: Path) -> dict[str, Row]:
    """The rows by message id. Raises WordsInvalid."""
    path = locales / LEDGER
    if not path.exists():
        return {}
    rows = [Row(**row) for row in read_words_table(path, [f.name for f in fields(Row)])]
    problems = [f"{LEDGER.name}: no such status: {s}" for s in sorted({r.status for r in rows} - {*STATUSES})]
    found = {row.message_id: row for row in rows}
    if len(found) != len(rows):
        problems.append(f"{LEDGER.name}: two rows have one message")
    if problems:
        raise WordsInvalid(problems)
    return found


def counts_of(rows: Mapping[str, Row]) -> str:
    """How many messages have each status, for a log."""
    return ", ".join(f"{sum(r.status == s for r in rows.values())} {s}" for s in STATUSES)


def text_hash(text: str) -> str:
    """A short hash of a text: twelve hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def drafts(locales: Path, zh: Mapping[str, Message], bo: Mapping[str, Message]) -> frozenset[str]:
    """The Tibetan messages no native reader has signed as they are now. Raises WordsInvalid.

    A message that is the same in both languages needs no reader: whoever reads either reads it.
    """
    return unsigned(read_ledger(locales), zh, bo)


def unsigned(rows: Mapping[str, Row], zh: Mapping[str, Message], bo: Mapping[str, Message]) -> frozenset[str]:
    """The same by rows, whatever they were read from."""
    return frozenset(
        message
        for message in bo
        if zh[message].source != bo[message].source and not _signed(rows.get(message), zh, bo)
    )


def hashes(zh: Message, bo: Message) -> tuple[str, str]:
    """The hashes of a message's two texts, as the ledger keeps them."""
    return text_hash(zh.source), text_hash(bo.source)


def _signed(row: Row | None, zh: Mapping[str, Message], bo: Mapping[str, Message]) -> bool:
    if row is None or row.status not in SIGNED:
        return False
    return (row.zh_sha, row.bo_sha) == hashes(zh[row.message_id], bo[row.message_id])
