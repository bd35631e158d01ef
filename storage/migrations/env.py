"""How alembic reaches the database: SQLite directly, PostgreSQL through asyncpg."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.columns import Instant
from storage.tables import metadata


def _rendered(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    """A migration stands by itself: in it a time is the number it is kept as."""
    return "sa.BigInteger()" if kind == "type" and isinstance(thing, Instant) else False


def _run(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        # Two processes that start together migrate one after the other.
        connection.execute(text("SELECT pg_advisory_xact_lock(7216641)"))
    context.configure(
        connection=connection, target_metadata=metadata, transactional_ddl=True, render_item=_rendered
    )
    with context.begin_transaction():
        context.run_migrations()


async def _run_async(url: str) -> None:
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_run)
    finally:
        await engine.dispose()


def _main() -> None:
    url = str(context.config.get_main_option("sqlalchemy.url"))
    if url.startswith("sqlite"):
        engine = create_engine(url, connect_args={"timeout": 30, "isolation_level": None})
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            _run(connection)
            connection.commit()
        engine.dispose()
    else:
        asyncio.run(_run_async(url))


_main()
