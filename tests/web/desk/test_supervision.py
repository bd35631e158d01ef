"""Promises of the supervision page: reminders, the three suggestions, and the written feedback of units."""

from __future__ import annotations

import re

import pytest

from bot.housekeeping import one_round
from bot.wiring import House
from cases.lifecycle import Role
from storage import reminded
from tests.bot.houses import SetTime
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH
WORDS = "请建立工资保证金台账"


async def browser(house: House, login: str, role: Role, unit: str) -> Browser:
    """A member of a unit, signed in."""
    await joins(house, login, role, unit)
    desk = Browser(house)
    await desk.signs_in(login)
    return desk


def waiting(page: str) -> list[str]:
    """The suggestions that can be answered on this page."""
    return re.findall(r'supervision/suggestions/([0-9a-f]{16})"', page)


async def test_a_suggestion_of_a_case_is_answered_once_and_read_by_no_other_unit(
    clerk: Browser, house: House
) -> None:
    number = await Resident(house, "a").files()
    await clerk.opens("/supervision")
    await clerk.sends(
        "/supervision/suggestions", kind="improve_work", unit="renshe", number=number, text=WORDS
    )
    other = await browser(house, "jiaoyu", Role.UNIT, "jiaoyu")
    assert WORDS not in (await other.opens("/supervision")).text
    page = (await clerk.opens("/supervision")).text
    assert WORDS in page
    assert number in page
    (one,) = waiting(page)
    await other.opens("/supervision")
    refused = await other.sends(f"/supervision/suggestions/{one}", adopted="whole", text="好")
    assert refused.status_code == 422
    await clerk.sends(f"/supervision/suggestions/{one}", adopted="part", text="先从大工地做起")  # on paper
    page = (await clerk.opens("/supervision")).text
    assert "部分采纳" in page
    assert "先从大工地做起" in page
    assert waiting(page) == []
    again = await clerk.sends(f"/supervision/suggestions/{one}", adopted="not", text="不")
    assert again.status_code == 422


async def test_a_unit_answers_what_was_suggested_to_it_and_sees_no_case_that_is_not_its_own(
    clerk: Browser, house: House
) -> None:
    number = await Resident(house, "a").files()
    await clerk.opens("/supervision")
    for about in ("", number):
        await clerk.sends(
            "/supervision/suggestions", kind="complete_policy", unit="renshe", number=about, text=WORDS
        )
    theirs = await browser(house, "renshe", Role.UNIT, "renshe")
    page = (await theirs.opens("/supervision")).text
    assert number not in page
    (one,) = waiting(page)
    await theirs.sends(f"/supervision/suggestions/{one}", adopted="whole", text="已经发文")
    assert "已经发文" in (await theirs.opens("/supervision")).text


async def test_only_the_office_suggests(house: House) -> None:
    unit = await browser(house, "renshe", Role.UNIT, "renshe")
    await unit.opens("/supervision")
    answer = await unit.sends("/supervision/suggestions", kind="improve_work", unit="jiaoyu", text=WORDS)
    assert answer.status_code == 422
    assert "只有信访局的人" in answer.text
    for role in (Role.HEAD, Role.SUPERVISOR):
        theirs = await browser(house, f"renshe-{role}", role, "renshe")
        assert 'id="suggest"' not in (await theirs.opens("/supervision")).text, "no form that is refused"


@pytest.mark.parametrize(
    ("role", "unit"),
    [(Role.DISCIPLINE, "jiwei_jianwei"), (Role.SUPERVISOR, "jiaoyu"), (Role.DISCIPLINE, "xinfang")],
)
async def test_whoever_may_see_what_was_suggested_to_another_unit_gives_no_feedback_for_it(
    clerk: Browser, house: House, role: Role, unit: str
) -> None:
    await clerk.opens("/supervision")
    await clerk.sends("/supervision/suggestions", kind="improve_work", unit="renshe", text=WORDS)
    (one,) = waiting((await clerk.opens("/supervision")).text)
    other = await browser(house, "other", role, unit)
    assert waiting((await other.opens("/supervision")).text) == []
    answer = await other.sends(f"/supervision/suggestions/{one}", adopted="whole", text="好")
    assert answer.status_code == 422
    assert waiting((await clerk.opens("/supervision")).text) == [one]


