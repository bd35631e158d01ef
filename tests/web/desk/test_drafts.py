"""Promises about drafts of answers: kept as typed, given back to who typed them alone, gone with the move."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.housekeeping import one_round
from bot.wiring import House
from cases.lifecycle import Role
from storage.tables import move_drafts
from tests.bot.houses import SetTime
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH
TEXT = "您反映的工资，正在向施工单位核实。"


@pytest.fixture
async def accepted(clerk: Browser, labour: Browser, resident: Resident) -> str:
    """A case the labour bureau has accepted."""
    await clerk.moves(resident.number, "forward", unit="renshe", complexity="simple")
    await labour.moves(resident.number, "accept", item="6")
    return resident.number


async def types(browser: Browser, number: str, move: str = "answer", **parts: str) -> str:
    """Type in a form of the case page, as the page sends it on by itself; the line it answers."""
    await browser.opens(f"/cases/{number}")
    page = browser.page
    answer = await browser.sends(f"/cases/{number}/drafts/{move}", **parts)
    assert answer.status_code == 200, answer.text
    browser.page = page
    return answer.text


async def test_a_draft_is_given_back_with_all_that_was_chosen_and_typed(
    labour: Browser, accepted: str, house: House
) -> None:
    told = await types(labour, accepted, outcome="supported", text=TEXT)
    assert "已存草稿" in told
    page = (await labour.opens(f"/cases/{accepted}")).text
    assert TEXT in page
    assert "您 11-23 09:00 写的草稿" in page
    assert 'value="supported" required checked' in page
    assert '<details class="move" id="move-answer" open>' in page
    await types(labour, accepted, outcome="supported", text=f"{TEXT}还在等。")
    assert f"{TEXT}还在等。" in (await labour.opens(f"/cases/{accepted}")).text
    [row] = await house.store.read(lambda c: c.execute(move_drafts.select()).all())
    assert TEXT.encode() not in row.content


async def test_another_sees_who_is_writing_and_not_a_word_of_it(
    clerk: Browser, labour: Browser, accepted: str, house: House, clock: SetTime
) -> None:
    await types(labour, accepted, text=TEXT)
    await joins(house, "sonam", Role.UNIT, "renshe", name="索南")
    async with Browser(house) as colleague:
        await colleague.signs_in("sonam")
        for other in (clerk, colleague):
            page = (await other.opens(f"/cases/{accepted}")).text
            assert "白玛 正在写“答复”" in page
            assert TEXT not in page
    assert "正在写" not in (await labour.opens(f"/cases/{accepted}")).text
    clock.later(hours=9)
    await clerk.signs_in("dorje")
    assert "正在写" not in (await clerk.opens(f"/cases/{accepted}")).text


async def kept(house: House) -> list[str]:
    """The moves of which drafts are kept."""
    return [row.move for row in await house.store.read(lambda c: c.execute(move_drafts.select()).all())]


async def test_the_draft_is_gone_when_the_move_is_made_and_a_late_one_is_not_kept(
    labour: Browser, accepted: str, house: House
) -> None:
    await types(labour, accepted, "feed_back", text=TEXT * 200)
    await types(labour, accepted, "ask", text="请问有没有合同？")
    drawn = await labour.opens(f"/cases/{accepted}")
    await labour.sends(f"/cases/{accepted}/moves/ask", text="请问有没有合同？")
    assert await kept(house) == ["feed_back"]
    labour.page = drawn  # what was still under way when the button was pressed
    await labour.sends(f"/cases/{accepted}/drafts/ask", text="请问有没有合同？")
    assert await kept(house) == ["feed_back"]
    assert TEXT * 200 in (await labour.opens(f"/cases/{accepted}")).text, "the other is kept, and whole"


async def test_a_session_that_is_over_leaves_the_page_and_what_is_typed_there(
    labour: Browser, accepted: str, clock: SetTime
) -> None:
    await labour.opens(f"/cases/{accepted}")
    clock.later(hours=13)
    answer = await labour.client.post(
        f"/desk/cases/{accepted}/drafts/answer", data={"text": TEXT}, headers={"hx-request": "true"}
    )
    assert (answer.status_code, answer.text) == (200, "登录已经过期，请重新登录。")
    assert "hx-redirect" not in answer.headers


async def test_nothing_typed_is_no_draft(labour: Browser, accepted: str, house: House) -> None:
    await types(labour, accepted, text=TEXT)
    assert await types(labour, accepted, text="") == ""
    assert await house.store.read(lambda c: c.execute(move_drafts.select()).all()) == []


async def test_a_draft_whose_move_another_made_is_not_lost(
    labour: Browser, accepted: str, house: House
) -> None:
    await types(labour, accepted, text=TEXT)
    await joins(house, "sonam", Role.UNIT, "renshe", name="索南")
    async with Browser(house) as colleague:
        await colleague.signs_in("sonam")
        await colleague.moves(accepted, "answer", outcome="supported", text="工资已经付清。")
        assert TEXT not in (await colleague.opens(f"/cases/{accepted}")).text
    page = (await labour.opens(f"/cases/{accepted}")).text
    assert "您的草稿没有用上：答复" in page
    assert TEXT in page
    assert TEXT not in (await labour.sends(f"/cases/{accepted}/drafts/answer/drop")).text


async def test_who_may_not_see_the_case_cannot_draft_in_it_and_old_drafts_are_forgotten(
    clerk: Browser, labour: Browser, resident: Resident, house: House, clock: SetTime
) -> None:
    await labour.opens("/")
    path = f"/cases/{resident.number}/drafts/ask"
    assert (await labour.sends(path, text=TEXT)).status_code == 404
    await types(clerk, resident.number, "ask", text=TEXT)
    assert (await clerk.client.post(f"/desk{path}", data={"text": TEXT})).status_code == 403
    clock.at += timedelta(days=29)
    await one_round(house)
    assert await kept(house) == ["ask"]
    clock.at += timedelta(days=2)
    await one_round(house)
    assert await house.store.read(lambda c: c.execute(move_drafts.select()).all()) == []


async def test_a_draft_and_a_refused_form_keep_that_it_is_to_go_as_chinese(
    clerk: Browser, house: House
) -> None:
    reader = Resident(house, "reader", language="bo")
    await reader.files()
    ticked = 'name="as_chinese" value="yes" checked'
    assert ticked not in (await clerk.opens(f"/cases/{reader.number}")).text
    await types(clerk, reader.number, "ask", text=TEXT, as_chinese="yes")
    assert ticked in (await clerk.opens(f"/cases/{reader.number}")).text
    answer = await clerk.sends(f"/cases/{reader.number}/moves/ask", text="字" * 9000, as_chinese="yes")
    assert answer.status_code == 422
    assert ticked in answer.text
    await types(clerk, reader.number, "ask", text=TEXT)
    assert ticked not in (await clerk.opens(f"/cases/{reader.number}")).text


async def test_a_draft_is_gone_when_what_it_says_waits_for_its_tibetan(clerk: Browser, house: House) -> None:
    reader = Resident(house, "reader", language="bo")
    await reader.files()
    await types(clerk, reader.number, "ask", text=TEXT)
    await clerk.moves(reader.number, "ask", text=TEXT)
    assert await house.store.read(lambda c: c.execute(move_drafts.select()).all()) == []
