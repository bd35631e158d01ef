"""A house with its API, over SQLite and PostgreSQL, and another system that calls it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.wiring import House
from tests.bot.houses import cached_texts, copied, emptied, migrated_file, open_house, postgres_database
from tests.web.api.caller import Caller


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database to copy."""
    return migrated_file(tmp_path_factory.mktemp("api"))


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL database of this run's own."""
    with postgres_database() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "postgres":
        url: str = request.getfixturevalue("postgres_url")
        asyncio.run(emptied(url))
        return url
    copied(request.getfixturevalue("empty_database"), tmp_path)
    return ""


@pytest.fixture
async def house(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """A house with an empty database."""
    cached_texts(monkeypatch)
    async with open_house(tmp_path, database_url) as opened:
        yield opened


@pytest.fixture
async def above(house: House) -> AsyncIterator[Caller]:
    """The system of the level above, with a key that may do all."""
    async with Caller(house) as caller:
        await caller.is_given("cases:read", "intake:write")
        yield caller
