"""The tallies of a period (`cases.figures`), in five statements, each by its index."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, and_, case, func, or_, select, true, union_all
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement

from cases.figures import MOVES, TIMED, WHICH, tallies
from cases.lifecycle import Status
from cases.periods import Period
from cases.suggestions import TAKEN_UP
from storage import supervisions as acts
from storage.columns import fixed
from storage.figures.eyes import Eyes
from storage.figures.which import FACTS, OF_CASE, Facts, filed_in, stands, which
from storage.ratings import FEWEST
from storage.tables import cases, clocks, events, ratings, suggestions, supervisions

_LAW = "law"
_GIVEN_BACK = "uphold_objection"
_PASSED = ("forward", _GIVEN_BACK)
_GOOD = ("satisfied", "soso")
"""满意 and 基本满意 are counted as satisfied (群众满意率)."""


def tally(connection: Connection, eyes: Eyes, period: Period, today: date) -> dict[str, int]:
    """Every tally but those of activities, by key. A clock not yet due by `today` has not ended."""
    found = dict.fromkeys((k for k in tallies() if not k.startswith(("entered.", "villages."))), 0)
    found |= _registered(connection, eyes, period)
    found |= _moved(connection, eyes, period)
    found |= _clocks(connection, eyes, period, today)
    found |= _rated(connection, period)
    found |= _acts(connection, eyes, period)
    return found


def _registered(connection: Connection, eyes: Eyes, period: Period) -> dict[str, int]:
    """Cases alike in all that is asked of them are put together first, and looked at once."""
    alike = (
        select(
            *(getattr(OF_CASE, fact).label(fact) for fact in FACTS),
            func.count().label("matters"),
            func.sum(cases.c.persons).label("persons"),
            func.sum(func.coalesce(cases.c.owed_fen, 0)).label("fen"),
        )
        .where(filed_in(period), eyes.visible)
        .group_by(*FACTS)
        .subquery("alike")
    )
    of = Facts(**{fact: alike.c[fact] for fact in FACTS})
    sums: list[ColumnElement[Any]] = []
    for name in WHICH:
        for what in ("matters", "persons", "fen"):
            told = func.coalesce(func.sum(case((which(name, of), alike.c[what]), else_=0)), 0)
            sums.append(told.label(f"{what}.{name}"))
    row = connection.execute(select(*sums)).one()
    return {key: int(value or 0) for key, value in row._mapping.items()}


def _moved(connection: Connection, eyes: Eyes, period: Period) -> dict[str, int]:
    found = connection.execute(
        select(events.c.move, func.count(events.c.case_id.distinct()))
        .join_from(events, cases, events.c.case_id == cases.c.id)
        .where(events.c.move.in_(MOVES), stands(period), eyes.visible)
        .group_by(events.c.move)
    )
    return {f"moved.{row[0]}": row[1] for row in found}


def _clocks(connection: Connection, eyes: Eyes, period: Period, today: date) -> dict[str, int]:
    """A clock ends on the day it is stopped, or when its day has passed: late is late, if stopped later."""
    names = tuple(name for of in TIMED.values() for name in of)
    passed = min(period.until, date.fromordinal(today.toordinal() - 1))
    kept = _ended(
        eyes,
        1,
        and_(
            clocks.c.stopped_on.between(period.since, period.until),
            clocks.c.stopped_on <= clocks.c.due_on,
            clocks.c.name.in_(names),
        ),
    )
    late = _ended(
        eyes,
        0,
        and_(
            clocks.c.due_on.between(period.since, passed),
            or_(clocks.c.stopped_on.is_(None), clocks.c.stopped_on > clocks.c.due_on),
            clocks.c.name.in_(names),
        ),
    )
    found: dict[str, int] = {}
    for name, in_time, many in connection.execute(union_all(kept, late)):
        rate = next(rate for rate, of in TIMED.items() if name in of)
        found[f"decided.{rate}"] = found.get(f"decided.{rate}", 0) + many
        found[f"kept.{rate}"] = found.get(f"kept.{rate}", 0) + many * in_time
    return found


def _ended(eyes: Eyes, in_time: int, when: ColumnElement[bool]) -> Any:
    lawful = _another(lambda one: and_(one.c.kind == _LAW, ~_void(one)))
    newer = _another(lambda one: and_(one.c.kind == clocks.c.kind, one.c.id > clocks.c.id))
    return (
        select(clocks.c.name, case((true(), in_time)).label("in_time"), func.count())
        .join_from(clocks, cases, clocks.c.case_id == cases.c.id)
        .where(
            when,
            ~_void(clocks),
            or_(clocks.c.kind == _LAW, ~lawful),
            ~newer,
            cases.c.status != Status.WITHDRAWN.value,
            eyes.visible,
        )
        .group_by(clocks.c.name)
    )


def _another(which: Callable[[Any], ColumnElement[bool]]) -> ColumnElement[bool]:
    """Whether the case has another clock of the same rate such as `which` says."""
    one = aliased(clocks)
    same = or_(*(and_(one.c.name.in_(of), clocks.c.name.in_(of)) for of in TIMED.values()))
    return select(one.c.id).where(one.c.case_id == clocks.c.case_id, same, which(one)).exists()


def _void(clock: Any) -> ColumnElement[bool]:
    """Whether the clock is one of a unit that owed no word of acceptance: its case was given back, and has
    been forwarded to none since."""
    last = (
        select(events.c.move)
        .where(events.c.case_id == clock.c.case_id, events.c.move.in_(_PASSED), events.c.undone_on.is_(None))
        .order_by(events.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return and_(clock.c.name == "acceptance", clock.c.kind == _LAW, last == _GIVEN_BACK)


def _rated(connection: Connection, period: Period) -> dict[str, int]:
    """Of whole months alone, and nothing of fewer than `FEWEST`: nobody can tell who rated."""
    if not period.is_whole_months:
        return {}
    good_ones = func.coalesce(func.sum(case((ratings.c.rating.in_(_GOOD), 1), else_=0)), 0)
    all_, good = connection.execute(
        select(func.count(), good_ones).where(ratings.c.rated_on.between(period.since, period.until))
    ).one()
    return {"rated.all": all_, "rated.good": int(good)} if all_ >= FEWEST else {}


def _acts(connection: Connection, eyes: Eyes, period: Period) -> dict[str, int]:
    """Acts of supervision by their day; suggestions by the day they were made, and those taken up since."""
    made = suggestions.c.made_on.between(period.since, period.until)
    taken_up = suggestions.c.adopted.in_([one.value for one in TAKEN_UP])
    urged = and_(supervisions.c.on_day.between(period.since, period.until), acts.stands())
    found = connection.execute(
        union_all(
            _by(supervisions, supervisions.c.means, "urged", eyes, urged),
            _by(suggestions, suggestions.c.kind, "suggested", eyes, made),
            _by(suggestions, suggestions.c.kind, "adopted", eyes, and_(made, taken_up)),
        )
    )
    return {f"{what}.{which}": many for what, which, many in found}


def _by(table: Table, which: ColumnElement[str], what: str, eyes: Eyes, when: ColumnElement[bool]) -> Any:
    of_no_case: ColumnElement[bool] = table.c.case_id.is_(None)
    if eyes.unit is not None:
        of_no_case = and_(of_no_case, table.c.unit == eyes.unit)
    return (
        select(fixed(what).label("what"), which.label("which"), func.count())
        .select_from(table.outerjoin(cases, table.c.case_id == cases.c.id))
        .where(when, or_(of_no_case, eyes.visible))
        .group_by(which)
    )
