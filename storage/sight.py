"""What a member of staff may see: the one layer that lists, counts, search, notices and exports go through.

`visible` is the rule, as a condition on `cases`; whatever asks of one case asks the same rule. What a role
sees stands in `cases.roles`. Above it stands, whatever the role: whoever keeps away from a case (回避,
《信访工作条例》第二十八条第三款), and of a report the people of the unit reported (第三十条第三款), have it
in no list, no count, no search, no alert. A sealed matter is the discipline desk's alone; a restricted case,
such as a report of retaliation, its unit's, which stands above the unit it is about (第四十六条).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, and_, exists, false, or_, select, union_all
from sqlalchemy.sql.elements import ColumnElement

from cases.lifecycle import Role
from cases.roles import REPORTS, SEALED, List, Person, Reach, Sight, sight_of
from storage import staff as staff_rows
from storage.cases import Stored
from storage.elsewhere import may_be_told as may_be_told
from storage.elsewhere import told_elsewhere as told_elsewhere
from storage.staff import Member
from storage.tables import appointments, assisting_units, cases, chats, recusals, staff

TIBETAN: Final = "bo"


def sight(member: Member) -> Sight:
    """The member's row of the table."""
    return sight_of(member.role, of_office=member.of_office)


def visible(member: Member) -> ColumnElement[bool]:
    """The condition every query of cases for `member` carries."""
    return and_(_their_place_sees(member), _not_kept_away(member.id))


def _their_place_sees(member: Member) -> ColumnElement[bool]:
    """The cases that are seen from the member's role and unit, whoever holds them."""
    return and_(_reached(member), _not_reported(member))


def by_index(member: Member) -> tuple[ColumnElement[bool], ...]:
    """`visible` in conditions that have no case in common, each of which finds its rows by an index: no index
    finds both the cases a unit leads and those, far fewer and last, in which it assists."""
    if sight(member).cases is not Reach.UNIT:
        return (visible(member),)
    leads = cases.c.unit == member.unit
    others = and_(_assisted(member), or_(cases.c.unit.is_(None), ~leads))
    return and_(leads, visible(member)), and_(others, visible(member))


def _reached(member: Member) -> ColumnElement[bool]:
    theirs, unsealed = of_their_unit(member), cases.c.matter.not_in(SEALED)
    open_to_all = cases.c.restricted == false()
    own = and_(theirs, or_(unsealed, ~open_to_all))
    match sight(member).cases:
        case Reach.NONE:
            return false()
        case Reach.UNIT:
            return own
        case Reach.OFFICE:
            return or_(and_(open_to_all, unsealed), own)
        case Reach.REPORTS:
            return or_(and_(open_to_all, cases.c.matter.in_((*REPORTS, *SEALED))), own)


def of_their_unit(member: Member) -> ColumnElement[bool]:
    """The cases the member's unit has, or in which it assists (第二十四条)."""
    return or_(cases.c.unit == member.unit, _assisted(member))


def _assisted(member: Member) -> ColumnElement[bool]:
    named = select(assisting_units.c.case_id).where(assisting_units.c.unit == member.unit)
    return cases.c.id.in_(named)


def _not_kept_away(member: str | ColumnElement[str]) -> ColumnElement[bool]:
    """Not those the member of this id keeps away from."""
    return ~exists().where(
        recusals.c.case_id == cases.c.id,
        recusals.c.staff_id == member,
        recusals.c.lifted_at.is_(None),
    )


def _not_reported(member: Member) -> ColumnElement[bool]:
    """Not reports about the member's unit; a complaint about its work is that unit's to answer."""
    return or_(cases.c.reported.is_(None), cases.c.reported != member.unit, cases.c.matter.not_in(REPORTS))


def not_kept_from(member: Member) -> ColumnElement[bool]:
    """What holds of lists that show a piece of a case to one who does not see the case, such as a translator:
    none from which they keep away, and no report about their own unit."""
    return and_(_not_kept_away(member.id), _not_reported(member))


def visible_visit(member: Member) -> ColumnElement[bool]:
    """The condition every query of appointments carries: none about a case the member does not see."""
    hidden = exists().where(cases.c.number == appointments.c.case_number, ~visible(member))
    return ~hidden if may_see_visits(member) else false()


def visible_talk(member: Member) -> ColumnElement[bool]:
    """The condition every query of talks carries: none with one from whose case the member keeps away."""
    kept_away = exists().where(
        cases.c.conversation_id == chats.c.conversation_id,
        ~not_kept_from(member),
    )
    return ~kept_away if may_see_talks(member) else false()


