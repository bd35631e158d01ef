"""Promises of the words at the desk: one corrects, another decides, readers sign, all of it is on record."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Asked
from tests.bot.houses import open_house
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH
HERE = "/translations/cancel-sure"
ZH, BO = "真的不填了吗？", "འབྲི་མཚམས་འཇོག་པ་ཡིན་ནམ།"
OTHER = "འབྲི་བ་མཚམས་འཇོག་གམ།"


async def signed_in(house: House, login: str, role: Role, name: str, language: str = "zh") -> Browser:
    """A member at the desk."""
    await joins(house, login, role, "xinfang", name=name, language=language)
    browser = Browser(house)
    await browser.signs_in(login)
    return browser


@pytest.fixture
async def tsering(house: House) -> Browser:
    """A translator."""
    return await signed_in(house, "tsering", Role.TRANSLATOR, "次仁")


@pytest.fixture
async def head(house: House) -> Browser:
    """The head."""
    return await signed_in(house, "head", Role.HEAD, "主任")


async def proposes(who: Browser, zh: str = ZH, bo: str = BO, note: str = "") -> int:
    """Write the message anew; the answer's status."""
    await who.opens(HERE)
    return (await who.sends(f"{HERE}/propose", zh=zh, bo=bo, note=note)).status_code


async def approves(who: Browser) -> int:
    """Put it in force; the answer's status."""
    await who.opens(HERE)
    return (await who.sends(f"{HERE}/approve")).status_code


async def asked_to_cancel(house: House, address: str = "r", language: str = "bo") -> str:
    """What a resident at the web is asked who leaves a complaint."""
    one = Resident(house, address, language)
    for press in (f"language:{language}", "menu:complaint", "consent:agree"):
        await one.presses(press)
    return (await one.does(Asked("cancel"))).bubble.text


async def test_nobody_puts_their_own_text_in_force(house: House, tsering: Browser, head: Browser) -> None:
    assert await proposes(tsering, note="短一点") == 200
    page = await tsering.opens(HERE)
    assert f"{HERE}/approve" not in page.text, "the author has no such button"
    assert await approves(tsering) == 403
    assert BO not in await asked_to_cancel(house, "before")
    assert await approves(head) == 200
    assert BO in await asked_to_cancel(house, "after")
    assert ZH in await asked_to_cancel(house, "chinese", "zh")


async def test_who_saw_an_older_page_changes_nothing(house: House, tsering: Browser, head: Browser) -> None:
    await head.opens(HERE)
    await proposes(tsering)
    stale = await head.sends(f"{HERE}/propose", zh="那就不填了。", bo=BO)
    assert stale.status_code == 409
    assert "那就不填了" in stale.text, "what was typed stays"
    assert await approves(head) == 200


async def test_every_act_is_on_record_and_an_earlier_text_comes_back_by_two(
    house: House, tsering: Browser, head: Browser
) -> None:
    before = house.texts["bo"].text("cancel-sure")
    await proposes(tsering, note="更短")
    await approves(head)
    await proposes(head, bo=OTHER)
    await approves(tsering)
    page = (await tsering.opens(HERE)).text
    for told in ("更短", "次仁", "主任", "提出更正", "<del>", "<ins>", "2026年11月23日"):
        assert told in page, told
    assert OTHER in await asked_to_cancel(house, "second")
    number = re.search(r'name="to" value="(\d+)"', page)
    assert number
    waits = await tsering.sends(f"{HERE}/back", to=number[1])
    assert "等另一人审核" in waits.text
    assert OTHER in await asked_to_cancel(house, "waits"), "it is approved again"
    await approves(head)
    assert BO in await asked_to_cancel(house, "first")
    await head.opens(HERE)
    answer = await head.sends(f"{HERE}/back", to="released")
    assert answer.status_code == 200
    assert "已经换回软件里的文字" in answer.text
    assert before in await asked_to_cancel(house, "released"), "at once"


async def test_the_author_takes_a_proposal_back_and_another_refuses_it(
    house: House, tsering: Browser, head: Browser
) -> None:
    await proposes(tsering)
    await tsering.opens(HERE)
    await tsering.sends(f"{HERE}/end")
    assert "收回" in tsering.page.text
    await proposes(tsering)
    await head.opens(HERE)
    page = (await head.sends(f"{HERE}/end", note="原来的好")).text
    assert "不同意" in page
    assert "原来的好" in page
    assert BO not in await asked_to_cancel(house)


