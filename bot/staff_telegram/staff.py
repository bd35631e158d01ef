"""The staff's bot as a whole: long polling with a loop of our own, and its way out.

The library's own loop acknowledges first. Here the updates of one chat are played in order, chats side by
side, and the next getUpdates, which confirms them, waits for the last commit.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from telegram import BotCommand, BotCommandScopeAllPrivateChats, Update
from telegram.error import RetryAfter, TelegramError

from bot.delivery import Sender
from bot.staff_telegram.calls import UPDATES, open_bot, seconds
from bot.staff_telegram.sending import StaffSender
from bot.staff_telegram.turns import Turns
from bot.wiring import House
from storage import staff_phones
from storage.errors import StorageError

log = logging.getLogger("lamton.staff")

POLL_S: Final = 50
LONGEST_BACKOFF_S: Final = 30.0
COMMANDS: Final = ("queue", "case", "visits", "help", "unlink")
DOWN: Final = (TelegramError, OSError)

Sleep = Callable[[float], Awaitable[None]]


class Staff:
    """Made in a running loop, closed by `close`. Raises telegram's InvalidToken where there is no token."""

    def __init__(self, house: House, sleep: Sleep = asyncio.sleep) -> None:
        self._house, self._sleep = house, sleep
        self._bot, self._requests = open_bot(house.settings)
        self._open = asyncio.Lock()
        self._opened = False
        self.sender: Sender = _Opening(self, StaffSender(house, self._bot))

    async def poll(self) -> None:
        """Register the commands and take updates until cancelled. A webhook set before is removed."""
        await self.opened()
        await self._until_done(lambda: self._bot.initialize())
        await self._until_done(lambda: self._bot.delete_webhook(drop_pending_updates=False))
        await self._forget_old()
        aside = asyncio.create_task(self.register())
        turns = Turns(self._house, self._bot)
        try:
            await self._take(turns)
        finally:
            aside.cancel()

    async def opened(self) -> None:
        """Open the connections, once; nothing is sent."""
        async with self._open:
            if not self._opened:
                for request in self._requests:
                    await request.initialize()
                self._opened = True

    async def close(self) -> None:
        """Let the connections go."""
        async with self._open:
            if self._opened:
                for request in self._requests:
                    await request.shutdown()
                self._opened = False

    async def _take(self, turns: Turns) -> None:
        offset: int | None = None
        trouble = 0
        while True:
            try:
                batch = await self._bot.get_updates(
                    offset=offset, timeout=POLL_S, allowed_updates=list(UPDATES)
                )
                trouble = 0
            except RetryAfter as error:
                await self._sleep(seconds(error.retry_after))
                continue
            except DOWN as error:
                log.warning("getUpdates: %s", type(error).__name__)
                await self._sleep(backoff_s(trouble))
                trouble += 1
                continue
            if batch:
                await self._play(list(batch), turns)
                offset = max(update.update_id for update in batch) + 1

    async def _play(self, batch: list[Update], turns: Turns) -> None:
        chats: dict[int | None, list[Update]] = {}
        for update in batch:
            chat = update.effective_chat
            chats.setdefault(chat.id if chat else None, []).append(update)
        async with asyncio.TaskGroup() as group:
            for updates in chats.values():
                group.create_task(self._in_order(updates, turns))

    async def _in_order(self, updates: list[Update], turns: Turns) -> None:
        for update in updates:
            trouble = 0
            while not await turns.settle(update):
                await self._sleep(backoff_s(trouble))
                trouble += 1

    async def _until_done(self, do: Callable[[], Awaitable[object]]) -> None:
        trouble = 0
        while True:
            try:
                await do()
                return
            except DOWN as error:
                log.warning("the staff's bot: %s", type(error).__name__)
                wait = seconds(error.retry_after) if isinstance(error, RetryAfter) else backoff_s(trouble)
                await self._sleep(wait)
                trouble += 1

    async def register(self) -> None:
        """The menu of commands, in both languages; a phone set to neither sees the Chinese."""
        try:
            for language, code in (("zh", ""), *((one, one) for one in self._house.texts)):
                texts = self._house.texts[language]
                commands = [BotCommand(word, texts.text(f"staff-command-{word}")) for word in COMMANDS]
                await self._bot.set_my_commands(commands, BotCommandScopeAllPrivateChats(), code or None)
        except DOWN as error:
            log.warning("the commands were not registered: %s", type(error).__name__)

    async def _forget_old(self) -> None:
        try:
            await self._house.store.write(lambda c: staff_phones.forget_updates(c, self._house.time.now()))
        except StorageError as error:
            log.warning("old updates were not forgotten: %s", type(error).__name__)


class _Opening:
    """Opens the bot's connections before the first message, also where another process polls."""

    def __init__(self, whose: Staff, sender: StaffSender) -> None:
        self._whose, self._sender = whose, sender

    async def send(self, address: str, body: dict[str, object]) -> None:
        await self._whose.opened()
        await self._sender.send(address, body)


def backoff_s(trouble: int) -> float:
    """1, 2, 4 … seconds after so many troubles in a row."""
    return min(2.0 ** min(trouble, 10), LONGEST_BACKOFF_S)


def staff_bot(house: House) -> Staff:
    """The staff's bot of a house."""
    return Staff(house)


def sender(house: House) -> Sender:
    """The way out to the staff alone, for a process that only delivers."""
    return Staff(house).sender
