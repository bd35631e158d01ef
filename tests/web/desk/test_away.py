"""Promises of keeping away (回避) at the desk: who steps away is gone from the case at once, on record."""

from __future__ import annotations

import re
from urllib.parse import quote

from bot.wiring import House
from cases.lifecycle import Role
from storage import staff
from tests.web.desk.people import NAME, OVER_BOTH, STORY, Browser, Resident, joins

pytestmark = OVER_BOTH
WHY = "反映人是我舅舅"


async def _signed_in(house: House, login: str, role: Role, unit: str) -> Browser:
    await joins(house, login, role, unit)
    browser = await Browser(house).__aenter__()
    await browser.signs_in(login)
    return browser


async def test_a_clerk_steps_away_and_a_head_lets_them_back(
    clerk: Browser, house: House, resident: Resident
) -> None:
    head = await _signed_in(house, "gonpo", Role.HEAD, "xinfang")
    address = f"/cases/{resident.number}/away"
    assert quote(address) in (await clerk.opens(f"/cases/{resident.number}")).text
    await clerk.opens(address)
    gone = await clerk.sends(f"{address}/keep", why=WHY)
    assert gone.url.path == "/desk/"
    for path in ("/?show=all", address, f"/cases/{resident.number}"):
        page = await clerk.opens(path)
        assert resident.number not in page.text
        assert page.status_code == (200 if path == "/?show=all" else 404)
    page = (await head.opens(address)).text
    assert WHY in page
    assert "多吉" in page
    clerk_id = (await house.store.read(lambda c: staff.by_login(c, "dorje")) or (None,))[0]
    assert clerk_id is not None
    back = await head.sends(f"{address}/back", whom=clerk_id.id)
    assert "回避已经解除" in back.text
    case = (await head.opens(f"/cases/{resident.number}")).text
    events = re.findall(r"<b>([^<]*)</b>", case[case.index('id="events"') :])
    assert [one for one in events if "回避" in one] == ["回避", "解除回避"]
    assert (await clerk.opens(f"/cases/{resident.number}")).status_code == 200
    await head.client.aclose()


async def test_a_head_keeps_somebody_away_and_a_clerk_cannot(
    clerk: Browser, house: House, resident: Resident
) -> None:
    head = await _signed_in(house, "gonpo", Role.HEAD, "xinfang")
    other = await joins(house, "nima", Role.CLERK, "xinfang", name="尼玛")
    address = f"/cases/{resident.number}/away"
    assert "尼玛" not in (await clerk.opens(address)).text
    refused = await clerk.sends(f"{address}/keep", whom=other.id, why=WHY)
    assert refused.status_code == 422
    assert WHY in refused.text
    assert "尼玛" in (await head.opens(address)).text
    empty = await head.sends(f"{address}/keep", whom=other.id, why=" ")
    assert empty.status_code == 422
    assert re.search(rf'value="{other.id}" selected', empty.text)
    assert "回避已经记下" in (await head.sends(f"{address}/keep", whom=other.id, why=WHY)).text
    async with Browser(house) as browser:
        await browser.signs_in("nima")
        assert resident.number not in (await browser.opens("/?show=all")).text
    await head.client.aclose()


async def test_the_only_one_who_can_work_on_it_cannot_step_away(clerk: Browser, resident: Resident) -> None:
    address = f"/cases/{resident.number}/away"
    await clerk.opens(address)
    refused = await clerk.sends(f"{address}/keep", why=WHY)
    assert refused.status_code == 422
    assert "没有人能办" in refused.text
    assert WHY in refused.text


async def test_a_supervisor_sees_clocks_and_moves_and_nothing_a_resident_wrote(
    house: House, clerk: Browser
) -> None:
    resident = Resident(house, "with-photo")
    await resident.files(photo=True)
    page = (await clerk.opens(f"/cases/{resident.number}")).text
    [file] = set(re.findall(r"/files/([0-9a-f]{16})", page))
    sangye = await _signed_in(house, "sangye", Role.SUPERVISOR, "dangwei_zhengfu")
    assert resident.number in (await sangye.opens("/")).text
    page = (await sangye.opens(f"/cases/{resident.number}")).text
    assert 'id="clocks"' in page
    assert 'id="events"' in page
    assert [word for word in (NAME["zh"], STORY["zh"], "请帮我要回工资", file) if word in page] == []
    assert (await sangye.opens(f"/files/{file}")).status_code == 404
    await sangye.client.aclose()


async def test_the_page_reads_in_tibetan_too(clerk: Browser, house: House, resident: Resident) -> None:
    found = await house.store.read(lambda c: staff.by_login(c, "dorje"))
    assert found
    await house.store.write(lambda c: staff.set_language(c, found[0].id, "bo"))
    assert "ཟུར་གཡོལ།" in (await clerk.opens(f"/cases/{resident.number}/away")).text
