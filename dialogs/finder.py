"""Finds the matters a resident may mean from their own words. Nothing it finds is an answer: they choose.

TF-IDF over the signs of a text (`dialogs.signs`), where a notion counts half again and a pair a little less.
A matter is the sum of its sayings; the longer it is the less each sign of it counts, softened by `LENGTH`. A
Tibetan syllable no saying holds is heard as one that sounds like it (`dialogs.by_sound`). Built once, when
the dialogs are; figures in `docs/decisions/0010-the-finder.md`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain

from cases.alike import load_alike
from cases.sayings import Saying, load_sayings
from dialogs.by_sound import BySound
from dialogs.signs import NOTION, Alike, syllables_of

CHOICES = 3
"""How many matters are offered, always."""
OFTEN = ("other", "wages", "debt")
"""What fills the choices up where the words touch fewer matters."""
LENGTH = 0.85
"""How far the length of a matter's profile is taken out: 0 not at all, 1 wholly (a cosine)."""
NOTION_COUNTS = 1.5
PAIR_COUNTS = 0.9
"""Of neighbours and of two notions alike."""
NEAR = 0.6
"""From this nearness on, words that speak of nothing known are still taken to say what happened."""
SENTENCE = 10
"""And so is anything as long as this, in characters or syllables."""
MAX_CHARS = 400
"""Only the first words are looked at: what the matter is comes first, and a look-up stays short."""


@dataclass(frozen=True)
class Match:
    """A matter's id and how near the words are to it; 0 where it only fills the choices up."""

    matter: str
    score: float


class Finder:
    """Knows the sayings of every matter."""

    def __init__(self, sayings: Iterable[Saying], alike: Alike) -> None:
        sayings = list(sayings)
        self._alike = alike
        self._sound = BySound(chain(alike.words(), *(syllables_of(s.text) for s in sayings)))
        told: dict[str, list[str]] = {}
        in_texts: list[str] = []
        for saying in sayings:
            signs = alike.signs(saying.text)
            told.setdefault(saying.matter, []).extend(signs)
            in_texts += set(signs)
        texts_with = Counter(in_texts)
        self._rare = {s: _counts(s) * math.log(1 + len(sayings) / n) for s, n in texts_with.items()}
        self._weights: dict[str, list[tuple[str, float]]] = {}
        for matter, every in told.items():
            weights = {s: (1 + math.log(n)) * self._rare[s] for s, n in Counter(every).items()}
            length = math.sqrt(sum(w * w for w in weights.values())) ** LENGTH
            for sign, weight in weights.items():
                self._weights.setdefault(sign, []).append((matter, weight / length))

    def find(self, text: str) -> tuple[Match, ...]:
        """The likeliest matters, best first: `CHOICES` of them, or none where the words touch none."""
        text = text[:MAX_CHARS]
        scores: dict[str, float] = {}
        length = 0.0
        for sign, n in Counter(self._signs(text)).items():
            rare = self._rare.get(sign, 0.0)
            length += (n * rare) ** 2
            for matter, weight in self._weights.get(sign, ()):
                scores[matter] = scores.get(matter, 0.0) + n * rare * weight
        if not scores or self._alike.only_greets(text):
            return ()
        best = sorted(scores, key=lambda matter: -scores[matter])
        more = (m for m in OFTEN if m not in best)
        whole = math.sqrt(length)
        return tuple(Match(m, scores.get(m, 0.0) / whole) for m in (*best, *more)[:CHOICES])

    def offered(self, text: str) -> tuple[str, ...]:
        """The ids of what to offer: none for a greeting, a number or small talk, which say nothing."""
        found = self.find(text)
        return tuple(match.matter for match in found) if found and self._tells(text, found[0]) else ()

    def _signs(self, text: str) -> list[str]:
        return self._alike.signs(text, self._sound.heard)

    def _tells(self, text: str, nearest: Match) -> bool:
        signs = self._signs(text[:MAX_CHARS])
        long = sum(" " not in sign for sign in signs) >= SENTENCE
        return long or nearest.score >= NEAR or any(sign.startswith(NOTION) for sign in signs)


@cache
def finder() -> Finder:
    """The one over this house's sayings. Raises TableInvalid."""
    return Finder(load_sayings(), Alike(load_alike()))


def _counts(sign: str) -> float:
    if " " in sign:
        return PAIR_COUNTS
    return NOTION_COUNTS if sign.startswith(NOTION) else 1.0
