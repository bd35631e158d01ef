"""Long polling with a loop of our own: a batch is confirmed, by the next offset, once its turns are stored.

aiogram's loop acknowledges first. Here the updates of one chat are played in order, chats side by side, and
the next getUpdates, which confirms them, waits for the last commit. A kill leaves them with Telegram.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter

from bot.residents_telegram.calls import ANY_TROUBLE, CALL_TIMEOUT_S, UPDATES, RawUpdates
from bot.residents_telegram.turns import Read, Turns, read_raw

log = logging.getLogger("lamton.telegram")

POLL_S: Final = 50
LONGEST_BACKOFF_S: Final = 30.0

Sleep = Callable[[float], Awaitable[None]]
Call = Callable[[], Awaitable[object]]


async def poll(bot: Bot, turns: Turns, sleep: Sleep = asyncio.sleep) -> None:
    """Take updates until cancelled."""
    offset: int | None = None
    trouble = 0
    while True:
        method = RawUpdates(offset=offset, timeout=POLL_S, allowed_updates=list(UPDATES))
        try:
            batch = await bot(method, request_timeout=POLL_S + CALL_TIMEOUT_S)
            trouble = 0
        except TelegramRetryAfter as error:
            await sleep(error.retry_after)
            continue
        except ANY_TROUBLE as error:
            log.warning("getUpdates: %s", type(error).__name__)
            await sleep(backoff_s(trouble))
            trouble += 1
            continue
        if batch:
            await _play(batch, turns, sleep)
            offset = max(int(raw["update_id"]) for raw in batch) + 1


def backoff_s(trouble: int) -> float:
    """1, 2, 4 … seconds after so many troubles in a row."""
    return min(2.0 ** min(trouble, 10), LONGEST_BACKOFF_S)


async def _play(batch: list[dict[str, object]], turns: Turns, sleep: Sleep) -> None:
    chats: dict[str | None, list[Read]] = {}
    for raw in batch:
        update = read_raw(raw)
        chats.setdefault(update.chat, []).append(update)
    async with asyncio.TaskGroup() as group:
        for updates in chats.values():
            group.create_task(_in_order(updates, turns, sleep))


async def _in_order(updates: list[Read], turns: Turns, sleep: Sleep) -> None:
    for update in updates:
        trouble = 0
        while not await turns.settle(update):
            await sleep(backoff_s(trouble))
            trouble += 1
