"""Houses as fixtures: `house` runs a test twice, over SQLite and over PostgreSQL."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.wiring import House
from tests.bot import houses
from tests.bot.reached import REACHED


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


@pytest.fixture
def data_dir(empty_sqlite: Path, tmp_path: Path) -> Path:
    """A data folder with an empty database, for a command of its own process."""
    houses.copied(empty_sqlite, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL database of this run's own."""
    with houses.postgres_database() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind; "" is the SQLite file of the data folder."""
    if request.param == "postgres":
        url: str = request.getfixturevalue("postgres_url")
        asyncio.run(houses.emptied(url))
        return url
    houses.copied(request.getfixturevalue("empty_sqlite"), tmp_path / "data")
    return ""


@pytest_asyncio.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """A house of its own, empty, whose clock the test moves (`houses.SetTime`)."""
    async with houses.open_house(tmp_path / "data", database_url) as made:
        yield made


@pytest_asyncio.fixture
async def sqlite_house(empty_sqlite: Path, tmp_path: Path) -> AsyncIterator[House]:
    """The same over SQLite alone, for what the database has no part in."""
    houses.copied(empty_sqlite, tmp_path / "data")
    async with houses.open_house(tmp_path / "data") as made:
        yield made


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How much of the residents' side the transcripts of this run reached."""
    for one in REACHED.values():
        if one.nodes:
            terminalreporter.write_line(f"transcripts reach {one.told}")
