"""What time does by itself, once an hour: reminders of duties that run out, and clearing away.

Any number of processes may do it at once: each reminder is a row that only one of them can make.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, and_, delete, exists, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.closing import close_passed, recount
from bot.wiring import House
from cases.clocks import CLOCKS
from cases.matters import MATTERS
from dialogs.state import State
from storage import conversations, erasing, file_rows, outbox, tries, visit_times
from storage import staff as staff_rows
from storage.tables import cases, clocks, link_codes, reminders, staff_sessions
from storage.tables import conversations as conversation_rows

log = logging.getLogger("lamton.clock")

EVERY: Final = timedelta(hours=1)
INBOX_KEPT: Final = timedelta(days=7)
"""What came in and belongs to no case; a channel repeats an update within a day or never."""
DRAFT_KEPT: Final = timedelta(days=30)
VISITOR_KEPT: Final = timedelta(days=30)
"""Name and telephone of an appointment, after its day."""
TRIES_KEPT: Final = timedelta(days=1)
PAGE: Final = 200

DUE, OVERDUE = "due", "overdue"
_DUTIES: Final = tuple((clock.name, clock.kind.value) for clock in CLOCKS if not clock.window)
_SEALED: Final = tuple(m.id for m in MATTERS.values() if m.sealed)
_REMINDED: dict[str, Any] = {
    "sqlite": sqlite.insert(reminders).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(reminders).on_conflict_do_nothing(),
}


@dataclass(frozen=True)
class Swept:
    """What one round did, in numbers."""

    reminded: int
    visits: int
    inbox: int
    drafts: int
    files: int


async def keep_house(house: House) -> None:
    """A round an hour until cancelled. Raises StorageError: whoever watches the process restarts it."""
    while True:
        swept = await one_round(house)
        log.info(
            "reminded %d, of visits %d, cleared: inbox %d, drafts %d, files %d",
            swept.reminded,
            swept.visits,
            swept.inbox,
            swept.drafts,
            swept.files,
        )
        await asyncio.sleep(EVERY.total_seconds())


async def one_round(house: House) -> Swept:
    """Remind and clear, once. Raises StorageError."""
    now = house.time.now()
    reminded = await house.store.write(lambda connection: remind(connection, house, now))
    visits = await house.store.write(lambda connection: house.visits.remind(connection, now))
    talks = await house.store.write(lambda connection: house.talking.close_silent(connection, now))
    if reminded or visits or talks:
        house.bell.ring()
    await house.store.write(lambda connection: recount(connection, house, now))
    await house.store.write(lambda connection: close_passed(connection, house, now))
    inbox = await house.store.write(lambda connection: _clear(connection, now))
    await house.store.write(lambda c: visit_times.forget(c, house.time.day_of(now - VISITOR_KEPT)))
    drafts = await _erase_drafts(house, now)
    await _forget_empty(house, now)
    await house.store.settle()
    known = await house.store.read(file_rows.addresses)
    files = await asyncio.to_thread(house.files.sweep, known)
    return Swept(reminded, visits, inbox, drafts, files)


def remind(connection: Connection, house: House, now: datetime) -> int:
    """Tell staff of each duty on its last day, and once it is overdue; how many cases were told of."""
    today = house.time.day_of(now)
    told: dict[tuple[str, str], str | None] = {}
    for row in _running_out(connection, today):
        stage = DUE if row.due_on == today else OVERDUE
        mark = {"clock_id": row.id, "stage": stage, "at": now}
        if connection.execute(_REMINDED[connection.dialect.name], mark).rowcount > 0:
            told[row.number, stage] = row.unit  # two clocks of a case on one day are one reminder
    letters = [
        outbox.Letter("staff", member.id, {"alert": stage, "number": number}, lane=outbox.NOTICE)
        for (number, stage), unit in told.items()
        for member in staff_rows.to_alert(connection, unit)
    ]
    outbox.put(connection, letters, None, house.keyring.house, now)
    return len(told)


def _running_out(connection: Connection, today: Any) -> Sequence[Any]:
    """Duties of staff in open cases whose last day is today or past, and of which nobody was told yet."""
    known = exists().where(
        reminders.c.clock_id == clocks.c.id,
        or_(
            and_(reminders.c.stage == DUE, clocks.c.due_on == today),
            and_(reminders.c.stage == OVERDUE, clocks.c.due_on < today),
        ),
    )
    duty = or_(*(and_(clocks.c.name == name, clocks.c.kind == kind) for name, kind in _DUTIES))
    return connection.execute(
        select(clocks.c.id, clocks.c.due_on, cases.c.number, cases.c.unit)
        .join_from(clocks, cases)
        .where(clocks.c.stopped_on.is_(None), clocks.c.due_on <= today, cases.c.open)
        .where(cases.c.matter.not_in(_SEALED), duty, ~known)
        .order_by(clocks.c.due_on, clocks.c.id)
    ).all()


def _clear(connection: Connection, now: datetime) -> int:
    connection.execute(delete(staff_sessions).where(staff_sessions.c.expires_at < now))
    connection.execute(delete(link_codes).where(link_codes.c.expires_at < now))
    tries.clear(connection, now - TRIES_KEPT)
    return conversations.forget_inbox(connection, now - INBOX_KEPT)


async def _erase_drafts(house: House, now: datetime) -> int:
    """Erase drafts nobody came back to, with all that was said and sent for them."""
    erased, last = 0, ""
    while page := await house.store.read(partial(_long_silent, now=now, last=last)):
        for conversation in page:
            erase = partial(_erase_draft, house=house, conversation=conversation, now=now)
            erased += await house.store.write(erase)
        last = page[-1]
    return erased


async def _forget_empty(house: House, now: datetime) -> None:
    """Forget the addresses of conversations of which nothing else is kept, such as those that were erased."""
    last, silent = "", now - DRAFT_KEPT
    while page := await house.store.read(partial(erasing.empty_ones, before=silent, last=last, most=PAGE)):
        await house.store.write(partial(erasing.forget, ids=page, before=silent))
        last = page[-1]


def _long_silent(connection: Connection, now: datetime, last: str) -> list[str]:
    silent = (
        select(conversation_rows.c.id)
        .where(conversation_rows.c.heard_at < now - DRAFT_KEPT, conversation_rows.c.id > last)
        .order_by(conversation_rows.c.id)
        .limit(PAGE)
    )
    return list(connection.execute(silent).scalars())


def _erase_draft(connection: Connection, house: House, conversation: str, now: datetime) -> int:
    kept = conversations.lock_by_id(connection, house.keyring, conversation)
    if kept is None or kept.heard_at >= now - DRAFT_KEPT or not kept.state.get("drafts"):
        return 0
    state = State.from_json(kept.state, {})  # no dialog is known here, so no draft stays
    key_id, key = conversations.new_key(connection, house.keyring)
    fresh = type(kept)(kept.id, kept.channel, key_id, key, kept.state, kept.heard_at, kept.blocked)
    conversations.save(connection, fresh, state.to_json(), kept.heard_at)
    if kept.blocked:
        conversations.block(connection, kept.id)
    file_rows.erase(connection, kept.key_id)
    return 1
