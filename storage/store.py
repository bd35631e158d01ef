"""The way to the database: a unit of work is a function of a connection.

The same function, with the same statements, runs on SQLite (`sqlite_store`, one writer thread
with group commit) and on PostgreSQL (`postgres_store`, asyncpg). What it returns reaches the
caller only after the commit; what it raises undoes all it did. It may be run again when the
database asks for it, so it touches nothing but its connection.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")
Work = Callable[[Connection], T]


class Store(Protocol):
    """A database."""

    async def write(self, work: Work[T]) -> T:
        """Run `work` in a transaction that survives a power cut once this returns.

        Raises StorageError and, undone, whatever `work` raises.
        """

    async def read(self, work: Work[T]) -> T:
        """Run `work`, which writes nothing, on a snapshot. Raises StorageError."""

    async def settle(self) -> None:
        """Let what was deleted leave the database's own log, where it can. Raises StorageError."""

    async def close(self) -> None:
        """Finish what is under way and let the database go."""


class Bell:
    """Rung after a commit that queued something, so that a waiting loop in this process need not poll."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Wake who waits."""
        self._rung.set()

    async def wait(self, seconds: float) -> None:
        """Wait for a ring, `seconds` at most."""
        # not `wait_for`: on Python 3.11 it may swallow a cancellation that comes with the ring
        try:
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        except TimeoutError:
            return
        finally:
            self._rung.clear()


async def open_store(url: str) -> Store:
    """The store behind `sqlite:///path` or `postgresql://…`; its tables are brought up to date."""
    from storage.migrating import migrate, plain_url

    url = plain_url(url)
    await asyncio.to_thread(migrate, url)
    if url.startswith("sqlite"):
        from storage.sqlite_store import SqliteStore

        return SqliteStore(url)
    from storage.postgres_store import PostgresStore

    return PostgresStore(url)
