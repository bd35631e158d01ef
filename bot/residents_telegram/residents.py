"""The residents' bot as a whole, for the commands that run it."""

from __future__ import annotations

import asyncio
import logging
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from starlette.routing import Route

from bot.mydata import Copies
from bot.residents_telegram import polling, registering, webhook
from bot.residents_telegram.calls import ANY_TROUBLE, UPDATES, open_bot
from bot.residents_telegram.drawing import TelegramSender
from bot.residents_telegram.source import TelegramSource
from bot.residents_telegram.turns import CHANNEL, Turns
from bot.settings import token_shape
from bot.spoken import Spoken
from bot.wiring import House

log = logging.getLogger("lamton.telegram")


class Residents:
    """Made in a running loop, closed by `close`. Raises aiogram's TokenValidationError for a bad token."""

    channel = CHANNEL

    def __init__(self, house: House, sleep: polling.Sleep = asyncio.sleep) -> None:
        self._house, self._sleep = house, sleep
        self._bot: Bot = open_bot(house.settings)
        self._turns = Turns(house, self._bot)
        self.sender = TelegramSender(self._bot, house.clips, house.papers, Copies(house), Spoken(house))
        self.source = TelegramSource(self._bot)

    async def poll(self) -> None:
        """Register the bot's commands and take updates until cancelled. A webhook set before is removed."""
        await self._until_done(lambda: self._bot.delete_webhook(drop_pending_updates=False))
        registering_aside = asyncio.create_task(self.register())
        try:
            await polling.poll(self._bot, self._turns, self._sleep)
        finally:
            registering_aside.cancel()
            await self._turns.close()

    def webhook_route(self) -> Route:
        """The route Telegram calls, at `webhook_path`; for a server reached at LAMTON_WEBHOOK_URL."""
        return webhook.webhook_route(self.webhook_path, self._secret, self._turns)

    @property
    def webhook_path(self) -> str:
        """The path of LAMTON_WEBHOOK_URL and a part that only Telegram and we know."""
        base = urlsplit(self._house.settings.webhook_url).path.rstrip("/")
        return f"{base}/{self._derived('path')[:24]}"

    async def set_webhook(self) -> None:
        """Have Telegram call the route, and register the bot's commands; tried until it is done."""
        parts = urlsplit(self._house.settings.webhook_url)
        url = f"{parts.scheme}://{parts.netloc}{self.webhook_path}"
        await self._until_done(
            lambda: self._bot.set_webhook(url, secret_token=self._secret, allowed_updates=list(UPDATES))
        )
        await self.register()

    async def register(self) -> bool:
        """Commands, name and descriptions in both languages; False where Telegram would not."""
        return await registering.register(self._bot, self._house.texts)

    async def close(self) -> None:
        """Finish what is answered on the side and close the connections."""
        await self._turns.close()
        await self._bot.session.close()

    @property
    def _secret(self) -> str:
        return self._house.settings.webhook_secret.get_secret_value() or self._derived("secret")

    def _derived(self, what: str) -> str:
        return token_shape(self._house.keyring.lookup(f"telegram-webhook-{what}", ""))

    async def _until_done(self, call: polling.Call) -> None:
        trouble = 0
        while True:
            try:
                await call()
                return
            except TelegramRetryAfter as error:
                await self._sleep(error.retry_after)
            except ANY_TROUBLE as error:
                log.warning("the Bot API: %s", type(error).__name__)
                await self._sleep(polling.backoff_s(trouble))
                trouble += 1
