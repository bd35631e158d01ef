"""A resident of the bot takes their data away as a document, and deletes the conversation."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from storage.tables import conversations, inbox
from tests.telegram.bot_api import BotApi
from tests.telegram.residents_life import does, living
from tests.telegram.test_residents import TO_FACTS

TOLD = "工资没有给，一共三个月。"


async def test_a_copy_comes_as_a_document(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        await does(user, "/start", "=language:zh", *TO_FACTS, TOLD, "=menu:mydata")
        document = await does(user, "=mine:export")
        assert document.kind == "document"
        assert document.file
        assert document.file.content
        with ZipFile(BytesIO(document.file.content)) as copy:
            assert copy.testzip() is None
            assert TOLD in copy.read("conversation.json").decode()
        assert document.file.name.endswith(".zip")
        after = await user.next_message()
        assert life.house.texts["zh"].text("mydata-copy-made") in after.text


async def test_a_copy_that_did_not_go_out_is_sent_again(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        await does(user, "/start", "=language:zh", *TO_FACTS, TOLD, "=menu:mydata")
        bot_api.fail_next("sendDocument", 502)
        document = await does(user, "=mine:export")
        assert document.kind == "document"
        assert set(await life.delivered()) == {"sent"}


async def test_the_conversation_is_deleted_and_the_bot_asks_for_a_language(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        await does(
            user, "/start", "=language:bo", *TO_FACTS, TOLD, "=menu:mydata", "=mine:erase", "=sure:yes"
        )
        said = await does(user, "=surer:yes")
        assert said.text == life.house.texts["bo"].text("mydata-erased-all")
        asked = await user.next_message()
        assert "中文" in str(asked.buttons)
        [row] = await life.rows(conversations)
        assert row.language is None
        assert len({r.body for r in await life.rows(inbox)}) == 1
