"""What bots send is understood from both libraries; what people send has the shapes Telegram gives it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiogram
import pytest
import telegram
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile, Update
from telegram import Bot as PtbBot
from telegram import Update as PtbUpdate
from telegram.request import HTTPXRequest

from tests.telegram.asking import result, taken
from tests.telegram.bot_api import RESIDENTS_TOKEN, STAFF_TOKEN, BotApi
from tests.telegram.people import User
from tests.telegram.phone import picture


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


# ── what bots send ──────────────────────────────────────────────────────────────────────────────


async def test_what_aiogram_sends_is_understood(bot_api: BotApi, user: User, residents: Bot) -> None:
    jpeg = BufferedInputFile(picture(), "a.jpg")
    await residents.send_photo(user.id, jpeg, caption="<i>c</i>", parse_mode="HTML", protect_content=True)
    await residents.send_voice(user.id, BufferedInputFile(b"OggS", "v.oga"), duration=3)
    album: list[Any] = [
        aiogram.types.InputMediaPhoto(media=jpeg, caption="1"),
        aiogram.types.InputMediaPhoto(media=jpeg),
    ]
    sent = await residents.send_media_group(user.id, album)
    keyboard = aiogram.types.ReplyKeyboardMarkup(
        keyboard=[[aiogram.types.KeyboardButton(text="☎", request_contact=True)]], resize_keyboard=True
    )
    await residents.send_message(
        user.id,
        "x",
        reply_parameters=aiogram.types.ReplyParameters(message_id=sent[0].message_id),
        link_preview_options=aiogram.types.LinkPreviewOptions(is_disabled=True),
        reply_markup=keyboard,
    )
    await residents.set_my_commands(
        [aiogram.types.BotCommand(command="menu", description="菜单")],
        scope=aiogram.types.BotCommandScopeChat(chat_id=user.id),
        language_code="zh",
    )
    await residents.set_chat_menu_button(menu_button=aiogram.types.MenuButtonCommands())
    await residents.send_location(user.id, 30.6, 93.2)
    await residents.copy_message(user.id, user.id, sent[0].message_id)
    assert [m.kind for m in user.sees()] == [*_KINDS, "photo"]
    assert [m.text for m in user.sees()] == ["c", "", "1", "", "x", "", "1"]
    assert user.sees()[4].labels == ["☎"]
    scope = {"type": "chat", "chat_id": user.id}
    assert bot_api.commands("zh", scope=scope) == {"menu": "菜单"}


_KINDS = ["photo", "voice", "photo", "photo", "text", "location"]


async def test_what_python_telegram_bot_sends_is_understood(
    bot_api: BotApi, user: User, staff: PtbBot
) -> None:
    clerk = user.with_bot(bot_api.staff)
    await staff.send_photo(user.id, picture(), caption="<i>c</i>", parse_mode="HTML", protect_content=True)
    await staff.send_voice(user.id, b"OggS", duration=3)
    album: list[Any] = [telegram.InputMediaPhoto(picture(), caption="1"), telegram.InputMediaPhoto(picture())]
    sent = await staff.send_media_group(user.id, album)
    await staff.send_message(
        user.id,
        "x",
        reply_to_message_id=sent[0].message_id,
        link_preview_options=telegram.LinkPreviewOptions(is_disabled=True),
        reply_markup=telegram.ReplyKeyboardMarkup([[telegram.KeyboardButton("☎", request_contact=True)]]),
    )
    await staff.send_location(user.id, 30.6, 93.2)
    await staff.set_my_commands(
        [telegram.BotCommand("menu", "菜单")], scope=telegram.BotCommandScopeChat(user.id), language_code="zh"
    )
    await staff.set_chat_menu_button(menu_button=telegram.MenuButtonCommands())
    assert [m.kind for m in clerk.sees()] == _KINDS
    assert clerk.sees()[4].raw["reply_to_message"]["message_id"] == sent[0].message_id
    scope = {"type": "chat", "chat_id": user.id}
    assert bot_api.commands("zh", bot=bot_api.staff, scope=scope) == {"menu": "菜单"}


# ── what people send ────────────────────────────────────────────────────────────────────────────


async def test_all_that_people_send_is_read_by_both_libraries(bot_api: BotApi, residents: Bot) -> None:
    user = bot_api.user(first_name="扎西", last_name="次仁", username="tashi")
    await user.sends("/start@lamton_residents_bot x")
    await user.sends_photo(picture(), caption="c")
    album = await user.sends_album([picture(), picture(color="red")], caption="c")
    await user.sends_voice(b"OggS", 7)
    await user.sends_document(b"x", "x.pdf", "application/pdf")
    await user.sends_location(30.64, 93.23)
    await user.sends_contact("+8613800000000")
    await user.sends_sticker()
    await user.sends_poll()
    await user.sends_video(b"mp4")
    await user.sends_video_note()
    await user.forwards("told")
    await user.edits(await user.sends("a"), "b")
    await user.blocks_bot()
    await user.unblocks_bot()
    group = await user.joins_group()
    await user.sends("between us", chat=group)  # bots don't hear that
    await user.sends("/menu", chat=group)
    updates: list[dict[str, Any]] = await result(bot_api, "getUpdates")
    kinds = [next(k for k in u if k != "update_id") for u in updates]
    assert kinds.count("message") == 16
    assert kinds.count("edited_message") == 1
    assert kinds.count("my_chat_member") == 3
    for raw in updates:
        Update.model_validate(raw)
    assert all(PtbUpdate.de_json(raw, None).effective_user for raw in updates)
    assert album[0].raw["media_group_id"] == album[1].raw["media_group_id"]
    assert [m.text for m in album] == ["c", ""]
    assert updates[0]["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 27}]
    assert (await residents.get_chat(user.id)).first_name == "扎西"


async def test_a_text_of_100_000_characters_comes_in_pieces(bot_api: BotApi) -> None:
    user = bot_api.user()
    await user.sends("嘉" * 100_000)
    pieces = [text for _, text in await taken(bot_api)]
    assert "".join(pieces) == "嘉" * 100_000
    assert max(map(len, pieces)) == 4096


async def test_who_blocked_the_bot_cannot_write_and_a_payload_is_short(bot_api: BotApi) -> None:
    user = bot_api.user()
    with pytest.raises(ValueError, match="payload"):
        await user.starts("嘉黎")
    await user.starts("poster-01")
    await user.blocks_bot()
    with pytest.raises(AssertionError, match="blocked"):
        await user.sends("x")


async def test_a_press_may_be_forged_or_of_a_message_too_old(bot_api: BotApi, user: User) -> None:
    await result(bot_api, "sendMessage", chat_id=user.id, text="x")
    await user.presses_raw("anything at all", user.sees()[0], inaccessible=True)
    query = (await result(bot_api, "getUpdates"))[-1]["callback_query"]
    assert (query["data"], query["message"]["date"]) == ("anything at all", 0)
