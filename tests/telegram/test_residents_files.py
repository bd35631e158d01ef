"""Files sent through Telegram: fetched after the commit, made safe, or refused with a kind word."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from storage.file_rows import FETCH_LEASE
from storage.tables import conversations, files
from tests.telegram.bot_api import BotApi
from tests.telegram.phone import picture
from tests.telegram.residents_life import Life, asked, does, living
from tests.telegram.test_residents import TO_EVIDENCE, TO_FACTS

_NONE, _A_MOMENT = timedelta(), timedelta(seconds=1)
PROGRAM = b"MZ\x90\x00" + bytes(range(256)) * 40
TO_THE_END = ("=evidence:done", "=behalf:self", "=identity:named", "扎西", "=phone:skip", "=summary:submit")


async def refused_file(life: Life, reason: str) -> bool:
    rows = await life.rows(files)
    return [(r.state, r.reason) for r in rows] == [("refused", reason)]


async def test_a_file_over_20_mb_is_refused_at_once_and_never_fetched(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        await does(user, "/start", "=language:zh", *TO_FACTS, *TO_EVIDENCE)
        await user.sends_document(b"x", "a.pdf", size=20_000_001)
        assert life.house.texts["zh"].text("refused-file-too-big") in (await user.next_message()).text
        assert await life.rows(files) == []
    assert bot_api.calls_of("getFile") == []


@pytest.mark.parametrize("language", ["zh", "bo"])
async def test_a_program_named_jpg_leaves_the_draft_with_a_kind_word(
    bot_api: BotApi, tmp_path: Path, language: str
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        texts = life.house.texts[language]
        await does(user, "/start", f"=language:{language}", *TO_FACTS, *TO_EVIDENCE)
        await user.sends_document(PROGRAM, "photo.jpg", "image/jpeg")
        await user.next_message()
        told = await user.next_message()
        assert texts.text("refused-file-not-allowed") in told.text
        assert texts.text("file-left-out") in told.text
        assert asked(told) == {"evidence"}
        await life.until_files(
            lambda rows: [(r.state, r.reason) for r in rows] == [("refused", "not-allowed")]
        )
        assert "evidence:done" not in str(told.buttons)


async def test_a_file_refused_after_the_case_was_filed_is_told_and_the_case_stands(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path, fetches=False) as life:
        await does(user, "/start", "=language:zh", *TO_FACTS, *TO_EVIDENCE)
        await user.sends_document(PROGRAM, "photo.jpg", "image/jpeg")
        await user.next_message()
        receipt = await does(user, *TO_THE_END)
        assert "嘉信" in receipt.text
        assert await life.fetching.fetch_due() == 1
        told = await user.next_message()
        assert life.house.texts["zh"].text("refused-file-not-allowed") in told.text
        (row,) = await life.rows(files)
        assert row.case_id is not None
        assert (row.state, row.reason, row.remote) == ("refused", "not-allowed", None)


async def test_a_download_that_breaks_is_tried_again(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path, fetches=False) as life:
        await does(user, "/start", "=language:zh", *TO_FACTS, *TO_EVIDENCE)
        await user.sends_photo(picture())
        await user.next_message()
        for number, (method, trouble) in enumerate(
            [("getFile", 500), ("getFile", "drop-connection"), ("file", 404), ("getFile", 429)], 1
        ):
            bot_api.fail_next(method, trouble, retry_after=2)  # type: ignore[arg-type]
            assert await life.fetching.fetch_due() == 1
            (row,) = await life.rows(files)
            assert row.state == "waiting"
            assert row.attempts == min(number, 3)  # to be asked to wait is no try
            life.house.time.ahead += row.due_at - life.house.time.now()
        assert await life.fetching.fetch_due() == 1
        (row,) = await life.rows(files)
        assert row.state == "kept"
        assert (await life.rows(conversations))[0].id == row.conversation_id


async def test_a_file_that_cannot_be_had_is_given_up_after_ten_tries_and_told(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path, fetches=False) as life:
        await does(user, "/start", "=language:zh", *TO_FACTS, *TO_EVIDENCE)
        await user.sends_photo(picture())
        await user.next_message()
        bot_api.fail_next("getFile", 500, times=10)
        for _ in range(10):
            (row,) = await life.rows(files)
            life.house.time.ahead += max(row.due_at - life.house.time.now(), _NONE)
            assert await life.fetching.fetch_due() == 1
        told = await user.next_message()
        assert life.house.texts["zh"].text("refused-file-unreachable") in told.text
        assert await refused_file(life, "unreachable")
        assert await life.fetching.fetch_due() == 0


async def test_killed_while_fetching_the_file_is_fetched_after_the_lease(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    bot_api.fail_next("file", "timeout")
    async with living(bot_api, tmp_path) as life:
        await does(user, "/start", "=language:zh", *TO_FACTS, *TO_EVIDENCE)
        await user.sends_photo(picture())
        await user.next_message()
        await life.until_files(lambda rows: [r.attempts for r in rows] == [1])
        await bot_api.until(lambda: not bot_api.plan.left)
    async with living(bot_api, tmp_path, fetches=False) as life:
        assert await life.fetching.fetch_due() == 0
        life.house.time.ahead = FETCH_LEASE + _A_MOMENT
        assert await life.fetching.fetch_due() == 1
        assert [r.state for r in await life.rows(files)] == ["kept"]
