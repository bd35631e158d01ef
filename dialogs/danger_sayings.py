"""How near a text is to what people say in danger, where no phrase of `danger.csv` stands in it.

Naive Bayes over the signs and pairs of `dialogs.signs`: `danger_sayings.csv` beside this file holds what
people say in danger, by kind, and what only sounds like it (no kind); the sayings of ordinary matters are
calm too.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from pathlib import Path

from cases.errors import TableInvalid
from cases.sayings import load_sayings
from cases.tables import read_table
from dialogs.signs import signs_of

SAYINGS_FILE = Path(__file__).with_name("danger_sayings.csv")
VIOLENT_MATTERS = frozenset({"domestic_violence", "crime"})
"""Matters whose sayings speak of danger, and so are no examples of calm."""
SURE = 1.0
"""From this on a text is danger: log-odds over the square root of its signs, tried on phrases apart."""
LEAST = 6.0
"""And no less log-odds in all: a greeting is too short to be like anything."""
MAX_CHARS = 120
"""Beyond this a text is a story, whose length alone would weigh: there the phrases alone speak."""
_SMOOTH = 0.3


class Likeness:
    """Knows examples of each kind of danger, and of calm (kind "")."""

    def __init__(self, examples: Iterable[tuple[str, str]]) -> None:
        said: dict[str, list[str]] = {}
        for kind, text in examples:
            said.setdefault(kind, []).extend(set(signs_of(text)))
        self._calm = Counter(said.pop("", ()))
        self._known = self._calm.keys() | {sign for signs in said.values() for sign in signs}
        self._danger = self._weighed(Counter(sign for signs in said.values() for sign in signs))
        self._kinds = {kind: self._weighed(Counter(signs)) for kind, signs in said.items()}

    def kind(self, text: str) -> str | None:
        """The kind of danger the text is surely like; None where it is not."""
        if len(text) > MAX_CHARS:
            return None
        signs = set(signs_of(text)) & self._known
        odds = sum(self._danger[sign] for sign in signs)
        if odds <= LEAST or odds / math.sqrt(len(signs)) <= SURE:
            return None
        return max(self._kinds, key=lambda kind: sum(self._kinds[kind][sign] for sign in signs))

    def _weighed(self, danger: Counter[str]) -> dict[str, float]:
        """The log-odds of danger against calm that each known sign speaks for."""
        smoothed = _SMOOTH * len(self._known)
        lean = math.log((self._calm.total() + smoothed) / (danger.total() + smoothed))
        odds = ((sign, (danger[sign] + _SMOOTH) / (self._calm[sign] + _SMOOTH)) for sign in self._known)
        return {sign: math.log(ratio) + lean for sign, ratio in odds}


def read_examples(
    rows: Iterable[Mapping[str, str]], kinds: tuple[str, ...], languages: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Each saying with its kind, "" for calm. Raises TableInvalid, also where a language lacks a kind."""
    examples, told = [], set()
    for row in rows:
        kind, language, saying = row["kind"], row["language"], row["saying"].strip()
        if kind not in (*kinds, "") or language not in languages or not saying:
            raise TableInvalid(f"not a saying of danger, nor of calm: {row!r}")
        examples.append((kind, saying))
        told.add((kind, language))
    if lacking := set(product((*kinds, ""), languages)) - told:
        raise TableInvalid(f"danger_sayings.csv lacks: {', '.join(map(' in '.join, sorted(lacking)))}")
    return examples


@cache
def likeness(kinds: tuple[str, ...], languages: tuple[str, ...]) -> Likeness:
    """The one over this house's sayings. Raises TableInvalid."""
    rows = read_table(SAYINGS_FILE, ("kind", "language", "saying"))
    examples = read_examples(rows, kinds, languages)
    return Likeness(examples + [("", s.text) for s in load_sayings() if s.matter not in VIOLENT_MATTERS])
