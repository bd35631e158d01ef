"""What changes a message, files, commands, and who may be written to how often: each rule bites."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from tests.telegram.asking import ask, inline, refused, result
from tests.telegram.bot_api import STAFF_TOKEN, BotApi
from tests.telegram.people import User
from tests.telegram.phone import picture


@pytest.fixture
async def user(bot_api: BotApi) -> User:
    someone = bot_api.user(first_name="卓玛", language_code="bo")
    await someone.starts()
    return someone


# ── presses, edits, deletions ───────────────────────────────────────────────────────────────────


async def buttoned(api: BotApi, user: User) -> int:
    sent = await result(
        api,
        "sendMessage",
        chat_id=user.id,
        text="x",
        reply_markup=inline([{"text": "是", "callback_data": "y"}]),
    )
    return int(sent["message_id"])


async def test_a_press_is_answered_once_and_in_time(bot_api: BotApi, user: User) -> None:
    await buttoned(bot_api, user)
    press = await user.presses("是")
    await result(bot_api, "answerCallbackQuery", callback_query_id=press.id, text="好")
    assert (press.answered, press.notice) == (True, "好")
    await refused(bot_api, "answerCallbackQuery", "query is too old", fault=True, callback_query_id=press.id)
    await refused(bot_api, "answerCallbackQuery", "query is too old", fault=False, callback_query_id="9")
    late = await user.presses("y")
    bot_api.clock.skip(3600)
    await refused(bot_api, "answerCallbackQuery", "query is too old", fault=False, callback_query_id=late.id)
    await refused(
        bot_api, "answerCallbackQuery", "0-200", fault=True, callback_query_id=late.id, text="x" * 201
    )


async def test_an_edit_that_changes_nothing_is_refused(bot_api: BotApi, user: User) -> None:
    number = await buttoned(bot_api, user)
    same = {"chat_id": user.id, "message_id": number, "text": "x"}
    markup = inline([{"text": "是", "callback_data": "y"}])
    await refused(
        bot_api, "editMessageText", "message is not modified", fault=False, **same, reply_markup=markup
    )
    await result(bot_api, "editMessageText", **same)  # without its keyboard it is another
    assert user.sees()[0].labels == []
    await refused(
        bot_api, "editMessageReplyMarkup", "not modified", fault=False, chat_id=user.id, message_id=number
    )


async def test_a_phone_may_still_press_a_keyboard_that_is_gone(bot_api: BotApi, user: User) -> None:
    number = await buttoned(bot_api, user)
    await result(bot_api, "editMessageReplyMarkup", chat_id=user.id, message_id=number)
    with pytest.raises(AssertionError, match="no button"):
        await user.presses("是")
    assert (await user.presses("是", number)).data == "y"


async def test_only_what_is_there_and_ones_own_can_be_edited(bot_api: BotApi, user: User) -> None:
    theirs = (await user.sends("mine")).id
    edit = {"chat_id": user.id, "text": "z"}
    await refused(bot_api, "editMessageText", "can't be edited", fault=True, message_id=theirs, **edit)
    await refused(bot_api, "editMessageText", "to edit not found", fault=False, message_id=99, **edit)
    await refused(bot_api, "editMessageText", "identifier is not specified", fault=True, **edit)
    photo = await _photo(bot_api, user)
    await refused(bot_api, "editMessageText", "there is no text", fault=True, message_id=photo, **edit)


async def _photo(api: BotApi, user: User) -> int:
    form = aiohttp.FormData({"chat_id": str(user.id)})
    form.add_field("photo", picture(), filename="a.jpg")
    return int((await ask(api, "sendPhoto", form=form))["result"]["message_id"])


async def test_a_message_is_deleted_once_within_two_days(bot_api: BotApi, user: User) -> None:
    first, second = await buttoned(bot_api, user), await buttoned(bot_api, user)
    gone = {"chat_id": user.id, "message_id": first}
    await result(bot_api, "deleteMessage", **gone)
    assert [m.id for m in user.sees()] == [second]
    await refused(bot_api, "deleteMessage", "to delete not found", fault=False, **gone)
    bot_api.clock.skip(49 * 3600)
    await refused(bot_api, "deleteMessage", "for everyone", fault=False, chat_id=user.id, message_id=second)


# ── files ───────────────────────────────────────────────────────────────────────────────────────


async def test_a_file_is_fetched_by_its_path_up_to_20_mb(bot_api: BotApi, user: User) -> None:
    sent = await user.sends_document(b"abc", "a.txt", size=20 * 1024 * 1024)
    path = (await result(bot_api, "getFile", file_id=sent.raw["document"]["file_id"]))["file_path"]
    url = f"{bot_api.base}/file/bot{bot_api.residents.token}/{path}"
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            assert await response.read() == b"abc"
        async with session.get(url.replace(bot_api.residents.token, STAFF_TOKEN)) as response:
            assert response.status == 404
    large = await user.sends_document(b"", "b.mp4", size=20 * 1024 * 1024 + 1)
    file_id = large.raw["document"]["file_id"]
    await refused(bot_api, "getFile", "file is too big", fault=False, file_id=file_id)
    await refused(bot_api, "getFile", "wrong file_id", fault=False, bot=bot_api.staff, file_id=file_id)


@pytest.mark.parametrize(
    ("method", "content", "words"),
    [
        ("sendDocument", b"", "file must be non-empty"),
        ("sendPhoto", b"not a picture", "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", picture(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_bad_upload_is_refused(
    bot_api: BotApi, user: User, method: str, content: bytes, words: str
) -> None:
    form = aiohttp.FormData({"chat_id": str(user.id)})
    form.add_field(method.removeprefix("send").lower(), content, filename="a.jpg")
    await refused(bot_api, method, words, fault=True, form=form)


async def test_an_album_holds_two_to_ten_of_a_kind(bot_api: BotApi, user: User) -> None:
    photo = (await user.sends_photo()).raw["photo"][-1]["file_id"]
    paper = (await user.sends_document(b"x", "x.txt")).raw["document"]["file_id"]
    photos = [{"type": "photo", "media": photo}] * 11
    to = {"chat_id": user.id}
    sent = await result(bot_api, "sendMediaGroup", media=photos[:10], **to)
    assert len({m["media_group_id"] for m in sent}) == 1
    await refused(bot_api, "sendMediaGroup", "2-10", fault=True, media=photos, **to)
    await refused(bot_api, "sendMediaGroup", "2-10", fault=True, media=photos[:1], **to)
    mixed = [*photos[:1], {"type": "document", "media": paper}]
    await refused(bot_api, "sendMediaGroup", "can't be mixed", fault=True, media=mixed, **to)


# ── commands and settings ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("commands", "refusal"),
    [
        ([{"command": "start", "description": "始"}], None),
        ([{"command": "Start", "description": "始"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x" * 33, "description": "始"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x", "description": ""}], "DESCRIPTION_INVALID"),
        ([{"command": "x", "description": "y" * 257}], "DESCRIPTION_INVALID"),
        ([{"command": f"x{n}", "description": "y"} for n in range(101)], "TOO_MUCH"),
    ],
)
async def test_commands_have_limits(bot_api: BotApi, commands: list[Any], refusal: str | None) -> None:
    if refusal is not None:
        await refused(bot_api, "setMyCommands", refusal, fault=True, commands=commands)
        return
    await result(bot_api, "setMyCommands", commands=commands, language_code="bo")
    assert bot_api.commands("bo") == {"start": "始"}
    assert bot_api.commands() == {}


@pytest.mark.parametrize(("what", "most"), [("name", 64), ("description", 512), ("short_description", 120)])
async def test_words_about_the_bot_have_limits(bot_api: BotApi, what: str, most: int) -> None:
    method = {"name": "Name", "description": "Description", "short_description": "ShortDescription"}[what]
    await result(bot_api, f"setMy{method}", **{what: "信" * most}, language_code="zh")
    assert (await result(bot_api, f"getMy{method}", language_code="zh"))[what] == "信" * most
    await refused(bot_api, f"setMy{method}", f"0-{most}", fault=True, **{what: "信" * (most + 1)})
    await refused(bot_api, f"setMy{method}", "language_code", fault=True, language_code="zh-CN")


async def test_a_menu_button_and_an_action_must_be_real(bot_api: BotApi, user: User) -> None:
    await result(bot_api, "setChatMenuButton", menu_button={"type": "commands"})
    page = {"type": "web_app", "text": "x", "web_app": {"url": "http://x.cn"}}
    await refused(bot_api, "setChatMenuButton", "HTTPS", fault=True, menu_button=page)
    await result(bot_api, "sendChatAction", chat_id=user.id, action="typing")
    await refused(bot_api, "sendChatAction", "action", fault=True, chat_id=user.id, action="thinking")


# ── who may be written to, and how often ────────────────────────────────────────────────────────


async def test_who_never_wrote_or_blocked_the_bot_cannot_be_written_to(bot_api: BotApi, user: User) -> None:
    silent = bot_api.user()
    await refused(bot_api, "sendMessage", "can't initiate", fault=False, chat_id=silent.id, text="x")
    await refused(bot_api, "sendMessage", "chat not found", fault=False, chat_id=1, text="x")
    await user.blocks_bot()
    reply = await refused(
        bot_api, "sendMessage", "blocked by the user", fault=False, chat_id=user.id, text="x"
    )
    assert reply["error_code"] == 403
    await user.unblocks_bot()
    await result(bot_api, "sendMessage", chat_id=user.id, text="x")


async def test_one_message_a_second_to_a_chat_and_thirty_in_all() -> None:
    api = await BotApi.start(frozen=True)
    try:
        api.rates.mode = "strict"
        people = [api.user() for _ in range(31)]
        for one in people:
            await one.starts()
            reply = await ask(api, "sendMessage", chat_id=one.id, text="x")
            assert reply["ok"] == (one is not people[-1])
        assert reply["parameters"]["retry_after"] == 1
        api.clock.skip(1)
        await result(api, "sendMessage", chat_id=people[0].id, text="x")
        again = await ask(api, "sendMessage", chat_id=people[0].id, text="x")
        assert (again["error_code"], again["description"]) == (429, "Too Many Requests: retry after 1")
        assert api.faults == []
    finally:
        await api.stop()
