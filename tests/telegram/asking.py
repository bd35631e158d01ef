"""Calls to the double as plain HTTP, for tests of the double itself and of odd encodings."""

from __future__ import annotations

from typing import Any

import aiohttp

from tests.telegram.bot_api import BotApi
from tests.telegram.chats import BotAccount
from tests.telegram.wire import Json


async def ask(
    api: BotApi, method: str, *, bot: BotAccount | None = None, form: Any = None, **params: Any
) -> Json:
    """One call, with ``params`` as a JSON body, or with ``form`` as it is. The reply, whatever it says."""
    url = f"{api.base}/bot{(bot or api.residents).token}/{method}"
    body = {"data": form} if form is not None else {"json": params}
    async with aiohttp.ClientSession() as session, session.post(url, **body) as response:
        reply: Json = await response.json()
    return reply


async def result(api: BotApi, method: str, **params: Any) -> Any:
    """The result of a call that must succeed."""
    reply = await ask(api, method, **params)
    assert reply["ok"], reply
    return reply["result"]


async def refused(api: BotApi, method: str, words: str, *, fault: bool, **params: Any) -> Json:
    """A call that must be refused with these words, and be a fault or not. The reply."""
    before = len(api.faults)
    reply = await ask(api, method, **params)
    assert not reply["ok"], reply
    assert words in reply["description"], reply
    new = api.faults[before:]
    assert bool(new) == fault, new
    del api.faults[before:]
    return reply


def inline(*rows: list[Json]) -> Json:
    """An inline keyboard of these rows."""
    return {"inline_keyboard": list(rows)}


async def taken(api: BotApi) -> list[tuple[int, str]]:
    """All updates, each batch confirmed before the next."""
    found: list[tuple[int, str]] = []
    offset = 0
    while batch := await result(api, "getUpdates", offset=offset):
        found += [(u["update_id"], u["message"]["text"]) for u in batch]
        offset = batch[-1]["update_id"] + 1
    return found
