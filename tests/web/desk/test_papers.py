"""Promises of notices on paper: who writes, visits or hands one over has it to print, in both languages."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader

from bot.wiring import House
from cases.lifecycle import Role
from storage.staff import Member
from tests.web.desk.people import OVER_BOTH, Browser, joins
from tests.web.desk.test_register import number, sends

pytestmark = OVER_BOTH


async def _moves(house: House, given: str, who: Member, move: str, **parts: str) -> None:
    now = house.time.now()
    await house.store.write(lambda c: house.casework.move(c, given, move, who, parts, now))


async def _printed(clerk: Browser, path: str) -> str:
    page = await clerk.opens(path.removeprefix("/desk"))
    assert page.headers["content-type"] == "application/pdf"
    return "".join(one.extract_text() for one in PdfReader(io.BytesIO(page.content)).pages)


async def test_every_notice_owed_can_be_printed_where_it_is_listed(clerk: Browser, house: House) -> None:
    given = number(await sends(clerk, told_by="letter", address="嘉黎镇一号"))
    by = await joins(house, "forwarder", Role.CLERK, "xinfang")
    await _moves(house, given, by, "ask", text="请寄来合同。")
    await _moves(house, given, by, "ask", text="还请寄来工资单。")
    await _moves(house, given, by, "forward", unit="renshe", complexity="simple")
    links = re.findall(r'href="([^"]+/papers/\d+)"', (await clerk.opens("/notices")).text)
    printed = [await _printed(clerk, one) for one in links]
    for paper, said in zip(printed, ("", "请寄来合同", "还请寄来工资单", "人力资源"), strict=True):
        assert given in paper
        assert said in paper
    assert links == re.findall(r'href="([^"]+/papers/\d+)"', (await clerk.opens(f"/cases/{given}")).text)


async def test_what_was_undone_is_not_printed(clerk: Browser, house: House) -> None:
    given = number(await sends(clerk))
    by = await joins(house, "forwarder", Role.CLERK, "xinfang")
    head = await joins(house, "heading", Role.HEAD, "xinfang")
    await _moves(house, given, by, "forward", unit="minzheng", complexity="simple")
    await _moves(house, given, head, "correct", reason="转错了")
    await _moves(house, given, by, "forward", unit="renshe", complexity="simple")
    page = (await clerk.opens(f"/cases/{given}")).text
    links = re.findall(r"/papers/(\d+)", page)
    assert links == ["1", "3", "4"]
    assert (await clerk.opens(f"/cases/{given}/papers/2")).status_code == 404
    assert "人力资源" in await _printed(clerk, f"/cases/{given}/papers/4")
    assert (await clerk.opens(f"/cases/{given}/papers/5")).status_code == 404


async def test_who_reads_no_content_prints_none(clerk: Browser, house: House) -> None:
    given = number(await sends(clerk))
    await joins(house, "watching", Role.SUPERVISOR, "xinfang")
    async with Browser(house) as supervisor:
        await supervisor.signs_in("watching")
        assert "/papers/" not in (await supervisor.opens("/notices")).text
        assert "/papers/" not in (await supervisor.opens(f"/cases/{given}")).text
        assert (await supervisor.opens(f"/cases/{given}/papers/1")).status_code == 404
    async with Browser(house) as stranger:
        await joins(house, "stranger", Role.UNIT, "minzheng")
        await stranger.signs_in("stranger")
        assert (await stranger.opens(f"/cases/{given}/papers/1")).status_code == 404
