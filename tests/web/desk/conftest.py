"""A house with its desk, staff and residents, in a folder of its own, on a clock the test sets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.wiring import House
from cases.lifecycle import Role
from tests.bot.houses import (
    SetTime,
    cached_texts,
    copied,
    emptied,
    migrated_file,
    open_house,
    postgres_database,
)
from tests.web.desk.people import Browser, Resident, joins
from tests.web.residents.conftest import browser_type_launch_args

__all__ = ["browser_type_launch_args"]  # one browser for both webs


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database to copy."""
    return migrated_file(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL database of this run's own."""
    with postgres_database() as url:
        yield url


@pytest.fixture
def clock() -> SetTime:
    """The house's clock."""
    return SetTime()


@pytest.fixture
def database_url() -> str:
    """The SQLite file of the data folder; a test over both databases says so with `OVER_BOTH`."""
    return ""


@pytest.fixture
def emptied_database(
    tmp_path: Path, empty_database: Path, database_url: str, request: pytest.FixtureRequest
) -> str:
    """Its address, once it holds nothing."""
    if not database_url:
        copied(empty_database, tmp_path)
        return ""
    url: str = request.getfixturevalue("postgres_url")
    asyncio.run(emptied(url))
    return url


@pytest.fixture
async def house(
    tmp_path: Path, emptied_database: str, clock: SetTime, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    """A house with an empty database."""
    cached_texts(monkeypatch)
    async with open_house(tmp_path, emptied_database, time=clock) as opened:
        yield opened


@pytest.fixture
async def clerk(house: House) -> AsyncIterator[Browser]:
    """A clerk of the office, signed in."""
    await joins(house, "dorje", Role.CLERK, "xinfang", name="多吉")
    async with Browser(house) as browser:
        await browser.signs_in("dorje")
        yield browser


@pytest.fixture
async def labour(house: House) -> AsyncIterator[Browser]:
    """Somebody of the labour bureau, signed in."""
    await joins(house, "pema", Role.UNIT, "renshe", name="白玛")
    async with Browser(house) as browser:
        await browser.signs_in("pema")
        yield browser


@pytest.fixture
async def resident(house: House) -> Resident:
    """A resident who has filed about wages, by name, in Chinese."""
    one = Resident(house, "resident-1")
    await one.files()
    return one
