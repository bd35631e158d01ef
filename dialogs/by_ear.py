"""Chinese written as it was heard: 补常款 for 补偿款, 包工透 for 包工头.

Who speaks into a phone, or types by sound, gets other characters of the same sound. Where a pair of
neighbours was never seen, the likeliest seen pairs of the same sounds are looked for along the whole run;
what stands between two seen pairs is never touched. The sounds of the common characters are in `sounds.csv`
beside this file (readings as in pinyin-data, MIT), without tones; those the south-west runs together (zh and
z, n and l, ing and in) are one.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from cases.tables import read_table

SOUNDS_FILE = Path(__file__).with_name("sounds.csv")
OTHERWISE = 1.0
"""What it costs to hear another character than the one written."""
MOST = 3.0
"""The most a pair seen often counts for."""
_RUN = re.compile(r"[\u3400-\u9fff]{2,}")
_MERGED = ((re.compile("^([zcs])h"), r"\1"), (re.compile("^n(?=.)"), "l"), (re.compile("(?<=[ie])ng$"), "n"))


class _Pair(NamedTuple):
    """Neighbours once seen, and what it speaks for a hearing that they stand in it."""

    one: str
    other: str
    worth: float


class _Ways(NamedTuple):
    """How likely the run is up to here with each character here, and which stood before it then."""

    worth: dict[str, float]
    after: dict[str, str]


class ByEar:
    """Knows the pairs of characters of the texts it was given."""

    def __init__(self, texts: Iterable[str], sounds: Mapping[str, str]) -> None:
        pairs = Counter(pair for text in texts for run in _RUN.findall(text) for pair in pairwise(run))
        self._seen = pairs.keys()
        self._sounds = sounds
        self._alike: dict[tuple[str, str], list[_Pair]] = {}
        for (one, other), n in pairs.items():
            worth = min(MOST, 1 + math.log(n))
            self._alike.setdefault(self._sound(one, other), []).append(_Pair(one, other, worth))

    def heard(self, text: str) -> str:
        """A text of as many characters, those put otherwise that make no pair ever seen."""
        return _RUN.sub(lambda run: self._run(run[0]), text)

    def _run(self, run: str) -> str:
        seen = [pair in self._seen for pair in pairwise(run)]
        if all(seen):
            return run
        alike = [self._alike.get(self._sound(*pair), ()) for pair in pairwise(run)]
        steps: list[_Ways] = []
        for at, char in enumerate(run):
            before = steps[-1].worth if steps else {"": 0.0}
            likeliest = max(before, key=before.__getitem__)
            ways = _Ways({char: before[likeliest]}, {char: likeliest})
            here, after = alike[at - 1] if at else (), alike[at] if at < len(alike) else ()
            if not all(seen[max(at - 1, 0) : at + 1]):  # stands in a pair never seen
                for other in (*(pair.other for pair in here), *(pair.one for pair in after)):
                    if other != char:
                        ways.worth[other], ways.after[other] = before[likeliest] - OTHERWISE, likeliest
            for one, other, worth in here:
                if one in before and other in ways.worth:
                    told = before[one] + worth - (OTHERWISE if other != char else 0.0)
                    if told > ways.worth[other]:
                        ways.worth[other], ways.after[other] = told, one
            steps.append(ways)
        return "".join(_likeliest(steps))

    def _sound(self, one: str, other: str) -> tuple[str, str]:
        return self._sounds.get(one, one), self._sounds.get(other, other)


@cache
def load_sounds() -> dict[str, str]:
    """The sound of each character of `sounds.csv`. Raises TableInvalid."""
    rows = read_table(SOUNDS_FILE, ("sound", "characters"))
    return {char: merged(row["sound"]) for row in rows for char in row["characters"]}


def merged(sound: str) -> str:
    """A reading as the south-west says it."""
    for heard, put in _MERGED:
        sound = heard.sub(put, sound)
    return sound


def _likeliest(steps: list[_Ways]) -> list[str]:
    """The characters of the likeliest way through all steps."""
    told = [max(steps[-1].worth, key=steps[-1].worth.__getitem__)]
    for ways in reversed(steps[1:]):
        told.append(ways.after[told[-1]])
    return told[::-1]
