"""Figures at the desk: who sees which numbers, the cases behind them, files, activities entered."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update

from bot.wiring import House
from cases.lifecycle import Role
from storage.tables import cases
from tests.bot.houses import SetTime
from tests.figures.year import YEAR, Matter, Year, county_2025
from tests.web.desk.people import OVER_BOTH, Browser, joins

IN_2025 = f"since={YEAR}-01-01&until={YEAR}-12-31"


@pytest.fixture
def clock() -> SetTime:
    """The January after."""
    return SetTime(datetime(YEAR + 1, 1, 20, 2, tzinfo=UTC))


@pytest.fixture
async def trainer(house: House) -> AsyncIterator[Browser]:
    """Somebody of the outreach team, signed in."""
    await joins(house, "yangjin", Role.OUTREACH, "xinfang", name="央金")
    async with Browser(house) as browser:
        await browser.signs_in("yangjin")
        yield browser


def figure(browser: Browser, name: str) -> list[str]:
    """Now, a year before and the change of a figure of the page in view."""
    row = re.search(rf'<tr id="figure-{name}">(.*?)</tr>', browser.page.text, re.DOTALL)
    assert row, name
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row[1], re.DOTALL)
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in cells]


async def test_the_office_sees_its_year_and_the_cases_behind_each_number(
    house: House, clerk: Browser
) -> None:
    year = await county_2025(house)
    page = await clerk.opens(f"/figures?{IN_2025}")
    assert page.status_code == 200
    assert figure(clerk, "matters") == ["47 件", "90 件", "-47.78%"]
    assert figure(clerk, "repeated") == ["0 件", "0 件", "无可比"]
    assert figure(clerk, "wages_money") == ["1,633,500 元", "0 元", "无可比"]
    assert figure(clerk, "in_time")[0] == "100.00%"
    assert "期限内办结的 ÷ 全部" in page.text  # the formula stands beside the number
    assert page.text.count("<svg") == 12  # six breakdowns, each with its key
    links = {
        name: address.replace("&amp;", "&")
        for address, name in re.findall(r'href="/desk(/figures/cases\?[^"]*figure=(\w+))"', page.text)
    }
    await clerk.opens(links["concluded"])
    assert re.findall(r'class="case" href="[^"]*">(.*?)</a>', clerk.page.text) == year.numbers[46:44:-1]
    await clerk.opens(links["matters"])
    assert len(re.findall('class="case"', clerk.page.text)) == 47
    await clerk.opens(f"/figures/cases?{IN_2025}&by=unit&value=lincao")
    assert len(re.findall('class="case"', clerk.page.text)) == 16


@OVER_BOTH
async def test_a_long_list_has_a_next_page(house: House, clerk: Browser) -> None:
    await Year(house).has(*[Matter(date(YEAR, 5, 1 + n % 3), moves=()) for n in range(55)])
    await clerk.opens(f"/figures/cases?{IN_2025}&figure=matters")
    first = set(re.findall(r'class="case" href="([^"]*)"', clerk.page.text))
    more = re.search(r'id="more" rel="next" href="/desk([^"]*)"', clerk.page.text)
    assert more
    await clerk.opens(more[1].replace("&amp;", "&"))
    second = set(re.findall(r'class="case" href="([^"]*)"', clerk.page.text))
    assert (len(first), len(second), len(first & second)) == (50, 5, 0)


async def test_periods_are_chosen_and_a_wrong_one_is_told(house: House, clerk: Browser) -> None:
    await Year(house).has(Matter(date(YEAR + 1, 1, 5), moves=()), Matter(date(YEAR, 12, 5), moves=()))
    await clerk.opens("/figures")
    assert figure(clerk, "matters") == ["1 件", "0 件", "无可比"]  # this year
    await clerk.opens(f"/figures?since={YEAR}-12-01&until={YEAR + 1}-01-10")
    assert figure(clerk, "matters")[0] == "2 件"
    for wrong in ("since=2025-02-30&until=2025-03-01", "since=2025-03-02&until=2025-03-01", "since=x"):
        refused = await clerk.opens(f"/figures?{wrong}")
        assert refused.status_code == 422
        assert "日期不对" in refused.text
    assert 'value="2025-03-02"' in (await clerk.opens("/figures?since=2025-03-02&until=2025-03-01")).text


@OVER_BOTH
async def test_a_unit_sees_its_own_cases_and_no_small_number_of_the_county(
    house: House, labour: Browser
) -> None:
    await county_2025(house)
    await labour.opens(f"/figures?whose=own&{IN_2025}")
    assert figure(labour, "matters")[0] == "16 件"  # of 47, those the bureau has
    county = await labour.opens(f"/figures?whose=county&{IN_2025}")
    assert figure(labour, "matters") == ["47 件", "90 件", "-47.78%"]
    assert figure(labour, "concluded") == ["不显示", "不显示", "–"]
    assert figure(labour, "answered") == ["不显示", "不显示", "–"]  # 47 less 45 would tell the two
    assert figure(labour, "reception_persons")[0] == "80 人次"
    assert "figures/cases" not in county.text
    assert 'id="by-matter"' not in county.text
    for period in (
        f"since={YEAR + 1}-01-01&until={YEAR + 1}-12-31",
        f"since={YEAR}-01-01&until={YEAR}-06-30",
    ):
        refused = await labour.opens(f"/figures?whose=county&{period}")
        assert refused.status_code == 422
        assert "已经过完的整年" in refused.text
    listed = await labour.opens(f"/figures/cases?whose=county&{IN_2025}&figure=matters")
    assert listed.text.count('class="case"') == 16  # never more than the bureau may see


@OVER_BOTH
async def test_a_unit_is_told_of_the_county_nothing_that_it_may_subtract_its_own_from(
    house: House, labour: Browser, clerk: Browser
) -> None:
    year, on, open_ones = Year(house), date(YEAR, 3, 3), (("forward", 1),)
    for day in (on, on.replace(year=YEAR - 1)):
        await year.has(*[Matter(day, unit="lincao", repeated=n < 4) for n in range(20)])
        await year.has(*[Matter(day, repeated=n < 4, moves=open_ones) for n in range(10)])
    county = f"/figures?whose=county&{IN_2025}"
    await clerk.opens(county)
    assert [figure(clerk, one)[0] for one in ("repeated", "first", "answered")] == ["8 件", "22 件", "20 件"]
    await labour.opens(county)
    assert figure(labour, "matters")[0] == "30 件"
    for one in ("repeated", "first", "closed"):  # four of the eight, and all that are open, are its own
        assert figure(labour, one)[0] == "不显示", one


@OVER_BOTH
async def test_a_case_nobody_else_may_see_changes_nothing_for_others(
    house: House, clerk: Browser, labour: Browser
) -> None:
    year = Year(house)
    await year.has(*[Matter(date(YEAR, 3, 3)) for _ in range(8)])
    pages = (
        f"/figures?{IN_2025}",
        f"/figures?whose=county&{IN_2025}",
        f"/figures?whose=own&{IN_2025}",
        f"/figures/take/csv?whose=county&{IN_2025}",
        f"/figures/cases?{IN_2025}&figure=matters",
        f"/figures/cases?{IN_2025}&by=matter&value=other",
    )
    before = [(await one.opens(page)).text for one in (clerk, labour) for page in pages]
    await year.has(Matter(date(YEAR, 3, 4), unit="jiaotong"), Matter(date(YEAR, 3, 5), unit="jiaotong"))
    restricted = update(cases).where(cases.c.number == year.numbers[-1]).values(restricted=True)
    sealed = update(cases).where(cases.c.number == year.numbers[-2]).values(matter="official_conduct")
    for changed in (restricted, sealed):
        await house.store.write(lambda c, changed=changed: c.execute(changed) and None)
    after = [(await one.opens(page)).text for one in (clerk, labour) for page in pages]
    assert before == after


async def test_files_are_taken_away_and_the_report_by_the_office_alone(
    house: House, clerk: Browser, labour: Browser
) -> None:
    await Year(house).has(Matter(date(YEAR, 3, 3)))
    begins = {"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "docx": b"PK", "pdf": b"%PDF"}
    for form, first in begins.items():
        got = await clerk.opens(f"/figures/take/{form}?{IN_2025}&language=bo")
        assert got.content.startswith(first), form
        name = f"figures-20250101-20251231.{form}"
        assert got.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert (await labour.opens(f"/figures/take/xlsx?whose=own&{IN_2025}")).status_code == 200
    assert (await labour.opens(f"/figures/take/docx?whose=own&{IN_2025}")).status_code == 422
    assert (await clerk.opens(f"/figures/take/pdf?since={YEAR}-01-01&until={YEAR}-06-30")).status_code == 422
    assert (await clerk.opens(f"/figures/take/exe?{IN_2025}")).status_code == 404
    assert (await clerk.opens(f"/figures/cases?{IN_2025}&by=staff&value=x")).status_code == 404
    assert (await clerk.opens(f"/figures/cases?{IN_2025}&by=matter&value=x")).status_code == 404


async def test_what_no_case_carries_is_entered_by_one_form_for_every_kind(
    house: House, clerk: Browser
) -> None:
    await clerk.opens("/activities?kind=reception")
    sent = await clerk.sends(
        "/activities/reception", on="2026-01-05", batches="2", persons="9", matters="3", money="12,000.50"
    )
    assert sent.status_code == 200
    assert "已经记下" in sent.text
    assert "批数 2 · 人数 9 · 件数 3 · 金额（元） 12,000.50" in sent.text
    await clerk.opens("/figures")
    assert figure(clerk, "reception_money") == ["12,000.50 元", "0 元", "无可比"]
    await clerk.opens("/activities")
    entry = re.search(r'id="entry-(\w+)"', clerk.page.text)
    assert entry
    struck = await clerk.sends(f"/activities/{entry[1]}/strike")
    assert "已经划掉" in struck.text
    assert (await clerk.sends(f"/activities/{entry[1]}/strike")).status_code == 404  # once
    await clerk.opens("/figures")
    assert figure(clerk, "reception_money")[0] == "0 元"


async def test_a_refused_entry_loses_nothing_that_was_typed(house: House, trainer: Browser) -> None:
    await trainer.opens("/activities?kind=outreach")
    assert trainer.page.text.count('type="checkbox"') == 124
    typed = {"sessions": "3", "people": "很多", "village-540621100201": "1"}
    refused = await trainer.sends("/activities/outreach", on="2026-01-05", **typed)
    assert refused.status_code == 422
    assert "“人次”要填数字" in refused.text
    assert 'name="people" value="很多"' in refused.text
    assert 'name="sessions" value="3"' in refused.text
    assert 'name="village-540621100201" value="1" checked' in refused.text
    for on in ("", "2026-02-01", "1850-01-01"):
        assert (await trainer.sends("/activities/outreach", on=on, sessions="1")).status_code == 422
    villages = {f"village-{code}": "1" for code in re.findall(r'name="village-(\d+)"', refused.text)}
    await trainer.sends("/activities/outreach", on="2026-01-05", sessions="3", people="80", **villages)
    await trainer.opens("/figures")
    assert figure(trainer, "villages")[0] == "124 个村 / 124"


async def test_numbers_of_the_county_are_entered_by_the_offices_head_and_no_units(house: House) -> None:
    entry = await Year(house).did("reception", date(YEAR, 3, 3), batches=1)
    for unit, status in (("renshe", 404), ("xinfang", 200)):
        await joins(house, f"head.{unit}", Role.HEAD, unit)
        async with Browser(house) as head:
            await head.signs_in(f"head.{unit}")
            assert ("/activities" in (await head.opens("/")).text) is (status == 200)
            assert (await head.opens("/activities")).status_code == status
            await head.opens("/account")
            assert (await head.sends(f"/activities/{entry}/strike")).status_code == status


async def test_nobody_enters_or_strikes_what_is_not_theirs(
    house: House, clerk: Browser, trainer: Browser, labour: Browser
) -> None:
    entry = await Year(house).did("reception", date(YEAR, 3, 3), batches=1)
    assert (await labour.opens("/activities")).status_code == 404
    assert "/activities" not in (await labour.opens("/")).text
    assert (await trainer.opens("/activities?kind=reception")).status_code == 404
    await trainer.opens("/activities")
    assert (await trainer.sends("/activities/reception", on="2026-01-05", batches="1")).status_code == 404
    await trainer.opens("/activities")
    assert (await trainer.sends(f"/activities/{entry}/strike")).status_code == 404
    await clerk.opens("/activities")
    answer = await clerk.client.post("/desk/activities/reception", data={"on": "2026-01-05", "batches": "1"})
    assert answer.status_code == 403  # without the form's own proof
