"""The Bot API double as a fixture: no breach of the Bot API may be left at the end of a test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.bot.houses import cached_texts
from tests.telegram.bot_api import BotApi
from tests.telegram.staff_day import Day, a_day
from tests.web.desk.conftest import database_url, emptied_database, empty_database, postgres_url

__all__ = ["database_url", "emptied_database", "empty_database", "postgres_url"]  # as at the desk


@pytest_asyncio.fixture
async def bot_api() -> AsyncIterator[BotApi]:
    """A strict Bot API on loopback, fresh for each test; its faults must be empty, or expected."""
    api = await BotApi.start()
    try:
        yield api
    finally:
        await api.stop()
    api.assert_clean()


@pytest_asyncio.fixture
async def day(
    emptied_database: str, bot_api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Day]:
    """A day at the office, with the staff's bot at work."""
    cached_texts(monkeypatch)
    async with a_day(bot_api, tmp_path, emptied_database) as made:
        yield made
