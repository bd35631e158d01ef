"""Promises about the queue: the nearest due day first, only what one may see, nothing a resident wrote."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import update

from bot.web.desk import lists
from bot.wiring import House
from storage.tables import outbox
from tests.bot.houses import SetTime
from tests.web.desk.people import NAME, OVER_BOTH, PHONE, STORY, Browser, Resident

pytestmark = OVER_BOTH


def numbers(page: str) -> list[str]:
    """The cases listed, from the top."""
    return re.findall(r'id="case-([^"]+)"', page)


def counts(page: str) -> dict[str, int]:
    """What each filter says it holds."""
    return {k: int(v) for k, v in re.findall(r'id="show-(\w+)"[^>]*>[^<]*<b>(\d+)</b>', page)}


async def test_the_nearest_due_day_stands_first_and_overdue_is_told_in_words(
    clerk: Browser, house: House, clock: SetTime
) -> None:
    first = await Resident(house, "a").files()
    clock.later(days=1)
    second = await Resident(house, "b").files()
    clock.later(days=1)
    third = await Resident(house, "c").files()
    await clerk.signs_in("dorje")
    page = (await clerk.opens("/")).text
    assert numbers(page) == [first, second, third]
    assert "已超期 1 天" in page
    assert "今天到期" in page
    told = {"mine": 3, "own": 0, "today": 1, "overdue": 1, "waiting": 0, "bo": 0, "undelivered": 0, "all": 3}
    assert counts(page) == told
    assert numbers((await clerk.opens("/?show=overdue")).text) == [first]


async def test_no_list_holds_anything_a_resident_wrote(clerk: Browser, resident: Resident) -> None:
    for show in ("mine", "all"):
        page = (await clerk.opens(f"/?show={show}")).text
        assert resident.number in page
        assert not [word for word in (NAME["zh"], PHONE, STORY["zh"]) if word in page]


async def test_a_unit_sees_and_counts_its_own_cases_alone(
    clerk: Browser, labour: Browser, resident: Resident, house: House
) -> None:
    other = await Resident(house, "b").files()
    assert numbers((await labour.opens("/")).text) == []
    await clerk.moves(resident.number, "forward", unit="renshe", complexity="simple")
    await clerk.moves(other, "forward", unit="minzheng", complexity="simple")
    for show in ("", "?show=all", "?show=waiting", "?show=undelivered", "?show=nonsense"):
        page = (await labour.opens(f"/{show}")).text
        assert other not in page
        assert counts(page)["mine"] == 1
    assert (await labour.opens(f"/cases/{other}")).status_code == 404
    assert (await labour.opens(f"/cases/{resident.number}")).status_code == 200


async def test_the_list_goes_on_by_pages_that_lose_and_double_nothing(
    clerk: Browser, house: House, clock: SetTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "PAGE", 2)
    filed = []
    for day in range(3):
        filed += [await Resident(house, f"{day}-{n}").files() for n in range(2)]
        clock.later(days=day % 2)
    await clerk.signs_in("dorje")
    seen: list[str] = []
    path = "/"
    for _ in range(9):
        page = (await clerk.opens(path)).text
        seen += numbers(page)
        more = re.search(r'id="more"[^>]*href="/desk([^"]+)"', page)
        if more is None:
            break
        path = more[1].replace("&amp;", "&")
    assert sorted(seen) == sorted(filed)
    assert len(seen) == len(set(seen))


async def test_a_new_case_shows_where_the_list_renews_itself(clerk: Browser, house: House) -> None:
    page = (await clerk.opens("/")).text
    assert 'hx-trigger="every 10s"' in page
    number = await Resident(house, "b").files()
    rows = (await clerk.opens("/rows?show=mine")).text
    assert numbers(rows) == [number]
    assert "<html" not in rows


async def test_a_case_that_waits_for_its_resident_is_marked_and_found(
    clerk: Browser, resident: Resident
) -> None:
    await clerk.moves(resident.number, "ask", text="请发合同的照片。")
    page = (await clerk.opens("/?show=waiting")).text
    assert numbers(page) == [resident.number]
    assert '<span class="tag">等反映人</span>' in page


async def test_a_notice_that_did_not_arrive_brings_its_case_to_the_desk(
    clerk: Browser, resident: Resident, house: House
) -> None:
    await clerk.moves(resident.number, "ask", text="请发合同的照片。")
    await house.store.write(
        lambda c: c.execute(update(outbox).where(outbox.c.lane == 1).values(state="blocked"))
    )
    assert numbers((await clerk.opens("/?show=undelivered")).text) == [resident.number]
    assert "对方屏蔽了" in (await clerk.opens(f"/cases/{resident.number}")).text


async def test_a_number_typed_in_any_form_opens_its_case(clerk: Browser, resident: Resident) -> None:
    digits = resident.number.removeprefix("嘉信")
    for typed in (resident.number, digits, f"  {digits} "):
        page = await clerk.client.get("/desk/find", params={"number": typed}, follow_redirects=True)
        assert resident.number in page.text
    page = await clerk.client.get("/desk/find", params={"number": "nothing"})
    assert page.status_code == 404
