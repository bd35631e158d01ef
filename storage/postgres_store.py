"""PostgreSQL through asyncpg: the same work with the same statements, several workers over one database.

`synchronous_commit=on`: a commit is on the disk. A unit of work that met another (a row both
wanted to make, a deadlock) is run again, three times at most.
"""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import create_async_engine

from storage.errors import StorageBusy, typed
from storage.store import T, Work

POOL = 12
TRIES = 3


class PostgresStore:
    """A PostgreSQL database by its URL."""

    def __init__(self, url: str) -> None:
        self._engine = create_async_engine(
            url,
            pool_size=POOL,
            max_overflow=4,
            pool_pre_ping=False,
            pool_timeout=10,
            connect_args={"server_settings": {"application_name": "lamton", "synchronous_commit": "on"}},
        )

    async def write(self, work: Work[T]) -> T:
        """Run `work` in a transaction; returns after its commit."""
        for attempt in range(TRIES):
            try:
                async with self._engine.begin() as connection:
                    return await connection.run_sync(work)
            except Exception as error:
                if attempt + 1 == TRIES or not _worth_another(error):
                    raise typed(error) from error
                if isinstance(error, DBAPIError) and error.connection_invalidated:
                    await self._engine.dispose()
        raise StorageBusy("the database is busy")

    async def read(self, work: Work[T]) -> T:
        """Run `work` on a connection that writes nothing."""
        try:
            async with self._engine.connect() as connection:
                return await connection.run_sync(work)
        except Exception as error:
            raise typed(error) from error

    async def close(self) -> None:
        """Close the connections."""
        await self._engine.dispose()


def _worth_another(error: Exception) -> bool:
    """Whether the same work may well pass now: two met on one row, or a connection had gone stale."""
    if isinstance(error, IntegrityError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    text = str(error.orig).lower()
    return error.connection_invalidated or "deadlock" in text or "serialize" in text
