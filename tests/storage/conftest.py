"""Databases, stores and houses of a test's own: each promise over SQLite and over PostgreSQL."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.wiring import House
from storage.store import Store, open_store
from tests.bot import houses

BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(autouse=True)
def _settings_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of this machine reaches a test; messages are read once."""
    for name in [n for n in os.environ if n.startswith("LAMTON_")]:
        monkeypatch.delenv(name)
    houses.cached_texts(monkeypatch)


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database without rows."""
    return houses.migrated_file(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL database of this run's own."""
    with houses.postgres_database() as url:
        yield url


@pytest.fixture
def sqlite_file(empty_sqlite: Path, tmp_path: Path) -> Path:
    """A migrated SQLite file of the test's own."""
    houses.copied(empty_sqlite, tmp_path / "data")
    return tmp_path / "data" / "lamton.db"


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest) -> str:
    """A migrated database without rows."""
    if request.param == "postgres":
        found: str = request.getfixturevalue("postgres_url")
        asyncio.run(houses.emptied(found))
        return found
    return f"sqlite:///{request.getfixturevalue('sqlite_file')}"


@pytest_asyncio.fixture
async def store(url: str) -> AsyncIterator[Store]:
    """A store over it."""
    made = await open_store(url)
    yield made
    await made.close()


@pytest_asyncio.fixture
async def house(url: str, tmp_path: Path) -> AsyncIterator[House]:
    """A house over it, whose clock the test moves (`houses.SetTime`)."""
    async with houses.open_house(tmp_path / "data", url) as made:
        yield made
