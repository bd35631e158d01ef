"""What the queue is filtered by: a filter by what is owed, and facets of the case.

Conditions of SQL alone; that of sight (`storage.sight.visible`) is put beside them by every query.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.sql.elements import ColumnElement

from cases.lifecycle import MOVES, Status
from cases.matters import MATTERS
from storage.claims import CLAIM
from storage.columns import fixed
from storage.staff import Member
from storage.tables import cases, events, outbox

FILTERS = ("mine", "own", "today", "overdue", "waiting", "bo", "undelivered", "all")
"""Permanent ids, as they stand in addresses: `mine` is the member's unit's, `own` what they have moved."""
UNDER_REVIEW = (Status.IN_REVIEW.value, Status.IN_REREVIEW.value, Status.OBJECTED.value)
"""The unit has done its part: the office records what is decided above, or decides on an objection."""
NOT_FORWARDED = "none"
"""As a unit: the cases that are with the office still."""
_WORKED = (*(move.name for move in MOVES), CLAIM)
UNDELIVERED = cases.c.id.in_(
    select(outbox.c.case_id).where(outbox.c.state.in_([fixed("blocked"), fixed("failed")]))
)


@dataclass(frozen=True)
class Facets:
    """What else is chosen, "" for all: a kind of matter, a status, a unit, how it came, a town or township by
    the nine digits of its code."""

    kind: str = ""
    status: str = ""
    unit: str = ""
    came_by: str = ""
    town: str = ""


WHOLE = Facets()


def mine(member: Member, own_unit: str) -> ColumnElement[bool]:
    """The cases a member's own unit is to act on; the office's are also those no unit has, those a unit
    objected to, and those whose answer the level above reviews."""
    here, reviewed = cases.c.unit == member.unit, cases.c.status.in_(UNDER_REVIEW)
    if member.unit == own_unit:
        return or_(here, cases.c.unit.is_(None), reviewed)
    return and_(here, ~reviewed)


def moved_by(member: Member) -> ColumnElement[bool]:
    """The cases this member has made a move in, or has held."""
    return exists().where(
        events.c.case_id == cases.c.id, events.c.staff_id == member.id, events.c.move.in_(_WORKED)
    )


def chosen(name: str, member: Member, own_unit: str, today: date) -> ColumnElement[bool]:
    """The condition of a filter, without `visible`. Raises KeyError for none of `FILTERS`."""
    return {
        "mine": and_(cases.c.open, mine(member, own_unit)),
        "own": and_(cases.c.open, moved_by(member)),
        "today": and_(cases.c.open, cases.c.next_due_on == today),
        "overdue": and_(cases.c.open, cases.c.next_due_on < today),
        "waiting": and_(cases.c.open, cases.c.waiting),
        "bo": and_(cases.c.open, cases.c.language == "bo"),
        "undelivered": UNDELIVERED,  # of closed cases too: the answer is the notice that matters most
        "all": and_(cases.c.open),
    }[name]


def within(facets: Facets) -> list[ColumnElement[bool]]:
    """The conditions of the facets chosen."""
    found: list[ColumnElement[bool]] = []
    if facets.kind:
        found.append(cases.c.matter.in_([m.id for m in MATTERS.values() if m.kind.value == facets.kind]))
    if facets.status:
        found.append(cases.c.status == facets.status)
    if facets.unit:
        none = facets.unit == NOT_FORWARDED
        found.append(cases.c.unit.is_(None) if none else cases.c.unit == facets.unit)
    if facets.came_by:
        found.append(cases.c.came_by == facets.came_by)
    if facets.town:
        found.append(cases.c.place.startswith(facets.town, autoescape=True))
    return found
