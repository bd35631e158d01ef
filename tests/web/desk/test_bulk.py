"""Promises about forwarding several cases together: each told of, none by half, and nothing out of sight."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from sqlalchemy import Connection

from bot.wiring import House
from cases.lifecycle import Role
from storage import cases as case_rows
from storage.errors import StorageBusy
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH


async def forwards(browser: Browser, *numbers: str, **words: str) -> httpx.Response:
    """The form of the queue, with these cases picked."""
    await browser.opens("/")
    proof = re.search(r'name="proof" value="([^"]*)"', browser.page.text)
    assert proof
    given = {"unit": "renshe", "complexity": "simple", "query": "show=all&kind=claim", **words}
    browser.page = await browser.client.post(
        "/desk/forward", data={"proof": proof[1], "case": list(numbers), **given}
    )
    return browser.page


async def status(house: House, number: str) -> str:
    """Where a case stands."""
    found = await house.store.read(lambda c: case_rows.find(c, house.keyring, number))
    assert found
    return f"{found.case.status.value}:{found.case.unit or ''}"


def told(page: httpx.Response) -> dict[str, str]:
    """What the page says of each case."""
    return dict(re.findall(r'href="/desk/cases/[^"]+">([^<]+)</a> <span>([^<]*)</span>', page.text))


async def test_many_are_forwarded_at_once_each_with_its_notice(clerk: Browser, house: House) -> None:
    filed = [await Resident(house, f"r{n}").files() for n in range(3)]
    page = await forwards(clerk, *filed)
    assert told(page) == dict.fromkeys(filed, "已经转送")
    assert "转送了 3 件，没有转 0 件" in page.text
    assert [await status(house, one) for one in filed] == ["forwarded:renshe"] * 3
    assert "通知" in (await clerk.opens(f"/cases/{filed[1]}")).text
    assert 'href="/desk/?show=all&amp;kind=claim"' in page.text


async def test_of_each_that_was_not_forwarded_it_is_said_why_and_the_rest_are(
    clerk: Browser, house: House
) -> None:
    first, second = [await Resident(house, f"r{n}").files() for n in range(2)]
    await joins(house, "tashi", Role.CLERK, "xinfang", name="扎西")
    async with Browser(house) as other:
        await other.signs_in("tashi")
        await other.moves(first, "forward", unit="minzheng", complexity="complex")
    page = await forwards(clerk, first, second, "嘉信20261123-00999999")
    found = told(page)
    assert "扎西" in found[first]
    assert found[second] == "已经转送"
    assert "没有这件事" in found["嘉信20261123-00999999"]
    assert await status(house, first) == "forwarded:minzheng"
    assert re.findall(r'name="case" value="([^"]+)" checked', page.text) == [first, "嘉信20261123-00999999"]


async def test_of_one_that_another_holds_it_is_said_who_and_it_is_no_fault(
    clerk: Browser, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    held, free = [await Resident(house, f"r{n}").files() for n in range(2)]
    await joins(house, "tashi", Role.CLERK, "xinfang", name="扎西")
    async with Browser(house) as other:
        await other.signs_in("tashi")
        await other.opens(f"/cases/{held}")
        await other.sends(f"/cases/{held}/claim")
    page = await forwards(clerk, held, free)
    assert told(page) == {held: "扎西正在办这件事，留到 11-23 09:30。您的这一步没有办。", free: "已经转送"}
    assert "转送了 1 件，没有转 1 件" in page.text
    assert await status(house, held) == "filed:"
    assert "fault" not in caplog.text


async def test_the_same_form_twice_forwards_once(clerk: Browser, house: House) -> None:
    filed = await Resident(house, "r").files()
    await forwards(clerk, filed)
    page = await forwards(clerk, filed, unit="minzheng")
    assert "已经办了" in told(page)[filed]
    assert await status(house, filed) == "forwarded:renshe"


async def test_one_picked_twice_is_forwarded_once(clerk: Browser, house: House) -> None:
    filed = await Resident(house, "r").files()
    page = await forwards(clerk, filed, filed)
    assert "转送了 1 件，没有转 0 件" in page.text


@pytest.mark.parametrize(("breaks", "why"), [(StorageBusy(), "现在太忙"), (ValueError(), "请把这个号告诉")])
async def test_one_that_breaks_is_told_and_stays_picked_and_the_rest_are_forwarded(
    clerk: Browser, house: House, monkeypatch: pytest.MonkeyPatch, breaks: Exception, why: str
) -> None:
    first, second = [await Resident(house, f"r{n}").files() for n in range(2)]
    move = house.casework.move

    def breaks_once(connection: Connection, number: str, *given: Any) -> Any:
        if number == first:
            raise breaks
        return move(connection, number, *given)

    monkeypatch.setattr(house.casework, "move", breaks_once)
    page = await forwards(clerk, first, second)
    assert why in told(page)[first]
    assert f'value="{first}" checked' in page.text
    assert await status(house, second) == "forwarded:renshe"


async def test_without_a_unit_nothing_is_done_and_what_was_picked_stays_picked(
    clerk: Browser, house: House
) -> None:
    filed = await Resident(house, "r").files()
    for lacking in ({"unit": ""}, {"unit": "nowhere"}, {"complexity": ""}):
        page = await forwards(clerk, filed, **lacking)
        assert page.status_code == 422
        assert f'value="{filed}" checked' in page.text
        assert await status(house, filed) == "filed:"
    assert (await forwards(clerk)).status_code == 422


async def test_who_does_not_forward_has_neither_boxes_nor_the_form(
    clerk: Browser, labour: Browser, house: House
) -> None:
    filed = await Resident(house, "r").files()
    await clerk.moves(filed, "forward", unit="renshe", complexity="simple")
    page = (await labour.opens("/")).text
    assert filed in page
    assert 'name="case"' not in page
    assert 'action="/desk/forward"' not in page
    assert (await forwards(labour, filed)).status_code == 404
