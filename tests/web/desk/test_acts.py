"""Promises of acts of supervision: a case's by its move, of no case on the page, and what came of each."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from bot.wiring import House
from cases.lifecycle import Role
from storage.tables import supervisions
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH
CIRCULAR = "关于三件拖欠工资事项的通报"
CALLED, CAME_OF = "电话问了进度，请抓紧", "已经约好见面"


async def browser(house: House, login: str, role: Role, unit: str) -> Browser:
    """A member of a unit, signed in."""
    await joins(house, login, role, unit)
    desk = Browser(house)
    await desk.signs_in(login)
    return desk


def open_acts(page: str) -> list[str]:
    """The acts of which something can be told on this page."""
    return re.findall(r'supervision/acts/([0-9a-f]{16})"', page)


async def urge(supervisor: Browser, number: str) -> None:
    """Supervise a case by its move."""
    answer = await supervisor.moves(number, "supervise", means="call", text=CALLED)
    assert answer.status_code == 200, answer.text


async def test_a_case_supervised_stands_in_the_record_and_what_came_of_it_is_told_again_and_again(
    house: House,
) -> None:
    number = await Resident(house, "a").files()
    supervisor = await browser(house, "du", Role.SUPERVISOR, "xinfang")
    await urge(supervisor, number)
    page = (await supervisor.opens("/supervision")).text
    assert CALLED in page
    assert number in page
    [act] = open_acts(page)
    for told in (CAME_OF, "钱已经付了"):
        await supervisor.sends(f"/supervision/acts/{act}", text=told)
    page = (await supervisor.opens("/supervision")).text
    assert page.index(CAME_OF) < page.index("钱已经付了")
    kept = await house.store.read(lambda c: c.execute(select(supervisions)).one())
    assert (kept.unit, kept.means, kept.case_id is None) == ("xinfang", "call", False)


async def test_a_circular_of_no_case_is_read_by_the_unit_it_is_about_and_by_no_other(house: House) -> None:
    supervisor = await browser(house, "du", Role.SUPERVISOR, "xinfang")
    today = house.time.today().isoformat()
    await supervisor.opens("/supervision")
    await supervisor.sends("/supervision/acts", unit="renshe", means="circular", on=today, text=CIRCULAR)
    theirs = await browser(house, "rs", Role.UNIT, "renshe")
    page = (await theirs.opens("/supervision")).text
    assert CIRCULAR in page
    assert open_acts(page) == []
    others = (
        ("jy", Role.UNIT, "jiaoyu"),
        ("ad", Role.ADMIN, "renshe"),
        ("jw", Role.DISCIPLINE, "jiwei_jianwei"),
    )
    for login, role, unit in others:
        other = await browser(house, login, role, unit)
        assert CIRCULAR not in (await other.opens("/supervision")).text


async def test_a_unit_reads_no_act_of_a_case_it_does_not_see(house: House) -> None:
    number = await Resident(house, "a").files()
    supervisor = await browser(house, "du", Role.SUPERVISOR, "xinfang")
    await urge(supervisor, number)
    unit = await browser(house, "rs", Role.UNIT, "renshe")
    assert CALLED not in (await unit.opens("/supervision")).text


async def test_only_supervisors_and_heads_of_the_office_record(clerk: Browser, house: House) -> None:
    head = await browser(house, "he", Role.HEAD, "xinfang")
    today = house.time.today().isoformat()
    words = {"unit": "renshe", "means": "letter", "on": today, "text": CIRCULAR}
    await head.opens("/supervision")
    await head.sends("/supervision/acts", **words)
    [act] = open_acts((await head.opens("/supervision")).text)
    of_unit = await browser(house, "uh", Role.HEAD, "renshe")
    for other in (clerk, of_unit):
        await other.opens("/supervision")
        for address in ("/supervision/acts", f"/supervision/acts/{act}"):
            refused = await other.sends(address, **{**words, "text": CAME_OF})
            assert refused.status_code == 422
            assert "只有督查" in refused.text
    rows = await house.store.read(lambda c: c.execute(select(supervisions)).all())
    assert [row.came_of for row in rows] == [None]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"means": "shout"}, "请选怎么督办的"),
        ({"unit": "moon"}, "请选单位"),
        ({"on": "2099-01-01"}, "请填日期"),
        ({"on": "yesterday"}, "请填日期"),
    ],
)
async def test_a_refused_act_keeps_what_was_typed(house: House, changed: dict[str, str], told: str) -> None:
    supervisor = await browser(house, "du", Role.SUPERVISOR, "xinfang")
    await supervisor.opens("/supervision")
    words = {"unit": "renshe", "means": "visit", "on": house.time.today().isoformat(), "text": CIRCULAR}
    answer = await supervisor.sends("/supervision/acts", **{**words, **changed})
    assert answer.status_code == 422
    assert told in answer.text
    assert CIRCULAR in answer.text


async def test_what_is_said_of_an_act_is_sealed(house: House) -> None:
    supervisor = await browser(house, "du", Role.SUPERVISOR, "xinfang")
    await urge(supervisor, await Resident(house, "a").files())
    [act] = open_acts((await supervisor.opens("/supervision")).text)
    await supervisor.sends(f"/supervision/acts/{act}", text=CAME_OF)
    kept = await house.store.read(lambda c: c.execute(select(supervisions)).one())
    for words in (CALLED, CAME_OF):
        assert words.encode() not in kept.what + kept.came_of
