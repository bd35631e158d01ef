"""Whose eyes figures are counted for: which cases are counted, and whether small numbers may be shown.

Sealed matters and restricted cases are counted for nobody but those who see them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import and_, false, or_, true
from sqlalchemy.sql.elements import ColumnElement

from cases.lifecycle import Role
from cases.matters import MATTERS
from storage.sight import not_kept_from, visible
from storage.staff import Member
from storage.tables import cases

SEALED: Final = tuple(matter.id for matter in MATTERS.values() if matter.sealed)
_UNSEALED = cases.c.matter.not_in(SEALED)
_OFFICE = (Role.CLERK, Role.HEAD, Role.SUPERVISOR)


@dataclass(frozen=True)
class Eyes:
    """`visible`: the condition on cases. `exact`: every number may be shown, since the cases may be seen;
    else those that tell of fewer than five are hidden."""

    visible: ColumnElement[bool]
    exact: bool


def own_eyes(member: Member) -> Eyes:
    """The cases the member may see, in exact numbers."""
    seen = visible(member)
    if member.role is not Role.DISCIPLINE:  # a report of retaliation is restricted to its unit, not sealed
        seen = and_(seen, or_(_UNSEALED, cases.c.restricted == true()))
    return Eyes(seen, exact=True)


def county_eyes(member: Member) -> Eyes:
    """The whole county: exact for the petition office, which sees its cases; else without small numbers."""
    if sees_the_county(member):
        return own_eyes(member)
    return Eyes(and_(cases.c.restricted == false(), _UNSEALED, not_kept_from(member)), exact=False)


def office_eyes() -> Eyes:
    """The office itself, for its yearly report: nothing sealed, nothing restricted."""
    return Eyes(and_(cases.c.restricted == false(), _UNSEALED), exact=True)


def sees_the_county(member: Member) -> bool:
    """Whether the member may see the county's cases, and so its numbers for any period."""
    return member.role in _OFFICE
