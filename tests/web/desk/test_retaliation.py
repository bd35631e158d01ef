"""Promises about reports of retaliation: they reach those above, and nothing of them anybody else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, update

from bot.export import Asked, exported
from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Said
from storage.tables import outbox, staff
from tests.bot.houses import reloaded, with_office
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH
HARM = "所长说我再告就不给我办证。"
SHOWS = ("mine", "all", "overdue", "waiting", "undelivered")
OTHERS = (("pema", Role.UNIT, "renshe"), ("dorje", Role.CLERK, "xinfang"), ("gonpo", Role.HEAD, "xinfang"))
ABOVE = ("sonam", Role.UNIT, "dangwei_zhengfu")


@pytest.fixture
async def told(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house whose county's inspectors read such reports, with its people."""
    house = await reloaded(with_office(house, tmp_path, {"readers": "dangwei_zhengfu"}), monkeypatch)
    for login, role, unit in (*OTHERS, ABOVE):
        await joins(house, login, role, unit)
    await house.store.write(
        lambda c: [
            c.execute(update(staff).where(staff.c.login == login).values(telegram_hash=login.encode()))
            for login, *_ in (*OTHERS, ABOVE)
        ]
    )
    return house


async def _forwarded(house: House) -> Resident:
    """A resident whose case the labour bureau has."""
    resident = Resident(house, "resident")
    await resident.files()
    async with Browser(house) as clerk:
        await clerk.signs_in("dorje")
        await clerk.moves(resident.number, "forward", unit="renshe", complexity="simple")
    return resident


async def _reports(resident: Resident) -> str:
    await resident.presses(f"case:retaliation.{resident.number}")
    await resident.does(Said(HARM))
    reply = await resident.presses("facts:done")
    assert reply.receipt is not None
    return reply.receipt[0]


async def _sees(browser: Browser, number: str) -> list[str]:
    """Every list, count and page of one member, without the marks of a form."""
    pages = [(await browser.opens(f"/?show={show}")).text for show in SHOWS]
    pages += [(await browser.opens(f"/rows?show={show}")).text for show in SHOWS]
    pages.append((await browser.opens(f"/cases/{number}")).text)
    return [re.sub(r'name="proof" value="[^"]*"', "", page) for page in pages]


async def test_nobody_but_those_above_sees_a_byte_of_it(told: House) -> None:
    resident = await _forwarded(told)
    before = {}
    browsers = {login: Browser(told) for login, *_ in OTHERS}
    for login, browser in browsers.items():
        await browser.signs_in(login)
        await _sees(browser, resident.number)  # that each opened it goes on record, once
    for login, browser in browsers.items():
        before[login] = await _sees(browser, resident.number)
    number = await _reports(resident)
    for login, browser in browsers.items():
        assert await _sees(browser, resident.number) == before[login], login
        assert (await browser.opens(f"/cases/{number}")).status_code == 404
        page = await browser.client.get("/desk/find", params={"number": number}, follow_redirects=True)
        assert page.status_code == 404
        await browser.client.aclose()


async def test_those_above_read_it_with_the_case_it_belongs_to_and_take_it_on(told: House) -> None:
    resident = await _forwarded(told)
    number = await _reports(resident)
    async with Browser(told) as inspector:
        await inspector.signs_in("sonam")
        assert number in (await inspector.opens("/")).text
        page = (await inspector.opens(f"/cases/{number}")).text
        assert HARM in page
        assert resident.number in page
        assert (await inspector.opens(f"/cases/{resident.number}")).status_code == 404
        accepted = await inspector.moves(number, "accept", complexity="simple")
        assert "已受理" in accepted.text


async def test_only_those_above_are_alerted_and_nothing_is_exported(told: House) -> None:
    resident = await _forwarded(told)
    before = await told.store.read(_alerts)
    number = await _reports(resident)
    await resident.presses(f"case:show.{resident.number}")
    after = await told.store.read(_alerts)
    names = await told.store.read(lambda c: dict(c.execute(select(staff.c.id, staff.c.login)).all()))
    assert [names[who] for who in after[len(before) :]] == ["sonam"]
    pages = [page async for page in exported(told, Asked("test", "json"))]
    assert number not in str(pages)
    assert resident.number in str(pages)


def _alerts(connection: Connection) -> list[str]:
    rows = select(outbox.c.recipient).where(outbox.c.channel == "staff").order_by(outbox.c.id)
    return list(connection.execute(rows).scalars())


async def test_until_somebody_above_reads_them_no_text_is_taken(house: House) -> None:
    await joins(house, *OTHERS[1])
    resident = await _forwarded(house)
    reply = await resident.presses(f"case:retaliation.{resident.number}")
    assert "12388" in reply.bubble.text
    assert "嘉黎县委、县政府督查室" in reply.bubble.text
    assert reply.asks is None
