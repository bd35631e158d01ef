"""Cases as they are stored: filed, moved, found, queued. The rules are in `cases`; here is only SQL.

Every event of a case, reads included, carries a link over the one before (`Keyring.link`), so that
tampering shows. A case keeps the data key of the conversation it was told in.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from cases.case import Case, Made
from cases.clocks import ClockKind, Running, nearest
from cases.lifecycle import OPEN, Role, Status
from storage.conversations import Kept
from storage.sealing import DataKey, Keyring
from storage.tables import cases, clocks, events, keys


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


@dataclass(frozen=True)
class Recorded:
    """One event of a case. `move` is a move's name, or what else was done: read, exported, code."""

    id: int
    move: str
    before: str | None
    after: str | None
    on: date
    at: datetime
    by_role: str
    staff_id: str | None
    parts: Mapping[str, str]


_STORED = select(cases, keys.c.wrapped).join_from(cases, keys)
_BY_NUMBER = _STORED.where(cases.c.number == bindparam("number"))
_LOCK_BY_NUMBER = _BY_NUMBER.with_for_update(of=cases)
_BY_DRAFT = select(cases.c.number).where(cases.c.draft == bindparam("draft"))
_TAKEN = select(cases.c.id).where(cases.c.number == bindparam("number"))
_RUNNING = select(clocks).where(clocks.c.case_id == bindparam("case_id")).order_by(clocks.c.id)
_NEW_CASE, _NEW_EVENT, _NEW_CLOCK = insert(cases), insert(events), insert(clocks)
_STOP = (
    update(clocks)
    .where(
        clocks.c.case_id == bindparam("whose"),
        clocks.c.name == bindparam("which"),
        clocks.c.kind == bindparam("sort"),
        clocks.c.stopped_on.is_(None),
    )
    .values(stopped_on=bindparam("today"))
)
_SAVE_CASE = (
    update(cases)
    .where(cases.c.id == bindparam("this"))
    .values(
        {
            name: bindparam(name)
            for name in (
                "status",
                "open",
                "unit",
                "complex",
                "item",
                "waiting",
                "done",
                "next_due_on",
                "chain",
            )
        }
    )
)
_EVENTS = select(events).where(events.c.case_id == bindparam("case_id")).order_by(events.c.id)


def number_taken(connection: Connection, number: str) -> bool:
    """Whether a case has this number already."""
    return connection.execute(_TAKEN, {"number": number}).first() is not None


def number_of_draft(connection: Connection, draft: str) -> str | None:
    """The number of the case this draft became, if it was filed."""
    return connection.execute(_BY_DRAFT, {"draft": draft}).scalar()


def _moving(case: Case) -> dict[str, Any]:
    duty = nearest(case)
    return {
        "status": case.status.value,
        "open": case.status in OPEN,
        "unit": case.unit,
        "complex": case.complex,
        "item": case.item,
        "waiting": case.waiting_on_resident,
        "done": " ".join(case.done),
        "next_due_on": duty.due_on if duty else None,
    }


def add(
    connection: Connection,
    keyring: Keyring,
    kept: Kept,
    made: Made,
    *,
    draft: str,
    code: str,
    language: str,
    answers: Mapping[str, Any],
    now: datetime,
) -> str:
    """Store a case just filed; it takes over the key of its conversation. Its id."""
    case_id = secrets.token_hex(8)
    stored = Stored(
        case_id,
        made.case,
        kept.id,
        kept.key_id,
        kept.key,
        kept.channel,
        language,
        str(answers.get("place", "")),
        str(answers.get("identity", "")),
        now,
        answers,
        b"",
    )
    event, chain = _event_row(
        keyring, stored, made.event.move, made, now, Role.RESIDENT.value, None, dict(made.event.parts)
    )
    connection.execute(
        _NEW_CASE,
        {
            "id": case_id,
            "number": made.case.number,
            "code_hash": keyring.lookup("code", code),
            "draft": draft,
            "conversation_id": kept.id,
            "key_id": kept.key_id,
            "channel": kept.channel,
            "language": language,
            "matter": made.case.matter,
            "place": stored.place,
            "identity": stored.identity,
            "filed_on": made.case.filed_on,
            "filed_at": now,
            "content": kept.key.seal_json(dict(answers), f"cases.content/{case_id}"),
            "chain": chain,
            **_moving(made.case),
        },
    )
    connection.execute(_NEW_EVENT, event)
    _start(connection, case_id, made)
    return case_id


def find(connection: Connection, keyring: Keyring, number: str, *, lock: bool = False) -> Stored | None:
    """The case of this number, with its running clocks."""
    row = connection.execute(_LOCK_BY_NUMBER if lock else _BY_NUMBER, {"number": number}).first()
    return opened(connection, keyring, row) if row else None


def opened(connection: Connection, keyring: Keyring, row: Any) -> Stored:
    """A row of cases joined with its key, opened."""
    key = keyring.unwrap(row.wrapped)
    running = tuple(c.running for c in all_clocks(connection, row.id) if c.stopped_on is None)
    case = Case(
        row.number,
        row.matter,
        Status(row.status),
        row.filed_on,
        row.unit,
        row.complex,
        row.item,
        row.waiting,
        running,
        tuple(row.done.split()),
    )
    answers = key.open_json(row.content, f"cases.content/{row.id}")
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
        answers,
        row.chain,
    )


@dataclass(frozen=True)
class ClockRow:
    """A clock of a case, running or stopped."""

    id: int
    running: Running
    stopped_on: date | None


