"""SQLite: one writer thread that commits many conversations' turns together, and readers beside it.

WAL with `synchronous=FULL`: a commit is on the disk. The writer takes whatever work waits (up to
`BATCH`), runs each in a savepoint of its own, commits once and only then answers; work that
fails is undone alone. Several processes may share the file: BEGIN IMMEDIATE takes the lock, and
who waits longer than `BUSY_SECONDS` is told so.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from storage.errors import StorageDown, typed
from storage.store import T, Work

BATCH = 64
BUSY_SECONDS = 5.0
READERS = 4


@dataclass
class _Waiting:
    work: Work[Any]
    loop: asyncio.AbstractEventLoop
    answer: asyncio.Future[Any]
    result: Any = None
    error: Exception | None = None


class SqliteStore:
    """A SQLite file, or with `sqlite://` a database in memory that goes with the process."""

    def __init__(self, url: str) -> None:
        self._write_engine = _engine(
            url, "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", pool=StaticPool
        )
        self._read_engine = _engine(url, "PRAGMA query_only=ON", pool=QueuePool, size=READERS)
        self._waiting: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        self._closed = False
        self._writer = threading.Thread(target=self._run, name="writer", daemon=True)
        self._writer.start()

    async def write(self, work: Work[T]) -> T:
        """Run `work` in the writer; returns after the commit that holds it."""
        if self._closed:
            raise StorageDown("the store is closed")
        loop = asyncio.get_running_loop()
        waiting = _Waiting(work, loop, loop.create_future())
        self._waiting.put(waiting)
        result: T = await asyncio.shield(waiting.answer)
        return result

    async def read(self, work: Work[T]) -> T:
        """Run `work` on a reader's connection."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, work)

    async def settle(self) -> None:
        """Write the log (WAL) into the file and empty it; readers that are in the way are let finish."""
        await asyncio.get_running_loop().run_in_executor(self._readers, self._settle)

    def _settle(self) -> None:
        # A connection of its own: a checkpoint cannot run inside the writer's transaction.
        path = self._write_engine.url.database
        if path in (None, "", ":memory:"):
            return
        try:
            with closing(sqlite3.connect(str(path), timeout=BUSY_SECONDS)) as raw:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise typed(error) from error

    async def close(self) -> None:
        """Commit what waits and close the file."""
        if not self._closed:
            self._closed = True
            self._waiting.put(None)
            await asyncio.to_thread(self._writer.join)
            self._readers.shutdown()
            self._read_engine.dispose()
            self._write_engine.dispose()

    def _read(self, work: Work[T]) -> T:
        try:
            with self._read_engine.connect() as connection:
                return work(connection)
        except Exception as error:
            raise typed(error) from error

    def _run(self) -> None:
        while (first := self._waiting.get()) is not None:
            batch = [first]
            last = False
            while len(batch) < BATCH:
                try:
                    more = self._waiting.get_nowait()
                except queue.Empty:
                    break
                if more is None:
                    last = True
                    break
                batch.append(more)
            try:
                self._commit_together(batch)
            except Exception as error:
                for waiting in batch:
                    waiting.error = waiting.error or typed(error)
            _answer(batch)
            if last:
                return

    def _commit_together(self, batch: list[_Waiting]) -> None:
        with self._write_engine.connect() as connection:
            raw: sqlite3.Connection = connection.connection.dbapi_connection  # type: ignore[assignment]
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            for waiting in batch:
                raw.execute("SAVEPOINT turn")
                try:
                    waiting.result = waiting.work(connection)
                except Exception as error:
                    waiting.error = typed(error)
                    if not raw.in_transaction:  # a full disk undoes the whole transaction by itself
                        raise
                    raw.execute("ROLLBACK TO turn")
                raw.execute("RELEASE turn")
            connection.commit()


def _answer(batch: list[_Waiting]) -> None:
    by_loop: dict[asyncio.AbstractEventLoop, list[_Waiting]] = {}
    for waiting in batch:
        by_loop.setdefault(waiting.loop, []).append(waiting)
    for loop, group in by_loop.items():
        try:
            loop.call_soon_threadsafe(_settle, group)
        except RuntimeError:  # the loop is gone, and with it whoever asked; the work stands
            continue


def _settle(group: list[_Waiting]) -> None:
    for waiting in group:
        if waiting.answer.cancelled():
            continue
        if waiting.error is not None:
            waiting.answer.set_exception(waiting.error)
        else:
            waiting.answer.set_result(waiting.result)


def _engine(url: str, *pragmas: str, pool: type[Any], size: int | None = None) -> Engine:
    settings: dict[str, Any] = {"poolclass": pool}
    if size:
        settings |= {"pool_size": size, "max_overflow": 0}
    engine = create_engine(
        url,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS, "isolation_level": None},
        **settings,
    )

    @event.listens_for(engine, "connect")
    def _on_connect(raw: sqlite3.Connection, _record: object) -> None:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA cache_size=-65536")
        for pragma in pragmas:
            raw.execute(pragma)

    return engine
