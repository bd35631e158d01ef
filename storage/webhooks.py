"""Moves still to be told to other systems: one row for each address, made in the transaction of the move.

The moves of one case go to an address in their order. Rows are claimed for a minute, as in the outbox.
States: `queued`; `sent`, with the code answered; `failed` (given up after days); `dropped` (the address
is gone, or the case may no longer be told). Nothing of a restricted case or a sealed matter is ever put here.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Date,
    Integer,
    String,
    and_,
    bindparam,
    delete,
    exists,
    insert,
    literal,
    or_,
    select,
    update,
)

from cases.case import Made
from storage.columns import Instant, fixed
from storage.elsewhere import may_be_told, told_elsewhere
from storage.tables import cases
from storage.webhook_tables import webhook_addresses as addresses
from storage.webhook_tables import webhook_deliveries as deliveries

QUEUED, SENT, FAILED, DROPPED = "queued", "sent", "failed", "dropped"
LEASE = timedelta(seconds=60)
"""Above what one try may take."""


@dataclass(frozen=True)
class Told:
    """One move to be told to one address. `attempts` counts those before; `since_at`: queued since then."""

    id: int
    address_id: str
    event_id: str
    number: str
    move: str
    before: str | None
    after: str
    on: date
    at: datetime
    attempts: int
    since_at: datetime
    may_go: bool


_PUT_COLUMNS = ("address_id", "event_id", "case_id", "move", "before", "after", "on_day", "at")
_PUT = insert(deliveries).from_select(
    [*_PUT_COLUMNS, "state", "due_at", "since_at"],
    select(
        addresses.c.id,
        bindparam("event", type_=String),
        bindparam("case", type_=String),
        bindparam("move", type_=String),
        bindparam("before", type_=String),
        bindparam("after", type_=String),
        bindparam("on", type_=Date),
        bindparam("now", type_=Instant),
        literal(QUEUED, String),
        bindparam("now", type_=Instant),
        bindparam("now", type_=Instant),
    ).where(addresses.c.state == fixed("on")),
)

_one, _older = deliveries.alias("one"), deliveries.alias("older")
_FIRST_OF_EACH = ~exists().where(
    _older.c.address_id == _one.c.address_id,
    _older.c.case_id == _one.c.case_id,
    _older.c.state == fixed(QUEUED),
    _older.c.id < _one.c.id,
)
_OPEN_ADDRESS = exists().where(
    addresses.c.id == _one.c.address_id,
    addresses.c.state == fixed("on"),
    or_(addresses.c.not_before_at.is_(None), addresses.c.not_before_at <= bindparam("now_at")),
)
_DUE = and_(
    _one.c.state == fixed(QUEUED),
    _one.c.due_at <= bindparam("now_at"),
    or_(_one.c.leased_until.is_(None), _one.c.leased_until < bindparam("now_at")),
    _FIRST_OF_EACH,
    _OPEN_ADDRESS,
)
_ANY_DUE = select(_one.c.id).where(_DUE).limit(1)


def _next(skip_locked: bool) -> Any:
    chosen = (
        select(_one.c.id)
        .where(_DUE)
        .order_by(_one.c.due_at, _one.c.id)
        .limit(bindparam("most", type_=Integer))
    )
    if skip_locked:
        chosen = chosen.with_for_update(skip_locked=True)
    return (
        update(deliveries)
        .where(deliveries.c.id.in_(chosen.scalar_subquery()))
        .values(leased_until=bindparam("until_at"), attempts=deliveries.c.attempts + 1)
        .returning(deliveries.c.id)
    )


_CLAIM = {"sqlite": _next(skip_locked=False), "postgresql": _next(skip_locked=True)}
_CLAIMED = (
    select(
        deliveries.c.id,
        deliveries.c.address_id,
        deliveries.c.event_id,
        cases.c.number,
        deliveries.c.move,
        deliveries.c.before,
        deliveries.c.after,
        deliveries.c.on_day,
        deliveries.c.at,
        deliveries.c.attempts - 1,
        deliveries.c.since_at,
        told_elsewhere().label("may_go"),
    )
    .join_from(deliveries, cases)
    .where(deliveries.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(deliveries.c.id)
)


def put(connection: Connection, case_id: str, made: Made, now: datetime) -> None:
    """Queue a move just stored for every address that is on; with one id, whoever it goes to."""
    if not may_be_told(made.case):
        return
    event = made.event
    connection.execute(
        _PUT,
        {
            "event": f"evt_{secrets.token_hex(16)}",
            "case": case_id,
            "move": event.move,
            "before": event.before.value if event.before else None,
            "after": event.after.value,
            "on": event.on,
            "now": now,
        },
    )


def any_due(connection: Connection, now: datetime) -> bool:
    """Whether a move could be told now; cheaper than to claim."""
    return connection.execute(_ANY_DUE, {"now_at": now}).first() is not None


def claim(connection: Connection, now: datetime, most: int) -> list[Told]:
    """Up to `most` moves to tell now, each leased to the caller for `LEASE`."""
    given = {"now_at": now, "until_at": now + LEASE, "most": most}
    ids = list(connection.execute(_CLAIM[connection.dialect.name], given).scalars())
    return [Told(*tuple(row)) for row in connection.execute(_CLAIMED, {"ids": ids})] if ids else []


def settle(
    connection: Connection,
    told: Told,
    state: str,
    now: datetime,
    *,
    due_at: datetime | None = None,
    answered: int | None = None,
    fault: str | None = None,
) -> bool:
    """Note what became of a try; `queued` with `due_at` tries again then. False where it was claimed again
    since, as its lease was over, or dropped: then only that it was sent is still noted of one dropped."""
    ended = update(deliveries).where(deliveries.c.id == told.id, deliveries.c.attempts == told.attempts + 1)
    if state != SENT:
        ended = ended.where(deliveries.c.state == fixed(QUEUED))
    values = {
        "state": state,
        "leased_until": None,
        "due_at": due_at or now,
        "tried_at": now,
        "answered": answered,
        "fault": fault[:40] if fault else None,
    }
    return connection.execute(ended.values(**values)).rowcount == 1


def drop_queued(connection: Connection, address: str) -> None:
    """Nothing more goes to an address that is gone."""
    connection.execute(
        update(deliveries)
        .where(deliveries.c.address_id == address, deliveries.c.state == fixed(QUEUED))
        .values(state=DROPPED, leased_until=None)
    )


def forget(connection: Connection, before: datetime) -> int:
    """Clear the log of moves made before; what is still queued stays."""
    old = delete(deliveries).where(deliveries.c.at < before, deliveries.c.state != fixed(QUEUED))
    return connection.execute(old).rowcount
