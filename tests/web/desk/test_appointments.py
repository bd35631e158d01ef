"""Promises of the appointments at the desk: who sees them, what is done, what their residents hear."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Said
from tests.bot.houses import SetTime, cached_texts, demo_office, open_house
from tests.web.desk.people import NAME, OVER_BOTH, PHONE, Browser, Resident, joins

pytestmark = OVER_BOTH
SLOT, LATER = "20261202-0930-secretary", "20261203-1530-deputy"


@pytest.fixture
async def house(
    tmp_path: Path, emptied_database: str, clock: SetTime, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    """A house with the reception days of the demonstration."""
    cached_texts(monkeypatch)
    async with open_house(tmp_path, emptied_database, time=clock, office=demo_office()) as opened:
        yield opened


async def books(one: Resident, slot: str = SLOT, matter: str = "wages") -> str:
    """A whole appointment; its number."""
    presses = ("menu:visit", "visit:new", "consent:agree", f"slot:{slot}", f"matter:{matter}", "people:3")
    for press in (f"language:{one.language}", *presses, "speaks:interpreter"):
        await one.presses(press)
    for said in (NAME[one.language], PHONE):
        await one.does(Said(said))
    reply = await one.presses("summary:submit")
    found = re.search(r"\d{6}", reply.bubble.text)
    assert found, reply.bubble
    return found[0]


async def test_a_day_s_appointments_are_listed_with_all_that_receiving_needs(
    clerk: Browser, house: House
) -> None:
    filed = Resident(house, "a")
    case = await filed.files()
    first = await books(filed, matter=case)
    second = await books(Resident(house, "b", "bo"), LATER)
    page = (await clerk.opens("/appointments")).text
    assert page.index(f'id="visit-{first}"') < page.index(f'id="visit-{second}"')
    for told in (
        "2026年12月2日 星期三",
        "09:30-10:00",
        "县委书记",
        "3 人",
        "要翻译",
        NAME["zh"],
        PHONE,
        "已约",
    ):
        assert told in page
    assert f">{case}</a>" in page
    assert "拖欠工资" in page
    assert 'href="/desk/appointments"' in (await clerk.opens("/")).text


async def test_only_those_who_keep_the_reception_see_them(labour: Browser, house: House) -> None:
    number = await books(Resident(house, "a"))
    for role, login in ((Role.SUPERVISOR, "su"), (Role.ADMIN, "ad"), (Role.DISCIPLINE, "di")):
        await joins(house, login, role, "xinfang")
        async with Browser(house) as other:
            await other.signs_in(login)
            assert (await other.opens("/appointments")).status_code == 404
    assert 'href="/desk/appointments"' not in (await labour.opens("/")).text
    for page in (
        await labour.opens("/appointments"),
        await labour.sends(f"/appointments/{number}/cancel", after="0"),
    ):
        assert page.status_code in (403, 404)
        assert NAME["zh"] not in page.text
    await joins(house, "head", Role.HEAD, "xinfang")
    async with Browser(house) as head:
        await head.signs_in("head")
        assert NAME["zh"] in (await head.opens("/appointments")).text


async def test_one_is_moved_and_called_off_and_a_page_that_is_old_changes_nothing(
    clerk: Browser, house: House
) -> None:
    one = Resident(house, "a")
    number = await books(one)
    await clerk.opens("/appointments")
    moved = await clerk.sends(f"/appointments/{number}/move", after="0", slot=LATER)
    assert "时间已经改了" in moved.text
    assert "15:30-17:00" in moved.text
    assert "12月3日" in (await one.presses("visit:mine")).bubble.text
    for action in ("move", "cancel"):
        old = await clerk.sends(f"/appointments/{number}/{action}", after="0", slot=SLOT)
        assert old.status_code == 409
        assert "有了变化" in old.text
    full = await clerk.sends(f"/appointments/{number}/move", after="1", slot="20261203-0900-nobody")
    assert full.status_code == 409
    off = await clerk.sends(f"/appointments/{number}/cancel", after="1")
    assert "已取消" in off.text
    assert number not in (await one.presses("visit:mine")).bubble.text
    assert (await clerk.sends("/appointments/999999/cancel", after="0")).status_code == 404
    assert (await clerk.sends(f"/appointments/{number}/eat", after="0")).status_code == 404


async def test_how_it_ended_is_noted_from_its_day_on(clerk: Browser, house: House, clock: SetTime) -> None:
    number = await books(Resident(house, "a"))
    await clerk.opens("/appointments")
    assert (await clerk.sends(f"/appointments/{number}/held", after="0")).status_code == 409
    clock.at = datetime(2026, 12, 3, 1, 0, tzinfo=UTC)
    await clerk.signs_in("dorje")
    assert number not in (await clerk.opens("/appointments")).text
    assert number in (await clerk.opens("/appointments?show=past")).text
    held = await clerk.sends(f"/appointments/{number}/held", after="0")
    assert "已接待" in held.text
    missed = await clerk.sends(f"/appointments/{number}/missed", after="1")
    assert 'class="tag missed">没有来' in missed.text


async def test_a_form_from_elsewhere_moves_nobody(clerk: Browser, house: House) -> None:
    number = await books(Resident(house, "a"))
    await clerk.opens("/appointments")
    forged = await clerk.sends(f"/appointments/{number}/cancel", after="0", proof="x")
    assert forged.status_code == 403
    assert "已约" in (await clerk.opens("/appointments")).text
