"""How long it takes to find a matter, and to look for danger, in what a resident typed; milliseconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from cases.alike import load_alike
from cases.sayings import load_sayings
from dialogs.danger import danger_in
from dialogs.finder import Finder, finder
from dialogs.signs import Alike

TEXTS = {
    "a sentence, Chinese": "包工头拖欠我们三个月的工资，电话也不接。",
    "a sentence, Tibetan": "ལས་ཀ་བྱས་ཚར། བདག་པོས་གླ་ཆ་མི་སྤྲོད།",
    "the longest story, Chinese": "包工头拖欠我们三个月的工资，电话也不接。" * 400,
}
TIMES = 50


@dataclass(frozen=True)
class Looked:
    """Milliseconds for one text."""

    find: float
    danger: float


def build() -> float:
    """Milliseconds to build the finder, its tables read."""
    sayings, alike = load_sayings(), load_alike()
    return _took(lambda: Finder(sayings, Alike(alike)), 3)


def measure(text: str) -> Looked:
    """Both look-ups of one text, all tables read before."""
    finder(), danger_in("")
    return Looked(_took(lambda: finder().offered(text)), _took(lambda: danger_in(text)))


def _took(work: Callable[[], object], times: int = TIMES) -> float:
    began = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - began) * 1000 / times
