"""Which cases a tally counts, as conditions: the same for the number and for the list behind it.

A condition looks at `Facts`: those of one case, or those of many alike that were put together first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import and_, case, false, func, select, true
from sqlalchemy.sql.elements import ColumnElement

from cases.errors import TableInvalid
from cases.figures import ENDED, OWED_MATTERS, WHICH
from cases.lifecycle import Status
from cases.part_forms import Procedure
from cases.periods import Period
from storage.tables import cases, events

CHARS_OF_TOWN = 9
"""A township's own digits, with which the codes of its villages begin."""


@dataclass(frozen=True)
class Facts:
    """What conditions look at. `stood`: the status, of a closed case the one it was closed from; `owes`:
    whether a sum is noted; `path`: the procedure it was led to."""

    repeated: ColumnElement[Any]
    open: ColumnElement[Any]
    matter: ColumnElement[Any]
    owes: ColumnElement[Any]
    path: ColumnElement[Any]
    stood: ColumnElement[Any]


def _closed_from() -> ColumnElement[Any]:
    return (
        select(events.c.before)
        .where(events.c.case_id == cases.c.id, events.c.move == "close")
        .order_by(events.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


OF_CASE = Facts(
    cases.c.repeated,
    cases.c.open,
    cases.c.matter,
    case((cases.c.owed_fen.is_(None), 0), else_=1),
    cases.c.led_path,
    case((cases.c.status == Status.CLOSED.value, _closed_from()), else_=cases.c.status),
)
"""The facts of one case."""
FACTS = tuple(field.name for field in fields(Facts))


Condition = Callable[[Facts], ColumnElement[bool]]


def _stood(statuses: tuple[str, ...]) -> Condition:
    return lambda of: of.stood.in_(statuses)


def _owing(matter: str) -> Condition:
    return lambda of: and_(of.matter == matter, of.owes == 1)


_WHICH: Mapping[str, Condition] = {
    "all": lambda of: true(),
    "first": lambda of: of.repeated == false(),
    "repeated": lambda of: of.repeated == true(),
    "closed": lambda of: of.open == false(),
    **{name: _stood(statuses) for name, statuses in ENDED.items()},
    **{name: _owing(matter) for name, matter in OWED_MATTERS.items()},
    "court": lambda of: and_(_stood(ENDED["redirected"])(of), of.path == Procedure.LITIGATION.value),
}
if set(_WHICH) != set(WHICH):
    raise TableInvalid(f"nobody counts {', '.join(sorted(set(WHICH) ^ set(_WHICH)))}")


def which(name: str, of: Facts = OF_CASE) -> ColumnElement[bool]:
    """The condition of one of `WHICH`. Raises KeyError."""
    return _WHICH[name](of)


def town() -> ColumnElement[str]:
    """The township a case is of, by its code."""
    return func.substr(cases.c.place, 1, CHARS_OF_TOWN)


def filed_in(period: Period) -> ColumnElement[bool]:
    """Filed in the period."""
    return cases.c.filed_on.between(period.since, period.until)


def stands(period: Period) -> ColumnElement[bool]:
    """Of an event: a move made in the period, and not undone since."""
    return and_(
        events.c.after.is_not(None),
        events.c.undone_on.is_(None),
        events.c.on_day.between(period.since, period.until),
    )


def moved_in(move: str, period: Period) -> ColumnElement[bool]:
    """With such a move in the period."""
    return cases.c.id.in_(select(events.c.case_id).where(events.c.move == move, stands(period)))


def behind(tally: str, period: Period) -> ColumnElement[bool]:
    """The cases behind a tally that opens (`Figure.opens`). Raises KeyError."""
    begins, _, name = tally.partition(".")
    if begins == "moved":
        return moved_in(name, period)
    return and_(filed_in(period), which(name))


def of_value(by: str, value: str, matters: tuple[str, ...] = ()) -> ColumnElement[bool]:
    """The cases of one row of a breakdown; `matters` are those of a kind. Raises KeyError."""
    conditions: dict[str, ColumnElement[bool]] = {
        "came_by": cases.c.came_by == value,
        "kind": cases.c.matter.in_(matters),
        "matter": cases.c.matter == value,
        "place": town() == value,
        "unit": cases.c.unit == value if value else cases.c.unit.is_(None),
    }
    return conditions[by]
