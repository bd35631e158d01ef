"""The addresses told of moves, their secrets, and the log of what was sent to them.

States: `on`; `off` (by an administrator); `gone` (it answered 410); `failed` (nothing reached it for days).
Only to an address that is on are moves queued. Secrets are sealed under the house's key.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, case, func, insert, literal, select, update

from storage import webhooks
from storage.columns import Instant, fixed
from storage.elsewhere import told_elsewhere
from storage.sealing import Keyring
from storage.sight import not_kept_from, visible
from storage.staff import Member
from storage.tables import cases
from storage.webhook_tables import webhook_addresses as addresses
from storage.webhook_tables import webhook_deliveries as deliveries

ON, OFF, GONE, FAILED = "on", "off", "gone", "failed"
SECRET_BYTES = 32
OLD_SECRET_VALID = timedelta(days=3)
"""How long the secret before still signs beside the new one."""


@dataclass(frozen=True)
class Address:
    """One address. `old_until_at`: the secret before signs until then; `failing_since_at`: failing since."""

    id: str
    url: str
    state: str
    old_until_at: datetime | None
    failing_since_at: datetime | None
    made_at: datetime


@dataclass(frozen=True)
class Logged:
    """One move sent or to be sent. `number` is None where the member may not see the case."""

    event_id: str
    number: str | None
    move: str
    on: date
    state: str
    attempts: int
    due_at: datetime
    tried_at: datetime | None
    answered: int | None
    fault: str | None


_SHOWN = (
    addresses.c.id,
    addresses.c.url,
    addresses.c.state,
    addresses.c.old_until_at,
    addresses.c.failing_since_at,
    addresses.c.made_at,
)


def add(connection: Connection, keyring: Keyring, url: str, by: str, now: datetime) -> tuple[str, bytes]:
    """A new address; its id and its secret, which is told this once."""
    address, secret = secrets.token_hex(8), secrets.token_bytes(SECRET_BYTES)
    connection.execute(
        insert(addresses),
        {
            "id": address,
            "url": url,
            "state": ON,
            "secret": keyring.house.seal(secret, _place(address)),
            "made_by": by,
            "made_at": now,
        },
    )
    return address, secret


def everyone(connection: Connection) -> list[Address]:
    """Every address, the oldest first."""
    found = select(*_SHOWN).order_by(addresses.c.made_at, addresses.c.id)
    return [Address(*row) for row in connection.execute(found)]


def by_id(connection: Connection, address: str) -> Address | None:
    """One of them."""
    row = connection.execute(select(*_SHOWN).where(addresses.c.id == address)).first()
    return Address(*row) if row else None


def secrets_of(connection: Connection, keyring: Keyring, address: str, now: datetime) -> tuple[bytes, ...]:
    """The secrets that sign now, the newest first: two while the one before is still valid."""
    row = connection.execute(select(addresses).where(addresses.c.id == address)).one()
    sealed = [row.secret]
    if row.old_secret is not None and row.old_until_at > now:
        sealed.append(row.old_secret)
    return tuple(keyring.house.open(one, _place(address)) for one in sealed)


def rotate(connection: Connection, keyring: Keyring, address: str, by: str, now: datetime) -> bytes:
    """A new secret, told this once; the one before stays valid for `OLD_SECRET_VALID`."""
    secret = secrets.token_bytes(SECRET_BYTES)
    connection.execute(
        update(addresses)
        .where(addresses.c.id == address)
        .values(
            old_secret=addresses.c.secret,
            old_until_at=now + OLD_SECRET_VALID,
            secret=keyring.house.seal(secret, _place(address)),
            changed_by=by,
            changed_at=now,
        )
    )
    return secret


def set_state(connection: Connection, address: str, state: str, now: datetime, by: str | None = None) -> None:
    """Turn an address on or off, or note that it is gone or failed. `by` is the member who did it."""
    values: dict[str, Any] = {"state": state, "changed_by": by, "changed_at": now}
    if state == ON:
        values |= {"failing_since_at": None, "not_before_at": None}
        restarted = (
            update(deliveries)
            .where(deliveries.c.address_id == address, deliveries.c.state == fixed("queued"))
            .values(due_at=now, since_at=now)
        )
        connection.execute(restarted)
    connection.execute(update(addresses).where(addresses.c.id == address).values(**values))
    if state == GONE:
        webhooks.drop_queued(connection, address)


def answered(connection: Connection, address: str) -> None:
    """It took something: whatever was wrong is over."""
    connection.execute(
        update(addresses)
        .where(addresses.c.id == address, addresses.c.failing_since_at.is_not(None))
        .values(failing_since_at=None, not_before_at=None)
    )


def failing(connection: Connection, address: str, now: datetime, not_before_at: datetime | None) -> None:
    """It did not take something; nothing goes to it before `not_before_at`."""
    values: dict[str, Any] = {
        "failing_since_at": func.coalesce(addresses.c.failing_since_at, literal(now, Instant))
    }
    if not_before_at is not None:
        values["not_before_at"] = not_before_at
    connection.execute(update(addresses).where(addresses.c.id == address).values(**values))


def counts(connection: Connection, address: str, member: Member) -> Mapping[str, int]:
    """How many are in each state, but of cases from which the member keeps away."""
    found = (
        select(deliveries.c.state, func.count())
        .join_from(deliveries, cases)
        .where(deliveries.c.address_id == address, not_kept_from(member))
        .group_by(deliveries.c.state)
    )
    return {state: int(number) for state, number in connection.execute(found)}


def log(connection: Connection, address: str, member: Member, most: int) -> list[Logged]:
    """The newest of what was sent, or is to be; nothing of a case from which the member keeps away. A case's
    number stands there for who may see the case."""
    seen = case((and_(visible(member), told_elsewhere()), cases.c.number)).label("number")
    found = (
        select(
            deliveries.c.event_id,
            seen,
            deliveries.c.move,
            deliveries.c.on_day,
            deliveries.c.state,
            deliveries.c.attempts,
            deliveries.c.due_at,
            deliveries.c.tried_at,
            deliveries.c.answered,
            deliveries.c.fault,
        )
        .join_from(deliveries, cases)
        .where(deliveries.c.address_id == address, not_kept_from(member))
        .order_by(deliveries.c.id.desc())
        .limit(most)
    )
    return [Logged(*tuple(row)) for row in connection.execute(found)]


def send_again(connection: Connection, address: str, event: str, member: Member, now: datetime) -> bool:
    """Queue one more time, by hand, what is not queued; the id stays. Whether there was such a one, of a case
    from which the member does not keep away."""
    found = (
        select(deliveries.c.id)
        .join_from(deliveries, cases)
        .where(deliveries.c.address_id == address, deliveries.c.event_id == event, not_kept_from(member))
    )
    delivery = connection.execute(found).scalar()
    again = (
        update(deliveries)
        .where(deliveries.c.id == delivery, deliveries.c.state != fixed(webhooks.QUEUED))
        .values(state=webhooks.QUEUED, due_at=now, since_at=now, leased_until=None)
    )
    return connection.execute(again).rowcount == 1


def _place(address: str) -> str:
    return f"webhook_addresses.secret/{address}"