async def test_a_note_stays_in_its_own_field_where_its_act_is_refused(
    house: House, tsering: Browser, head: Browser
) -> None:
    await proposes(tsering)
    await head.opens(HERE)
    drawn = head.page
    await head.sends(f"{HERE}/sign", status="needs_change", note="别的话")
    head.page = drawn
    stale = await head.sends(f"{HERE}/sign", status="needs_change", note="敬语不对")
    assert stale.status_code == 409
    assert re.findall(r'<(?:input|textarea) id="(\w+)"[^>]*(?:>|value=")敬语不对', stale.text) == ["change"]
    head.page = drawn
    stale = await head.sends(f"{HERE}/end", note="原来的好")
    assert stale.status_code == 409
    assert re.findall(r'<(?:input|textarea) id="(\w+)"[^>]*(?:>|value=")原来的好', stale.text) == ["why"]
    await approves(head)
    head.page = drawn
    gone = await head.sends(f"{HERE}/end", note="原来的好")
    assert gone.status_code == 409
    assert ">原来的好</textarea>" in gone.text, "there is nothing more to refuse, and the note is given back"


async def test_the_mark_goes_when_a_reader_signs_and_comes_back_with_another_text(
    house: House, tsering: Browser, head: Browser
) -> None:
    assert "cancel-sure" in house.texts["bo"].drafts
    await tsering.opens(HERE)
    await tsering.sends(f"{HERE}/sign", status="native_ok")
    assert "母语读者已签" in tsering.page.text
    assert "cancel-sure" not in house.texts["bo"].drafts
    await proposes(tsering)
    await approves(head)
    assert "cancel-sure" in house.texts["bo"].drafts, "what was signed was another text"
    await tsering.opens(HERE)
    assert (await tsering.sends(f"{HERE}/sign", status="native_ok")).status_code == 403, "her own"
    await head.opens(HERE)
    await head.sends(f"{HERE}/sign", status="bureau_ok")
    assert "cancel-sure" not in house.texts["bo"].drafts
    await head.opens(HERE)
    assert (await head.sends(f"{HERE}/sign", status="needs_change")).status_code == 422, "what is to change"
    await head.opens(HERE)
    await head.sends(f"{HERE}/sign", status="needs_change", note="敬语")
    assert "cancel-sure" in house.texts["bo"].drafts


async def test_the_list_is_searched_and_filtered(house: House, tsering: Browser, head: Browser) -> None:
    await proposes(tsering)
    page = (await tsering.opens("/translations?only=waiting")).text
    assert re.findall(r'id="m-([^"]+)"', page) == ["cancel-sure"]
    await approves(head)
    for query in (
        "only=live",
        f"words={ZH}",
        f"words={BO[:6]} cancel&only=live",
        "file=common.ftl&only=live",
    ):
        found = re.findall(r'id="m-([^"]+)"', (await tsering.opens(f"/translations?{query}")).text)
        assert "cancel-sure" in found, query
    assert re.findall(r'id="m-', (await tsering.opens("/translations?state=bureau_ok")).text) == []
    first = (await tsering.opens("/translations")).text
    follows = re.search(r'rel="next" href="/desk([^"]+)"', first)
    assert follows
    assert (await tsering.opens(unescape(follows[1]))).status_code == 200
    for odd in ("?state=x&only=x&page=-1", "?page=99999999", "?words=%00"):
        assert (await tsering.opens(f"/translations{odd}")).status_code == 200


async def test_another_process_says_it_without_a_restart(
    house: House, tsering: Browser, head: Browser, tmp_path: Path, emptied_database: str
) -> None:
    async with open_house(tmp_path, emptied_database, time=house.time) as other:
        old = await asked_to_cancel(other, "a")
        await proposes(tsering)
        await approves(head)
        assert await asked_to_cancel(other, "b") == old
        assert await other.translating.book.look()
        assert BO in await asked_to_cancel(other, "c")
        assert not await other.translating.book.look(), "one number is compared"
    async with open_house(tmp_path, emptied_database, time=house.time) as later:
        assert BO in await asked_to_cancel(later, "d"), "and one that starts later begins with it"
