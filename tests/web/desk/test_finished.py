"""Promises about what is done: found by number and by period, within sight alone."""

from __future__ import annotations

import re

import pytest

from bot.web.desk import finished
from bot.wiring import House
from tests.bot.houses import SetTime
from tests.web.desk.people import OVER_BOTH, Browser, Resident

pytestmark = OVER_BOTH


def numbers(page: str) -> list[str]:
    """The cases listed, from the top."""
    return re.findall(r'class="case" href="[^"]+">([^<]+)<', page)


async def withdrawn(house: House, address: str, **how: str) -> str:
    """A case its resident took back."""
    one = Resident(house, address)
    await one.files(**how)  # type: ignore[arg-type]
    await one.presses(f"case:withdraw.{one.number}")
    await one.presses(f"case:withdraw-sure.{one.number}")
    return one.number


async def test_what_is_done_is_found_by_number_period_and_facet_and_what_is_not_is_not_there(
    clerk: Browser, house: House, clock: SetTime
) -> None:
    first = await withdrawn(house, "a")
    clock.later(days=3)
    second = await withdrawn(house, "b", matter="suggestion")
    still = await Resident(house, "c").files()
    await clerk.signs_in("dorje")
    for query, found in {
        "": [second, first],
        "?since=2026-11-24": [second],
        "?until=2026-11-23": [first],
        "?since=2026-11-23&until=2026-11-26": [second, first],
        "?since=2026-11-27": [],
        "?kind=suggestion": [second],
        "?status=withdrawn&came_by=service": [second, first],
        "?status=closed": [],
        f"?number={first.removeprefix('嘉信')}": [first],
        f"?number={still}": [],
        "?number=nothing": [],
    }.items():
        page = await clerk.opens(f"/finished{query}")
        assert numbers(page.text) == found, query
    page = await clerk.opens("/finished?since=soon&until=2026-11-26")
    assert page.status_code == 422
    assert 'value="soon"' in page.text
    assert 'value="2026-11-26"' in page.text


async def test_who_may_not_see_a_case_gets_what_they_would_get_without_it(
    clerk: Browser, labour: Browser, house: House
) -> None:
    before = (await labour.opens("/finished?number=20261123-00000001")).text
    number = await withdrawn(house, "a")
    for query in ("", f"?number={number}", "?kind=claim"):
        assert numbers((await labour.opens(f"/finished{query}")).text) == []
    page = (await labour.opens(f"/finished?number={number}")).text
    assert page.replace(number, "20261123-00000001") == before


async def test_the_list_goes_on_by_pages(
    clerk: Browser, house: House, clock: SetTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finished, "PAGE", 2)
    done = []
    for day in range(3):
        done += [await withdrawn(house, f"{day}-{n}") for n in range(2)]
        clock.later(days=day % 2)
    await clerk.signs_in("dorje")
    seen: list[str] = []
    path = "/finished?kind=claim&since=2026-11-01"
    for _ in range(9):
        page = (await clerk.opens(path)).text
        seen += numbers(page)
        more = re.search(r'id="more"[^>]*href="/desk([^"]+)"', page)
        if more is None:
            break
        path = more[1].replace("&amp;", "&")
    assert sorted(seen) == sorted(done)
    assert len(seen) == len(set(seen))
