"""Updates by getUpdates: again until confirmed, one poller, wanted kinds; and what a webhook must be."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.telegram.asking import ask, refused, result
from tests.telegram.bot_api import BotApi

# ── getUpdates and setWebhook ───────────────────────────────────────────────────────────────────


async def texts(api: BotApi, **params: Any) -> list[str]:
    return [u["message"]["text"] for u in await result(api, "getUpdates", **params)]


async def test_updates_come_again_until_confirmed(bot_api: BotApi) -> None:
    user = bot_api.user()
    for text in "abc":
        await user.sends(text)
    first = await result(bot_api, "getUpdates", limit=1)
    assert await texts(bot_api) == ["a", "b", "c"]
    assert await texts(bot_api, offset=first[0]["update_id"] + 1) == ["b", "c"]
    assert await texts(bot_api, offset=-1) == ["c"]
    assert await texts(bot_api) == ["c"]
    await refused(bot_api, "getUpdates", "1-100", fault=True, limit=0)


async def test_a_long_poll_ends_when_something_comes(bot_api: BotApi) -> None:
    user = bot_api.user()
    waiting = asyncio.create_task(texts(bot_api, timeout=30))
    await bot_api.until(lambda: bot_api.residents.poller is not None)
    await user.sends("now")
    assert await waiting == ["now"]


async def test_two_pollers_are_one_too_many(bot_api: BotApi) -> None:
    older = asyncio.create_task(ask(bot_api, "getUpdates", timeout=30))
    await bot_api.until(lambda: bot_api.residents.poller is not None)
    assert (await ask(bot_api, "getUpdates"))["ok"]
    assert (await older)["error_code"] == 409


async def test_only_wanted_kinds_of_updates_are_made(bot_api: BotApi) -> None:
    user = bot_api.user()
    await result(bot_api, "getUpdates", allowed_updates=["message"])
    await user.edits(await user.sends("a"), "b")
    assert [set(u) - {"update_id"} for u in await result(bot_api, "getUpdates")] == [{"message"}]
    await refused(bot_api, "getUpdates", "no update", fault=True, allowed_updates=["messages"])


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "http://x.cn/hook"}, "HTTPS URL must be provided"),
        ({"url": "https://x.cn:9000/hook"}, "only on ports"),
        ({"url": "https://x.cn/hook", "secret_token": "a b"}, "unallowed characters"),
        ({"url": "https://x.cn/hook", "max_connections": 101}, "1-100"),
    ],
)
async def test_a_bad_webhook_is_refused(bot_api: BotApi, params: dict[str, Any], words: str) -> None:
    await refused(bot_api, "setWebhook", words, fault=True, **params)


async def test_polling_and_webhook_exclude_one_another(bot_api: BotApi) -> None:
    await result(bot_api, "setWebhook", url="http://127.0.0.1:9/hook")
    reply = await refused(bot_api, "getUpdates", "webhook is active", fault=False)
    assert reply["error_code"] == 409
    assert (await result(bot_api, "getWebhookInfo"))["url"]
    await result(bot_api, "deleteWebhook")
    assert await result(bot_api, "getUpdates") == []
