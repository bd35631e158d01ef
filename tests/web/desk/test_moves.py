"""Promises about the moves at the desk: each has its form there, and does what the table says of it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.closing import close_passed, recount
from bot.wiring import House
from cases.calendar import Announced, WorkingDays
from cases.lifecycle import Role, Status
from storage import case_clocks, desk
from storage import cases as case_rows
from storage.cases import Stored
from tests.bot.houses import SetTime
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH


@pytest.fixture
async def head(house: House) -> AsyncIterator[Browser]:
    """The head of the labour bureau, signed in."""
    await joins(house, "tashi", Role.HEAD, "renshe", name="扎西")
    async with Browser(house) as browser:
        await browser.signs_in("tashi")
        yield browser


@pytest.fixture
async def chief(house: House) -> AsyncIterator[Browser]:
    """The head of the petition office, signed in."""
    await joins(house, "gonpo", Role.HEAD, "xinfang", name="贡布")
    async with Browser(house) as browser:
        await browser.signs_in("gonpo")
        yield browser


async def stored(house: House, number: str) -> Stored:
    found = await house.store.read(lambda c: case_rows.find(c, house.keyring, number))
    assert found is not None
    return found


async def told(house: House, number: str) -> list[str]:
    case = await stored(house, number)
    return [n.text for n in await house.store.read(lambda c: desk.notices(c, case))]


def runs(case: Stored) -> dict[str, date]:
    return {f"{one.clock}.{one.kind}": one.due_on for one in case.case.running}


async def test_objected_given_back_forwarded_again_extended_and_answered(
    clerk: Browser, labour: Browser, head: Browser, resident: Resident, house: House, clock: SetTime
) -> None:
    number = resident.number
    filed = runs(await stored(house, number))
    page = await clerk.moves(
        number, "forward", unit="renshe", complexity="simple", **{"assisting.lincao": "lincao"}
    )
    assert "协办：嘉黎县林业和草原局" in page.text
    assert "不归我们管" in (await labour.moves(number, "object", reason="不归我们管")).text
    assert f'id="case-{number}"' in (await clerk.opens("/?show=mine")).text
    assert f'id="case-{number}"' not in (await labour.opens("/?show=mine")).text
    assert "已经收回" in (await clerk.moves(number, "uphold_objection", reason="属实")).text
    case = await stored(house, number)
    assert (case.case.status, case.case.unit, case.case.assisting) == (Status.RETURNED, None, ())
    assert runs(case) == filed
    await clerk.moves(number, "forward", unit="renshe")
    await labour.moves(number, "accept", item="6")
    await labour.moves(number, "feed_back", text="正在核对考勤表")
    sixty = runs(await stored(house, number))["answer.law"]
    clock.later(days=20)
    for browser, login in ((labour, "pema"), (head, "tashi")):
        await browser.signs_in(login)
    await labour.opens(f"/cases/{number}")
    refused = await labour.sends(f"/cases/{number}/moves/extend", days="30", reason="要再核实")
    assert refused.status_code == 409
    assert (await head.moves(number, "extend", days="31", reason="要再核实")).status_code == 422
    assert "要再核实" in head.page.text  # what was typed is still there
    assert "已经延期" in (await head.moves(number, "extend", days="30", reason="要再核实")).text
    assert runs(await stored(house, number))["answer.law"] > sixty
    assert "延期" not in "".join(re.findall(r"<summary>([^<]*)</summary>", head.page.text))
    await labour.moves(number, "answer", outcome="explained", text="查过了。")
    notices = await told(house, number)
    assert len(notices) == 6  # forwarded twice, accepted, fed back, extended, answered
    assert not any("核对考勤表" in text or "要再核实" in text or "不归" in text for text in notices)
    reply = await resident.presses(f"case:supply.{number}")
    assert "正在核对考勤表" in reply.bubble.text


async def test_led_to_the_court_with_its_sum_and_closed_by_the_clock(
    clerk: Browser, resident: Resident, house: House, clock: SetTime
) -> None:
    number = resident.number
    given = {"path": "litigation", "authority": "fayuan", "led": "guided"}
    refused = await clerk.moves(number, "redirect", **given, amount="很多")
    assert refused.status_code == 422
    assert "只填数字" in refused.text
    assert 'value="很多"' in refused.text
    page = await clerk.moves(number, "redirect", **given, amount="1,234.5")
    assert "已经导入程序" in page.text
    assert "1234.50 元" in page.text
    case = await stored(house, number)
    assert (case.case.status, case.registered.owed_fen) == (Status.REDIRECTED, 123_450)
    assert "到法院打官司" in (await told(house, number))[-1]
    clock.later(days=31)
    assert await house.store.write(lambda c: close_passed(c, house, house.time.now())) == 1
    assert (await stored(house, number)).case.status is Status.CLOSED


async def test_a_head_declines_on_one_of_two_grounds_and_the_office_takes_it_back(
    clerk: Browser, labour: Browser, head: Browser, chief: Browser, resident: Resident, house: House
) -> None:
    number = resident.number
    await clerk.moves(number, "forward", unit="renshe", complexity="simple")
    before = await stored(house, number)
    assert "/moves/decline" not in (await labour.opens(f"/cases/{number}")).text
    await head.moves(number, "decline", ground="in_hand", reason="乡里在办，请等结果")
    declined = await stored(house, number)
    assert (declined.case.status, declined.case.running) == (Status.DECLINED, ())
    notice = (await told(house, number))[-1]
    assert "第四十四条" in notice
    assert "乡里在办" not in notice  # on its paper alone
    assert "现在撤销的是“不予受理”。" in (await chief.opens(f"/cases/{number}")).text
    page = await chief.moves(number, "correct", reason="没有在办")
    assert "已经更正" in page.text
    assert "撤销的是 不予受理" in page.text
    case = await stored(house, number)
    assert (case.case.status, case.case.unit) == (Status.FORWARDED, "renshe")
    assert {(c.key, c.due_on) for c in case.case.running} == {(c.key, c.due_on) for c in before.case.running}
    assert "更正" in (await told(house, number))[-1]
    history = await house.store.read(lambda c: case_rows.history(c, case))
    assert [e.move for e in history if e.after] == ["file", "forward", "decline", "correct"]
    assert await house.store.read(lambda c: case_rows.chain_holds(c, house.keyring, case))
    await labour.moves(number, "accept", item="6")
    assert (await stored(house, number)).case.status is Status.ACCEPTED


async def test_the_clocks_of_a_move_that_was_undone_are_counted_nowhere(
    clerk: Browser, labour: Browser, chief: Browser, resident: Resident, house: House
) -> None:
    number = resident.number
    await clerk.moves(number, "forward", unit="renshe", complexity="simple")
    for _ in range(2):  # on one day: clocks of one name that began together are told apart
        await labour.moves(number, "accept", item="6")
        await chief.moves(number, "correct", reason="还没有看")
    await labour.moves(number, "accept", item="5")
    case = await stored(house, number)
    rows = await house.store.read(lambda c: case_clocks.all_clocks(c, case.id))
    names = [row.running.clock for row in rows]
    assert names.count("answer") == 0
    assert names.count("answer_simple") == names.count("own_limit") == 1
    assert set(runs(case)) == {"answer_simple.promise", "own_limit.law"}


async def test_an_agreement_settles_the_case_and_is_read_with_the_code(
    clerk: Browser, labour: Browser, resident: Resident, house: House
) -> None:
    number = resident.number
    await clerk.moves(number, "forward", unit="renshe", complexity="simple")
    await labour.moves(number, "accept", item="6")
    await labour.moves(number, "mediate", agreed="no", text="没有谈成")
    assert (await stored(house, number)).case.status is Status.ACCEPTED
    page = await labour.moves(number, "mediate", agreed="yes", text="三天内付清")
    assert "已达成协议" in page.text
    assert "《民事诉讼法》第二百零五条" in page.text
    assert "三天内付清" not in (await told(house, number))[-1]


async def test_what_was_supported_is_carried_out_with_its_day(
    clerk: Browser, labour: Browser, resident: Resident, house: House
) -> None:
    number = resident.number
    await clerk.moves(number, "forward", unit="renshe", complexity="simple")
    await labour.moves(number, "accept", item="6")
    await labour.moves(number, "answer", outcome="supported", text="应当付。")
    page = (await labour.opens(f"/cases/{number}")).text
    assert re.search(r'<input id="carry_out-done_on"[^>]*type="date"', page)
    today = house.time.today()
    late = (today + timedelta(days=1)).isoformat()
    assert (await labour.moves(number, "carry_out", text="付清了", done_on=late)).status_code == 422
    done = await labour.moves(number, "carry_out", text="付清了", done_on=today.isoformat())
    assert "执行情况已经记下" in done.text
    assert "付清了" in done.text


async def test_a_day_not_certain_is_settled_when_its_calendar_comes_and_that_is_on_record(
    clerk: Browser, labour: Browser, resident: Resident, house: House
) -> None:
    number = resident.number
    await clerk.moves(number, "forward", unit="renshe", complexity="simple")
    await labour.moves(number, "accept", item="6")
    unsure = await stored(house, number)
    assert [one.clock for one in unsure.case.running if one.provisional] == ["answer"]
    now = house.time.now()
    assert await house.store.write(lambda c: recount(c, house, now)) == 0  # nothing is announced yet
    due = runs(unsure)["answer.law"]
    off = frozenset(due + timedelta(days=n) for n in range(3))
    office = replace(house.office, calendar=WorkingDays(announced=(Announced(due.year, off, frozenset()),)))
    knows = replace(house, office=office)
    assert await house.store.write(lambda c: recount(c, knows, now)) == 1
    assert await house.store.write(lambda c: recount(c, knows, now)) == 0
    case = await stored(house, number)
    assert runs(case)["answer.law"] >= due + timedelta(days=3)
    assert not any(one.provisional for one in case.case.running)
    last = (await house.store.read(lambda c: case_rows.history(c, case)))[-1]
    assert (last.move, last.by_role, last.staff_id) == ("recount", "clock", None)
    assert "日期确定" in (await labour.opens(f"/cases/{number}")).text


async def test_an_objection_upheld_by_mistake_leaves_the_offices_days_on_record(
    clerk: Browser, labour: Browser, chief: Browser, resident: Resident, house: House, clock: SetTime
) -> None:
    number = resident.number

    async def forward_clocks() -> list[tuple[date, date | None]]:
        case = await stored(house, number)
        every = await house.store.read(lambda c: case_clocks.all_clocks(c, case.id))
        return [(one.running.due_on, one.stopped_on) for one in every if one.running.clock == "forward"]

    await clerk.moves(number, "forward", unit="renshe", complexity="simple")
    forwarded_on = house.time.today()
    stood = await forward_clocks()
    assert {stopped for _, stopped in stood} == {forwarded_on}
    clock.later(hours=25)
    await labour.signs_in("pema")
    await labour.moves(number, "object", reason="不归我们管")
    await clerk.signs_in("dorje")
    await clerk.moves(number, "uphold_objection", reason="属实")
    assert {stopped for _, stopped in await forward_clocks()} == {None}
    await chief.signs_in("gonpo")
    await chief.moves(number, "correct", reason="看错了")
    assert await forward_clocks() == stood, "they stand still again, since the day it was forwarded"
    await clerk.moves(number, "uphold_objection", reason="这次没错")
    assert {stopped for _, stopped in await forward_clocks()} == {None}
    assert {"forward.promise", "forward.law"} <= set(runs(await stored(house, number)))
