"""The outbox: every message to residents and staff, kept from the commit that owes it until it is sent.

A recipient's messages go in order. Lanes: replies before notices, notices before campaigns. Nothing
is dropped: what cannot be delivered stays, marked, for the desk to see. States: `queued`, `sent`,
`blocked` (the resident blocked the bot), `failed` (given up, with its fault), `replaced` (by the next
reply to the same album).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    and_,
    bindparam,
    exists,
    insert,
    or_,
    select,
    update,
)

from storage.columns import fixed
from storage.conversations import body_place
from storage.prepared import Prepared, named
from storage.sealing import DataKey, Keyring, SealingError
from storage.tables import keys, outbox

REPLY, NOTICE, CAMPAIGN = 0, 1, 2
ASIDE = 3
"""A message set aside until its hour: it holds up none of its recipient's later ones."""
LEASE = timedelta(seconds=60)  # who claimed a message and fell silent loses it after this


@dataclass(frozen=True)
class Letter:
    """One message to be sent. `body` is `{"text", "rows": [[{"id", "label"}]], "draft", "files"}`."""

    channel: str
    recipient: str
    body: dict[str, Any]
    lane: int = REPLY
    album: str | None = None
    case_id: str | None = None
    delay: timedelta = field(default=timedelta())
    notice_id: int | None = None  # the notice of `storage.notices` it tells


@dataclass(frozen=True)
class Claimed:
    """A message to send now; `attempts` counts those before, `made_at` is when it was owed."""

    id: int
    recipient: str
    body: dict[str, Any]
    lane: int
    attempts: int
    made_at: datetime


_LETTER = (
    *("channel", "recipient", "key_id", "case_id", "notice_id", "lane", "state", "body"),
    *("album", "due_at", "made_at"),
)
_PUT = Prepared(insert(outbox).values(named(*_LETTER)).inline())
_REPLACE = (
    update(outbox)
    .where(
        outbox.c.recipient == bindparam("whose"),
        outbox.c.album == bindparam("which"),
        outbox.c.state == fixed("queued"),
        outbox.c.leased_until.is_(None),
    )
    .values(state="replaced")
)
_before = outbox.alias("before")
_candidate = outbox.alias("candidate")


_older = exists().where(
    _before.c.recipient == _candidate.c.recipient,
    _before.c.state == fixed("queued"),
    _before.c.lane < ASIDE,
    _before.c.id < _candidate.c.id,
    _before.c.channel == _candidate.c.channel,
)
_FIRST_OF_EACH = (
    _candidate.c.channel == bindparam("on_channel"),
    _candidate.c.state == fixed("queued"),
    or_(_candidate.c.leased_until.is_(None), _candidate.c.leased_until < bindparam("now_at")),
    ~_older,
)
_DUE = and_(*_FIRST_OF_EACH, _candidate.c.due_at <= bindparam("now_at"))
_ANY_DUE = select(_candidate.c.id).where(_DUE).limit(1)


def _next(skip_locked: bool) -> Any:
    """Leases the oldest of each recipient that is due; replies first."""
    chosen = (
        select(_candidate.c.id)
        .where(_DUE)
        .order_by(_candidate.c.lane, _candidate.c.due_at)
        .limit(bindparam("most", type_=Integer))
    )
    if skip_locked:
        chosen = chosen.with_for_update(skip_locked=True)
    return (
        update(outbox)
        .where(outbox.c.id.in_(chosen.scalar_subquery()))
        .values(leased_until=bindparam("until_at"), attempts=outbox.c.attempts + 1)
        .returning(
            outbox.c.id,
            outbox.c.recipient,
            outbox.c.key_id,
            outbox.c.body,
            outbox.c.lane,
            outbox.c.attempts,
            outbox.c.made_at,
        )
    )


_CLAIM = {"sqlite": _next(skip_locked=False), "postgresql": _next(skip_locked=True)}
_WRAPPED = select(keys.c.id, keys.c.wrapped).where(keys.c.id.in_(bindparam("ids", expanding=True)))
_SETTLE = (
    update(outbox)
    .where(outbox.c.id == bindparam("this"))
    .values(
        state=bindparam("state"),
        leased_until=None,
        due_at=bindparam("due_at"),
        sent_at=bindparam("sent_at"),
        fault=bindparam("fault"),
    )
)


