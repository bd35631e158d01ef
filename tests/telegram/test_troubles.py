"""Troubles on order are felt by real clients, and waiting and stopping end well."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiohttp import web
from telegram import Bot as PtbBot
from telegram.error import Forbidden, NetworkError, RetryAfter, TimedOut
from telegram.request import HTTPXRequest

from tests.telegram.asking import ask, refused, result, taken
from tests.telegram.bot_api import RESIDENTS_TOKEN, STAFF_TOKEN, BotApi
from tests.telegram.faults import Trouble
from tests.telegram.people import User


@pytest.fixture
async def user(bot_api: BotApi) -> User:
    someone = bot_api.user()
    await someone.starts()
    await someone.with_bot(bot_api.staff).starts()
    return someone


@pytest.fixture
async def residents(bot_api: BotApi) -> AsyncIterator[Bot]:
    server = TelegramAPIServer.from_base(bot_api.base)
    bot = Bot(RESIDENTS_TOKEN, session=AiohttpSession(api=server, timeout=0.5))
    yield bot
    await bot.session.close()


@pytest.fixture
async def staff(bot_api: BotApi) -> AsyncIterator[PtbBot]:
    bot = PtbBot(
        STAFF_TOKEN,
        base_url=f"{bot_api.base}/bot",
        request=HTTPXRequest(read_timeout=0.5),
        get_updates_request=HTTPXRequest(),
    )
    async with bot:
        yield bot


TROUBLES: list[tuple[Trouble, type[Exception], type[Exception]]] = [
    (429, TelegramRetryAfter, RetryAfter),
    (403, TelegramForbiddenError, Forbidden),
    (500, TelegramServerError, NetworkError),
    ("timeout", TelegramNetworkError, TimedOut),
    ("drop-connection", TelegramNetworkError, NetworkError),
    ("reply-lost", TelegramNetworkError, NetworkError),
]


@pytest.mark.parametrize(("trouble", "aiograms", "ptbs"), TROUBLES)
async def test_trouble_strikes_once_and_is_felt_by_both_libraries(
    bot_api: BotApi,
    user: User,
    residents: Bot,
    staff: PtbBot,
    trouble: Trouble,
    aiograms: type[Exception],
    ptbs: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # without it python-telegram-bot warns whenever a 429 comes
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    clerk = user.with_bot(bot_api.staff)
    done = ["lost"] if trouble == "reply-lost" else []
    bot_api.fail_next("sendMessage", trouble, times=2, retry_after=7)
    with pytest.raises(aiograms) as felt:
        await residents.send_message(user.id, "lost")
    if isinstance(felt.value, TelegramRetryAfter):
        assert felt.value.retry_after == 7
    with pytest.raises(ptbs):
        await staff.send_message(user.id, "lost")
    await residents.send_message(user.id, "kept")
    await staff.send_message(user.id, "kept")
    assert [m.text for m in user.sees()] == [m.text for m in clerk.sees()] == [*done, "kept"]
    assert bot_api.plan.left == []


async def test_trouble_may_be_for_one_chat_or_for_downloads(bot_api: BotApi, user: User) -> None:
    other = bot_api.user()
    await other.starts()
    bot_api.fail_next("sendMessage", 500, chat_id=user.id)
    await result(bot_api, "sendMessage", chat_id=other.id, text="x")
    await refused(bot_api, "sendMessage", "Internal", fault=False, chat_id=user.id, text="x")

    file_id = (await user.sends_document(b"abc", "a")).raw["document"]["file_id"]
    path = (await result(bot_api, "getFile", file_id=file_id))["file_path"]
    bot_api.fail_next("file", 500)
    url = f"{bot_api.base}/file/bot{RESIDENTS_TOKEN}/{path}"
    async with aiohttp.ClientSession() as session:
        for status in (500, 200):
            async with session.get(url) as response:
                assert response.status == status


async def test_an_answer_whose_reply_was_lost_may_be_given_again(bot_api: BotApi, user: User) -> None:
    keyboard = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    await result(bot_api, "sendMessage", chat_id=user.id, text="x", reply_markup=keyboard)
    press = await user.presses("a")
    bot_api.fail_next("answerCallbackQuery", "reply-lost")
    with pytest.raises(aiohttp.ClientError):
        await ask(bot_api, "answerCallbackQuery", callback_query_id=press.id)
    assert press.answered
    await refused(bot_api, "answerCallbackQuery", "too old", fault=False, callback_query_id=press.id)


async def test_an_update_may_come_twice_with_one_id(bot_api: BotApi) -> None:
    user = bot_api.user()
    bot_api.deliver_twice()
    await user.sends("a")
    await user.sends("b")
    (one, a), (_, b), again = await taken(bot_api)
    assert (a, b, again) == ("a", "b", (one, "a"))


async def test_updates_may_come_in_another_order(bot_api: BotApi) -> None:
    user = bot_api.user()
    with bot_api.held(shuffled=True, seed=1):
        for text in "abc":
            await user.sends(text)
        assert await taken(bot_api) == []
    found = await taken(bot_api)
    assert sorted(text for _, text in found) == ["a", "b", "c"]
    assert [text for _, text in found] != ["a", "b", "c"]
    assert [number for number, _ in found] == sorted(number for number, _ in found)


async def test_a_webhook_may_get_an_update_twice(bot_api: BotApi) -> None:
    seen: list[int] = []

    async def hook(request: web.Request) -> web.Response:
        seen.append((await request.json())["update_id"])
        return web.Response()

    app = web.Application()
    app.router.add_post("/", hook)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await result(bot_api, "setWebhook", url=f"http://127.0.0.1:{runner.addresses[0][1]}/")
    bot_api.deliver_twice()
    user = bot_api.user()
    await user.sends("a")
    await user.sends("b")
    await bot_api.all_taken()
    await result(bot_api, "deleteWebhook")
    await runner.cleanup()
    assert [n - seen[0] for n in seen] == [0, 0, 1]


async def test_waiting_tells_what_did_not_come(bot_api: BotApi, user: User) -> None:
    with pytest.raises(AssertionError, match="waited for 2 messages, got 0"):
        await user.waits_for(2, timeout_s=0.01)


async def test_a_fault_that_was_expected_must_happen(bot_api: BotApi) -> None:
    with pytest.raises(AssertionError, match="no fault"), bot_api.expecting_fault("anything"):
        await ask(bot_api, "getMe")
    with bot_api.expecting_fault("no parameter x"):
        await ask(bot_api, "getMe", x=1)
    bot_api.faults.append("left over")
    with pytest.raises(AssertionError, match="left over"):
        bot_api.assert_clean()
    bot_api.faults.clear()


async def test_stopping_leaves_nobody_hanging() -> None:
    api = await BotApi.start()
    waiting = asyncio.create_task(ask(api, "getUpdates", timeout=50))
    await api.until(lambda: api.residents.poller is not None)
    await api.stop()
    assert (await waiting)["result"] == []
