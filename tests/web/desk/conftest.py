"""A house with its desk, staff and residents, in a folder of its own, on a clock the test sets."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.wiring import House
from cases.lifecycle import Role
from tests.bot.houses import SetTime, cached_texts, copied, migrated_file, open_house
from tests.web.desk.people import Browser, Resident, joins


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database to copy."""
    return migrated_file(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def clock() -> SetTime:
    """The house's clock."""
    return SetTime()


@pytest.fixture
async def house(
    tmp_path: Path, empty_database: Path, clock: SetTime, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    """A house with an empty database."""
    cached_texts(monkeypatch)
    copied(empty_database, tmp_path)
    async with open_house(tmp_path, time=clock) as opened:
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
