"""The Bot API double as a fixture: no breach of the Bot API may be left at the end of a test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.telegram.bot_api import BotApi


@pytest_asyncio.fixture
async def bot_api() -> AsyncIterator[BotApi]:
    """A strict Bot API on loopback, fresh for each test; its faults must be empty, or expected."""
    api = await BotApi.start()
    try:
        yield api
    finally:
        await api.stop()
    api.assert_clean()
