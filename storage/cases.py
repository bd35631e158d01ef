"""Cases as they are stored: filed, found, moved. The rules are in `cases`; here is only SQL.

A case keeps the data key of the conversation it was told in. Its record is in `storage.events`, its clocks in
`storage.case_clocks`; lists are in `storage.desk`.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from cases.case import Case, Made
from cases.lifecycle import Status
from storage import case_clocks, events, notices, webhooks
from storage.case_clocks import all_clocks
from storage.conversations import Kept
from storage.events import Happened, Recorded
from storage.moving import MOVING, assist, earlier, moving
from storage.registered import AS_TOLD, OwnKey, Registered
from storage.sealing import DataKey, Keyring
from storage.tables import cases, keys

__all__ = [
    "Recorded",
    "Registered",
    "Stored",
    "add",
    "all_clocks",
    "chain_holds",
    "content_place",
    "find",
    "history",
    "number_of_draft",
    "number_taken",
    "opened",
    "record",
    "save_move",
]


@dataclass(frozen=True)
class Stored:
    """A case as it is stored, opened. `answers` are what the resident said, by question id."""

    id: str
    case: Case
    conversation_id: str | None
    key_id: str
    key: DataKey
    channel: str
    language: str
    place: str
    identity: str
    filed_at: datetime
    answers: Mapping[str, Any]
    chain: bytes
    registered: Registered
    owed: int | None = None  # the notice its last move owes (`storage.notices`)
    reported: str | None = None  # of a report, the unit it is about; its people never see it


_STORED = select(cases, keys.c.wrapped).join_from(cases, keys)
_BY_NUMBER = _STORED.where(cases.c.number == bindparam("number"))
_LOCK_BY_NUMBER = _BY_NUMBER.with_for_update(of=cases)
_BY_DRAFT = select(cases.c.number).where(cases.c.draft == bindparam("draft"))
_TAKEN = select(cases.c.id).where(cases.c.number == bindparam("number"))
_NEW = insert(cases)
_THIS = update(cases).where(cases.c.id == bindparam("this"))
_SAVE_MOVE = _THIS.values({name: bindparam(name) for name in (*MOVING, "chain")})
_SAVE_CHAIN = _THIS.values(chain=bindparam("chain"))


def number_taken(connection: Connection, number: str) -> bool:
    """Whether a case has this number already."""
    return connection.execute(_TAKEN, {"number": number}).first() is not None


def number_of_draft(connection: Connection, draft: str) -> str | None:
    """The number of the case this draft became, if it was filed."""
    return connection.execute(_BY_DRAFT, {"draft": draft}).scalar()


def add(
    connection: Connection,
    keyring: Keyring,
    kept: Kept | OwnKey,
    made: Made,
    *,
    draft: str,
    code: str,
    language: str,
    answers: Mapping[str, Any],
    now: datetime,
    registered: Registered = AS_TOLD,
    staff_id: str | None = None,
) -> str:
    """Store a case just filed; it takes over the key of its conversation, or has one of its own where a
    clerk, `staff_id`, registered it. Its id.

    Raises IntegrityError where another case has the draft or the number.
    """
    case_id = secrets.token_hex(8)
    case = made.case
    connection.execute(
        _NEW,
        {
            "id": case_id,
            "number": case.number,
            "code_hash": keyring.lookup("code", code),
            "draft": draft,
            "conversation_id": kept.id,
            "key_id": kept.key_id,
            "channel": kept.channel,
            "language": language,
            "matter": case.matter,
            "place": str(answers.get("place", "")),
            "identity": str(answers.get("identity", "")),
            "filed_on": case.filed_on,
            "filed_at": now,
            "restricted": case.restricted,
            "content": kept.key.seal_json(dict(answers), content_place(case_id)),
            "chain": b"",
            **moving(case),
            **asdict(registered),
        },
    )
    chain = events.add(
        connection, keyring, case_id, kept.key, b"", _happened(made, now, made.event.by.value, staff_id)
    )
    connection.execute(_SAVE_CHAIN, {"this": case_id, "chain": chain})
    case_clocks.start(connection, case_id, made.started)
    notices.of_move(connection, case_id, made, staff_id, now)
    webhooks.put(connection, case_id, made, now)
    return case_id


def find(connection: Connection, keyring: Keyring, number: str, *, lock: bool = False) -> Stored | None:
    """The case of this number, with its running clocks."""
    row = connection.execute(_LOCK_BY_NUMBER if lock else _BY_NUMBER, {"number": number}).first()
    return opened(connection, keyring, row) if row else None


def opened(connection: Connection, keyring: Keyring, row: Any) -> Stored:
    """A row of cases joined with its key, opened."""
    key = keyring.unwrap(row.wrapped)
    clocks = all_clocks(connection, row.id)
    case = Case(
        row.number,
        row.matter,
        Status(row.status),
        row.filed_on,
        row.unit,
        row.complex,
        row.item,
        row.waiting,
        tuple(c.running for c in clocks if c.stopped_on is None),
        tuple(row.done.split()),
        row.restricted,
        tuple(row.assisting.split()),
        row.outcome,
        row.extended,
        row.led_path,
        row.led_to,
        row.owed_fen,
        tuple(c.running for c in clocks if c.stopped_on is not None),
        earlier(row.earlier),
    )
    return Stored(
        row.id,
        case,
        row.conversation_id,
        row.key_id,
        key,
        row.channel,
        row.language,
        row.place,
        row.identity,
        row.filed_at,
        key.open_json(row.content, content_place(row.id)),
        row.chain,
        Registered(row.came_by, row.persons, row.repeated, row.owed_fen, row.national_number),
        reported=row.reported,
    )


def save_move(
    connection: Connection, keyring: Keyring, stored: Stored, made: Made, now: datetime, staff_id: str | None
) -> Stored:
    """Store a move: its event, the clocks it stopped and started, where the case stands now."""
    happened = _happened(made, now, made.event.by.value, staff_id)
    chain = events.add(connection, keyring, stored.id, stored.key, stored.chain, happened)
    case_clocks.turn(connection, stored.id, made.clocks, made.event.on)
    connection.execute(_SAVE_MOVE, {"this": stored.id, "chain": chain, **moving(made.case)})
    assist(connection, stored.id, stored.case, made.case)
    webhooks.put(connection, stored.id, made, now)
    registered = replace(stored.registered, owed_fen=made.case.owed_fen)
    owed = notices.of_move(connection, stored.id, made, staff_id, now)
    return replace(stored, case=made.case, chain=chain, registered=registered, owed=owed)


def record(
    connection: Connection,
    keyring: Keyring,
    stored: Stored,
    what: str,
    *,
    role: str,
    staff_id: str | None,
    on: date,
    now: datetime,
    parts: Mapping[str, str] | None = None,
) -> Stored:
    """Put on record what changes nothing: that the case was read, exported, its code renewed."""
    happened = Happened(what, on, now, role, staff_id, parts=parts or {})
    chain = events.add(connection, keyring, stored.id, stored.key, stored.chain, happened)
    connection.execute(_SAVE_CHAIN, {"this": stored.id, "chain": chain})
    return replace(stored, chain=chain)


def history(connection: Connection, stored: Stored) -> list[Recorded]:
    """Everything done with a case, oldest first, readings included."""
    return events.history(connection, stored.id, stored.key)


def chain_holds(connection: Connection, keyring: Keyring, stored: Stored) -> bool:
    """Whether the case's record is whole: nothing was altered, removed or put in."""
    return events.chain_holds(connection, keyring, stored.id, stored.chain)


def content_place(case_id: str) -> str:
    """What the answers of a case are sealed for."""
    return f"cases.content/{case_id}"


def _happened(made: Made, now: datetime, by_role: str, staff_id: str | None) -> Happened:
    before = made.event.before.value if made.event.before else None
    move, on, after = made.event.move, made.event.on, made.event.after.value
    return Happened(move, on, now, by_role, staff_id, before, after, made.event.parts)
