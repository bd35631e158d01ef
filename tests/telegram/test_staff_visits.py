"""Promises of appointments in the staff's bot: today's and tomorrow's for the office, and no names."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

import bot.wiring
from bot.settings import Settings
from cases.lifecycle import Role
from tests.bot.houses import KEY, SetTime, cached_texts, demo_office
from tests.telegram.bot_api import STAFF_TOKEN, BotApi
from tests.telegram.staff_day import PERSONAL, Day, at_work
from tests.web.desk.people import Resident, joins
from tests.web.desk.test_appointments import LATER, SLOT, books


@pytest.fixture
async def day(bot_api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Day]:
    """A day at an office with reception days."""
    cached_texts(monkeypatch)
    settings = Settings(
        data_dir=tmp_path, staff_token=SecretStr(STAFF_TOKEN), telegram_api=bot_api.base, secure_cookies=False
    )
    clock = SetTime()
    house = await bot.wiring.build(settings, KEY, clock, demo_office())
    clerk = await joins(house, "dorje", Role.CLERK, "xinfang", name="多吉")
    pema = await joins(house, "pema", Role.UNIT, "renshe", name="白玛")
    try:
        async with at_work(house):
            yield Day(bot_api, house, clock, Resident(house, "r"), clerk, pema)
    finally:
        await house.close()


async def test_the_office_asks_for_today_s_and_tomorrow_s_and_a_unit_is_told_nothing(day: Day) -> None:
    early, late = Resident(day.house, "a"), Resident(day.house, "b", "bo")
    soon, then = await books(early, SLOT), await books(late, LATER)
    clerk, pema = await day.phone(day.clerk), await day.phone(day.pema)
    await clerk.sends("/visits")
    assert "没有约访" in (await clerk.next_message()).text
    day.clock.at = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    await clerk.sends("/visits")
    told = (await clerk.next_message()).text
    assert soon in told
    assert "09:30-10:00" in told
    assert "3 人" in told
    assert then not in told
    await early.presses(f"visit:cancel-sure.{soon}")
    day.clock.at = datetime(2026, 12, 2, 2, 0, tzinfo=UTC)
    await clerk.sends("/visits")
    told = (await clerk.next_message()).text
    assert soon not in told
    assert then in told
    await pema.sends("/visits")
    assert then not in (await pema.next_message()).text
    said = json.dumps([call.params for call in day.api.calls], ensure_ascii=False, default=str)
    assert [word for word in (*PERSONAL, "拖欠工资") if word in said] == []
