"""A correction made at the desk, in another process, is what residents read in Telegram next."""

from __future__ import annotations

from pathlib import Path

from cases.lifecycle import Role
from storage import corrections
from tests.bot.houses import open_house
from tests.bot.test_corrections import BO, joins
from tests.telegram.bot_api import BotApi
from tests.telegram.residents_life import does, living

HELP = "རོགས་རམ་དགོས།"


async def test_a_correction_of_another_process_is_told_without_a_restart(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life, open_house(tmp_path) as desk:
        await does(user, "/start", "=language:bo", "=menu:complaint", "=consent:agree")
        mark = life.house.texts["bo"].text("draft-mark")
        one, other = await joins(desk, "tsering", Role.TRANSLATOR), await joins(desk, "head", Role.HEAD)
        for message, zh, bo in (("cancel-sure", "不填了吗？", BO), ("menu-help", "求助", HELP)):
            await desk.translating.propose(one, message, 0, zh, bo)
            seen = await desk.store.read(lambda c, m=message: corrections.newest(c, m))  # type: ignore[misc]
            await desk.translating.approve(other, message, seen)
        await life.house.translating.book.one_round()
        asked = await does(user, "/cancel")
        assert BO in asked.text
        assert mark in asked.text
        menu = await does(user, "/menu")
        assert HELP in [button.label for row in menu.buttons for button in row]
