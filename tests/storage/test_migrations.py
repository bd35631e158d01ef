"""The tables of this release, whichever database, whoever starts first."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, inspect, select

from storage.columns import Instant
from storage.errors import SchemaOther
from storage.migrating import FOLDER, HEAD, migrate, plain_url
from storage.store import open_store
from storage.tables import assisting_units, cases, events, keys, metadata, supervisions
from tests.bot.houses import emptied, postgres_database
from tests.storage.conftest import BOTH
from tests.storage.processes import two_at_once


@pytest.fixture(params=BOTH)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """A database with no table at all."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.db'}"
        return
    with postgres_database() as url:
        command.downgrade(_config(url), "base")
        asyncio.run(_dropped(url))
        yield url


async def _dropped(url: str) -> None:
    import asyncpg

    connection = await asyncpg.connect(url)
    await connection.execute("DROP TABLE IF EXISTS alembic_version")
    await connection.close()


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("sqlalchemy.url", plain_url(url))
    return config


def _look(url: str, work: Any, *, writes: bool = False) -> Any:
    async def look() -> Any:
        from storage.postgres_store import PostgresStore
        from storage.sqlite_store import SqliteStore

        kind = SqliteStore if url.startswith("sqlite") else PostgresStore
        store = kind(plain_url(url))
        try:
            return await (store.write(work) if writes else store.read(work))
        finally:
            await store.close()

    return asyncio.run(look())


def _differences(connection: Connection) -> list[Any]:
    def same_type(_context: Any, _seen: Any, _meant: Any, seen: Any, meant: Any) -> bool | None:
        return False if isinstance(meant, Instant) and "BIGINT" in str(seen).upper() else None

    context = MigrationContext.configure(connection, opts={"compare_type": same_type})
    return list(compare_metadata(context, metadata))


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def test_the_newest_migration_is_the_one_that_is_looked_for() -> None:
    assert ScriptDirectory(str(FOLDER)).get_heads() == [HEAD]


def test_the_migrations_make_the_tables_as_they_are_described(bare_url: str) -> None:
    migrate(bare_url)
    assert _look(bare_url, _differences) == []
    indexes = _look(bare_url, lambda c: {i["name"] for t in _tables(c) for i in inspect(c).get_indexes(t)})
    assert {i.name for t in metadata.sorted_tables for i in t.indexes} <= indexes


def test_a_migrated_database_is_left_as_it_is(bare_url: str) -> None:
    migrate(bare_url)
    before = _look(bare_url, _tables)
    migrate(bare_url)
    assert _look(bare_url, _tables) == before


def test_two_processes_that_start_together_migrate_once(bare_url: str) -> None:
    told = two_at_once(("migrate", bare_url, "-"), ("migrate", bare_url, "-"))
    assert told == ("done", "done")
    assert _look(bare_url, _differences) == []


def test_down_and_up_again(bare_url: str) -> None:
    migrate(bare_url)
    command.downgrade(_config(bare_url), "base")
    assert _look(bare_url, _tables) <= {"alembic_version"}
    command.upgrade(_config(bare_url), "head")
    assert _look(bare_url, _differences) == []


def _assisted(connection: Connection) -> None:
    connection.execute(insert(keys), {"id": "k", "wrapped": b"k"})
    day, now = date(2026, 11, 16), datetime(2026, 11, 16, tzinfo=UTC)
    words = {"channel": "web", "language": "zh", "matter": "wages", "place": "540621100201"}
    stands = {"status": "forwarded", "open": True, "identity": "named", "key_id": "k"}
    days = {"filed_on": day, "filed_at": now, "queue_on": day}
    sealed = {"code_hash": b"", "content": b"", "chain": b""}
    for name, assisting in (("a", "nongye renshe"), ("b", "")):
        told = {"id": name, "number": name, "draft": name, "assisting": assisting}
        connection.execute(insert(cases), {**words, **stands, **days, **sealed, **told})


def test_units_that_assisted_before_they_had_a_table_stand_in_it(bare_url: str) -> None:
    migrate(bare_url)
    _look(bare_url, _assisted, writes=True)
    command.downgrade(_config(bare_url), "0015")
    command.upgrade(_config(bare_url), "head")
    kept = _look(bare_url, lambda c: c.execute(select(assisting_units)).all())
    assert sorted(map(tuple, kept)) == [("nongye", "a"), ("renshe", "a")]


def _corrected(connection: Connection) -> None:
    """Supervised twice on one day and once on another, each time by one member, and put right twice; of
    another case nothing is undone."""
    _assisted(connection)
    day, later, now = date(2026, 11, 16), date(2026, 11, 17), datetime(2026, 11, 16, tzinfo=UTC)
    moves = (
        *(("file", "clerk", day), ("forward", "clerk", day), ("supervise", "supervisor", day)),
        *(("supervise", "supervisor", day), ("supervise", "supervisor", later), ("recount", "clock", later)),
        *(("add", "resident", later), ("read", "clerk", later), ("correct", "head", later)),
        ("correct", "head", later),
    )
    for case_id, made in (("a", moves), ("b", moves[:5])):
        for move, role, on in made:
            row = {"case_id": case_id, "move": move, "by_role": role, "on_day": on, "at": now}
            after = None if move == "read" else "forwarded"
            sealed = {"staff_id": "s", "after": after, "parts": b"", "link": b""}
            connection.execute(insert(events), {**row, **sealed})
    for name, on in (("one", day), ("two", day), ("three", later)):
        act = {"id": name, "case_id": "a", "unit": "renshe", "means": "call", "on_day": on, "staff_id": "s"}
        connection.execute(insert(supervisions), act)


def test_what_was_undone_before_it_was_noted_is_told_from_the_record(bare_url: str) -> None:
    migrate(bare_url)
    _look(bare_url, _corrected, writes=True)
    command.downgrade(_config(bare_url), "0016")
    command.upgrade(_config(bare_url), "head")
    found = select(events.c.move, events.c.on_day, events.c.undone_on).where(events.c.undone_on.is_not(None))
    undone = _look(bare_url, lambda c: c.execute(found.order_by(events.c.id)).all())
    day, later = date(2026, 11, 16), date(2026, 11, 17)
    assert undone == [("supervise", day, later), ("supervise", later, later)]
    of_move = select(supervisions.c.id, events.c.on_day).join(events, events.c.id == supervisions.c.event_id)
    assert _look(bare_url, lambda c: c.execute(of_move).all()) == [("three", later)]


async def test_a_database_of_a_newer_release_is_refused(url: str) -> None:
    store = await open_store(url)
    await store.write(lambda c: c.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'"))
    await store.close()
    try:
        with pytest.raises(SchemaOther):
            await open_store(url)
    finally:
        if url.startswith("postgresql"):
            await _restored(url)


async def _restored(url: str) -> None:
    import asyncpg

    connection = await asyncpg.connect(url)
    await connection.execute("UPDATE alembic_version SET version_num = $1", HEAD)
    await connection.close()
    await emptied(url)
