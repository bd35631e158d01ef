"""Bringing the tables to this release, with alembic; a database already there costs one query."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy import URL, Connection, NullPool, create_engine, inspect, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.errors import SchemaOther, typed

FOLDER = Path(__file__).parent / "migrations"
HEAD = "0017"
"""The newest migration; a test holds it against the folder."""
WAIT_SECONDS = 30  # another process may be migrating the same file


def plain_url(url: str) -> str:
    """A database URL with the driver Lamton uses, from one without. Raises ValueError for other databases."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return parsed.set(drivername="sqlite").render_as_string()
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)
    raise ValueError("LAMTON_DATABASE_URL is sqlite:///path or postgresql://user@host/database")


def migrate(url: str) -> None:
    """Run the migrations that are missing. Blocks; raises StorageError."""
    parsed = make_url(plain_url(url))
    if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    try:
        if _current(parsed) != HEAD:
            _upgrade(parsed)
    except Exception as error:
        raise typed(error) from error


def _current(url: URL) -> str | None:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS})
        try:
            with engine.connect() as connection:
                return _revision(connection)
        finally:
            engine.dispose()
    return asyncio.run(_current_of_server(url))


async def _current_of_server(url: URL) -> str | None:
    engine = create_async_engine(url, poolclass=NullPool)
    async with engine.connect() as connection:
        return await connection.run_sync(_revision)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def _upgrade(url: URL) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("sqlalchemy.url", url.render_as_string(hide_password=False).replace("%", "%%"))
    try:
        command.upgrade(config, "head")
    except CommandError as error:  # a revision that no file here describes
        raise SchemaOther("the database is of a newer release") from error
