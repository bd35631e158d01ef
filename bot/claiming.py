"""Who may hold a case, and what a move does with its claim: renews it, ends it, or is kept back by it.

A claim keeps back those who work on cases (`WORKS`), not those who oversee them: a head may extend, report
upward or conclude, and a supervisor act, while a handler holds the case.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from cases.case import Case
from cases.lifecycle import OPEN, Move, Role
from storage import claims
from storage import staff as staff_rows
from storage.cases import Stored
from storage.claims import Claim
from storage.staff import Member

WORKS = (Role.CLERK, Role.UNIT)
"""The roles in which a case is worked on by one at a time."""

MovesFor = Callable[[Stored, Member], tuple[Move, ...]]


def may_claim(moves: tuple[Move, ...]) -> bool:
    """Whether a member to whom these moves are open may claim the case."""
    return any(role in WORKS for move in moves for role in move.by)


def kept_back(
    connection: Connection, stored: Stored, member: Member, token: int | None, now: datetime
) -> Claim | None:
    """The claim of another that keeps the member from working on the case.

    `token` is that of the claim the member held when they chose what to do: where somebody held the case
    since, even if not any more, they are kept back. None where they held none.
    """
    last = claims.of_case(connection, stored.id)
    if last is None or last.held_by(member.id, now):
        return None
    if last.holds(now) or (token is not None and token != last.token):
        return last
    return None


def moved(
    connection: Connection, before: Case, stored: Stored, member: Member, moves_for: MovesFor, now: datetime
) -> None:
    """After a move: the claim of who works on the case goes on, that of who handed it on ends.

    It is handed on where its unit changed, nobody owes anything more, or no move is open to the holder.
    """
    last = claims.of_case(connection, stored.id)
    if last is None:
        return
    mine = last.staff_id == member.id
    if not mine and not last.holds(now):
        return
    holder = member if mine else staff_rows.by_id(connection, last.staff_id)
    case = stored.case
    stays = case.unit == before.unit and case.status in OPEN
    if holder is None or not stays or not may_claim(moves_for(stored, holder)):
        claims.end(connection, stored.id, last.staff_id, now)
    elif last.held_by(member.id, now):
        claims.renew(connection, stored.id, member.id, now)
