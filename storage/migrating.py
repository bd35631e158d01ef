"""Bringing the tables to this release, with alembic; a database already there costs one query."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, create_engine, inspect, make_url, text

from storage.errors import StorageDown, typed

FOLDER = Path(__file__).parent / "migrations"
HEAD = "0001"
"""The newest migration; a test holds it against the folder."""


def plain_url(url: str) -> str:
    """A database URL with the driver Lamton uses, from one without. Raises ValueError for other databases."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return str(parsed.set(drivername="sqlite"))
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)
    raise ValueError("LAMTON_DATABASE_URL is sqlite:///path or postgresql://user@host/database")


def migrate(url: str) -> None:
    """Run the migrations that are missing. Blocks; raises StorageError."""
    parsed = make_url(plain_url(url))
    if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    try:
        if parsed.get_backend_name() == "sqlite":
            engine = create_engine(parsed, connect_args={"timeout": 30})
            with engine.begin() as connection:
                current = _current(connection)
            engine.dispose()
            if current != HEAD:
                _run(url)
        else:
            _run(url)
    except Exception as error:
        raise typed(error) from error


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def _run(url: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("sqlalchemy.url", plain_url(url).replace("%", "%%"))
    try:
        command.upgrade(config, "head")
    except ConnectionError as error:
        raise StorageDown("the database cannot be reached") from error
