"""What residents say around any matter: who they are, since when, how often they asked, please and thanks.

Data are in `asides.csv` beside this file: `language,aside`. The finder learns from them what tells nothing
of the matter, so that it is not drowned by them. The Tibetan was drafted by machine; no native reader has
read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from cases.errors import TableInvalid
from cases.tables import read_table

ASIDES_FILE = Path(__file__).with_name("asides.csv")
LANGUAGES = ("zh", "bo")


def read_asides(rows: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """The asides in the order of the rows. Raises TableInvalid."""
    asides = []
    for row in rows:
        aside = (row.get("aside") or "").strip()
        if row.get("language") not in LANGUAGES or not aside or aside in asides:
            raise TableInvalid(f"not an aside, or one that stands twice: {row!r}")
        asides.append(aside)
    return tuple(asides)


def load_asides() -> tuple[str, ...]:
    """The asides of `asides.csv`. Raises TableInvalid."""
    return read_asides(read_table(ASIDES_FILE, ("language", "aside")))
