"""Every figure of a period beside the same period a year before, as one pair of eyes may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from cases.figures import BREAKDOWNS, FIGURES, Figure
from cases.hiding import hides, pooled
from cases.periods import Period, change, percent
from storage import activities
from storage.figures import breaking, counting
from storage.figures.breaking import Row
from storage.figures.eyes import Eyes

Value = int | Decimal | None
"""A count, a sum in fen or a share in per cent; None where nothing can be compared."""


@dataclass(frozen=True)
class Told:
    """One figure: now, a year before, and by how many per cent it changed (of a share: by how many points).

    `hidden`: this pair of eyes is not shown it. None is "nothing to compare with".
    """

    figure: Figure
    now: Value
    before: Value
    change: Decimal | None
    hidden: bool = False


@dataclass(frozen=True)
class Count:
    """One row of a breakdown: matters and persons now, matters a year before (None where not shown)."""

    value: str
    matters: int
    persons: int
    before: int | None


@dataclass(frozen=True)
class Counted:
    """All of a period. `exact` as of the eyes it was counted for."""

    period: Period
    figures: tuple[Told, ...]
    breakdowns: Mapping[str, tuple[Count, ...]]
    exact: bool

    def told(self, figure: str) -> Told:
        """One figure by its id. Raises KeyError."""
        return {one.figure.id: one for one in self.figures}[figure]


def count(connection: Connection, eyes: Eyes, period: Period, today: date) -> Counted:
    """Count a period and the one a year before: fourteen statements in all, and twelve more for eyes that are
    not exact. A period that still runs is compared with as many days of the year before as it has had."""
    so_far = Period(period.since, min(period.until, today)) if period.since <= today else period
    both = (period, so_far.year_before)
    tallies = [
        counting.tally(connection, eyes, one, today) | activities.tally(connection, one) for one in both
    ]
    now, before = (breaking.broken_down(connection, eyes, one) for one in both)
    known = [_known(connection, eyes, one, today) for one in both]
    looked_at = [
        _without(tally | _kinds(rows), known_of.tally)
        for tally, rows, known_of in zip(tallies, (now, before), known, strict=True)
        if not eyes.exact
    ]
    told = tuple(_told(figure, tallies[0], tallies[1], looked_at) for figure in FIGURES)
    broken = {
        by: _rows(by, now[by], before[by], period)
        if eyes.exact
        else _pooled(by, now[by], known[0].rows.get(by, ()))
        for by in BREAKDOWNS
    }
    return Counted(period, told, {by: rows for by, rows in broken.items() if rows}, eyes.exact)


@dataclass(frozen=True)
class _Known:
    """What of a period may be subtracted by whoever is told of it."""

    tally: Mapping[str, int]
    rows: Mapping[str, tuple[Row, ...]]


def _known(connection: Connection, eyes: Eyes, period: Period, today: date) -> _Known:
    if eyes.known is None:
        return _Known({}, {})
    rows = breaking.broken_down(connection, eyes.known, period)
    return _Known(counting.tally(connection, eyes.known, period, today) | _kinds(rows), rows)


def _kinds(rows: Mapping[str, tuple[Row, ...]]) -> dict[str, int]:
    return {f"kind.{row.value}": row.matters for row in rows["kind"]}


def _without(tally: Mapping[str, int], known: Mapping[str, int]) -> Mapping[str, int]:
    return {key: many - known.get(key, 0) for key, many in tally.items()}


def _told(
    figure: Figure, now: Mapping[str, int], before: Mapping[str, int], looked_at: list[Mapping[str, int]]
) -> Told:
    if any(hides(figure, tally) for tally in looked_at):
        return Told(figure, None, None, None, hidden=True)
    one, other = _value(figure, now), _value(figure, before)
    if isinstance(one, Decimal) or isinstance(other, Decimal):
        points = one - other if isinstance(one, Decimal) and isinstance(other, Decimal) else None
        return Told(figure, one, other, points)
    return Told(figure, one, other, None if one is None or other is None else change(one, other))


def _value(figure: Figure, tally: Mapping[str, int]) -> Value:
    whole = sum(tally.get(key, 0) for key in figure.of)
    return percent(whole, sum(tally.get(key, 0) for key in figure.over)) if figure.over else whole


def _pooled(by: str, now: tuple[Row, ...], known: tuple[Row, ...]) -> tuple[Count, ...]:
    cells = [(row.value, row.matters, row.persons) for row in now]
    return tuple(Count(*cell, None) for cell in pooled(by, cells, {row.value: row.matters for row in known}))


def _rows(by: str, now: tuple[Row, ...], before: tuple[Row, ...], period: Period) -> tuple[Count, ...]:
    earlier = {row.value: row for row in before}
    if by == "month":  # months of two years have different names, and a month without a matter is one too
        earlier = {f"{int(row.value[:4]) + 1}{row.value[4:]}": row for row in before}
        earlier = {month: Row(month, 0, 0) for month in period.months} | earlier
    gone = [Row(value, 0, 0) for value in earlier if value not in {row.value for row in now}]
    rows = [Count(r.value, r.matters, r.persons, _matters(earlier.get(r.value))) for r in (*now, *gone)]
    return tuple(sorted(rows, key=lambda one: one.value)) if by == "month" else tuple(rows)


def _matters(row: Row | None) -> int:
    return row.matters if row else 0
