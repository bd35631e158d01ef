"""A day at the office, for tests of the staff's bot: the house, its bot at work, a resident, staff."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

import bot.wiring
from bot.delivery import STAFF, Delivery
from bot.pacing import Pace
from bot.settings import Settings
from bot.staff_telegram import Staff
from bot.wiring import House
from cases.lifecycle import Role
from storage import cases as case_rows
from storage import desk, staff_phones
from storage.cases import Stored
from storage.staff import Member
from tests.bot.houses import KEY, SetTime
from tests.telegram.bot_api import STAFF_TOKEN, BotApi
from tests.telegram.chats import Message
from tests.telegram.people import User
from tests.web.desk.people import NAME, PHONE, STORY, Resident, joins

PERSONAL = (NAME["zh"], PHONE, STORY["zh"], "阿扎村", "请帮我要回工资", NAME["bo"], STORY["bo"])


@dataclass
class Day:
    """A day at the office: the house, its bot at work, a resident who has filed, a clerk and a unit's man."""

    api: BotApi
    house: House
    clock: SetTime
    resident: Resident
    clerk: Member
    pema: Member

    async def phone(self, member: Member, language: str = "zh") -> User:
        """A phone linked to a member's account."""
        user = self.api.user(first_name="x", language_code=language, bot=self.api.staff)
        code = await self.house.store.write(
            lambda c: staff_phones.new_link_code(c, self.house.keyring, member.id, self.clock.now())
        )
        await user.sends(f"/link {code}")
        await user.waits_for(2)
        return user

    async def case(self) -> Stored:
        """The resident's case as it stands."""
        found = await self.house.store.read(
            lambda c: case_rows.find(c, self.house.keyring, self.resident.number)
        )
        assert found is not None
        return found

    async def moves(self) -> list[str]:
        """What was done with it."""
        stored = await self.case()
        return [e.move for e in await self.house.store.read(lambda c: case_rows.history(c, stored))]

    async def made(self, name: str, member: Member, **parts: str) -> None:
        """A move made at the desk."""
        now, number = self.clock.now(), self.resident.number
        await self.house.store.write(lambda c: self.house.casework.move(c, number, name, member, parts, now))

    async def taken_on(self) -> str:
        """The resident files, and the labour bureau has the case in hand; its number."""
        number = await self.resident.files()
        await self.made("forward", self.clerk, unit="renshe", complexity="simple")
        await self.made("accept", self.pema, item="6")
        return number

    async def notices(self) -> list[str]:
        """What the resident was told."""
        stored = await self.case()
        return [n.text for n in await self.house.store.read(lambda c: desk.notices(c, stored))]


@asynccontextmanager
async def at_work(house: House) -> AsyncIterator[None]:
    """The bot polls, and what is owed is delivered."""
    bot_at_work = Staff(house)
    pace = Pace(window_s=0.0, most_in_all=1000)
    delivery = Delivery(house.store, house.keyring, house.time, house.bell, {STAFF: bot_at_work.sender}, pace)
    tasks = [asyncio.create_task(bot_at_work.poll()), asyncio.create_task(delivery.run())]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await bot_at_work.close()


async def card(user: User) -> Message:
    """The next card."""
    message = await user.next_message()
    assert message.buttons, message.text
    return message


async def card_in_time(day: Day, user: User) -> Message:
    """The next card, however long its trouble holds it up: the clock moves on meanwhile."""
    for _ in range(40):
        day.clock.later(minutes=2)
        with contextlib.suppress(AssertionError):
            return await user.next_message(timeout_s=0.25)
    raise AssertionError("no card came in time")


async def steps(user: User, message: Message, *labels: str) -> Message:
    """Press one button after another; each changes the same message."""
    for label in labels:
        edits = message.edits
        await user.presses(label, message)
        await user.waits_for_edit(message, edits + 1)
    return message


@asynccontextmanager
async def a_day(api: BotApi, folder: Path, database_url: str = "") -> AsyncIterator[Day]:
    """A day at the office; at its end no message of the bot may hold a personal detail. `database_url`: of
    PostgreSQL; else SQLite."""
    settings = Settings(
        data_dir=folder,
        database_url=database_url,
        staff_token=SecretStr(STAFF_TOKEN),
        telegram_api=api.base,
        secure_cookies=False,
    )
    clock = SetTime()
    house = await bot.wiring.build(settings, KEY, clock)
    clerk = await joins(house, "dorje", Role.CLERK, "xinfang", name="多吉")
    pema = await joins(house, "pema", Role.UNIT, "renshe", name="白玛")
    resident = Resident(house, "resident-1")
    try:
        async with at_work(house):
            yield Day(api, house, clock, resident, clerk, pema)
    finally:
        await house.close()
    said = json.dumps([call.params for call in api.calls], ensure_ascii=False, default=str)
    assert [word for word in PERSONAL if word in said] == []
