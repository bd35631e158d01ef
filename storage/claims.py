"""Claims: one member of staff holds a case for a while, so that two do not work on it at once.

A claim is a lease: it ends by letting go, by handing the case on, or by time. Its token counts the holders
of a case and never goes back: who carries an older one held the case before somebody else did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, bindparam, case, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.elements import ColumnElement

from storage.prepared import named
from storage.tables import cases, claims, staff

LEASE: Final = timedelta(minutes=30)
CLAIM, LET_GO = "claim", "let_go"
"""How both stand on a case's record."""
RECORDED: Final = (CLAIM, LET_GO)


@dataclass(frozen=True)
class Claim:
    """The last claim of a case; it may have ended (`holds`)."""

    staff_id: str
    token: int
    until_at: datetime

    def holds(self, now: datetime) -> bool:
        """Whether it has not ended yet."""
        return self.until_at > now

    def held_by(self, member: str, now: datetime) -> bool:
        """Whether this member holds the case."""
        return self.staff_id == member and self.holds(now)


@dataclass(frozen=True)
class Holder:
    """Who holds a case, and until when if nothing more is done."""

    staff_id: str
    name: str
    until_at: datetime


_SHOWN = (claims.c.staff_id, claims.c.token, claims.c.until_at)


def _take(insert: Any) -> Any:
    """Takes a case that nobody else holds; no row where somebody does."""
    new = insert(claims).values(**named("case_id", "staff_id", "taken_at", "until_at"), token=1)
    given = new.excluded
    same = claims.c.staff_id == given.staff_id
    return new.on_conflict_do_update(
        index_elements=[claims.c.case_id],
        set_={
            "staff_id": given.staff_id,
            "token": case((same, claims.c.token), else_=claims.c.token + 1),
            "taken_at": case((same, claims.c.taken_at), else_=given.taken_at),
            "until_at": given.until_at,
        },
        where=or_(same, claims.c.until_at <= given.taken_at),
    ).returning(*_SHOWN)


_TAKE = {"sqlite": _take(sqlite.insert), "postgresql": _take(postgresql.insert)}
_OF_CASE = select(*_SHOWN).where(claims.c.case_id == bindparam("this"))
_UNTIL = (
    update(claims)
    .where(claims.c.case_id == bindparam("this"), claims.c.staff_id == bindparam("whose"))
    .values(until_at=bindparam("until_at"))
)
_HOLDERS = (
    select(claims.c.case_id, claims.c.staff_id, staff.c.name, claims.c.until_at)
    .join_from(claims, staff, claims.c.staff_id == staff.c.id)
    .where(claims.c.case_id.in_(bindparam("ids", expanding=True)), claims.c.until_at > bindparam("now_at"))
)


def take(connection: Connection, case_id: str, member: str, now: datetime) -> Claim:
    """Claim a case, or hold it longer; the claim as it then stands, which is another's where they hold it."""
    given = {"case_id": case_id, "staff_id": member, "taken_at": now, "until_at": now + LEASE}
    row = connection.execute(_TAKE[connection.dialect.name], given).first()
    found = Claim(*row) if row else of_case(connection, case_id)
    assert found is not None
    return found


def renew(connection: Connection, case_id: str, member: str, now: datetime) -> None:
    """The holder works on it: the lease begins anew. For the holder alone, who is asked before."""
    connection.execute(_UNTIL, {"this": case_id, "whose": member, "until_at": now + LEASE})


def end(connection: Connection, case_id: str, member: str, now: datetime) -> None:
    """The member holds the case no more."""
    connection.execute(_UNTIL, {"this": case_id, "whose": member, "until_at": now})


def of_case(connection: Connection, case_id: str) -> Claim | None:
    """The last claim of a case, ended or not."""
    row = connection.execute(_OF_CASE, {"this": case_id}).first()
    return Claim(*row) if row else None


def holders(connection: Connection, case_ids: Sequence[str], now: datetime) -> Mapping[str, Holder]:
    """Who holds each of these cases, by the case's id; what nobody holds is left out. One query."""
    if not case_ids:
        return {}
    found = connection.execute(_HOLDERS, {"ids": list(case_ids), "now_at": now}).all()
    return {row.case_id: Holder(row.staff_id, row.name, row.until_at) for row in found}


def held_by(member: str, now: datetime) -> ColumnElement[bool]:
    """The condition on `cases`: those this member holds."""
    theirs = select(claims.c.case_id).where(claims.c.staff_id == member, claims.c.until_at > now)
    return cases.c.id.in_(theirs)
