"""Chinese written as it was heard: 补常款 for 补偿款, 包工透 for 包工头.

Who speaks into a phone, or types by sound, gets other characters of the same sound. Where a pair of
neighbours was never seen, the likeliest seen pairs of the same sounds are looked for along the whole run;
what stands between two seen pairs is never touched. The sounds of the common characters are in `sounds.csv`
beside this file (readings as in pinyin-data, MIT), without tones; those the south-west runs together (zh and
z, n and l, ing and in) are one.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

SOUNDS_FILE = Path(__file__).with_name("sounds.csv")
OTHERWISE = 1.0
"""What it costs to hear another character than the one written."""
MOST = 3.0
"""The most a pair seen often counts for."""
_RUN = re.compile(r"[\u3400-\u9fff]{2,}")
_MERGED = ((re.compile("^([zcs])h"), r"\1"), (re.compile("^n(?=.)"), "l"), (re.compile("(?<=[ie])ng$"), "n"))


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
        self._alike: dict[tuple[str, str], list[tuple[str, str, float]]] = {}
        for (one, other), n in pairs.items():
            worth = min(MOST, 1 + math.log(n))
            self._alike.setdefault(self._sound(one, other), []).append((one, other, worth))

    def heard(self, text: str) -> str:
        """A text of as many characters, those put otherwise that make no pair ever seen."""
        return _RUN.sub(lambda run: self._run(run[0]), text)

    def _run(self, run: str) -> str:
        seen = [pair in self._seen for pair in pairwise(run)]
        if all(seen):
            return run
        sure = [before and after for before, after in pairwise([True, *seen, True])]
        alike = [self._alike.get(self._sound(*pair), ()) for pair in pairwise(run)]
        steps = [_Ways({run[0]: 0.0} | {one: -OTHERWISE for one, _, _ in alike[0] if not sure[0]}, {})]
        steps[0].worth[run[0]] = 0.0
        for at, char in enumerate(run[1:], start=1):
            before = steps[-1].worth
            likeliest = max(before, key=before.__getitem__)
            ways = _Ways({char: before[likeliest]}, {char: likeliest})
            after = alike[at] if at < len(alike) else ()
            others = () if sure[at] else (*(o for _, o, _ in alike[at - 1]), *(o for o, _, _ in after))
            for other in others:
                if other != char:
                    ways.worth[other], ways.after[other] = before[likeliest] - OTHERWISE, likeliest
            for last, way, pair in alike[at - 1]:
                if last in before and way in ways.worth:
                    worth = before[last] + pair - (OTHERWISE if way != char else 0.0)
                    if worth > ways.worth[way]:
                        ways.worth[way], ways.after[way] = worth, last
            steps.append(ways)
        told = [max(steps[-1].worth, key=steps[-1].worth.__getitem__)]
        for ways in reversed(steps[1:]):
            told.append(ways.after[told[-1]])
        return "".join(reversed(told))

    def _sound(self, one: str, other: str) -> tuple[str, str]:
        return self._sounds.get(one, one), self._sounds.get(other, other)


@cache
def load_sounds() -> dict[str, str]:
    """The sound of each character of `sounds.csv`."""
    with SOUNDS_FILE.open(encoding="utf-8", newline="") as file:
        return {char: merged(row["sound"]) for row in csv.DictReader(file) for char in row["characters"]}


def merged(sound: str) -> str:
    """A reading as the south-west says it."""
    for heard, put in _MERGED:
        sound = heard.sub(put, sound)
    return sound
