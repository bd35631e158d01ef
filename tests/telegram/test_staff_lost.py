"""Promises about a lost phone: cut off in one action, after which its buttons change nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from cases.lifecycle import Role
from storage import staff, staff_phones
from tests.telegram.staff_day import Day, card, steps
from tests.web.desk.people import Browser, joins

STRANGER = "这里只供工作人员使用。"
Cut = Callable[[Day], Awaitable[None]]


async def by_desk(day: Day) -> None:
    """The head finds the phone at the desk and cuts it off."""
    await joins(day.house, "head", Role.HEAD, "xinfang", name="格桑")
    async with Browser(day.house) as browser:
        await browser.signs_in("head")
        page = await browser.opens("/phones")
        assert "多吉" in page.text
        done = await browser.sends("/phones/cut_off", member=day.clerk.id)
        assert "手机已经断开" in done.text
        assert "多吉" not in done.text


async def by_head_in_telegram(day: Day) -> None:
    """The head writes one command."""
    head = await joins(day.house, "head", Role.HEAD, "xinfang", name="格桑")
    phone = await day.phone(head)
    await phone.sends("/cutoff dorje")
    assert "多吉的手机已经断开" in (await phone.next_message()).text


async def by_operator(day: Day) -> None:
    """The operator's command does this, as `python -m bot staff unlink` runs it."""
    await day.house.store.write(lambda c: staff_phones.cut_off(c, day.clerk.id))


@pytest.mark.parametrize("cut_off", [by_desk, by_head_in_telegram, by_operator])
async def test_the_buttons_of_a_lost_phone_change_nothing_and_get_one_plain_answer(
    day: Day, cut_off: Cut
) -> None:
    dorje = await day.phone(day.clerk)
    await day.resident.files()
    told = await card(dorje)
    await steps(dorje, told, "转送", "嘉黎县自然资源局", "复杂")
    async with Browser(day.house) as lost:
        await lost.signs_in("dorje")
        await cut_off(day)
        assert "登录" in (await lost.opens("/")).text
        assert day.resident.number not in lost.page.text
    shown = told.text
    for button in ("确定", "不办了"):
        await dorje.presses(button, told)
        assert (await dorje.next_message()).text == STRANGER
    await dorje.presses_raw(f"h|claim|{day.resident.number.removeprefix('嘉信')}", told)
    assert (await dorje.next_message()).text == STRANGER
    await dorje.sends("/queue")
    assert (await dorje.next_message()).text == STRANGER
    assert told.text == shown
    assert await day.moves() == ["file"]


async def test_only_who_looks_after_a_phone_cuts_it_off(day: Day) -> None:
    pema, dorje = await day.phone(day.pema), await day.phone(day.clerk)
    other = await joins(day.house, "head", Role.HEAD, "jiaoyu", name="边巴")
    unit_head = await day.phone(other)
    for user, login in ((pema, "dorje"), (dorje, "pema"), (unit_head, "pema"), (unit_head, "nobody")):
        await user.sends(f"/cutoff {login}")
        assert (await user.next_message()).text == "没有这个用户名，或者不归您管。"
    assert await linked(day, "pema")
    async with Browser(day.house) as browser:
        await browser.signs_in("head")
        page = await browser.opens("/phones")
        assert "白玛" not in page.text
        refused = await browser.sends("/phones/cut_off", member=day.pema.id)
        assert refused.status_code == 403
    async with Browser(day.house) as browser:
        await browser.signs_in("dorje")
        assert "/phones" not in (await browser.opens("/")).text
    assert await linked(day, "pema")
    chief = await day.phone(await joins(day.house, "chief", Role.HEAD, "xinfang", name="旺堆"))
    await chief.sends("/cutoff pema")
    assert "白玛的手机已经断开" in (await chief.next_message()).text, "the office's head, for any unit"
    assert not await linked(day, "pema")


async def linked(day: Day, login: str) -> bool:
    """Whether the member's phone is linked."""
    everyone = await day.house.store.read(staff.everyone)
    return next(m.linked for m in everyone if m.login == login)
