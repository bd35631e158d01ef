"""The signs of a text by which texts are compared: characters, syllables, neighbours, and notions.

Single signs and pairs of neighbours: characters in Chinese, syllables in Tibetan, whole words in Latin
letters; any number is one sign. Beside them the notions of `cases.alike` that the text speaks of, and each
pair of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations, pairwise

from cases.alike import GREETING
from dialogs.engine.reading import clean, plain_digits

NOTION = "#"
"""How the sign of a notion begins; no text can hold one."""
_RUNS = re.compile(r"[\u3400-\u9fff]+|[\u0f40-\u0fbc]+(?:\u0f0b[\u0f40-\u0fbc]+)*|[a-z]+|0")
_SYLLABLE = re.compile(r"[\u0f40-\u0fbc]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_PARTICLE = re.compile(r"(.*[\u0f71-\u0f7d])(?:འི|འང|འམ|ས|ར)|(.+)འི")


def signs_of(text: str) -> list[str]:
    """The signs and pairs of a text, particles and all, each as often as it stands there; no notions."""
    found: list[str] = []
    for run in _runs(text):
        found += run
        found += [f"{a} {b}" for a, b in pairwise(run)]
    return found


def syllables_of(text: str) -> Iterator[list[str]]:
    """The Tibetan of a text, run by run, as syllables without particles."""
    if not _SYLLABLE.search(text):  # most texts are Chinese
        return iter(())
    return (list(map(_bare, run)) for run in _runs(text) if _tibetan(run[0]))


class Alike:
    """Finds notions in texts, by the words that stand for them."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        greetings = sorted((w for w, n in words.items() if GREETING in n), key=len, reverse=True)
        self._greetings = re.compile("|".join(map(re.escape, greetings)))
        self._words = {_joined(_signs(w)): n - {GREETING} for w, n in words.items()}
        longest: dict[tuple[str, ...], int] = {}
        for word in words:
            signs = _signs(word)
            begins = tuple(signs[:2])
            longest[begins] = max(longest.get(begins, 0), len(signs))
        self._longest = longest  # by the two signs a word begins with

    def tibetan(self) -> Iterator[list[str]]:
        """The Tibetan words that stand for notions, as syllables without particles."""
        return (word.split("\u0f0b") for word in self._words if _tibetan(word))

    def chinese(self) -> Iterator[str]:
        """The Chinese words that stand for notions."""
        return (word for word in self._words if not _tibetan(word))

    def signs(self, text: str, heard: Callable[[list[str]], list[str]] = list) -> list[str]:
        """The signs of a text, its notions and their pairs, each as often as it stands there.

        `heard` may mend the syllables of a Tibetan run before they are looked at.
        """
        found: list[str] = []
        notions: set[str] = set()
        for run in _runs(text):
            bare = heard(list(map(_bare, run))) if _tibetan(run[0]) else run
            found += bare
            found += [f"{a} {b}" for a, b in pairwise(bare)]
            notions |= self._notions(bare)
        named = [NOTION + n for n in sorted(notions)]
        return [*found, *named, *(f"{a} {b}" for a, b in combinations(named, 2))]

    def notions(self, text: str) -> set[str]:
        """What a text speaks of."""
        return {n for run in _runs(text) for n in self._notions([_bare(s) for s in run])}

    def only_greets(self, text: str) -> bool:
        """Whether there is nothing in a text but greetings and thanks."""
        return not re.search(r"\w", self.ungreeted(text))

    def ungreeted(self, text: str) -> str:
        """A text without greetings and thanks."""
        return self._greetings.sub(" ", plain_digits(clean(text)).lower())

    def _notions(self, signs: list[str]) -> set[str]:
        found: set[str] = set()
        mark = "\u0f0b" if _tibetan(signs[0]) else ""
        for start, begins in enumerate(zip(signs, [*signs[1:], ""], strict=True)):
            for end in range(start + self._longest.get(begins, 1), start, -1):
                word = begins[0] if end == start + 1 else mark.join(signs[start:end])
                if word in self._words:
                    found |= self._words[word]
                    break
        return found


def _runs(text: str) -> Iterator[list[str]]:
    plain = _DIGITS.sub("0", plain_digits(clean(text)).lower().replace("\u0f0c", "\u0f0b"))
    for run in _RUNS.findall(plain):
        if _tibetan(run):
            yield run.split("\u0f0b")
        else:
            yield [run] if run.isascii() else list(run)


def _signs(word: str) -> list[str]:
    """A word of the table, bare."""
    return [_bare(s) for s in word.split("\u0f0b")] if _tibetan(word) else list(word)


def _joined(signs: list[str]) -> str:
    return "\u0f0b".join(signs) if _tibetan(signs[0]) else "".join(signs)


def _tibetan(text: str) -> bool:
    return "\u0f40" <= text[:1] <= "\u0fbc"


@lru_cache(maxsize=4096)
def _bare(syllable: str) -> str:
    """A syllable without the particle that hangs on it: བདག་པོས and བདག་པོའི are བདག་པོ."""
    found = _PARTICLE.fullmatch(syllable)
    return found[1] or found[2] if found else syllable
