"""What time does by itself, once an hour: reminders of duties that run out, and clearing away.

Any number of processes may do it at once: each reminder is a row that only one of them can make.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import Connection, delete, select

from bot.closing import close_passed, recount
from bot.digest import next_in, send_digests
from bot.reminding import remind
from bot.wiring import House
from dialogs.state import State
from storage import (
    api_keys,
    conversations,
    erasing,
    file_rows,
    groups,
    move_drafts,
    notices,
    scans,
    tries,
    visit_times,
    webhooks,
)
from storage.tables import conversations as conversation_rows
from storage.tables import link_codes, staff_sessions

log = logging.getLogger("lamton.clock")

EVERY: Final = timedelta(hours=1)
INBOX_KEPT: Final = timedelta(days=7)
"""What came in and belongs to no case; a channel repeats an update within a day or never."""
DRAFT_KEPT: Final = timedelta(days=30)
VISITOR_KEPT: Final = timedelta(days=30)
"""Name and telephone of an appointment, after its day."""
TRIES_KEPT: Final = timedelta(days=1)
SYSTEMS_KEPT: Final = timedelta(days=365)
"""What was sent to other systems, and what they asked."""
SCANS_KEPT: Final = timedelta(days=1)
"""Of a form that was never registered."""
PAGE: Final = 200


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
        await asyncio.sleep(min(EVERY, next_in(house, house.time.now())).total_seconds())


async def one_round(house: House) -> Swept:
    """Remind and clear, once. Raises StorageError."""
    now = house.time.now()
    reminded = await house.store.write(lambda connection: remind(connection, house, now))
    visits = await house.store.write(lambda connection: house.visits.remind(connection, now))
    talks = await house.store.write(lambda connection: house.talking.close_silent(connection, now))
    digests = await house.store.write(lambda connection: send_digests(connection, house, now))
    if reminded or visits or talks or digests:
        house.bell.ring()
    await house.store.write(lambda connection: recount(connection, house, now))
    await house.store.write(lambda connection: close_passed(connection, house, now))
    await house.store.write(notices.settle_sent)
    inbox = await house.store.write(lambda connection: _clear(connection, now))
    await house.store.write(lambda c: visit_times.forget(c, house.time.day_of(now - VISITOR_KEPT)))
    drafts = await _erase_drafts(house, now)
    await _forget_empty(house, now)
    await house.store.settle()
    known = await house.store.read(file_rows.addresses)
    files = await asyncio.to_thread(house.files.sweep, known)
    return Swept(reminded, visits, inbox, drafts, files)


def _clear(connection: Connection, now: datetime) -> int:
    connection.execute(delete(staff_sessions).where(staff_sessions.c.expires_at < now))
    connection.execute(delete(link_codes).where(link_codes.c.expires_at < now))
    groups.forget_codes(connection, now)
    tries.clear(connection, now - TRIES_KEPT)
    webhooks.forget(connection, now - SYSTEMS_KEPT)
    api_keys.forget(connection, now - SYSTEMS_KEPT)
    scans.forget_loose(connection, now - SCANS_KEPT)
    move_drafts.forget(connection, now - DRAFT_KEPT)
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
