"""Promises of the desk about claims: who holds a case stands on its page, and two do not work on it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from bot.wiring import House
from cases.lifecycle import Role, Status
from tests.bot.houses import SetTime
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins
from tests.web.desk.test_case import moves, stored

pytestmark = OVER_BOTH
WORDS = "请发合同的照片，还有工友的电话。"


@pytest_asyncio.fixture
async def second(house: House) -> AsyncIterator[Browser]:
    """Another clerk of the office, signed in."""
    await joins(house, "norbu", Role.CLERK, "xinfang", name="罗布")
    async with Browser(house) as browser:
        await browser.signs_in("norbu")
        yield browser


async def test_the_loser_is_told_who_holds_the_case_and_loses_nothing_typed(
    house: House, clerk: Browser, second: Browser, resident: Resident
) -> None:
    address = f"/cases/{resident.number}"
    for browser in (clerk, second):
        assert "我来办" in (await browser.opens(address)).text
    drawn = second.page
    won = await clerk.sends(f"{address}/claim")
    assert "归您办了" in won.text
    assert "您在办，留到 11-23 09:30" in won.text
    lost = await second.sends(f"{address}/claim")
    assert lost.status_code == 409
    assert "多吉正在办这件事，留到 11-23 09:30" in lost.text
    second.page = drawn  # a page from before, with a text typed on it
    refused = await second.sends(f"{address}/moves/ask", text=WORDS)
    assert refused.status_code == 409
    assert "多吉正在办这件事" in refused.text
    assert WORDS in refused.text
    seen = await second.opens(address)
    assert seen.status_code == 200, "who only reads is not kept back"
    assert "多吉在办，留到 11-23 09:30" in seen.text
    assert "我来办" not in seen.text
    assert await moves(house, resident.number) == ["file", "read", "read", "claim"]


async def test_a_page_drawn_under_a_lease_that_was_taken_moves_nothing(
    house: House, clerk: Browser, second: Browser, resident: Resident, clock: SetTime
) -> None:
    address = f"/cases/{resident.number}"
    await clerk.opens(address)
    await clerk.sends(f"{address}/claim")
    drawn = clerk.page
    clock.later(minutes=31)
    await second.opens(address)
    await second.sends(f"{address}/claim")
    await second.sends(f"{address}/let_go")
    clerk.page = drawn
    refused = await clerk.sends(f"{address}/moves/forward", unit="renshe", complexity="simple")
    assert refused.status_code == 409
    assert "罗布" in refused.text
    again = await clerk.sends(f"{address}/moves/forward", unit="renshe", complexity="simple")
    assert again.status_code == 200, "seen anew, and nobody holds it"
    assert (await stored(house, resident.number)).case.status is Status.FORWARDED


async def test_let_go_the_case_is_anybodys(
    house: House, clerk: Browser, second: Browser, resident: Resident
) -> None:
    address = f"/cases/{resident.number}"
    await clerk.opens(address)
    await clerk.sends(f"{address}/claim")
    assert "已经放开" in (await clerk.sends(f"{address}/let_go")).text
    await second.opens(address)
    assert "归您办了" in (await second.sends(f"{address}/claim")).text


async def test_the_resident_who_asks_who_opened_the_case_is_not_told_of_claims(
    house: House, clerk: Browser, resident: Resident
) -> None:
    await clerk.opens(f"/cases/{resident.number}")
    await clerk.sends(f"/cases/{resident.number}/claim")
    page = await clerk.opens(f"/cases/{resident.number}")
    assert "认领" in page.text, "for the staff it is on record"
    for step in ("menu:mydata", "mine:readers", f"which:{resident.number}"):
        told = await resident.presses(step)
    heard = str(told.bubble)
    assert "看过" in heard
    assert heard.count("办了一步") == 1, "the filing"