def sees(connection: Connection, member: Member, number: str) -> bool:
    """Whether the member sees the case of this number."""
    found = select(cases.c.id).where(cases.c.number == number, visible(member))
    return connection.execute(found).first() is not None


def meets(connection: Connection, member: Member, number: str) -> bool:
    """Whether anything of the case reaches the member: they see it, or a list that holds a piece of any."""
    lists = may_list(member, List.TRANSLATIONS) or may_connect(member)
    found = select(cases.c.id).where(cases.c.number == number, not_kept_from(member))
    return sees(connection, member, number) or (lists and connection.execute(found).first() is not None)


def sees_visit(connection: Connection, member: Member, number: str) -> bool:
    """Whether the member sees the appointment of this number."""
    found = select(appointments.c.id).where(appointments.c.number == number, visible_visit(member))
    return connection.execute(found).first() is not None


def sees_talk(connection: Connection, member: Member, chat: str) -> bool:
    """Whether the member sees the talk of this id."""
    found = select(chats.c.id).where(chats.c.id == chat, visible_talk(member))
    return connection.execute(found).first() is not None


def those_who_see(connection: Connection, members: Iterable[Member], number: str) -> list[Member]:
    """Of these members, those who see the case of this number: one statement, however many they are."""
    asked, alike = list(members), dict[tuple[Role, bool, str], list[Member]]()
    for one in asked:
        alike.setdefault((one.role, one.of_office, one.unit), []).append(one)
    parts = [
        select(staff.c.id)
        .join_from(staff, cases, _not_kept_away(staff.c.id))
        .where(cases.c.number == number, staff.c.id.in_([m.id for m in some]), _their_place_sees(some[0]))
        for some in alike.values()
    ]
    seeing = set(connection.execute(union_all(*parts)).scalars()) if parts else set()
    return [one for one in asked if one.id in seeing]


def to_alert(connection: Connection, number: str, unit: str | None) -> list[Member]:
    """Whom an alert of a case reaches: linked members of the office and of its unit, if they see it.

    Of a case in Tibetan, on each side those who read it, where anybody there does; else all of that side.
    """
    of_either = (staff.c.role == Role.CLERK.value) | (staff.c.unit == unit)
    linked = staff_rows.members(connection, staff.c.active, staff.c.telegram_hash.is_not(None), of_either)
    seeing = those_who_see(connection, linked, number)
    language = connection.execute(select(cases.c.language).where(cases.c.number == number)).scalar()
    if language != TIBETAN:
        return seeing
    told: list[Member] = []
    for theirs in (True, False):
        side = [one for one in seeing if (one.unit == unit) is theirs]
        told += [one for one in side if TIBETAN in one.reads] or side
    return told


def may_see_any_case(member: Member) -> bool:
    """Whether the member has cases at all; an administrator, say, has none."""
    return sight(member).cases is not Reach.NONE


def sees_beyond_unit(member: Member) -> bool:
    """Whether more than their unit's cases are the member's to see."""
    return sight(member).cases in (Reach.OFFICE, Reach.REPORTS)


def sees_the_county(member: Member) -> bool:
    """Whether the county's cases are the member's to see, as they are the petition office's."""
    return sight(member).cases is Reach.OFFICE


def first_list(member: Member) -> str:
    """The list a member's desk opens with: what their unit is to act on, or, where they act for none, all."""
    return "mine" if {Role.CLERK, Role.UNIT} & set(roles_of(member)) else "all"


def may_read(member: Member) -> bool:
    """Whether what residents wrote and sent is shown, of the cases the member sees."""
    return sight(member).content


def may_see_person(member: Member, stored: Stored) -> bool:
    """Whether name and telephone are shown: to the office, and to the unit where they were given openly."""
    whom = sight(member).person
    return whom is Person.ALWAYS or (whom is Person.NAMED and stored.identity == "named")


def may_list(member: Member, which: List) -> bool:
    """Whether a list beside the cases is the member's to see."""
    return which in sight(member).lists


def may_see_visits(member: Member) -> bool:
    """Whether appointments with the leaders are shown: to those who keep the office's reception."""
    return may_list(member, List.VISITS)


def may_see_talks(member: Member) -> bool:
    """Whether talks with residents are shown: to those of the petition office who answer them."""
    return may_list(member, List.TALKS)


def may_connect(member: Member) -> bool:
    """Whether other systems are set here: addresses told of moves, keys of the API."""
    return member.role is Role.ADMIN


def roles_of(member: Member) -> tuple[Role, ...]:
    """The roles in which a member may move a case, the first that fits is taken."""
    return sight(member).acts_as
