"""A long text in pieces: what stands between two stops; where none is set for long, pieces that overlap.

Who speaks into a phone sets no stops, so a long run is cut as well: every piece `LONG` characters or
syllables, the next from the middle of it, so that no word is only ever seen cut. A sentence stays whole: what
is said in its two halves belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SENTENCE = 20
"""Up to this, in characters or syllables, a text is one piece."""
LONG = 10
CUT_FROM = 15
"""Up to this a run without stops is one piece."""
_STOP = re.compile(
    r"[，。！？；、：…!?;\n།༎༑]+|(?<!\d)[,.:]+|[,.:]+(?!\d)|(?<=[^\w་])\s+|(?<=[\u0f0b-\u0fbc])\s+"
)
_UNIT = re.compile(r"[\u0f40-\u0fbc]+\u0f0b*|\d+|[a-zA-Z]+|.", re.DOTALL)


def pieces(text: str) -> Iterator[str]:
    """The pieces of a text in their order."""
    if len(_UNIT.findall(text)) <= SENTENCE:
        yield text
        return
    for run in _STOP.split(text):
        units = _UNIT.findall(run.strip())
        if len(units) <= CUT_FROM:
            if units:
                yield "".join(units)
            continue
        step = LONG // 2
        for start in range(0, len(units) - step, step):
            yield "".join(units[start : start + LONG])
