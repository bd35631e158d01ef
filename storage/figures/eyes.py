"""Whose eyes figures are counted for: which cases are counted, and whether small numbers may be shown.

Sealed matters and restricted cases are counted for nobody but those who see them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import and_, or_, true
from sqlalchemy.sql.elements import ColumnElement

from cases.lifecycle import Role
from cases.roles import SEALED
from storage.sight import not_kept_from, sees_the_county, told_elsewhere, visible
from storage.staff import Member
from storage.tables import cases

_UNSEALED = cases.c.matter.not_in(SEALED)


@dataclass(frozen=True)
class Eyes:
    """`visible`: the condition on cases. `exact`: every number may be shown, since the cases may be seen;
    else those that tell of fewer than five are hidden. `unit`: of what is about no case (a circular, a
    suggestion) only what is about this unit counts; None: all. `known`: of what is counted for eyes that are
    not exact, what they may see and so could subtract."""

    visible: ColumnElement[bool]
    exact: bool
    unit: str | None = None
    known: Eyes | None = None


def own_eyes(member: Member) -> Eyes:
    """The cases the member may see, in exact numbers."""
    seen = visible(member)
    if member.role is not Role.DISCIPLINE:  # a report of retaliation is restricted to its unit, not sealed
        seen = and_(seen, or_(_UNSEALED, cases.c.restricted == true()))
    return Eyes(seen, exact=True, unit=None if sees_the_county(member) else member.unit)


def county_eyes(member: Member) -> Eyes:
    """The whole county: exact for the petition office, which sees its cases; else without small numbers."""
    if sees_the_county(member):
        return own_eyes(member)
    county, own = and_(told_elsewhere(), not_kept_from(member)), own_eyes(member)
    return Eyes(county, exact=False, known=replace(own, visible=and_(county, own.visible)))


def office_eyes() -> Eyes:
    """The office itself, for its yearly report: nothing sealed, nothing restricted."""
    return Eyes(told_elsewhere(), exact=True)
