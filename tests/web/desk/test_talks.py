"""Promises of talks at the desk: who waits is seen, one takes and answers, only the office may."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Said, Sent
from tests.bot.houses import SetTime
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins
from tests.web.residents.story import photo

pytestmark = OVER_BOTH
WORDS = "村里的水管坏了"


async def waits(house: House, clock: SetTime) -> Resident:
    """A resident who asked for a person and said something, with a photo."""
    clock.at = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
    one = Resident(house, "a")
    for press in ("language:zh", "menu:person"):
        await one.presses(press)
    await one.does(Said(WORDS))
    came = await house.uploads.take("web", "a", photo(), "水管.jpg", "image/jpeg", "photo")
    await one.does(Sent((came.attachment,)), (came,))
    return one


async def address(desk: Browser) -> str:
    """The talk that is listed."""
    page = (await desk.opens("/talks")).text
    found = re.search(r'href="/desk(/talks/[0-9a-f]+)"', page)
    assert found, page
    return found[1]


async def test_a_clerk_reads_takes_answers_and_closes(clerk: Browser, house: House, clock: SetTime) -> None:
    one = await waits(house, clock)
    talk = await address(clerk)
    page = (await clerk.opens(talk)).text
    assert WORDS in page
    assert "我来回" in page
    assert "发给群众" not in page, "who has not taken it writes nothing"
    file = re.search(r'src="/desk(/files/[^"]+)"', page)
    assert file, page
    assert (await clerk.opens(file[1])).headers["content-type"] == "image/jpeg"
    await clerk.opens(talk)
    await clerk.sends(f"{talk}/take")
    await clerk.sends(f"{talk}/write", text="马上来修 <b>")
    page = (await clerk.opens(f"{talk}/lines")).text
    assert "马上来修 &lt;b&gt;" in page
    assert "<html" not in page
    await clerk.opens(talk)
    await clerk.sends(f"{talk}/close")
    assert "现在没有人等" in (await clerk.opens("/talks")).text
    assert (await one.does(Said("喂"))).bubble.text, "the house answers again"


async def test_who_comes_second_is_told_who_has_it_and_keeps_what_they_typed(
    clerk: Browser, house: House, clock: SetTime
) -> None:
    await waits(house, clock)
    talk = await address(clerk)
    other = Browser(house)
    await joins(house, "other", Role.CLERK, "xinfang", name="次仁")
    await other.signs_in("other")
    await other.sends(f"{talk}/take")
    answer = await clerk.sends(f"{talk}/take")
    assert answer.status_code == 409
    assert "次仁 已经在回这个人了" in answer.text


async def test_a_unit_sees_none_of_it(labour: Browser, clerk: Browser, house: House, clock: SetTime) -> None:
    await waits(house, clock)
    talk = await address(clerk)
    for path in ("/talks", talk, f"{talk}/lines"):
        assert (await labour.opens(path)).status_code == 404
    assert "/talks" not in (await labour.opens("/")).text


async def test_a_talk_handed_back_waits_again_and_another_takes_it(
    clerk: Browser, house: House, clock: SetTime
) -> None:
    one = await waits(house, clock)
    talk = await address(clerk)
    await clerk.opens(talk)
    await clerk.sends(f"{talk}/take")
    assert "交回去" in (await clerk.opens(talk)).text
    answer = await clerk.sends(f"{talk}/back")
    assert "等着" in answer.text, "it stands in the list again"
    assert (await one.does(Said("还在吗"))).bubble.text == "", "the resident is told nothing and goes on"
    await clerk.opens(talk)
    late = await clerk.sends(f"{talk}/write", text="晚了一步")
    assert late.status_code == 409
    assert "晚了一步" in late.text, "what was typed is kept"
    async with Browser(house) as other:
        await joins(house, "other", Role.CLERK, "xinfang", name="次仁")
        await other.signs_in("other")
        page = (await other.opens(talk)).text
        assert WORDS in page
        assert "交回去" not in page
        await other.sends(f"{talk}/take")
        await other.opens(talk)
        assert (await other.sends(f"{talk}/write", text="我来接着说")).status_code == 200


async def test_a_head_hands_back_what_another_holds_and_a_stranger_to_it_may_not(
    clerk: Browser, house: House, clock: SetTime
) -> None:
    await waits(house, clock)
    talk = await address(clerk)
    await clerk.opens(talk)
    await clerk.sends(f"{talk}/take")
    for login, role, status in (("second", Role.CLERK, 409), ("head", Role.HEAD, 200)):
        async with Browser(house) as other:
            await joins(house, login, role, "xinfang")
            await other.signs_in(login)
            await other.opens(talk)
            assert (await other.sends(f"{talk}/back")).status_code == status
