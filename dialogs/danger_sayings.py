"""How near a text is to what people say in danger, where no phrase of `danger.csv` stands in it.

Naive Bayes over the signs and pairs of `dialogs.signs`: `danger_sayings.csv` beside this file holds what
people say in danger, by kind, and what only sounds like it (no kind); the sayings of ordinary matters are
calm too.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from cases.sayings import load_sayings
from dialogs.signs import signs_of

SAYINGS_FILE = Path(__file__).with_name("danger_sayings.csv")
VIOLENT_MATTERS = frozenset({"domestic_violence", "crime"})
"""Matters whose sayings speak of danger, and so are no examples of calm."""
SURE = 2.0
"""From this on a text is danger: log-odds over the square root of its signs, tried on phrases apart."""
MAX_CHARS = 120
"""Beyond this a text is a story, whose length alone would weigh: there the phrases alone speak."""
_SMOOTH = 0.3


class Likeness:
    """Knows examples of each kind of danger, and of calm (kind "")."""

    def __init__(self, examples: Iterable[tuple[str, str]]) -> None:
        counts: dict[str, Counter[str]] = {}
        for kind, text in examples:
            counts.setdefault(kind, Counter()).update(signs_of(text).keys())
        calm = counts.pop("", Counter())
        danger: Counter[str] = Counter()
        for signs in counts.values():
            danger.update(signs)
        known = danger.keys() | calm.keys()
        self._all = _odds(danger, calm, known)
        self._kinds: Mapping[str, Mapping[str, float]] = {k: _odds(c, calm, known) for k, c in counts.items()}

    def kind(self, text: str) -> str | None:
        """The kind of danger the text is surely like; None where it is not."""
        if len(text) > MAX_CHARS:
            return None
        signs = [s for s in signs_of(text) if s in self._all]
        if not signs or sum(self._all[s] for s in signs) / math.sqrt(len(signs)) <= SURE:
            return None
        return max(self._kinds, key=lambda kind: sum(self._kinds[kind][s] for s in signs))


@cache
def likeness() -> Likeness:
    """The one over this house's sayings."""
    with SAYINGS_FILE.open(encoding="utf-8", newline="") as file:
        examples = [(row["kind"], row["saying"]) for row in csv.DictReader(file)]
    return Likeness(examples + [("", s.text) for s in load_sayings() if s.matter not in VIOLENT_MATTERS])


def _odds(danger: Counter[str], calm: Counter[str], known: Iterable[str]) -> dict[str, float]:
    """The log-odds of danger against calm that each sign speaks for."""
    signs = list(known)
    in_danger = danger.total() + _SMOOTH * len(signs)
    in_calm = calm.total() + _SMOOTH * len(signs)
    return {
        s: math.log((danger[s] + _SMOOTH) / in_danger) - math.log((calm[s] + _SMOOTH) / in_calm)
        for s in signs
    }
