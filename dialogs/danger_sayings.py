"""How near a text is to what people say in danger, where no phrase of `danger.csv` stands in it.

Naive Bayes over the signs and pairs of `dialogs.signs`: `danger_sayings.csv` beside this file holds what
people say in danger, by kind, and what only sounds like it (no kind); the sayings of ordinary matters are
calm too.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from cases.sayings import load_sayings
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
        self._kinds = {kind: Counter(signs) for kind, signs in said.items()}
        self._danger = Counter(sign for signs in said.values() for sign in signs)
        self._known = self._danger.keys() | self._calm.keys()

    def kind(self, text: str) -> str | None:
        """The kind of danger the text is surely like; None where it is not."""
        if len(text) > MAX_CHARS:
            return None
        signs = set(signs_of(text)) & self._known
        odds = self._odds(self._danger, signs)
        if odds <= LEAST or odds / math.sqrt(len(signs)) <= SURE:
            return None
        return max(self._kinds, key=lambda kind: self._odds(self._kinds[kind], signs))

    def _odds(self, danger: Counter[str], signs: set[str]) -> float:
        """The log-odds of danger against calm that these signs speak for together."""
        smoothed = _SMOOTH * len(self._known)
        lean = math.log((self._calm.total() + smoothed) / (danger.total() + smoothed))
        alone = (math.log((danger[s] + _SMOOTH) / (self._calm[s] + _SMOOTH)) for s in signs)
        return sum(alone) + len(signs) * lean


@cache
def likeness() -> Likeness:
    """The one over this house's sayings."""
    with SAYINGS_FILE.open(encoding="utf-8", newline="") as file:
        examples = [(row["kind"], row["saying"]) for row in csv.DictReader(file)]
    return Likeness(examples + [("", s.text) for s in load_sayings() if s.matter not in VIOLENT_MATTERS])
