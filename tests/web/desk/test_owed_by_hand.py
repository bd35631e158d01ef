"""Promises of notices no channel carries: shown at once, as one asked to be told, recorded in one click."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.wiring import House
from cases.lifecycle import Role
from storage import cases as case_rows
from storage.staff import Member
from tests.bot.houses import SetTime
from tests.web.desk.people import OVER_BOTH, Browser, joins
from tests.web.desk.test_owed import listed, told
from tests.web.desk.test_register import number, sends, token

pytestmark = OVER_BOTH


def _quick(page: str) -> list[tuple[str, str]]:
    """Every notice that is recorded in one click, and how it is then said to have been told."""
    return re.findall(r'class="likely" .*?notices/(\d+)">.*?name="means" value="(\w+)"', page, re.DOTALL)


async def _forwarded(house: House, given: str) -> None:
    clerk = await joins(house, "forwarder", Role.CLERK, "xinfang")
    parts, now = {"unit": "renshe", "complexity": "simple"}, house.time.now()
    await house.store.write(lambda c: house.casework.move(c, given, "forward", clerk, parts, now))


@pytest.mark.parametrize(
    ("told_by", "said", "means"),
    [("phone", "打电话", "call"), ("letter", "寄信", "post"), ("in_person", "当面", "handed")],
)
async def test_who_came_to_the_desk_is_to_be_told_by_hand_at_once_and_as_they_asked(
    clerk: Browser, house: House, told_by: str, said: str, means: str
) -> None:
    given = number(await sends(clerk, told_by=told_by, address="嘉黎镇一号"))
    await _forwarded(house, given)
    page = (await clerk.opens("/notices")).text
    receipt, forwarded = listed(page)
    assert "一天了还没送到" not in page
    assert "正在送" not in page
    assert page.count(f"本人要求的告知方式：{said}") == 2
    assert "13908900001" not in page
    assert _quick(page) == [(receipt, "handed"), (forwarded, means)]  # a visitor holds the receipt already
    await clerk.sends(f"/cases/{given}/notices/{forwarded}", means=means)
    assert await told(house, given) == [("receipt", None), ("forwarded", means)]
    assert listed((await clerk.opens("/notices")).text) == [receipt]


async def test_the_receipt_of_a_letter_is_posted_not_handed_over(clerk: Browser) -> None:
    await sends(clerk, came_by="letter", told_by="letter", address="嘉黎镇一号")
    assert 'class="handed"' not in clerk.page.text
    assert [means for _, means in _quick((await clerk.opens("/notices")).text)] == ["post"]


async def test_a_receipt_handed_over_at_registering_is_recorded_in_one_click(
    clerk: Browser, house: House
) -> None:
    form = token(await clerk.opens("/register"))
    page = await sends(clerk, form)
    given = number(page)
    (action,) = re.findall(r'class="handed" method="post" action="/desk([^"]*)"', page.text)
    await clerk.sends(action, means="handed")
    await clerk.opens("/register")
    assert 'class="handed"' not in (await sends(clerk, form)).text, "it is handed over already"
    assert await told(house, given) == [("receipt", "handed")]
    assert listed((await clerk.opens("/notices")).text) == []
    assert "当面交给" in (await clerk.opens(f"/cases/{given}")).text


async def test_where_scripts_run_the_code_stays_on_the_page(clerk: Browser, house: House) -> None:
    page = await sends(clerk)
    given = number(page)
    (action,) = re.findall(r'hx-post="(/desk[^"]*)"', page.text)
    (proof,) = set(re.findall(r'name="proof" value="([^"]*)"', page.text))
    again = []
    for _ in range(2):
        words, head = {"proof": proof, "means": "handed"}, {"hx-request": "true"}
        again.append(await clerk.client.post(action, data=words, headers=head))
    assert [one.status_code for one in again] == [200, 200]
    assert "已经记下" in again[0].text
    assert "这个通知已经告知了" in again[1].text
    assert "<html" not in again[0].text
    assert await told(house, given) == [("receipt", "handed")]


async def test_who_does_not_read_what_was_told_is_not_told_how_they_asked(
    clerk: Browser, house: House
) -> None:
    await sends(clerk)
    await joins(house, "dujia", Role.SUPERVISOR, "xinfang")
    supervisor = Browser(house)
    await supervisor.signs_in("dujia")
    page = (await supervisor.opens("/notices")).text
    assert len(listed(page)) == 1
    assert "本人要求的告知方式" not in page


async def _moves(house: House, given: str, who: Member, move: str, **parts: str) -> None:
    now = house.time.now()
    await house.store.write(lambda c: house.casework.move(c, given, move, who, parts, now))


async def test_an_answer_signed_for_is_told(clerk: Browser, house: House) -> None:
    given = number(await sends(clerk))
    await _forwarded(house, given)
    unit = await joins(house, "answerer", Role.UNIT, "renshe")
    await _moves(house, given, unit, "accept", item="6")
    await _moves(house, given, unit, "answer", outcome="supported", text="属实。")
    assert ("answered", None) in await told(house, given)
    await clerk.moves(given, "receive")
    assert ("answered", "handed") in await told(house, given)
    page = (await clerk.opens("/notices")).text
    assert "受理告知" in page
    assert "<b>答复</b>" not in page, "who signed for it need not be called about it"


async def test_what_was_undone_before_anybody_was_told_is_not_told(clerk: Browser, house: House) -> None:
    given = number(await sends(clerk))
    await _forwarded(house, given)
    head = await joins(house, "heading", Role.HEAD, "xinfang")
    await _moves(house, given, head, "correct", reason="转错了")
    assert await told(house, given) == [("receipt", None), ("forwarded", "undone"), ("corrected", None)]
    assert "转送告知" not in (await clerk.opens("/notices")).text


async def test_what_was_told_and_undone_stays_told(clerk: Browser, house: House) -> None:
    given = number(await sends(clerk))
    await _forwarded(house, given)
    forwarded = listed((await clerk.opens("/notices")).text)[-1]
    await clerk.sends(f"/cases/{given}/notices/{forwarded}", means="call")
    head = await joins(house, "heading", Role.HEAD, "xinfang")
    await _moves(house, given, head, "correct", reason="转错了")
    assert await told(house, given) == [("receipt", None), ("forwarded", "call"), ("corrected", None)]


async def test_an_answer_signed_for_yesterday_runs_from_yesterday(
    clerk: Browser, house: House, clock: SetTime
) -> None:
    given = number(await sends(clerk))
    await _forwarded(house, given)
    unit = await joins(house, "answerer", Role.UNIT, "renshe")
    await _moves(house, given, unit, "accept", item="6")
    clock.later(days=2)
    await _moves(house, given, unit, "answer", outcome="not_supported", text="不属实。")
    answered_on = house.time.today()
    clock.later(days=3)
    await clerk.signs_in("dorje")
    before = f"{answered_on - timedelta(days=1)}"
    page = (await clerk.moves(given, "receive", signed_on=before)).text
    assert "请填答复那天以后" in page
    assert f'value="{before}"' in page, "what was typed is given back"
    signed_on = answered_on + timedelta(days=1)
    await clerk.moves(given, "receive", signed_on=f"{signed_on}")
    found = await house.store.read(lambda c: case_rows.find(c, house.keyring, given))
    assert found
    [window] = found.case.running
    assert (window.clock, window.started_on) == ("review_window", signed_on)