def all_clocks(connection: Connection, case_id: str) -> list[ClockRow]:
    """Every clock a case has had, oldest first."""
    return [
        ClockRow(
            r.id,
            Running(r.name, ClockKind(r.kind), r.started_on, r.due_on, r.provisional, r.basis),
            r.stopped_on,
        )
        for r in connection.execute(_RUNNING, {"case_id": case_id}).all()
    ]


def code_fits(connection: Connection, keyring: Keyring, number: str, code: str) -> bool:
    """Whether `code` is the query code of the case of that number; in constant time."""
    known = connection.execute(select(cases.c.code_hash).where(cases.c.number == number)).scalar()
    return hmac.compare_digest(known or bytes(32), keyring.lookup("code", code)) and known is not None


def renew_code(connection: Connection, keyring: Keyring, stored: Stored, code: str) -> None:
    """A new query code in place of a lost one."""
    connection.execute(
        update(cases).where(cases.c.id == stored.id).values(code_hash=keyring.lookup("code", code))
    )


def save_move(
    connection: Connection, keyring: Keyring, stored: Stored, made: Made, now: datetime, staff_id: str | None
) -> Stored:
    """Store a move: its event, the clocks it stopped and started, where the case stands now."""
    parts = dict(made.event.parts)
    event, chain = _event_row(
        keyring, stored, made.event.move, made, now, made.event.by.value, staff_id, parts
    )
    connection.execute(_NEW_EVENT, event)
    for one in made.stopped:
        stop = {"whose": stored.id, "which": one.clock, "sort": one.kind.value, "today": made.event.on}
        connection.execute(_STOP, stop)
    _start(connection, stored.id, made)
    connection.execute(_SAVE_CASE, {"this": stored.id, "chain": chain, **_moving(made.case)})
    return replace(stored, case=made.case, chain=chain)


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
    event, chain = _event_row(keyring, stored, what, None, now, role, staff_id, dict(parts or {}), on)
    connection.execute(_NEW_EVENT, event)
    connection.execute(update(cases).where(cases.c.id == stored.id).values(chain=chain))
    return replace(stored, chain=chain)


def history(connection: Connection, stored: Stored) -> list[Recorded]:
    """Every event of a case, oldest first, reads included."""
    return [
        Recorded(
            row.id,
            row.move,
            row.before,
            row.after,
            row.on_day,
            row.at,
            row.by_role,
            row.staff_id,
            stored.key.open_json(row.parts, f"events.parts/{stored.id}"),
        )
        for row in connection.execute(_EVENTS, {"case_id": stored.id}).all()
    ]


def chain_holds(connection: Connection, keyring: Keyring, stored: Stored) -> bool:
    """Whether no event of the case was altered, removed or put in."""
    link = b""
    for row in connection.execute(_EVENTS, {"case_id": stored.id}).mappings():
        link = keyring.link(link, _linked(dict(row)))
        if not hmac.compare_digest(link, row["link"]):
            return False
    return hmac.compare_digest(link, stored.chain)


def queue(
    connection: Connection,
    where: ColumnElement[bool],
    *,
    after: tuple[date, str] | None = None,
    limit: int = 50,
) -> list[Any]:
    """Open cases by the nearest due day, a page at a time; rows without anything a resident wrote.

    `where` is what this reader may see (`storage.sight`); `after` the due day and id of the last row before.
    """
    shown = (
        cases.c.id,
        cases.c.number,
        cases.c.matter,
        cases.c.place,
        cases.c.status,
        cases.c.unit,
        cases.c.language,
        cases.c.waiting,
        cases.c.channel,
        cases.c.filed_on,
        cases.c.next_due_on,
    )
    page = select(*shown).where(cases.c.open, where)
    if after:
        day, last = after
        page = page.where((cases.c.next_due_on > day) | ((cases.c.next_due_on == day) & (cases.c.id > last)))
    return list(connection.execute(page.order_by(cases.c.next_due_on, cases.c.id).limit(limit)).all())


def _start(connection: Connection, case_id: str, made: Made) -> None:
    rows = [
        {
            "case_id": case_id,
            "name": one.clock,
            "kind": one.kind.value,
            "basis": one.basis,
            "started_on": one.started_on,
            "due_on": one.due_on,
            "provisional": one.provisional,
        }
        for one in made.started
    ]
    if rows:
        connection.execute(_NEW_CLOCK, rows)


def _event_row(
    keyring: Keyring,
    stored: Stored,
    move: str,
    made: Made | None,
    now: datetime,
    role: str,
    staff_id: str | None,
    parts: dict[str, str],
    on: date | None = None,
) -> tuple[dict[str, Any], bytes]:
    row: dict[str, Any] = {
        "case_id": stored.id,
        "move": move,
        "before": made.event.before.value if made and made.event.before else None,
        "after": made.event.after.value if made else None,
        "on_day": made.event.on if made else on,
        "at": now.replace(microsecond=now.microsecond // 1000 * 1000),
        "by_role": role,
        "staff_id": staff_id,
        "parts": stored.key.seal_json(parts, f"events.parts/{stored.id}"),
    }
    row["link"] = keyring.link(stored.chain, _linked(row))
    return row, row["link"]


def _linked(row: Mapping[str, Any]) -> bytes:
    at: datetime = row["at"]
    told = [row[c] for c in ("case_id", "move", "before", "after", "by_role", "staff_id")]
    told += [
        row["on_day"].isoformat(),
        round(at.timestamp() * 1000),
        hashlib.sha256(row["parts"]).hexdigest(),
    ]
    return json.dumps(told, ensure_ascii=False).encode()
