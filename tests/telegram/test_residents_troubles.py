"""Trouble between residents, Telegram and the database loses nothing, doubles nothing, tells no secrets."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.conversation import Conversations, Reply
from bot.pacing import Pace
from bot.residents_telegram import turns
from storage.errors import StorageBusy, StorageDown
from storage.sqlite_store import SqliteStore
from storage.tables import conversations, inbox, outbox
from tests.telegram.bot_api import RESIDENTS_TOKEN, BotApi
from tests.telegram.faults import Trouble
from tests.telegram.residents_life import Way, asked, does, living, press

Hear = Callable[..., Any]


@pytest.mark.parametrize("trouble", [500, 502, "drop-connection"])
async def test_a_reply_that_did_not_go_out_is_sent_again(
    bot_api: BotApi, tmp_path: Path, trouble: Trouble
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        bot_api.fail_next("sendMessage", trouble)
        await does(user, "/start")
        assert await life.delivered() == ["sent"]
        assert len(user.sees()) == 1


async def test_a_reply_whose_acknowledgement_was_lost_may_come_twice_and_is_one_outcome(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        bot_api.fail_next("sendMessage", "reply-lost")
        await user.starts()
        first, second = await user.waits_for(2)
        assert first.text == second.text
        assert await life.delivered() == ["sent"]
        assert len(await life.rows(inbox)) == 1


async def test_too_many_requests_pauses_the_whole_bot_and_keeps_each_order(
    bot_api: BotApi, tmp_path: Path
) -> None:
    one, other = bot_api.user(), bot_api.user()
    paused = asyncio.Event()
    over = asyncio.Event()

    async def sleep(seconds: float) -> None:
        assert seconds > 30
        paused.set()
        await over.wait()
        bot_api.clock.skip(seconds)

    pace = Pace(window_s=0.0, clock=bot_api.clock.now, sleep=sleep)
    async with living(bot_api, tmp_path, pace=pace) as life:
        await does(one, "/start", "=language:zh")
        await does(other, "/start", "=language:bo")
        bot_api.fail_next("sendMessage", 429, retry_after=33)
        await one.sends("/help")
        await paused.wait()
        calls = len(bot_api.calls_of("sendMessage"))
        await one.sends("/menu")
        await other.sends("/help")
        await bot_api.all_taken()
        assert len(bot_api.calls_of("sendMessage")) == calls
        life.house.time.ahead = timedelta(seconds=34)  # the outbox's clock; the gate's is the double's
        over.set()
        helped, menu = await one.waits_for(2)
        assert life.house.texts["zh"].text("help") in helped.text
        assert life.house.texts["zh"].text("menu") in menu.text
        assert life.house.texts["bo"].text("help") in (await other.next_message()).text


async def test_who_blocked_the_bot_gets_what_is_owed_when_they_are_back(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        await does(user, "/start", "=language:zh")
        with bot_api.held():
            await user.sends("/help")
            await user.blocks_bot()
        await bot_api.all_taken()
        assert (await life.delivered())[-1] == "blocked"
        assert [r.blocked for r in await life.rows(conversations)] == [True]
        await user.unblocks_bot()
        assert life.house.texts["zh"].text("help") in (await user.next_message()).text
        assert [r.blocked for r in await life.rows(conversations)] == [False]


async def test_killed_between_commit_and_delivery_the_reply_goes_out_after_the_restart(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path, delivers=False) as life:
        await user.starts()
        await bot_api.all_taken()
        assert [r.state for r in await life.rows(outbox)] == ["queued"]
    assert user.sees() == []
    async with living(bot_api, tmp_path) as life:
        assert asked(await user.next_message()) == {"language"}
        assert await life.delivered() == ["sent"]


async def test_killed_before_the_commit_the_update_comes_again(
    bot_api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = bot_api.user()
    reached = asyncio.Event()

    async def hangs(*_: Any, **__: Any) -> Reply:
        reached.set()
        await asyncio.Event().wait()
        raise AssertionError

    with monkeypatch.context() as patch:
        patch.setattr(Conversations, "hear", hangs)
        async with living(bot_api, tmp_path):
            await user.starts()
            await reached.wait()
    assert len(bot_api.residents.pending) == 1
    async with living(bot_api, tmp_path):
        assert asked(await user.next_message()) == {"language"}


@pytest.mark.parametrize("way", ["polling", "webhook"])
@pytest.mark.parametrize("error", [StorageBusy, StorageDown])
async def test_while_the_database_fails_nothing_is_acknowledged_and_the_resident_is_told_once(
    bot_api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Way, error: type[Exception]
) -> None:
    user = bot_api.user()
    hear: Hear = Conversations.hear
    failures = 0

    async def fails(self: Conversations, *args: Any, **kwargs: Any) -> Reply:
        nonlocal failures
        if failures < 5:
            failures += 1
            assert len(bot_api.residents.pending) == 1
            raise error("secret words of the resident")
        reply: Reply = await hear(self, *args, **kwargs)
        return reply

    async with living(bot_api, tmp_path, way=way) as life:
        await does(user, "/start", "=language:bo")
        await bot_api.all_taken()
        monkeypatch.setattr(Conversations, "hear", fails)
        await user.sends("/help")
        texts = life.house.texts["bo"]
        told = {(await user.next_message()).text for _ in range(2)}
        assert any(texts.text("help") in text for text in told)
        waiting = texts.text("fault-waiting", reference="").strip()
        assert any(text.startswith(waiting) for text in told)
        await bot_api.all_taken()
        assert failures == 5
        assert len(user.sees()) == 4


async def test_who_is_not_known_yet_is_told_in_both_languages(
    bot_api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = bot_api.user()

    async def fails(*_: Any, **__: Any) -> Reply:
        raise StorageDown("gone")

    monkeypatch.setattr(Conversations, "hear", fails)
    async with living(bot_api, tmp_path) as life:
        await user.starts()
        told = (await user.next_message()).text
        for language in ("zh", "bo"):
            assert life.house.texts[language].text("fault-waiting", reference="").strip() in told


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_a_fault_of_ours_is_told_with_its_reference_and_stops_nobody(
    bot_api: BotApi,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    way: Way,
) -> None:
    user, other = bot_api.user(), bot_api.user()
    hear: Hear = Conversations.hear

    async def breaks(self: Conversations, *args: Any, **kwargs: Any) -> Reply:
        if "poison" in str(args):
            raise ValueError("poison is quoted here")
        reply: Reply = await hear(self, *args, **kwargs)
        return reply

    async with living(bot_api, tmp_path, way=way) as life:
        await does(user, "/start", "=language:zh")
        monkeypatch.setattr(Conversations, "hear", breaks)
        caplog.set_level(logging.DEBUG)
        await user.sends("poison")
        await user.sends("/help")
        told = {m.text for m in await user.waits_for(2)}
        (fault,) = [t for t in told if not t.startswith(life.house.texts["zh"].text("help"))]
        await does(other, "/start")
        found = re.search(r"reference (\w+)", caplog.text)
        assert found is not None
        reference = found.group(1)
        assert fault == life.house.texts["zh"].text("fault-try-again", reference=reference)
        assert "poison" not in caplog.text
        await bot_api.all_taken()
    assert sum("reference" in r.message for r in caplog.records) == turns.POISON


async def test_chats_are_served_side_by_side_while_one_is_slow(
    bot_api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, *others = [bot_api.user() for _ in range(4)]
    gate = asyncio.Event()
    hear: Hear = Conversations.hear

    async def waits(self: Conversations, channel: str, address: str, *args: Any, **kwargs: Any) -> Reply:
        if address == str(slow.id):
            await gate.wait()
        reply: Reply = await hear(self, channel, address, *args, **kwargs)
        return reply

    monkeypatch.setattr(Conversations, "hear", waits)
    async with living(bot_api, tmp_path):
        with bot_api.held():
            await slow.starts()
            for other in others:
                await other.starts()
        for other in others:
            assert asked(await other.next_message()) == {"language"}
        assert slow.sees() == []
        assert len(bot_api.residents.pending) == 4  # not one is confirmed before all are stored
        gate.set()
        assert asked(await slow.next_message()) == {"language"}
        await bot_api.all_taken()


async def test_getupdates_that_fails_is_tried_again(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    for trouble in (500, 502, 409, "drop-connection", 429):
        bot_api.fail_next("getUpdates", trouble)  # type: ignore[arg-type]
    async with living(bot_api, tmp_path):
        assert asked(await does(user, "/start")) == {"language"}
    assert not bot_api.plan.left


async def test_an_answer_to_a_press_is_made_as_well_as_it_can_be(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path):
        bot_api.fail_next("answerCallbackQuery", 400, description="Bad Request: query is too old")
        assert asked(await does(user, "/start", "=language:zh")) == {"menu"}
        pressed = await press(user, "menu:help")
        await pressed.answer()


async def test_an_update_of_an_unknown_kind_or_shape_lets_the_others_by(
    bot_api: BotApi, tmp_path: Path
) -> None:
    from tests.telegram.chats import Pending

    user = bot_api.user()
    ids = bot_api.residents.update_ids
    async with living(bot_api, tmp_path):
        with bot_api.held():
            for odd in ({"new_kind": {"a": 1}}, {"message": {"text": 5}}, {"message": "x"}):
                bot_api.residents.pending.append(Pending({"update_id": next(ids), **odd}))
            await user.starts()
        assert asked(await user.next_message()) == {"language"}
        await bot_api.all_taken()


async def test_the_webhook_takes_nothing_without_its_secret(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path, way="webhook") as life:
        hook = bot_api.residents.webhook
        assert hook is not None
        assert hook.url.endswith(life.residents.webhook_path)
        raw = {"update_id": 1, "message": (await user.starts()).public()}
        await user.next_message()
        right = {"X-Telegram-Bot-Api-Secret-Token": hook.secret or ""}
        async with httpx.AsyncClient() as client:
            for headers, sent, status in (
                ({}, raw, 403),
                ({"X-Telegram-Bot-Api-Secret-Token": "x" * 43}, raw, 403),
                (right, ["no update"], 400),
                (right, {"update_id": "1"}, 400),
                (right, {"update_id": 2, "x": "y" * 1_000_001}, 413),
            ):
                answer = await client.post(hook.url, json=sent, headers=headers)
                assert answer.status_code == status
            assert (await client.get(hook.url)).status_code == 405
        assert len(await life.rows(inbox)) == 1


async def test_neither_tokens_nor_words_nor_names_are_ever_logged(
    bot_api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    user = bot_api.user(first_name="扎西顿珠")
    for method in ("sendMessage", "getUpdates", "getFile", "file"):
        bot_api.fail_next(method, 500)
        bot_api.fail_next(method, "drop-connection")
    write = SqliteStore.write
    calls = 0

    async def fails_at_times(self: SqliteStore, work: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls % 7 == 3:
            raise StorageBusy("扎西顿珠")
        return await write(self, work)

    async with living(bot_api, tmp_path) as life:
        monkeypatch.setattr(SqliteStore, "write", fails_at_times)
        await user.starts()
        await user.sends_photo(caption="秘密的话")
        await user.sends("秘密的话")
        await bot_api.all_taken()
        monkeypatch.setattr(SqliteStore, "write", write)
        await life.delivered()
    assert "lamton" in caplog.text
    for secret in (RESIDENTS_TOKEN, RESIDENTS_TOKEN.partition(":")[2], "扎西顿珠", "秘密的话"):
        assert secret not in caplog.text