def put(
    connection: Connection, letters: list[Letter], key_id: str | None, key: DataKey, now: datetime
) -> None:
    """Queue messages, sealed under `key` (the house's own where `key_id` is None)."""
    for letter in letters:
        if letter.album:
            connection.execute(_REPLACE, {"whose": letter.recipient, "which": letter.album})
        row = {
            "channel": letter.channel,
            "recipient": letter.recipient,
            "key_id": key_id,
            "case_id": letter.case_id,
            "lane": letter.lane,
            "state": "queued",
            "body": key.seal_json(letter.body, body_place(letter.recipient)),
            "album": letter.album,
            "due_at": now + letter.delay,
            "made_at": now,
            "notice_id": letter.notice_id,
        }
        _PUT.run(connection, row)


def take_back(connection: Connection, recipient: str, album: str) -> None:
    """A queued message of that album is out of date, and is not sent where it has not gone out yet."""
    connection.execute(_REPLACE, {"whose": recipient, "which": album})


def claim(
    connection: Connection, keyring: Keyring, channel: str, now: datetime, most: int = 20
) -> list[Claimed]:
    """Up to `most` messages of `channel` to send now, each leased to the caller for `LEASE`."""
    found = connection.execute(
        _CLAIM[connection.dialect.name],
        {"on_channel": channel, "now_at": now, "until_at": now + LEASE, "most": most},
    ).all()
    if not found:
        return []
    ids = [r.key_id for r in found if r.key_id]
    wrapped = {row.id: row.wrapped for row in connection.execute(_WRAPPED, {"ids": ids})}
    claimed = []
    for row in sorted(found, key=lambda r: (r.lane, r.id)):
        try:
            key = keyring.unwrap(wrapped[row.key_id]) if row.key_id else keyring.house
            body = key.open_json(row.body, body_place(row.recipient))
        except SealingError as error:  # it holds up nobody else's; the desk sees it
            settle(connection, row.id, "failed", now, fault=type(error).__name__)
            continue
        claimed.append(Claimed(row.id, row.recipient, body, row.lane, row.attempts - 1, row.made_at))
    return claimed


def settle(
    connection: Connection,
    message: int,
    state: str,
    now: datetime,
    *,
    due_at: datetime | None = None,
    fault: str | None = None,
) -> None:
    """Note what became of a claimed message; `queued` with `due_at` tries it again then."""
    connection.execute(
        _SETTLE,
        {
            "this": message,
            "state": state,
            "due_at": due_at or now,
            "sent_at": now if state == "sent" else None,
            "fault": fault,
        },
    )


def put_back(connection: Connection, message: int, due_at: datetime) -> None:
    """A claimed message that was not tried after all goes back, to be tried at `due_at`."""
    connection.execute(
        update(outbox)
        .where(outbox.c.id == message)
        .values(leased_until=None, due_at=due_at, attempts=outbox.c.attempts - 1)
    )


def set_aside(connection: Connection, message: int, due_at: datetime) -> None:
    """A claimed message waits until `due_at`; what its recipient is sent meanwhile goes before it."""
    put_back(connection, message, due_at)
    connection.execute(update(outbox).where(outbox.c.id == message).values(lane=ASIDE))


def unblock(connection: Connection, recipient: str, now: datetime) -> None:
    """The recipient is back: what could not be delivered while blocked is owed again, oldest first."""
    connection.execute(
        update(outbox)
        .where(outbox.c.recipient == recipient, outbox.c.state == "blocked")
        .values(state="queued", due_at=now, leased_until=None, attempts=0, fault=None)
    )


def any_due(connection: Connection, channel: str, now: datetime) -> bool:
    """Whether a message of `channel` could be claimed now; cheaper than to claim."""
    return connection.execute(_ANY_DUE, {"on_channel": channel, "now_at": now}).first() is not None
