"""Words that point the same way: in `alike.csv` beside this file, one notion a row, in both languages.

The finder takes each notion as one sign, so that a word no saying holds still counts, and what the Chinese
sayings teach serves the Tibetan. A notion is no matter: 银行 and སྒོར are both money, whatever the matter.
The notion `greeting` is not looked for but taken out: a greeting says nothing of a matter.
The Tibetan was drafted by machine; no native reader has read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from cases.errors import TableInvalid
from cases.tables import read_table

ALIKE_FILE = Path(__file__).with_name("alike.csv")
GREETING = "greeting"


def read_alike(rows: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    """The notions of each word, of rows `notion,zh,bo` with words between spaces. Raises TableInvalid."""
    found: dict[str, set[str]] = {}
    seen: set[str] = set()
    for row in rows:
        notion, words = row.get("notion"), f"{row.get('zh') or ''} {row.get('bo') or ''}".split()
        if not notion or notion in seen or not words:
            raise TableInvalid(f"not a row of words alike: {row!r}")
        seen.add(notion)
        for word in words:
            found.setdefault(word.strip("་"), set()).add(notion)
    return {word: frozenset(notions) for word, notions in found.items()}


def load_alike() -> dict[str, frozenset[str]]:
    """The words of `alike.csv`. Raises TableInvalid."""
    return read_alike(read_table(ALIKE_FILE, ("notion", "zh", "bo")))
