"""How updates reach a bot: by getUpdates, or posted to its webhook, as Telegram does both.

Polling: an update stays until getUpdates is called with a greater offset. Webhook: one update at a time for
each bot, in order, posted again until the answer is 2xx. A method call in a webhook's answer is carried out.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
from collections.abc import Awaitable, Callable, Iterable
from urllib.parse import urlsplit

import aiohttp
from aiogram.types import Update

from tests.telegram.chats import BotAccount, Pending, Webhook
from tests.telegram.wire import Json, Parcel, Refused, bad, read_reply

UPDATE_KINDS = frozenset(Update.model_fields) - {"update_id"}
WEBHOOK_PORTS = (443, 80, 88, 8443)
MAX_POLL_S = 50
_CONFLICT = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class Delivery:
    """The updates on their way to all bots of one double.

    ``carry_out`` performs a call that came in a webhook's answer; ``changed`` is told of every step.
    """

    def __init__(
        self, carry_out: Callable[[BotAccount, Parcel], Awaitable[None]], changed: Callable[[], None]
    ) -> None:
        self._carry_out = carry_out
        self._changed = changed
        self._session: aiohttp.ClientSession | None = None
        self._closing = False
        self.twice = 0
        self.retry_after_s = 0.02  # Telegram waits longer; the order of things is the same
        self.timeout_s = 10.0
        self.attempts = 250
        self.given_up: list[Json] = []

    def enqueue(self, bot: BotAccount, kind: str, body: Json) -> int | None:
        """Make an update; its id, or None where the bot has not asked for such updates."""
        if not bot.wants(kind):
            return None
        update_id = next(bot.update_ids)
        raw: Json = {"update_id": update_id, kind: body}
        Update.model_validate(raw)  # a malformed update would be the double's own fault
        again = 1 if self.twice > 0 else 0
        self.twice -= again
        bot.pending.append(Pending(raw, again=again))
        bot.wake()
        self._changed()
        return update_id

    def shuffle(self, bot: BotAccount, seed: int) -> None:
        """Put what waits in another order. For a webhook the ids go along; getUpdates always counts up."""
        waiting = list(bot.pending)
        ids = sorted(update.id for update in waiting)
        before = list(waiting)
        order = random.Random(seed)
        while len(waiting) > 1 and waiting == before:
            order.shuffle(waiting)
        if bot.webhook is None:
            for update, update_id in zip(waiting, ids, strict=True):
                update.raw["update_id"] = update_id
        bot.pending.clear()
        bot.pending.extend(waiting)

    async def get_updates(self, bot: BotAccount, params: Json) -> list[Json]:
        """Long polling. The older of two concurrent calls is ended with 409, as Telegram does."""
        if bot.webhook is not None:
            raise Refused(409, _WEBHOOK_ACTIVE)
        limit, wait_s = params.get("limit", 100), params.get("timeout", 0)
        if not 1 <= limit <= 100:
            raise bad("limit must be 1-100")
        if wait_s < 0:
            raise bad("timeout must not be negative")
        if "allowed_updates" in params:
            self.allow(bot, params["allowed_updates"])
        if bot.poller is not None and not bot.poller.done():
            bot.poller.set_exception(Refused(409, _CONFLICT))
        self._confirm(bot, params.get("offset", 0))
        loop = asyncio.get_running_loop()
        ends_at = loop.time() + min(wait_s, MAX_POLL_S)
        while not (ready := [] if bot.held else list(bot.pending)[:limit]):
            remaining_s = ends_at - loop.time()
            if remaining_s <= 0 or self._closing:
                return []
            turn = bot.poller = loop.create_future()
            self._changed()
            try:
                await asyncio.wait_for(turn, remaining_s)
            except TimeoutError:
                return []
            finally:
                if bot.poller is turn:
                    bot.poller = None
        for update in ready:
            update.delivered = True
        return [update.raw for update in ready]

    def _confirm(self, bot: BotAccount, offset: int) -> None:
        if offset < 0:
            while len(bot.pending) > -offset:
                bot.pending.popleft()
            return
        kept = []
        for update in bot.pending:
            if update.id >= offset:
                kept.append(update)
            elif update.delivered and update.again:
                update.again -= 1
                kept.append(update)
        if len(kept) != len(bot.pending):
            bot.pending.clear()
            bot.pending.extend(kept)
            self._changed()

    @staticmethod
    def allow(bot: BotAccount, kinds: list[str]) -> None:
        """Which kinds of updates are made from now on; an empty list: the default. Raises Refused."""
        unknown = set(kinds) - UPDATE_KINDS
        if unknown:
            raise bad(f"allowed_updates names no update: {sorted(unknown)}")
        bot.allowed = frozenset(kinds) or None

    async def set_webhook(self, bot: BotAccount, params: Json) -> bool:
        """setWebhook. https on Telegram's ports, or anything on loopback. Raises Refused."""
        url = params["url"]
        secret = params.get("secret_token")
        if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad("secret token contains unallowed characters")
        if not 1 <= params.get("max_connections", 40) <= 100:
            raise bad("max_connections must be 1-100")
        parts = urlsplit(url)
        if url and parts.hostname not in ("127.0.0.1", "::1"):
            if parts.scheme != "https":
                raise bad("bad webhook: An HTTPS URL must be provided for webhook")
            if (parts.port or 443) not in WEBHOOK_PORTS:
                raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        if "allowed_updates" in params:
            self.allow(bot, params["allowed_updates"])
        await self.remove_webhook(bot, drop=params.get("drop_pending_updates", False))
        if url:
            bot.webhook = Webhook(url, secret, params.get("max_connections", 40))
            bot.webhook.task = asyncio.create_task(self._post_all(bot, bot.webhook))
            if bot.poller is not None and not bot.poller.done():
                bot.poller.set_exception(Refused(409, _WEBHOOK_ACTIVE))
        return True

    async def remove_webhook(self, bot: BotAccount, *, drop: bool = False) -> bool:
        """deleteWebhook."""
        webhook, bot.webhook = bot.webhook, None
        if webhook is not None and webhook.task is not None:
            webhook.task.cancel()
            await asyncio.gather(webhook.task, return_exceptions=True)
        if drop:
            bot.pending.clear()
        self._changed()
        return True

    async def close(self, bots: Iterable[BotAccount]) -> None:
        """End webhooks and long polls, and give the connections back."""
        self._closing = True
        for bot in bots:
            await self.remove_webhook(bot)
            bot.wake()
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _post_all(self, bot: BotAccount, webhook: Webhook) -> None:
        tries = 0
        while True:
            if bot.held or not bot.pending:
                bot.poller = asyncio.get_running_loop().create_future()
                await bot.poller
                continue
            update = bot.pending[0]
            tries += 1
            update.delivered = True
            if await self._post(bot, webhook, update):
                if update.again:
                    update.again -= 1
                    continue
            elif tries < self.attempts:
                await asyncio.sleep(self.retry_after_s)
                continue
            else:
                self.given_up.append(update.raw)
            tries = 0
            if update in bot.pending:
                bot.pending.remove(update)
            self._changed()

    async def _post(self, bot: BotAccount, webhook: Webhook, update: Pending) -> bool:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(self.timeout_s))
        headers = {"Content-Type": "application/json"}
        if webhook.secret is not None:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
        body = json.dumps(update.raw).encode("ascii")
        try:
            async with self._session.post(
                webhook.url, data=body, headers=headers, allow_redirects=False
            ) as response:
                if not 200 <= response.status < 300:
                    webhook.last_error = f"Wrong response from the webhook: {response.status}"
                    self._changed()
                    return False
                parcel = await read_reply(response)
        except Refused as error:
            webhook.last_error = error.description
            await self._carry_out(bot, Parcel({"method": "?"}, {}))
            return True
        except (aiohttp.ClientError, TimeoutError) as error:
            webhook.last_error = f"Connection failed: {type(error).__name__}"
            self._changed()
            return False
        webhook.last_error = None
        if "method" in parcel.params:
            await self._carry_out(bot, parcel)
        return True
