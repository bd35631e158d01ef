"""Finds the matters a resident may mean from their own words. Nothing it finds is an answer: they choose.

TF-IDF over the signs of a text (`dialogs.signs`), where a notion counts half again and a pair a little less.
A matter is the sum of its sayings; the longer it is the less each sign of it counts, softened by `LENGTH`. A
long text is looked at piece by piece (`dialogs.pieces`), and a piece counts as far as it is nearer to some
matter than to what people say around any (`cases.asides`). A Tibetan syllable no saying holds is heard as one
that sounds like it (`dialogs.by_sound`), and Chinese also as it may have been meant (`dialogs.by_ear`). Built
once, when the dialogs are; figures in `docs/decisions/0010-the-finder.md`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from cases.alike import load_alike
from cases.asides import load_asides
from cases.sayings import Saying, load_sayings
from dialogs.by_ear import ByEar, load_sounds
from dialogs.by_sound import BySound
from dialogs.pieces import pieces
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
ASIDE = ""
"""What asides mean, beside the matters."""
ASIDE_TIMES = 10
"""How many sayings an aside counts for where it is asked how rare a sign is."""
TELLS = 3.0
"""How sharply a piece is discounted the nearer it is to an aside."""
PIECE = 1.25
"""Over 1: one piece that speaks plainly counts for more than several that hint."""
HEARD_COUNTS = 0.5
"""Of what a text may have been meant to say, beside what it says."""
NEAR = 0.6
"""From this nearness on, words that speak of nothing known are still taken to say what happened."""
SENTENCE = 10
"""And so is anything as long as this, in characters or syllables."""
MAX_CHARS = 400
"""Only the first words are looked at: what the matter is comes first, and a look-up stays short."""
MOST_PIECES = 50


@dataclass(frozen=True)
class Match:
    """A matter's id and how near the words are to it; 0 where it only fills the choices up."""

    matter: str
    score: float


class Finder:
    """Knows the sayings of every matter."""

    def __init__(self, sayings: Iterable[Saying], alike: Alike, asides: Iterable[str] = ()) -> None:
        told_of = [(s.matter, s.text) for s in sayings] + [(ASIDE, aside) for aside in asides]
        texts = [text for _, text in told_of]
        self._alike = alike
        self._sound = BySound(chain(alike.tibetan(), *map(syllables_of, texts)))
        self._ear = ByEar(chain(alike.chinese(), texts), load_sounds())
        told: dict[str, list[str]] = {}
        in_texts: list[str] = []
        for matter, text in told_of:
            signs = alike.signs(text)
            told.setdefault(matter, []).extend(signs)
            in_texts += list(set(signs)) * (ASIDE_TIMES if matter == ASIDE else 1)
        texts_with, many = Counter(in_texts), len(told_of)
        rare = {n: math.log(1 + many / n) for n in set(texts_with.values())}
        self._rare = {s: _counts(s) * rare[n] for s, n in texts_with.items()}
        self._weights: dict[str, list[tuple[str, float]]] = {}
        for matter, every in told.items():
            weights = {
                s: self._rare[s] if n == 1 else (1 + math.log(n)) * self._rare[s]
                for s, n in Counter(every).items()
            }
            length = math.sqrt(sum(w * w for w in weights.values())) ** LENGTH
            for sign, weight in weights.items():
                self._weights.setdefault(sign, []).append((matter, weight / length))

    def find(self, text: str) -> tuple[Match, ...]:
        """The likeliest matters, best first: `CHOICES` of them, or none where the words touch none."""
        text = text[:MAX_CHARS]
        if self._alike.only_greets(text):
            return ()
        scores: dict[str, float] = {}
        whole = 0.0
        both = zip(pieces(text), pieces(self._ear.heard(text)), strict=True)
        for written, heard in islice(both, MOST_PIECES):
            near, length = self._near(self._counted(written, heard))
            whole += length
            aside = near.pop(ASIDE, 0.0)
            nearest = max(near.values(), default=0.0)
            for matter, score in near.items():
                told = score * (nearest / (nearest + aside)) ** TELLS
                scores[matter] = scores.get(matter, 0.0) + told**PIECE
        if not scores:
            return ()
        best = sorted(scores, key=lambda matter: -scores[matter])
        more = (m for m in OFTEN if m not in best)
        return tuple(
            Match(m, scores.get(m, 0.0) ** (1 / PIECE) / math.sqrt(whole)) for m in (*best, *more)[:CHOICES]
        )

    def offered(self, text: str) -> tuple[str, ...]:
        """The ids of what to offer: none for a greeting, a number or small talk, which say nothing."""
        found = self.find(text)
        return tuple(match.matter for match in found) if found and self._tells(text, found[0]) else ()

    def _near(self, counted: Mapping[str, float]) -> tuple[dict[str, float], float]:
        """How near signs are to each matter and to asides, and the square of their length."""
        near: dict[str, float] = {}
        length = 0.0
        for sign, n in counted.items():
            rare = self._rare.get(sign, 0.0)
            length += (n * rare) ** 2
            for matter, weight in self._weights.get(sign, ()):
                near[matter] = near.get(matter, 0.0) + n * rare * weight
        return near, length

    def _counted(self, written: str, heard: str) -> dict[str, float]:
        """How often each sign of a piece counts."""
        counted: dict[str, float] = dict(Counter(self._signs(written)))
        if heard != written:
            for sign, n in Counter(self._signs(heard)).items():
                counted[sign] = max(counted.get(sign, 0.0), HEARD_COUNTS * n)
        return counted

    def _signs(self, text: str) -> list[str]:
        return self._alike.signs(text, self._sound.heard)

    def _tells(self, text: str, nearest: Match) -> bool:
        text = text[:MAX_CHARS]
        signs = self._signs(text)
        long = sum(" " not in sign for sign in signs) >= SENTENCE
        if long or nearest.score >= NEAR:
            return True
        meant = chain(signs, self._signs(self._ear.heard(self._alike.ungreeted(text))))
        return any(sign.startswith(NOTION) for sign in meant)


@cache
def finder() -> Finder:
    """The one over this house's sayings. Raises TableInvalid."""
    return Finder(load_sayings(), Alike(load_alike()), load_asides())


def _counts(sign: str) -> float:
    if " " in sign:
        return PAIR_COUNTS
    return NOTION_COUNTS if sign.startswith(NOTION) else 1.0
