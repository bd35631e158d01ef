"""Promises to a resident on Telegram about what is done with their case: each notice, its text, its paper."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.reminding import remind
from cases.lifecycle import Role
from tests.telegram.bot_api import BotApi
from tests.telegram.chats import Message
from tests.telegram.people import User
from tests.telegram.residents_life import does, living, press
from tests.telegram.test_residents import TO_EVIDENCE, TO_FACTS
from tests.web.desk.people import joins
from tests.web.residents.test_moves_told import RECEIPT
from tests.web.residents.told_of_moves import NOTICES, TEXT, check_paper, office_does

LANGUAGES = ("zh", "bo")


async def files(user: User, language: str) -> tuple[str, str]:
    """A whole complaint; its number and code."""
    receipt = await does(
        user,
        *("/start", f"=language:{language}", *TO_FACTS, *TO_EVIDENCE, "=evidence:skip", "=behalf:self"),
        *("=identity:named", "扎西", "=phone:skip", "=summary:submit"),
    )
    found = RECEIPT.search(receipt.text)
    assert found, receipt.text
    return found[1], found[2]


async def until(user: User, words: str) -> Message:
    """The next message that holds these words."""
    while words not in (message := await user.next_message()).text:
        pass
    return message


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notice", NOTICES)
async def test_what_was_decided_is_told_with_its_text_and_its_paper(
    bot_api: BotApi, tmp_path: Path, notice: str, language: str
) -> None:
    user, told = bot_api.user(), NOTICES[notice]
    async with living(bot_api, tmp_path) as life:
        number, code = await files(user, language)
        text = await office_does(life.house, number, told, language)
        message = await until(user, text)
        data = [b.data for row in message.buttons for b in row if b.data]
        assert any(one.endswith(f"|case:{told.beneath}.{number}") for one in data)
        if told.opens:
            await press(user, f"case:{told.opens}.{number}")
            if told.opens == "open":  # an agreement is shown to who types the code
                await user.next_message()
                await does(user, code)
                await press(user, f"case:open.{number}")
            await until(user, TEXT[language])
        if told.paper:
            await press(user, f"case:paper.{notice}.{number}")
            if told.opens:
                await user.next_message()
                await does(user, code)
                await press(user, f"case:paper.{notice}.{number}")
            while (sent := await user.next_message()).kind != "document":
                pass
            assert sent.file is not None
            assert sent.file.content is not None
            check_paper(life.house, sent.file.content, number)
        assert set(await life.delivered()) == {"sent"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_reminder_of_the_staff_is_seen_in_the_progress(
    bot_api: BotApi, tmp_path: Path, language: str
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        house = life.house
        number, _ = await files(user, language)
        await joins(house, "dorje", Role.CLERK, "xinfang")
        house.time.ahead = timedelta(days=20)
        assert await house.store.write(lambda c: remind(c, house, house.time.now()))
        await press(user, f"case:show.{number}")
        await until(user, house.texts[language].text("reminded-limit_over"))
