"""PostgreSQL through asyncpg: the same work with the same statements, several processes over one database.

`synchronous_commit=on`: a commit is on the disk. The writer takes whatever work waits (up to `BATCH`),
runs it in one transaction, commits once and only then answers. Where a piece of work fails, all of it is
undone and each is run again by itself, so that only what failed fails. Work that met another (a row both
wanted to make, a deadlock), or a connection that broke, is run again, three times at most.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import create_async_engine

from storage.errors import StorageBusy, StorageDown, typed
from storage.store import T, Work

BATCH = 32
POOL = 8
TRIES = 3
BUSY_SECONDS = 5
_ON_SERVER = {
    "application_name": "lamton",
    "synchronous_commit": "on",
    "lock_timeout": f"{BUSY_SECONDS}s",  # who waits longer for a row is told so
}


@dataclass
class _Waiting:
    work: Work[Any]
    answer: asyncio.Future[Any]


class PostgresStore:
    """A PostgreSQL database by its URL."""

    def __init__(self, url: str) -> None:
        self._engine = create_async_engine(
            url,
            pool_size=POOL,
            max_overflow=4,
            pool_timeout=10,
            hide_parameters=True,
            connect_args={"server_settings": _ON_SERVER},
        )
        self._waiting: deque[_Waiting] = deque()
        self._writer: asyncio.Task[None] | None = None
        self._reading: set[asyncio.Task[Any]] = set()
        self._closed = False

    async def write(self, work: Work[T]) -> T:
        """Run `work` in the writer; returns after the commit that holds it."""
        if self._closed:
            raise StorageDown("the store is closed")
        waiting = _Waiting(work, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        if self._writer is None:
            self._writer = asyncio.create_task(self._write_what_waits())
        result: T = await asyncio.shield(waiting.answer)
        return result

    async def read(self, work: Work[T]) -> T:
        """Run `work` on a connection that writes nothing.

        Whoever asks may be cancelled; the reading goes on to its end, so that its connection goes back whole.
        """
        reading = asyncio.create_task(self._read(work))
        self._reading.add(reading)
        reading.add_done_callback(self._done_reading)
        return await asyncio.shield(reading)

    def _done_reading(self, reading: asyncio.Task[Any]) -> None:
        self._reading.discard(reading)
        if not reading.cancelled():
            reading.exception()  # taken note of, should nobody be waiting for it any more

    async def _read(self, work: Work[T]) -> T:
        for attempt in range(TRIES):
            try:
                async with self._engine.connect() as connection:
                    return await connection.run_sync(work)
            except Exception as error:
                self._again_or_raise(error, attempt)
        raise StorageBusy("the database is busy")

    async def settle(self) -> None:
        """The server vacuums and keeps its log by itself."""

    async def close(self) -> None:
        """Commit what waits and close the connections."""
        self._closed = True
        if self._writer is not None:
            await self._writer
        if self._reading:
            await asyncio.wait(self._reading)
        await self._engine.dispose()

    async def _write_what_waits(self) -> None:
        try:
            while self._waiting:
                batch = [self._waiting.popleft() for _ in range(min(BATCH, len(self._waiting)))]
                if len(batch) == 1 or not await self._commit_together(batch):
                    for waiting in batch:
                        await self._commit_alone(waiting)
        finally:
            self._writer = None

    async def _commit_together(self, batch: list[_Waiting]) -> bool:
        """Whether all of it stands; else none of it does."""

        def all_of_it(connection: Connection) -> list[Any]:
            return [waiting.work(connection) for waiting in batch]

        try:
            async with self._engine.begin() as connection:
                results = await connection.run_sync(all_of_it)
        except Exception:
            return False
        for waiting, result in zip(batch, results, strict=True):
            if not waiting.answer.cancelled():
                waiting.answer.set_result(result)
        return True

    async def _commit_alone(self, waiting: _Waiting) -> None:
        try:
            result = await self._tried(waiting.work)
        except Exception as error:
            if not waiting.answer.cancelled():
                waiting.answer.set_exception(error)
        else:
            if not waiting.answer.cancelled():
                waiting.answer.set_result(result)

    async def _tried(self, work: Work[T]) -> T:
        for attempt in range(TRIES):
            try:
                async with self._engine.begin() as connection:
                    return await connection.run_sync(work)
            except Exception as error:
                self._again_or_raise(error, attempt)
        raise StorageBusy("the database is busy")

    def _again_or_raise(self, error: Exception, attempt: int) -> None:
        # The pool itself takes the others that broke for stale. To dispose of it here would leave those that
        # are out in other hands to the collector.
        if attempt + 1 == TRIES or not _worth_another(error):
            raise typed(error) from error


def _worth_another(error: Exception) -> bool:
    """Whether the same work may well pass now: two met on one row, or a connection had gone stale."""
    if isinstance(error, IntegrityError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    text = str(error.orig).lower()
    return error.connection_invalidated or "deadlock" in text or "serialize" in text