async def test_a_refused_suggestion_keeps_what_was_typed(clerk: Browser) -> None:
    await clerk.opens("/supervision")
    for words, told in (
        ({"kind": "praise", "unit": "renshe"}, "请选哪一项"),
        ({"kind": "improve_work", "unit": "moon"}, "请选单位"),
        ({"kind": "improve_work", "unit": "renshe", "number": "嘉信"}, "编号不对"),
        ({"kind": "improve_work", "unit": "renshe", "number": "嘉信20261123-00999999"}, "编号不对"),
    ):
        answer = await clerk.sends("/supervision/suggestions", text=WORDS, **words)
        assert answer.status_code == 422
        assert told in answer.text
        assert f">{WORDS}</textarea>" in answer.text
        assert "<h1>督办</h1>" in answer.text, "on its own page, to be corrected there"
    answer = await clerk.sends("/supervision/suggestions", kind="improve_work", unit="renshe", text=" ")
    assert "请写内容" in answer.text


async def test_a_refused_feedback_keeps_what_was_chosen_and_typed(clerk: Browser) -> None:
    await clerk.opens("/supervision")
    for _ in range(2):
        await clerk.sends("/supervision/suggestions", kind="improve_work", unit="renshe", text=WORDS)
    one, other = waiting((await clerk.opens("/supervision")).text)
    answer = await clerk.sends(f"/supervision/suggestions/{one}", adopted="part", text="好" * 4001)
    assert answer.status_code == 422
    mine, theirs = (
        answer.text.split(f'id="suggestion-{id_}"')[1].split("</article>")[0] for id_ in (one, other)
    )
    assert 'value="part" required checked' in mine
    assert "好" * 4001 in mine
    assert " checked" not in theirs


async def test_reminders_are_listed_until_they_are_seen(clerk: Browser, house: House, clock: SetTime) -> None:
    number = await Resident(house, "a").files()
    clock.later(hours=24)
    await one_round(house)
    await clerk.signs_in("dorje")
    page = (await clerk.opens("/supervision")).text
    assert number in page
    assert "今天是最后一天" in page
    await clerk.sends("/supervision/seen", shown=_shown(page))
    assert number not in (await clerk.opens("/supervision")).text
    assert "提醒" in (await clerk.opens(f"/cases/{number}")).text


def _shown(page: str) -> str:
    """The reminders that a page says it shows."""
    (shown,) = re.findall(r'name="shown" value="([^"]*)"', page)
    return str(shown)


async def test_a_reminder_that_was_not_shown_is_not_marked_as_seen(
    clerk: Browser, house: House, clock: SetTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await Resident(house, "a").files()
    clock.later(hours=24)
    await one_round(house)
    await clerk.signs_in("dorje")
    drawn = _shown((await clerk.opens("/supervision")).text)
    second = await Resident(house, "b").files()
    clock.later(hours=24)
    await one_round(house)
    await clerk.signs_in("dorje")
    everything = _shown((await clerk.opens("/supervision")).text).split()
    assert {one.split("/")[0] for one in everything} == {first, second}
    assert drawn in everything
    await clerk.sends("/supervision/seen", shown=drawn)  # from the page drawn a day ago
    monkeypatch.setattr(reminded, "MOST", 1)
    left = []
    while "都看过了" in (page := (await clerk.opens("/supervision")).text):
        left.append(_shown(page))
        await clerk.sends("/supervision/seen", shown=left[-1])
    assert sorted([drawn, *left]) == sorted(everything)
