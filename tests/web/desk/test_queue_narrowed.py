"""Promises about the queue's filters, facets and saved views, and a list renewed only when it changed."""

from __future__ import annotations

import re

import pytest

from bot.wiring import House
from cases.lifecycle import Role
from storage.tables import saved_views
from tests.bot.houses import SetTime
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins
from tests.web.desk.test_queue import counts, numbers
from tests.web.desk.test_register import number, sends

pytestmark = OVER_BOTH


async def test_each_filter_holds_its_own_cases_and_says_how_many(
    clerk: Browser, house: House, clock: SetTime
) -> None:
    tibetan = await Resident(house, "a", "bo").files()
    clock.later(days=1)
    chinese = await Resident(house, "b").files()
    await clerk.signs_in("dorje")
    await clerk.moves(chinese, "forward", unit="renshe", complexity="simple")
    expected = {"own": [chinese], "today": [tibetan], "bo": [tibetan], "mine": [tibetan], "overdue": []}
    for show, found in expected.items():
        page = (await clerk.opens(f"/?show={show}")).text
        assert numbers(page) == found, show
        assert counts(page)[show] == len(found)
    await joins(house, "another", Role.CLERK, "xinfang")
    async with Browser(house) as other:
        await other.signs_in("another")
        assert numbers((await other.opens("/?show=own")).text) == []


@pytest.mark.parametrize(
    ("facet", "holds"),
    [
        ("kind=suggestion", {"suggestion"}),
        ("kind=claim&came_by=visit", {"visit"}),
        ("came_by=service", {"suggestion", "wages"}),
        ("unit=renshe", {"wages"}),
        ("unit=none", {"suggestion", "visit"}),
        ("status=forwarded", {"wages"}),
        ("town=540621100", {"wages", "suggestion"}),
        ("town=540621101&status=filed", {"visit"}),
        ("town=54062110%25&kind=nonsense", {"wages", "suggestion", "visit"}),
    ],
)
async def test_facets_narrow_the_list_and_the_counts_together(
    clerk: Browser, house: House, facet: str, holds: set[str]
) -> None:
    filed = {"wages": await Resident(house, "a").files()}
    filed["suggestion"] = await Resident(house, "b").files(matter="suggestion")
    filed["visit"] = number(await sends(clerk))
    await clerk.moves(filed["wages"], "forward", unit="renshe", complexity="simple")
    page = (await clerk.opens(f"/?show=all&{facet}")).text
    assert set(numbers(page)) == {filed[one] for one in holds}
    assert counts(page)["all"] == len(holds)


async def test_a_list_that_did_not_change_is_not_sent_again(clerk: Browser, house: House) -> None:
    await Resident(house, "a").files()
    page = (await clerk.opens("/?show=all&kind=claim")).text
    found = re.search(r'hx-get="/desk(/rows[^"]+)"', page)
    assert found
    asks = found[1].replace("&amp;", "&")
    assert "kind=claim" in asks
    assert (await clerk.opens(asks)).status_code == 204
    new = await Resident(house, "b").files()
    renewed = await clerk.opens(asks)
    assert renewed.status_code == 200
    assert new in renewed.text


async def test_a_view_is_kept_by_name_sealed_and_is_its_owners_alone(
    clerk: Browser, labour: Browser, house: House
) -> None:
    await clerk.opens("/?show=overdue&town=540621101")
    page = await clerk.sends("/views", name="嘉黎镇超期", query="show=overdue&town=540621101")
    assert page.status_code == 200
    assert "show=overdue&amp;town=540621101" in page.text
    assert ">嘉黎镇超期</a>" in (await clerk.opens("/")).text
    assert "嘉黎镇超期" not in (await labour.opens("/")).text
    [row] = await house.store.read(lambda c: c.execute(saved_views.select()).all())
    assert "嘉黎镇超期".encode() not in row.name
    await labour.sends(f"/views/{row.id}/remove")
    assert ">嘉黎镇超期</a>" in (await clerk.opens("/")).text
    await clerk.sends("/views", name="嘉黎镇超期", query="show=waiting")
    assert (await clerk.opens("/")).text.count(">嘉黎镇超期</a>") == 1
    [row] = await house.store.read(lambda c: c.execute(saved_views.select()).all())
    assert row.query == "show=waiting"
    await clerk.sends(f"/views/{row.id}/remove")
    assert "嘉黎镇超期" not in (await clerk.opens("/")).text


async def test_a_view_without_a_name_or_one_too_many_is_refused_with_what_was_typed(clerk: Browser) -> None:
    await clerk.opens("/")
    assert (await clerk.sends("/views", name=" ", query="show=all")).status_code == 422
    for n in range(12):
        assert (await clerk.sends("/views", name=f"视图 {n}", query="show=all")).status_code == 200
    page = await clerk.sends("/views", name="第十三个", query="show=all")
    assert page.status_code == 409
    assert 'value="第十三个"' in page.text


async def test_a_view_keeps_nothing_that_cannot_be_chosen(clerk: Browser, house: House) -> None:
    await clerk.opens("/")
    await clerk.sends("/views", name="x", query="show=all&unit=次仁&town=1&evil=<b>&kind=claim")
    [row] = await house.store.read(lambda c: c.execute(saved_views.select()).all())
    assert row.query == "show=all&kind=claim"
