"""Tibetan spelt by ear: a syllable never seen is taken for one that sounds like it.

Many write as they hear: the letters before and above the root, and ས at the end, are silent in most speech,
and voiced and voiceless roots run together (བརྡུངས, རྡུང and དུང; རྩྭ and ཙ). What was seen is never touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

_STACK = re.compile(r"[\u0f40-\u0f6c][\u0f90-\u0fbc]*[\u0f71-\u0f7d\u0f80]*")
_BEFORE, _ABOVE = "གདབམའ", "རལས"
_BASE = 0x50
"""From the code of a letter that is joined below to that of the letter itself."""
_LIKE = str.maketrans("ཁགཆཇཐདཕབཚཛ", "ཀཀཅཅཏཏཔཔཙཙ", "\u0fad")
_JOINED = {"ཀྲ": "ཏྲ", "པྲ": "ཏྲ", "སྲ": "ས", "པྱ": "ཅ", "མྱ": "ཉ", "ཟླ": "ཏ", "ཀླ": "ལ", "པླ": "ལ", "རླ": "ལ", "སླ": "ལ"}
"""What letters make together: སྤྲད is heard as ཏྲད, བྱས as ཅས."""


class BySound:
    """Knows the syllables of the texts it was given, by their sound and by what stands beside them."""

    def __init__(self, runs: Iterable[Sequence[str]]) -> None:
        runs = list(runs)
        self._beside = Counter(chain.from_iterable(map(pairwise, runs)))
        seen = Counter(chain.from_iterable(runs))
        self._seen = seen
        self._alike: dict[str, list[str]] = {}
        for syllable, _ in seen.most_common():
            self._alike.setdefault(sound(syllable), []).append(syllable)

    def heard(self, run: Sequence[str]) -> list[str]:
        """A run of syllables without particles, each never seen as the likeliest that sounds like it."""
        found: list[str] = []
        for syllable, after in zip(run, [*run[1:], ""], strict=False):
            ways = [] if syllable in self._seen else self._alike.get(sound(syllable), [])
            before = found[-1] if found else ""
            found.append(max(ways, key=lambda w: self._fits(before, w, after), default=syllable))
        return found

    def _fits(self, before: str, syllable: str, after: str) -> int:
        return self._beside[before, syllable] + self._beside[syllable, after]


@lru_cache(maxsize=4096)
def sound(syllable: str) -> str:
    """How a syllable sounds, roughly: its root, vowel and last letter; what is no syllable stays itself."""
    stacks: list[str] = _STACK.findall(syllable)
    if not stacks:
        return syllable
    at = _root(stacks)
    root, last = stacks[at], "".join(stacks[at + 1 :])
    if root[0] in _ABOVE and "\u0f90" <= root[1:2] <= "\u0fac":
        root = chr(ord(root[1]) - _BASE) + root[2:]
    last = last[:-1] if len(last) > 1 and last[-1] == "ས" else "" if last in ("ས", "འ") else last
    root = root.translate(_LIKE)
    return _JOINED.get(root[:2], root[:2]) + root[2:] + last


def _root(stacks: list[str]) -> int:
    """Where the root stands: what bears a vowel or a letter, else by the number of letters."""
    bearing = next((at for at, stack in enumerate(stacks) if len(stack) > 1), None)
    if bearing is not None:
        return bearing if bearing < 2 else 0
    first_is_root = len(stacks) < 3 or (len(stacks) == 3 and stacks[2] == "ས" and stacks[1] in "གངབམ")
    return 0 if first_is_root or stacks[0] not in _BEFORE else 1
