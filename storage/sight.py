"""What a member of staff may see: the one layer that lists, counts, search and exports all go through.

A clerk of the petition office sees every case that is not sealed; a unit's person sees the cases
the unit has. (《信访工作条例》第二十八条第三款: who has an interest in a matter keeps away from it.)
A restricted case, such as a report of retaliation, its unit alone sees: it stands above the unit the
report is about (第四十六条).
"""

from __future__ import annotations

from sqlalchemy import false, or_
from sqlalchemy.sql.elements import ColumnElement

from cases.case import Case
from cases.lifecycle import Role
from storage.cases import Stored
from storage.elsewhere import may_be_told as may_be_told
from storage.elsewhere import told_elsewhere as told_elsewhere
from storage.staff import Member
from storage.tables import cases

OFFICE_ROLES = (Role.CLERK, Role.HEAD, Role.SUPERVISOR)


def visible(member: Member) -> ColumnElement[bool]:
    """The condition every query of cases for `member` carries."""
    theirs = cases.c.unit == member.unit
    return or_(cases.c.restricted == false(), theirs) if member.role in OFFICE_ROLES else theirs


def may_see(member: Member, stored: Stored) -> bool:
    """The same, of one case."""
    return may_see_case(member, stored.case)


def may_see_case(member: Member, case: Case) -> bool:
    """The same, of a case not stored yet."""
    return case.unit == member.unit or (member.role in OFFICE_ROLES and not case.restricted)


def may_see_person(member: Member, stored: Stored) -> bool:
    """Whether name and telephone are shown: to the office, and to the unit where they were given openly."""
    return member.role in OFFICE_ROLES or stored.identity == "named"


def may_see_visits(member: Member) -> bool:
    """Whether appointments with the leaders are shown: to those who keep the office's reception."""
    return member.role in (Role.CLERK, Role.HEAD)


def may_see_talks(member: Member) -> bool:
    """Whether talks with residents are shown: to those of the petition office who answer them."""
    return member.role in (Role.CLERK, Role.HEAD)


def may_connect(member: Member) -> bool:
    """Whether other systems are set here: addresses told of moves, keys of the API."""
    return member.role is Role.ADMIN


def roles_of(member: Member) -> tuple[Role, ...]:
    """The roles in which a member may move a case, the first that fits is taken."""
    return (member.role, Role.UNIT) if member.role in (Role.CLERK, Role.HEAD) else (member.role,)
