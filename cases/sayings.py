"""How residents put it: sayings of each matter in each language, by which the finder finds matters.

Data are in `sayings.csv` beside this file: `matter,language,saying`. Chinese as it is spoken in the
south-west, Tibetan as herders and villagers would write it. The Tibetan was drafted by machine; no native
reader has read it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cases.errors import TableInvalid
from cases.matters import MATTERS
from cases.tables import read_table

SAYINGS_FILE = Path(__file__).with_name("sayings.csv")
FEWEST = {"zh": 25, "bo": 12}
"""The fewest sayings of one matter in each language."""


@dataclass(frozen=True)
class Saying:
    """What a resident may say who means this matter."""

    matter: str
    language: str
    text: str


def read_sayings(rows: Iterable[Mapping[str, str]]) -> tuple[Saying, ...]:
    """The sayings in the order of the rows. Raises TableInvalid, also where a matter has too few."""
    sayings = []
    for row in rows:
        try:
            saying = Saying(row["matter"], row["language"], row["saying"].strip())
        except (KeyError, AttributeError) as error:
            raise TableInvalid(f"not a saying: {row!r}") from error
        if saying.matter not in MATTERS or saying.language not in FEWEST or not saying.text:
            raise TableInvalid(f"not a saying of any matter: {row!r}")
        sayings.append(saying)
    if len(set(sayings)) != len(sayings):
        raise TableInvalid("a saying stands twice with one matter")
    counts = Counter((s.matter, s.language) for s in sayings)
    for matter in MATTERS:
        for language, fewest in FEWEST.items():
            if counts[matter, language] < fewest:
                raise TableInvalid(f"{matter!r} has fewer than {fewest} sayings in {language!r}")
    return tuple(sayings)


@cache
def load_sayings() -> tuple[Saying, ...]:
    """The sayings of `sayings.csv`. Raises TableInvalid."""
    return read_sayings(read_table(SAYINGS_FILE, ("matter", "language", "saying")))
