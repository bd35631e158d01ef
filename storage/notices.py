"""Notices that moves owe residents: on record from the commit that owes them until they are told.

A notice is told by the channel its resident uses, or by a member of staff who called, visited, wrote or
handed it over. What is owed and not told is a list that must be empty at day's end; what could not be
delivered within a day somebody has to carry there. The list is in `storage.owed`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, exists, func, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from cases.case import Made
from cases.corrections import UNDONE as CORRECTED
from cases.lifecycle import Role, move_named
from cases.reviews import READINGS
from storage.columns import fixed
from storage.sealing import DataKey
from storage.tables import notices, outbox

REPLY: Final = "reply"
"""Told in the reply to the resident's own move."""
CHANNEL: Final = "channel"
BY_HAND: Final = ("call", "visit", "post", "handed")
"""How a member of staff tells it where no channel does."""
HANDED: Final = BY_HAND[-1]
UNDONE: Final = "undone"
"""Nobody was told of the move before it was undone: its correction alone is told."""

_OWE = insert(notices).returning(notices.c.id)
LETTERS = and_(outbox.c.notice_id == notices.c.id, outbox.c.case_id == notices.c.case_id)
SENT = exists().where(LETTERS, outbox.c.state == fixed("sent"))
WAITS = exists().where(LETTERS, outbox.c.state == fixed("queued"))
STUCK = exists().where(LETTERS, outbox.c.state.in_([fixed("blocked"), fixed("failed")]))
OPEN = notices.c.told_at.is_(None)
_BROUGHT = {
    one.received_by: move_named(one.brought_by).notice for one in READINGS.values() if one.received_by
}
"""By the move that receives it, the notice that told of it."""


@dataclass(frozen=True)
class Told:
    """A notice of a case and how it was told; `means` is `reply`, `channel`, one of BY_HAND, or `undone`."""

    id: int
    notice: str
    owed_on: date
    told_at: datetime | None
    means: str | None
    staff_id: str | None
    told: str


def owe(
    connection: Connection, case_id: str, notice: str, on: date, now: datetime, *, replied: bool = False
) -> int:
    """Put on record that a notice is owed; `replied`: the reply to the resident's own move is it."""
    row: dict[str, Any] = {"case_id": case_id, "notice": notice, "owed_on": on, "owed_at": now}
    row |= {"told_at": now, "means": REPLY} if replied else {"told_at": None, "means": None}
    return int(connection.execute(_OWE, row).scalar_one())


def which_of_case() -> ColumnElement[int]:
    """Which of its case's notices one is, from 1."""
    earlier = notices.alias()
    mine = (earlier.c.case_id == notices.c.case_id, earlier.c.id <= notices.c.id)
    return select(func.count()).select_from(earlier).where(*mine).correlate(notices).scalar_subquery()


def settle_sent(connection: Connection) -> int:
    """Note those that their channels have delivered, each at the time it was sent; how many."""
    sent_at = select(func.max(outbox.c.sent_at)).where(LETTERS).scalar_subquery()
    done = update(notices).where(OPEN, SENT, ~WAITS, ~STUCK).values(told_at=sent_at, means=CHANNEL)
    return int(connection.execute(done).rowcount)


def tell_by_hand(
    connection: Connection,
    key: DataKey,
    case_id: str,
    nth: int,
    *,
    means: str,
    told: str,
    staff_id: str,
    now: datetime,
) -> str | None:
    """Note that a member of staff told the nth notice of a case; its name, or None where it is told or is
    none."""
    if nth < 1:
        return None
    its = select(notices.c.id).where(notices.c.case_id == case_id).order_by(notices.c.id)
    notice = connection.execute(its.offset(nth - 1).limit(1)).scalar()
    if notice is None:
        return None
    changed = connection.execute(
        update(notices)
        .where(notices.c.id == notice, notices.c.case_id == case_id, OPEN)
        .values(
            told_at=now,
            means=means,
            staff_id=staff_id,
            told=key.seal_json({"told": told}, _place(notice)),
        )
        .returning(notices.c.notice)
    ).first()
    return changed.notice if changed else None


def of_move(
    connection: Connection, case_id: str, made: Made, staff_id: str | None, now: datetime
) -> int | None:
    """Put on record what a move owes, and what it makes of what was owed before; the notice it owes."""
    owed = None
    if made.notice is not None:
        replied = made.event.by is Role.RESIDENT
        owed = owe(connection, case_id, made.notice.id, made.event.on, now, replied=replied)
    if brought := _BROUGHT.get(made.event.move):
        _received(connection, case_id, brought, staff_id, now)
    if taken_back := made.event.parts.get(CORRECTED):
        _undone(connection, case_id, move_named(taken_back).notice, now)
    return owed


def _received(
    connection: Connection, case_id: str, notice: str | None, staff_id: str | None, now: datetime
) -> None:
    """What a notice tells of was opened by its owner, or signed for before a member of staff: it is told."""
    means = HANDED if staff_id else REPLY
    its = (notices.c.case_id == case_id, notices.c.notice == notice, OPEN)
    connection.execute(update(notices).where(*its).values(told_at=now, means=means, staff_id=staff_id))


def _undone(connection: Connection, case_id: str, notice: str | None, now: datetime) -> None:
    """The move that owed the last notice of this name was undone: who was not told of it yet is told of the
    correction alone."""
    last = notices.alias()
    which = select(func.max(last.c.id)).where(last.c.case_id == case_id, last.c.notice == notice)
    its = (notices.c.id == which.scalar_subquery(), OPEN, ~SENT, ~WAITS)
    connection.execute(update(notices).where(*its).values(told_at=now, means=UNDONE))


def of_case(connection: Connection, key: DataKey, case_id: str) -> list[Told]:
    """Every notice a case owed, oldest first."""
    return [
        Told(
            row.id,
            row.notice,
            row.owed_on,
            row.told_at,
            row.means,
            row.staff_id,
            str(key.open_json(row.told, _place(row.id))["told"]) if row.told else "",
        )
        for row in connection.execute(_OF_CASE, {"case_id": case_id}).all()
    ]


_OF_CASE = select(notices).where(notices.c.case_id == bindparam("case_id")).order_by(notices.c.id)


def _place(notice: int) -> str:
    return f"notices.told/{notice}"
