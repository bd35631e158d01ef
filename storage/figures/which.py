"""Which cases a tally counts, as conditions: the same for the number and for the list behind it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import and_, false, func, or_, select, true
from sqlalchemy.sql.elements import ColumnElement

from cases.errors import TableInvalid
from cases.figures import ENDED, OWED_MATTERS, WHICH
from cases.lifecycle import Status
from cases.part_forms import Procedure
from cases.periods import Period
from storage.tables import cases, events

CHARS_OF_TOWN = 9
"""A township's own digits, with which the codes of its villages begin."""


def town() -> ColumnElement[str]:
    """The township a case is of, by its code."""
    return func.substr(cases.c.place, 1, CHARS_OF_TOWN)


def _ended(statuses: tuple[str, ...]) -> ColumnElement[bool]:
    """Decided last by one of these; a closed case by what it was closed from."""
    closed_from = (
        select(events.c.id)
        .where(events.c.case_id == cases.c.id, events.c.move == "close", events.c.before.in_(statuses))
        .exists()
    )
    return or_(cases.c.status.in_(statuses), and_(cases.c.status == Status.CLOSED.value, closed_from))


_WHICH: Mapping[str, ColumnElement[bool]] = {
    "all": true(),
    "first": cases.c.repeated == false(),
    "repeated": cases.c.repeated == true(),
    "closed": cases.c.open == false(),
    **{name: _ended(statuses) for name, statuses in ENDED.items()},
    **{
        name: and_(cases.c.matter == matter, cases.c.owed_fen.is_not(None))
        for name, matter in OWED_MATTERS.items()
    },
    "court": and_(_ended(ENDED["redirected"]), cases.c.led_path == Procedure.LITIGATION.value),
}
if set(_WHICH) != set(WHICH):
    raise TableInvalid(f"nobody counts {', '.join(sorted(set(WHICH) ^ set(_WHICH)))}")


def which(name: str) -> ColumnElement[bool]:
    """The condition of one of `WHICH`. Raises KeyError."""
    return _WHICH[name]


def filed_in(period: Period) -> ColumnElement[bool]:
    """Filed in the period."""
    return cases.c.filed_on.between(period.since, period.until)


def moved_in(move: str, period: Period) -> ColumnElement[bool]:
    """With such a move in the period."""
    return cases.c.id.in_(
        select(events.c.case_id).where(
            events.c.move == move,
            events.c.after.is_not(None),
            events.c.on_day.between(period.since, period.until),
        )
    )


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
