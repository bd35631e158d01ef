"""Small numbers, hidden from those who may not see the cases they are made of.

A number below `FEWEST` is hidden, and so is one that would tell such a number by subtraction: in a table
small rows are pooled until the pool is large enough; of a part of the whole the rest is looked at too, and of
parts that no matter is in twice the rest of them all. This way numbers are told of finished calendar years
alone, so that two periods cannot be subtracted either.

Whoever is told may see some of the matters, and so can subtract those: what is looked at, in every tally
here, is what is left without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from cases.figures import ENDED, OWED_MATTERS, Figure, Seen
from cases.matters import find_matter
from cases.periods import Period

FEWEST: Final = 5
"""A number of matters is told of so many or more."""
OTHERS: Final = "others"
"""The row of a table in which small ones are pooled."""
POOLED: Final = ("came_by", "kind", "place", "unit")
"""Breakdowns that are told at all: a matter's own would tell, beside its kind's, what that one hides."""
_WHOLE: Final = "matters.all"
_ACTS: Final = ("urged", "suggested", "adopted")
"""What counts acts of the office: no part of the matters, so no rest of them is told by it."""
_PARTS: Final = (
    (tuple(ENDED), ("matters.all", "matters.closed")),
    (tuple(OWED_MATTERS), tuple({f"kind.{find_matter(one).kind}" for one in OWED_MATTERS.values()})),
    (("court",), ("matters.redirected",)),
)
"""Parts that no matter is in twice, and the wholes they are told beside (`kind.` is of the breakdown)."""

Cell = tuple[str, int, int]
"""A row of a breakdown: its value, matters, persons."""
NOTHING: Final[Mapping[str, int]] = {}


def may_be_told(period: Period, today: date) -> bool:
    """Whether numbers with small ones hidden may be told of a period: a calendar year that is over."""
    return period.year is not None and period.until < today


def hides(figure: Figure, tally: Mapping[str, int]) -> bool:
    """Whether a figure tells of too few matters. `tally` also has `kind.<kind>`, its matters by kind."""
    if figure.seen is Seen.ALL:
        return False
    if figure.over:
        part, whole = (sum(tally.get(key, 0) for key in keys) for keys in (figure.of, figure.over))
        return figure.over != ("rated.all",) and (_few(part) or _few(whole - part))
    return any(
        _few(many) or _rest_is_few(key, many, tally) or not _told_beside_others(key, tally)
        for key, many in _behind(figure, tally)
    )


def _behind(figure: Figure, tally: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    """The numbers of matters that stand behind a figure, be it of persons or of money."""
    for key in figure.of:
        begins, _, which = key.partition(".")
        if begins in ("matters", "persons", "fen"):
            yield which, tally.get(f"matters.{which}", 0)
        elif begins in ("moved", *_ACTS):
            yield key, tally.get(key, 0)


def _rest_is_few(key: str, many: int, tally: Mapping[str, int]) -> bool:
    return key != "all" and key.partition(".")[0] not in _ACTS and _few(abs(tally.get(_WHOLE, 0) - many))


def _told_beside_others(which: str, tally: Mapping[str, int]) -> bool:
    """Whether a part is told where the rest of all parts that are must not be few: the largest are."""
    for parts, wholes in _PARTS:
        many = {part: tally.get(f"matters.{part}", 0) for part in parts}
        told = sorted((part for part in parts if not _few(many[part])), key=lambda part: -many[part])
        while told and any(_few(abs(tally.get(whole, 0) - sum(many[p] for p in told))) for whole in wholes):
            told.pop()
        if which in parts and which not in told:
            return False
    return which != "court" or _told_beside_others(
        "redirected", tally
    )  # else its part would tell of the rest


def _few(many: int) -> bool:
    return many < FEWEST


def pooled(by: str, rows: list[Cell], known: Mapping[str, int] = NOTHING) -> list[Cell]:
    """A breakdown without small rows, the most first: they stand together as `OTHERS`, with the smallest of
    the large ones where they alone are too few. Nothing at all where even the whole is too few. `known`: how
    many matters of a row whoever is told may see."""

    def few(some: list[Cell]) -> bool:
        return _few(sum(row[1] - known.get(row[0], 0) for row in some))

    if by not in POOLED or few(rows):
        return []
    kept = sorted(rows, key=lambda row: (-row[1], row[0]))
    pool = [row for row in kept if few([row])]
    kept = [row for row in kept if not few([row])]
    while pool and kept and few(pool):
        pool.append(kept.pop())
    return [*kept, (OTHERS, sum(r[1] for r in pool), sum(r[2] for r in pool))] if pool else kept
