"""The matters registered in a period told apart: how they came, kind, place, unit, month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, String, cast, extract, func, literal_column, select, union_all

from cases.matters import find_matter
from cases.periods import Period
from storage.figures.eyes import Eyes
from storage.figures.which import filed_in, town
from storage.tables import cases


@dataclass(frozen=True)
class Row:
    """One row of a breakdown. `value` is the id of a channel, kind, matter, township or unit, or a month as
    `2025-03`; "" where there is none."""

    value: str
    matters: int
    persons: int


_MONTH = extract("year", cases.c.filed_on) * 100 + extract("month", cases.c.filed_on)
_BY: Mapping[str, Any] = {
    "came_by": cases.c.came_by,
    "matter": cases.c.matter,
    "place": town(),
    "unit": func.coalesce(cases.c.unit, ""),
    "month": _MONTH,
}


def broken_down(connection: Connection, eyes: Eyes, period: Period) -> dict[str, tuple[Row, ...]]:
    """Rows by breakdown, the most first; months in order."""
    found: dict[str, list[Row]] = {by: [] for by in _BY}
    parts = [
        select(
            literal_column(f"'{by}'", String).label("sort"),
            cast(value, String).label("value"),
            func.count().label("matters"),
            func.sum(cases.c.persons).label("persons"),
        )
        .where(filed_in(period), eyes.visible)
        .group_by(value)
        for by, value in _BY.items()
    ]
    for sort, value, matters, persons in connection.execute(union_all(*parts)):
        found[sort].append(Row(_told(sort, value), matters, int(persons)))
    found["kind"] = _kinds(found["matter"])
    return {by: tuple(sorted(rows, key=_order(by))) for by, rows in found.items()}


def _told(sort: str, value: str) -> str:
    if sort != "month":
        return value
    month = int(float(value))
    return f"{month // 100}-{month % 100:02}"


def _kinds(matters: list[Row]) -> list[Row]:
    sums: dict[str, tuple[int, int]] = {}
    for row in matters:
        kind = find_matter(row.value).kind.value
        before = sums.get(kind, (0, 0))
        sums[kind] = (before[0] + row.matters, before[1] + row.persons)
    return [Row(kind, *both) for kind, both in sums.items()]


def _order(by: str) -> Any:
    return (lambda row: row.value) if by == "month" else (lambda row: (-row.matters, row.value))
