"""A whole talk between a resident on Telegram and a clerk at the desk; the staff's phones are told of one."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

from cases.lifecycle import Role
from dialogs.engine.events import Said
from storage.tables import chats
from tests.telegram.bot_api import BotApi
from tests.telegram.phone import picture
from tests.telegram.residents_life import does, living, press
from tests.telegram.staff_day import Day
from tests.web.desk.people import Browser, joins

WORDS, ANSWER = "村里的水管坏了", "明天有人去修，请在家等。"
OPEN_AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday, ten in the morning in Jiali."""


async def talk_of(desk: Browser) -> str:
    """The talk that is listed."""
    found = re.search(r'href="/desk(/talks/[0-9a-f]+)"', (await desk.opens("/talks")).text)
    assert found
    return found[1]


async def test_a_whole_talk_from_the_telephone_to_the_desk_and_back(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user(first_name="扎西")
    async with living(bot_api, tmp_path) as life, Browser(life.house) as clerk:
        clerk.client.base_url = "https://desk.test"  # its cookies are secure ones
        await joins(life.house, "dorje", Role.CLERK, "xinfang", name="多吉")
        await clerk.signs_in("dorje")
        asked = await does(user, "/start", "=language:zh", "=menu:complaint", "=consent:agree")
        await does(user, "=menu:person")
        assert (await does(user, WORDS)).text == life.house.texts["zh"].text("person-passed")
        await user.sends_photo(picture())
        await bot_api.all_taken()
        await life.until_files(lambda rows: [r.state for r in rows] == ["kept"])
        talk = await talk_of(clerk)
        page = (await clerk.opens(talk)).text
        assert WORDS in page
        image = re.search(r'src="/desk(/files/[^"]+)"', page)
        assert image
        assert (await clerk.opens(image[1])).headers["content-type"] == "image/jpeg"
        await clerk.opens(talk)
        await clerk.sends(f"{talk}/take")
        await clerk.sends(f"{talk}/write", text=ANSWER)
        told = await user.next_message()
        assert told.text.endswith(ANSWER)
        await user.sends("好的，谢谢")
        await bot_api.all_taken()
        assert "好的，谢谢" in (await clerk.opens(talk)).text
        await clerk.sends(f"{talk}/close")
        closed = await user.next_message()
        assert asked.text in closed.text, "the place where they stood is given back"
        await press(user, "matter:work")
        assert (await user.next_message()).buttons
        assert [row.status for row in await life.rows(chats)] == ["closed"]


async def test_the_office_s_phones_are_told_that_somebody_waits_and_nothing_more(day: Day) -> None:
    day.clock.at = OPEN_AT
    dorje, pema = await day.phone(day.clerk), await day.phone(day.pema)
    for press_ in ("language:zh", "menu:person"):
        await day.resident.presses(press_)
    await day.resident.does(Said(WORDS))
    card = await dorje.next_message()
    assert day.house.texts["zh"].text("staff-alert-talk") in card.text
    assert "10:00" in card.text
    await day.resident.does(Said("快一点"))
    async with Browser(day.house) as desk:
        await joins(day.house, "second", Role.CLERK, "xinfang", name="次仁")
        await desk.signs_in("second")
        talk = await talk_of(desk)
        await desk.opens(talk)
        await desk.sends(f"{talk}/take")
        await desk.sends(f"{talk}/back")
    again = await dorje.next_message()
    assert again.text == card.text, "handed back, it waits again"
    said = json.dumps([call.params for call in day.api.calls], ensure_ascii=False, default=str)
    assert WORDS not in said
    assert "快一点" not in said
    assert not [m for m in pema.sees() if day.house.texts["zh"].text("staff-alert-talk") in m.text]


async def test_a_talk_taken_before_the_alert_goes_out_alerts_nobody(day: Day) -> None:
    day.clock.at = datetime(2026, 11, 27, 11, 0, tzinfo=UTC)  # a Friday evening: the alert waits for Monday
    dorje = await day.phone(day.clerk)
    for press_ in ("language:zh", "menu:person"):
        await day.resident.presses(press_)
    await day.resident.does(Said(WORDS))
    async with Browser(day.house) as desk:
        await joins(day.house, "second", Role.CLERK, "xinfang", name="次仁")
        await desk.signs_in("second")
        talk = await talk_of(desk)
        await desk.opens(talk)
        await desk.sends(f"{talk}/take")
    before = len(dorje.sees())
    day.clock.at = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
    await dorje.sends("/visits")
    await dorje.next_message()
    assert len(dorje.sees()) == before + 1
