"""Each rule of the double bites: parameters, types, Telegram's limits, and what life refuses."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from tests.telegram.asking import ask, inline, refused, result
from tests.telegram.bot_api import STAFF_TOKEN, BotApi
from tests.telegram.door import DEEDS
from tests.telegram.formatting import parse_html
from tests.telegram.people import User
from tests.telegram.phone import picture
from tests.telegram.schema import METHODS


@pytest.fixture
async def user(bot_api: BotApi) -> User:
    someone = bot_api.user(first_name="卓玛", language_code="bo")
    await someone.starts()
    return someone


def test_all_it_does_is_in_the_bot_api() -> None:
    assert set(DEEDS) <= set(METHODS)


# ── methods, parameters, types ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendMesage", {}, "is not in the Bot API"),
        ("sendMessage", {"txt": "?"}, "has no parameter txt"),
        ("sendMessage", {"reply_to_message_id": 1}, "no longer in the Bot API"),
        ("sendMessage", {}, "text is required"),
        ("sendMessage", {"text": 5}, "wanted str, got int"),
        ("sendMessage", {"text": "x", "disable_notification": 1}, "wanted bool, got int"),
        ("sendMessage", {"text": True}, "wanted str, got bool"),
        ("sendMessage", {"text": "x", "message_thread_id": True}, "wanted int, got bool"),
        ("sendLocation", {"latitude": True, "longitude": 1.5}, "wanted float, got bool"),
        ("sendMessage", {"text": "x", "message_thread_id": "one"}, "message_thread_id: wanted int"),
        ("sendMessage", {"text": "\ud800"}, "UTF-8"),
        ("sendMessage", {"text": "x", "reply_markup": "{"}, "can't parse JSON"),
        ("sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": [{}]}}, "wanted a list"),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback": "b"}]]}},
            "inline_keyboard[0][0].callback: InlineKeyboardButton has no such field",
        ),
        (
            "sendMessage",
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"callback_data": "b"}]]}},
            "inline_keyboard[0][0].text: is required",
        ),
        ("sendMediaGroup", {"media": [{"type": "photo"}]}, "media[0].media: is required"),
        ("sendMediaGroup", {"media": [{"media": "x"}]}, "type: is required"),
        ("sendPhoto", {"photo": "attach://nowhere"}, "no file part named nowhere"),
        ("sendGame", {"game_short_name": "x"}, "the double can't do sendGame yet"),
    ],
)
async def test_a_wrong_call_is_refused_and_is_a_fault(
    bot_api: BotApi, user: User, method: str, params: dict[str, Any], words: str
) -> None:
    if method in METHODS:
        params = {"chat_id": user.id, **params}
    await refused(bot_api, method, words, fault=True, **params)
    assert user.sees() == []


@pytest.mark.parametrize("form", [True, False])
async def test_forms_with_json_in_them_are_read_as_telegram_reads_them(
    bot_api: BotApi, user: User, form: bool
) -> None:
    keyboard = inline([{"text": "a", "callback_data": "b"}])
    wire: dict[str, Any] = {
        "chat_id": str(user.id),
        "text": "7",
        "reply_markup": json.dumps(keyboard),
        "protect_content": "true",
    }
    sent = await ask(bot_api, "sendMessage", form=wire) if form else await ask(bot_api, "sendMessage", **wire)
    assert sent["ok"]
    params = bot_api.calls_of("sendMessage")[0].params
    assert params == {"chat_id": user.id, "text": "7", "reply_markup": keyboard, "protect_content": True}


async def test_a_file_nobody_names_is_a_fault(bot_api: BotApi, user: User) -> None:
    form = aiohttp.FormData({"chat_id": str(user.id), "text": "x"})
    form.add_field("stray", b"abc", filename="a.txt")
    await refused(bot_api, "sendMessage", "file stray belongs to no parameter", fault=True, form=form)


async def test_a_parameter_given_twice_is_a_fault(bot_api: BotApi, user: User) -> None:
    await refused(bot_api, "sendMessage?chat_id=1", "is given twice", fault=True, chat_id=1, text="x")


async def test_an_unknown_token_is_unauthorized(bot_api: BotApi) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{bot_api.base}/bot1:x/getMe") as response:
        assert response.status == 401


async def test_the_two_bots_are_two(bot_api: BotApi, user: User) -> None:
    assert (await result(bot_api, "getMe", bot=bot_api.staff))["id"] == int(STAFF_TOKEN.split(":")[0])
    await refused(
        bot_api, "sendMessage", "chat not found", fault=False, bot=bot_api.staff, chat_id=user.id, text="x"
    )


# ── text and formatting ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("x" * 4096, None),
        ("x" * 4097, "message is too long"),
        ("😀" * 2048, None),
        ("😀" * 2049, "message is too long"),  # two UTF-16 units each
        ("<b>" + "x" * 4096 + "</b>", None),  # counted after entities
        ("", "message text is empty"),
        (" \n\u200b", "message text is empty"),
        ("<b></b>", "message text is empty"),
        ("a < b", "Unclosed start tag"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("嘉</b>", "Unexpected end tag at byte offset 3"),
        ("<br>", 'Unsupported start tag "br"'),
        ("<span>x</span>", "tg-spoiler"),
        ("<a href=>x</a>", "equal sign"),
    ],
)
async def test_text_is_measured_and_html_checked(
    bot_api: BotApi, user: User, text: str, refusal: str | None
) -> None:
    params = {"chat_id": user.id, "text": text, "parse_mode": "HTML"}
    if refusal is None:
        await result(bot_api, "sendMessage", **params)
        return
    await refused(bot_api, "sendMessage", refusal, fault=True, **params)


def test_html_becomes_text_and_entities() -> None:
    text, entities = parse_html(
        '1 &lt; 2 <b>😀<i>嘉</i></b> <a href="https://x.cn/?a=1&amp;b">z</a> &copy; &#x4e00;'
    )
    assert text == "1 < 2 😀嘉 z &copy; 一"
    assert entities == [
        {"type": "bold", "offset": 6, "length": 3},
        {"type": "italic", "offset": 8, "length": 1},
        {"type": "text_link", "url": "https://x.cn/?a=1&b", "offset": 10, "length": 1},
    ]


async def test_markdown_is_not_let_through_unchecked(bot_api: BotApi, user: User) -> None:
    await refused(
        bot_api, "sendMessage", "parse_mode", fault=True, chat_id=user.id, text="*x*", parse_mode="MarkdownV2"
    )


async def test_an_entity_beyond_the_text_is_refused(bot_api: BotApi, user: User) -> None:
    beyond = [{"type": "bold", "offset": 0, "length": 2}]
    await refused(
        bot_api, "sendMessage", "entity beyond", fault=True, chat_id=user.id, text="x", entities=beyond
    )


async def test_a_caption_has_1024(bot_api: BotApi, user: User) -> None:
    def form(units: int) -> aiohttp.FormData:
        data = aiohttp.FormData({"chat_id": str(user.id), "caption": "x" * units})
        data.add_field("photo", picture(), filename="a.jpg", content_type="image/jpeg")
        return data

    assert (await ask(bot_api, "sendPhoto", form=form(1024)))["ok"]
    await refused(bot_api, "sendPhoto", "message caption is too long", fault=True, form=form(1025))


# ── keyboards ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("markup", "refusal"),
    [
        (inline([{"text": "a", "callback_data": "x" * 64}]), None),
        (inline([{"text": "a", "callback_data": "x" * 65}]), "BUTTON_DATA_INVALID"),
        (inline([{"text": "a", "callback_data": "嘉" * 22}]), "BUTTON_DATA_INVALID"),  # bytes, not characters
        (inline([{"text": "a", "callback_data": ""}]), "BUTTON_DATA_INVALID"),
        (inline([{"text": " ", "callback_data": "x"}]), "text must be non-empty"),
        (inline([{"text": "a"}]), "Text buttons are unallowed"),
        (inline([{"text": "a", "callback_data": "x", "url": "https://x.cn"}]), "more than one action"),
        (inline([{"text": "a", "url": "https://localhost/x"}]), "Wrong HTTP URL"),
        (inline([{"text": "a", "url": "https://x.cn"}]), None),
        (inline(*[[{"text": "a", "callback_data": f"{n}"}] for n in range(100)]), None),
        (inline(*[[{"text": "a", "callback_data": f"{n}"}] for n in range(101)]), "markup is too long"),
        ({"keyboard": [[{"text": ""}]]}, "text must be non-empty"),
        ({"keyboard": [[{"text": "☎", "request_contact": True}]], "resize_keyboard": True}, None),
        ({"remove_keyboard": True}, None),
    ],
)
async def test_keyboards_have_limits(
    bot_api: BotApi, user: User, markup: dict[str, Any], refusal: str | None
) -> None:
    params = {"chat_id": user.id, "text": "x", "reply_markup": markup}
    if refusal is None:
        await result(bot_api, "sendMessage", **params)
        return
    await refused(bot_api, "sendMessage", refusal, fault=True, **params)


async def test_a_row_too_long_for_a_phone_is_a_warning(bot_api: BotApi, user: User) -> None:
    row = [{"text": "a", "callback_data": f"{n}"} for n in range(9)]
    await result(bot_api, "sendMessage", chat_id=user.id, text="x", reply_markup=inline(row))
    assert bot_api.warnings
