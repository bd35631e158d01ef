"""What each role of the staff sees and may do: one table, read by every query (`storage.sight`) and page.

A person's part in a case is a role (`cases.moves.Role`) and where they work: a head of the petition office
sees the office's cases, a head of a unit that unit's. Whoever has an interest in a matter keeps away from it
(回避, 《信访工作条例》第二十八条第三款), and of a report neither the unit reported nor its people learn
(第三十条第三款); both stand above this table and are asked of each case.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cases.errors import TableInvalid
from cases.matters import MATTERS, Kind
from cases.moves import Role


class Reach(StrEnum):
    """Which cases a member has before them."""

    NONE = "none"  # no case in any list, count or search
    UNIT = "unit"  # those of their own unit
    OFFICE = "office"  # every case that is neither sealed nor restricted, and their own unit's
    REPORTS = "reports"  # 检举控告 and what is sealed, and their own unit's


class Person(StrEnum):
    """Whether they are shown who the resident is: name, telephone."""

    NEVER = "never"
    NAMED = "named"  # where it was given openly
    ALWAYS = "always"


class List(StrEnum):
    """A list beside the cases."""

    VISITS = "visits"  # 约访: appointments with the leaders
    TALKS = "talks"  # residents who asked for a person
    TRANSLATIONS = "translations"  # texts that wait for a translator; of a case no more than that
    OUTREACH = "outreach"  # 宣讲: sessions, villages, booklets; no case
    STAFF = "staff"  # who works here: added, changed, cut off
    STAFF_RECORD = "staff_record"  # what was done with the staff, by whom


@dataclass(frozen=True)
class Sight:
    """What one role sees. `of_office`: the row of those who work in the petition office itself; None: of all.

    `content`: what residents wrote and sent, and what was written to them. Without it a member sees number,
    kind, place, clocks and moves.
    """

    role: Role
    cases: Reach
    content: bool
    person: Person
    lists: frozenset[List] = frozenset()
    acts_as: tuple[Role, ...] = ()  # in which roles they move a case; the first that may is taken
    of_office: bool | None = None
    office_alone: bool = False  # a role nobody holds outside the petition office


R = Role
_RECEPTION = frozenset({List.VISITS, List.TALKS})
_OFFICE = _RECEPTION | {List.TRANSLATIONS}

SIGHTS: tuple[Sight, ...] = (
    Sight(R.CLERK, Reach.OFFICE, True, Person.ALWAYS, _OFFICE, acts_as=(R.CLERK, R.UNIT), office_alone=True),
    Sight(R.UNIT, Reach.UNIT, True, Person.NAMED, acts_as=(R.UNIT,)),
    Sight(
        R.HEAD,
        Reach.OFFICE,
        True,
        Person.ALWAYS,
        _OFFICE | {List.STAFF_RECORD},
        acts_as=(R.HEAD, R.UNIT),
        of_office=True,
    ),
    Sight(R.HEAD, Reach.UNIT, True, Person.NAMED, acts_as=(R.HEAD, R.UNIT), of_office=False),
    # 督查: how long things take and who moves them; what residents wrote is not theirs to read.
    Sight(R.SUPERVISOR, Reach.OFFICE, False, Person.NEVER, acts_as=(R.SUPERVISOR,)),
    Sight(R.DISCIPLINE, Reach.REPORTS, True, Person.ALWAYS, acts_as=(R.DISCIPLINE,)),
    Sight(R.OUTREACH, Reach.NONE, False, Person.NEVER, frozenset({List.OUTREACH})),
    Sight(R.TRANSLATOR, Reach.NONE, False, Person.NEVER, frozenset({List.TRANSLATIONS})),
    Sight(R.ADMIN, Reach.NONE, False, Person.NEVER, frozenset({List.STAFF, List.STAFF_RECORD})),
)

NOT_STAFF = (Role.RESIDENT, Role.CLOCK)
STAFF_ROLES: tuple[Role, ...] = tuple(dict.fromkeys(row.role for row in SIGHTS))
"""The roles a member of staff may have, in the order they are offered."""
REPORTS: tuple[str, ...] = tuple(m.id for m in MATTERS.values() if m.kind is Kind.REPORT)
"""The matters that are reports (检举控告)."""
SEALED: tuple[str, ...] = tuple(m.id for m in MATTERS.values() if m.sealed)
"""The matters that only the discipline desk reads."""


def sight_of(role: Role, *, of_office: bool) -> Sight:
    """The row of a member. Raises KeyError for a role that is not the staff's."""
    return _BY_MEMBER[role, of_office]


def check_sights(rows: tuple[Sight, ...]) -> None:
    """Refuse a table that cannot be right. Raises TableInvalid."""
    for role in Role:
        for of_office in (True, False):
            count = len(_rows(rows, role, of_office))
            if count != (role not in NOT_STAFF):
                raise TableInvalid(f"{role} has {count} rows of sight, of_office={of_office}")
    for row in rows:
        if row.cases is Reach.NONE and (row.content or row.acts_as or row.person is not Person.NEVER):
            raise TableInvalid(f"{row.role} sees no case, and something of one")
        if not row.content and row.person is not Person.NEVER:
            raise TableInvalid(f"{row.role} reads nothing a resident wrote, but who they are")


def _rows(rows: tuple[Sight, ...], role: Role, of_office: bool) -> list[Sight]:
    return [row for row in rows if row.role is role and row.of_office in (None, of_office)]


check_sights(SIGHTS)
_BY_MEMBER = {(role, here): _rows(SIGHTS, role, here)[0] for role in STAFF_ROLES for here in (True, False)}
