"""A tiny aiogram bot and a tiny python-telegram-bot bot run against the double, by polling and by webhook."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from aiogram.types import Message as AiogramMessage
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from telegram import InlineKeyboardButton as PtbButton
from telegram import InlineKeyboardMarkup as PtbMarkup
from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.telegram.bot_api import RESIDENTS_TOKEN, STAFF_TOKEN, BotApi

SECRET = "secret_of-tests"
Running = Callable[[BotApi], "contextlib.AbstractAsyncContextManager[None]"]


def aiogram_bot(api: BotApi) -> tuple[Bot, Dispatcher]:
    bot = Bot(RESIDENTS_TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api.base)))
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart())
    async def start(message: AiogramMessage) -> None:
        keyboard = InlineKeyboardMarkup(
            inline_keyboard=[[InlineKeyboardButton(text="应", callback_data="yes")]]
        )
        await message.answer("<b>Hello</b>", parse_mode="HTML", reply_markup=keyboard)

    @dispatcher.callback_query(F.data == "yes")
    async def pressed(query: CallbackQuery) -> None:
        assert isinstance(query.message, AiogramMessage)
        await query.message.edit_text("Pressed")
        await query.answer("noted")

    @dispatcher.message(F.document)
    async def document(message: AiogramMessage) -> None:
        assert message.document is not None
        content = await bot.download(message.document)
        assert content is not None
        await message.answer_document(BufferedInputFile(content.read()[::-1], "back.txt"), caption="back")

    @dispatcher.message(F.text)
    async def echo(message: AiogramMessage) -> None:
        await message.answer(f"echo {message.text}")

    return bot, dispatcher


async def _shut(bot: Bot) -> None:
    await bot.session.close()


@contextlib.asynccontextmanager
async def aiogram_polling(api: BotApi) -> AsyncIterator[None]:
    bot, dispatcher = aiogram_bot(api)
    running = asyncio.create_task(
        dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5, close_bot_session=True)
    )
    try:
        yield
    finally:
        await dispatcher.stop_polling()
        await running


@contextlib.asynccontextmanager
async def serving(app: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@contextlib.asynccontextmanager
async def aiogram_webhook(api: BotApi) -> AsyncIterator[None]:
    bot, dispatcher = aiogram_bot(api)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token=SECRET).register(
        app, "/hook"
    )
    async with serving(app) as address:
        await bot.set_webhook(f"{address}/hook", secret_token=SECRET)
        yield
        await bot.delete_webhook()


def ptb_bot(api: BotApi) -> Application:  # type: ignore[type-arg]
    app = (
        ApplicationBuilder()
        .token(STAFF_TOKEN)
        .base_url(f"{api.base}/bot")
        .base_file_url(f"{api.base}/file/bot")
        .build()
    )

    async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        keyboard = PtbMarkup([[PtbButton("应", callback_data="yes")]])
        await update.message.reply_text("<b>Hello</b>", parse_mode="HTML", reply_markup=keyboard)

    async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        assert query is not None
        await query.edit_message_text("Pressed")
        await query.answer("noted")

    async def document(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        assert update.message.document is not None
        content = await (await update.message.document.get_file()).download_as_bytearray()
        await update.message.reply_document(bytes(content)[::-1], filename="back.txt", caption="back")

    async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text(f"echo {update.message.text}")

    app.add_handler(CommandHandler("start", start))
    app.add_handler(CallbackQueryHandler(pressed, "yes"))
    app.add_handler(MessageHandler(filters.Document.ALL, document))
    app.add_handler(MessageHandler(filters.TEXT, echo))
    return app


@contextlib.asynccontextmanager
async def ptb_polling(api: BotApi) -> AsyncIterator[None]:
    app = ptb_bot(api)
    async with app:
        assert app.updater is not None
        await app.updater.start_polling(timeout=5)
        await app.start()
        yield
        await app.updater.stop()
        await app.stop()


@contextlib.asynccontextmanager
async def ptb_webhook(api: BotApi) -> AsyncIterator[None]:
    app = ptb_bot(api)

    async def hook(request: web.Request) -> web.Response:
        if request.headers.get("X-Telegram-Bot-Api-Secret-Token") != SECRET:
            return web.Response(status=401)
        await app.process_update(Update.de_json(await request.json(), app.bot))
        return web.Response()

    server = web.Application()
    server.router.add_post("/hook", hook)
    async with app, serving(server) as address:
        await app.bot.set_webhook(f"{address}/hook", secret_token=SECRET)
        yield
        await app.bot.delete_webhook()


RUNNING = [aiogram_polling, aiogram_webhook, ptb_polling, ptb_webhook]
AIOGRAM = RUNNING[:2]


@pytest.mark.parametrize("running", RUNNING, ids=lambda running: running.__name__)
async def test_a_conversation_goes_through(bot_api: BotApi, running: Running) -> None:
    account = bot_api.residents if running in AIOGRAM else bot_api.staff
    user = bot_api.user(first_name="扎西", bot=account)
    async with running(bot_api):
        await user.starts("from_poster")
        hello = await user.next_message()
        assert (hello.text, hello.labels) == ("Hello", ["应"])
        assert hello.entities == [{"type": "bold", "offset": 0, "length": 5}]

        press = await user.presses("应")
        assert (await press.answer())["text"] == "noted"
        assert [(m.text, m.labels) for m in user.sees()] == [("Pressed", [])]

        await user.sends_document("嘉黎".encode(), "a.txt", "text/plain")
        (back,) = await user.waits_for()
        assert back.file is not None
        assert (back.text, back.file.name, back.file.content) == ("back", "back.txt", "嘉黎".encode()[::-1])

        for number in range(3):
            await user.sends(f"{number}")
        assert [m.text for m in await user.waits_for(3)] == ["echo 0", "echo 1", "echo 2"]
        await bot_api.all_taken(account)


async def test_both_bots_live_on_one_server(bot_api: BotApi) -> None:
    resident = bot_api.user()
    clerk = resident.with_bot(bot_api.staff)
    async with aiogram_polling(bot_api), ptb_polling(bot_api):
        await resident.sends("one")
        await clerk.sends("two")
        assert (await resident.next_message()).text == "echo one"
        assert (await clerk.next_message()).text == "echo two"
    assert len(resident.sees()) == len(clerk.sees()) == 1


_Reply = Callable[[web.Request], Awaitable[web.Response]]


@contextlib.asynccontextmanager
async def hooked(api: BotApi, reply: _Reply, bot: Bot) -> AsyncIterator[None]:
    app = web.Application()
    app.router.add_post("/hook", reply)
    async with serving(app) as address:
        await bot.set_webhook(f"{address}/hook", secret_token=SECRET)
        try:
            yield
        finally:
            await bot.delete_webhook()
            await _shut(bot)


async def test_a_webhook_is_tried_again_until_it_answers_and_keeps_order(bot_api: BotApi) -> None:
    seen: list[str] = []

    async def reply(request: web.Request) -> web.Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == SECRET
        seen.append((await request.json())["message"]["text"])
        return web.Response(status=500 if len(seen) < 3 else 200)

    user = bot_api.user()
    async with hooked(bot_api, reply, aiogram_bot(bot_api)[0]):
        await user.sends("a")
        await user.sends("b")
        await bot_api.all_taken()
    assert seen == ["a", "a", "a", "b"]


async def test_a_call_in_a_webhooks_answer_is_carried_out_and_checked(bot_api: BotApi) -> None:
    async def reply(request: web.Request) -> web.Response:
        message = (await request.json())["message"]
        call = {"method": "sendMessage", "chat_id": message["chat"]["id"], "text": message["text"]}
        if message["text"] == "wrong":
            call["txt"] = "?"
        return web.json_response(call)

    user = bot_api.user()
    async with hooked(bot_api, reply, aiogram_bot(bot_api)[0]):
        await user.sends("right")
        assert (await user.next_message()).text == "right"
        with bot_api.expecting_fault("no parameter txt"):
            await user.sends("wrong")
            await bot_api.all_taken()
    assert len(user.sees()) == 1


async def test_aiograms_own_answer_in_the_webhook_reply_is_understood(bot_api: BotApi) -> None:
    bot, dispatcher = aiogram_bot(bot_api)
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def answer(message: AiogramMessage) -> object:
        return message.answer_document(BufferedInputFile(b"abc", "a.txt"), caption="in reply")

    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False).register(app, "/hook")
    user = bot_api.user()
    async with serving(app) as address:
        await bot.set_webhook(f"{address}/hook")
        await user.sends("x")
        message = await user.next_message()
        await bot.delete_webhook()
    assert message.file is not None
    assert (message.text, message.file.content) == ("in reply", b"abc")
    assert bot_api.calls_of("sendDocument")[0].by_webhook
