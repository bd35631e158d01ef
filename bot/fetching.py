"""Files that wait at their channel are fetched after the commit that named them, made safe and kept.

A file that turns out unfit, or cannot be had, leaves the draft it was in and its sender is told; if the
case was filed meanwhile, its row says so to staff. What a `Source` may raise::

    FetchError
    ├── TooBig           more than was asked for
    └── NotNow(seconds)  the channel asks to wait; this was not a try

Anything else is a fault: tried again after 1, 2, 4 … seconds, `MOST_TRIES` times in all.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Protocol, cast

from sqlalchemy import Connection

from bot.conversation import Conversations
from bot.intake import MAX_BYTES, Accepted, FileRefused, Kind, accept_file_async
from bot.today import OfficeTime
from bot.uploads import Uploads
from dialogs.engine.events import Lost
from storage import conversations as rows
from storage import file_rows
from storage.errors import StorageError
from storage.file_rows import Waiting
from storage.files import FileStoreError
from storage.sealing import Keyring
from storage.store import Bell, Store

log = logging.getLogger("lamton.fetching")

AT_ONCE: Final = 3
MOST_TRIES: Final = 10
POLL_S: Final = 1.0
LONGEST_BACKOFF: Final = timedelta(minutes=10)
HOUSE_TROUBLE: Final = timedelta(seconds=30)
"""How long a file waits while our own disk or database is in trouble; that is no try."""


class FetchError(Exception):
    """The root of what a source says about a file it does not give."""


class TooBig(FetchError):
    """The file is larger than was asked for."""


class NotNow(FetchError):
    """The channel asks to wait `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds: Final = seconds


class Source(Protocol):
    """Where one channel keeps the files sent through it."""

    async def fetch(self, remote: str, max_bytes: int) -> bytes:
        """The bytes of a file by the channel's own id for it. Raises FetchError.

        It takes less time than a lease (`file_rows.FETCH_LEASE`).
        """


@dataclass(frozen=True)
class _File:
    waiting: Waiting
    channel: str
    address: str


class Fetching:
    """Fetches the files of the channels there are sources for, until `run` is cancelled."""

    def __init__(
        self,
        store: Store,
        keyring: Keyring,
        time: OfficeTime,
        bell: Bell,
        conversations: Conversations,
        uploads: Uploads,
        sources: Mapping[str, Source],
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store, self._keyring, self._time, self._bell = store, keyring, time, bell
        self._conversations, self._uploads, self._sources = conversations, uploads, sources
        self._sleep = sleep
        self._in_hand: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Fetch for ever. What is under way when cancelled is fetched again later."""
        trouble = 0
        try:
            while True:
                try:
                    files = await self._claim(AT_ONCE - len(self._in_hand))
                    trouble = 0
                except Exception as error:  # one bad moment does not end all fetching
                    log.error("fetching: %s", type(error).__name__)
                    await self._sleep(min(2**trouble, 30))
                    trouble = min(trouble + 1, 5)
                    continue
                for file in files:
                    self._start(file)
                if len(self._in_hand) >= AT_ONCE:
                    await asyncio.wait(self._in_hand.values(), return_when=asyncio.FIRST_COMPLETED)
                elif not files:
                    await self._bell.wait(POLL_S)
        finally:
            under_way = list(self._in_hand.values())
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)

    async def fetch_due(self) -> int:
        """Fetch what is due now and wait for it; how many were tried."""
        tasks = [self._start(file) for file in await self._claim(AT_ONCE)]
        if tasks:
            await asyncio.wait(tasks)
        return len(tasks)

    def _start(self, file: _File) -> asyncio.Task[None]:
        task = asyncio.create_task(self._attend(file))
        self._in_hand[file.waiting.id] = task
        task.add_done_callback(lambda _: self._in_hand.pop(file.waiting.id, None))
        return task

    async def _claim(self, most: int) -> list[_File]:
        now = self._time.now()

        def due(connection: Connection) -> bool:
            at = file_rows.next_waiting_at(connection)
            return at is not None and at <= now

        def claim(connection: Connection) -> list[_File]:
            found = []
            for waiting in file_rows.claim_waiting(connection, self._keyring, now, most):
                channel, _ = rows.language_of(connection, waiting.conversation_id)
                address = rows.address_of(connection, self._keyring, waiting.conversation_id)
                found.append(_File(waiting, channel, address))
            return found

        if most <= 0 or not await self._store.read(due):
            return []
        return [f for f in await self._store.write(claim) if f.waiting.id not in self._in_hand]

    async def _attend(self, file: _File) -> None:
        waiting = file.waiting
        try:
            await self._fetch(file)
        except (StorageError, FileStoreError) as error:
            log.error("file %s: %s", waiting.id, type(error).__name__)
            await self._later(waiting, HOUSE_TROUBLE, counted=False)
        except NotNow as error:
            await self._later(waiting, timedelta(seconds=error.seconds), counted=False)
        except Exception as error:
            reference, fault = secrets.token_hex(4), type(error).__name__
            log.warning(
                "file %s, try %d: %s, reference %s", waiting.id, waiting.attempts + 1, fault, reference
            )
            if waiting.attempts + 1 < MOST_TRIES:
                wait = min(timedelta(seconds=2**waiting.attempts), LONGEST_BACKOFF)
                await self._later(waiting, wait, counted=True)
                return
            try:
                await self._refuse(file, "unreachable")
            except StorageError:
                await self._later(waiting, HOUSE_TROUBLE, counted=False)

    async def _fetch(self, file: _File) -> None:
        waiting = file.waiting
        try:
            data = await self._sources[file.channel].fetch(waiting.remote, MAX_BYTES)
            kind = cast(Kind, waiting.kind)
            accepted = await accept_file_async(data, waiting.name, waiting.media_type, kind)
        except TooBig:
            await self._refuse(file, "too-big")
        except FileRefused as refused:
            await self._refuse(file, refused.reason)
        else:
            await self._keep(waiting, accepted)

    async def _keep(self, waiting: Waiting, accepted: Accepted) -> None:
        address = await self._uploads.keep(waiting.id, accepted, waiting.key)

        def fetched(connection: Connection) -> None:
            file_rows.fetched(
                connection,
                waiting,
                address=address,
                media_type=accepted.media_type,
                kind=accepted.kind,
                name=accepted.name,
                size=len(accepted.data),
                seconds=accepted.seconds,
            )

        await self._store.write(fetched)

    async def _refuse(self, file: _File, reason: str) -> None:
        """Tell the resident, then mark the file: killed in between, both are done again, and told once."""
        this = file.waiting.id
        lost = Lost(this, f"file-{reason}")
        await self._conversations.hear(file.channel, file.address, f"lost/{this}", lost)
        await self._store.write(lambda connection: file_rows.refuse(connection, this, reason))

    async def _later(self, waiting: Waiting, wait: timedelta, *, counted: bool) -> None:
        due_at = self._time.now() + wait
        try:
            await self._store.write(
                lambda connection: file_rows.later(connection, waiting.id, due_at, counted=counted)
            )
        except StorageError as error:  # the lease will lapse by itself
            log.error("file %s: %s", waiting.id, type(error).__name__)
