"""Houses as fixtures: `house` runs a test twice, over SQLite and over PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.wiring import House
from tests.bot import houses


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


@pytest_asyncio.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    """A house of its own, empty, whose clock the test moves (`houses.SetTime`)."""
    url = ""
    if request.param == "postgres":
        url = request.getfixturevalue("postgres_url")
        await houses.emptied(url)
    else:
        houses.copied(request.getfixturevalue("empty_sqlite"), tmp_path / "data")
    async with houses.open_house(tmp_path / "data", url) as made:
        yield made


@pytest_asyncio.fixture
async def sqlite_house(empty_sqlite: Path, tmp_path: Path) -> AsyncIterator[House]:
    """The same over SQLite alone, for what the database has no part in."""
    houses.copied(empty_sqlite, tmp_path / "data")
    async with houses.open_house(tmp_path / "data") as made:
        yield made
