"""Cards of cases for a member and for a group, drawn from the case as it stands. Sealed matters have none."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from bot.casework import CaseGone
from bot.claiming import may_claim
from bot.group_cards import may_tell
from bot.replying import own_waiting
from bot.staff_cards import minute
from bot.staff_telegram.drawing import Drawer, Hold, Letter
from bot.wiring import House
from cases.lifecycle import Move, Role
from cases.matters import find_matter
from storage import cases as case_rows
from storage import claims, desk, staff
from storage.cases import Stored
from storage.groups import Group
from storage.staff import Member

OF_OFFICE, OF_UNIT = (Role.CLERK, Role.HEAD, Role.SUPERVISOR), (Role.UNIT, Role.HEAD)
"""Who has the cases of the petition office, and of another unit."""


def drawer_of(house: House, language: str, now: datetime) -> Drawer:
    """What draws for a reader of that language."""
    return Drawer(house.texts[language], house.office, house.time.day_of(now))


def seen_here(house: House, connection: Connection, number: str, member: Member) -> Stored:
    """The case, where the member may see it and Telegram may speak of it. Raises CaseGone."""
    stored = house.casework.seen(connection, number, member)
    if find_matter(stored.case.matter).sealed:
        raise CaseGone(number)
    return stored


def card_of(
    house: House,
    connection: Connection,
    member: Member,
    number: str,
    now: datetime,
    *heads: str,
    edit: int | None = None,
) -> Letter | None:
    """The card of a case as it stands, for a member; None where they may not see it."""
    try:
        stored = seen_here(house, connection, number, member)
    except CaseGone:
        return None
    last = desk.last_move(connection, stored.id)
    moves = house.casework.moves_for(stored, member)
    hold = _hold(house, connection, stored, member.language, now, member, moves)
    drawer = drawer_of(house, member.language, now)
    waits = own_waiting(connection, house.keyring, member, stored.id)
    return drawer.card(stored, moves, last.id, hold, *heads, waits=waits, edit=edit)


def group_card_of(
    house: House,
    connection: Connection,
    group: Group,
    number: str,
    now: datetime,
    *heads: str,
    edit: int | None = None,
) -> Letter | None:
    """The card of a case for a group; None where the unit has it no more, or not all of it may see it."""
    stored = case_rows.find(connection, house.keyring, number)
    if (
        stored is None
        or not may_tell(stored.case)
        or (stored.case.unit or house.office.own_unit) != group.unit
    ):
        return None
    if any(_kept_away(house, connection, member, number) for member in _readers(house, connection, group)):
        return None
    hold = _hold(house, connection, stored, group.language, now)
    return drawer_of(house, group.language, now).group_card(stored, hold, *heads, edit=edit)


def _readers(house: House, connection: Connection, group: Group) -> list[Member]:
    """Those of the group's unit who have its cases, if none of them is kept away from one."""
    roles = OF_OFFICE if group.unit == house.office.own_unit else OF_UNIT
    return [m for m in staff.everyone(connection) if m.active and m.unit == group.unit and m.role in roles]


def _kept_away(house: House, connection: Connection, member: Member, number: str) -> bool:
    try:
        house.casework.seen(connection, number, member)
    except CaseGone:
        return True
    return False


def _hold(
    house: House,
    connection: Connection,
    stored: Stored,
    language: str,
    now: datetime,
    member: Member | None = None,
    moves: tuple[Move, ...] = (),
) -> Hold:
    claim, texts = claims.of_case(connection, stored.id), house.texts[language]
    if claim is None or not claim.holds(now):
        return Hold(may=claims.CLAIM if may_claim(moves) else "")
    until = minute(claim.until_at, house.office)
    if member is not None and claim.staff_id == member.id:
        return Hold(texts.text("staff-claim-mine", time=until), claim.token, claims.LET_GO)
    holder = desk.names(connection).get(claim.staff_id) or texts.text("staff-by-someone")
    return Hold(texts.text("staff-claim-held", who=holder, time=until))
