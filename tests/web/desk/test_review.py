"""Promises about review at the desk: the office records what the level above decided; the unit does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Said
from tests.bot.houses import reloaded, with_office
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH
OPINION = "复查意见：原来的答复没有问题。"


def _listed(page: str, number: str) -> bool:
    return f'id="case-{number}"' in page


async def test_the_head_records_the_opinion_and_the_unit_cannot(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await reloaded(with_office(house, tmp_path, {"accepts_for": "xian_zhengfu"}), monkeypatch)
    for login, role, unit in (
        ("dorje", Role.CLERK, "xinfang"),
        ("gonpo", Role.HEAD, "xinfang"),
        ("pema", Role.UNIT, "renshe"),
    ):
        await joins(house, login, role, unit)
    resident = Resident(house, "resident")
    number = await resident.files()
    async with Browser(house) as clerk, Browser(house) as head, Browser(house) as unit:
        for browser, login in ((clerk, "dorje"), (head, "gonpo"), (unit, "pema")):
            await browser.signs_in(login)
        await clerk.moves(number, "forward", unit="renshe", complexity="simple")
        await unit.moves(number, "accept", item="6")
        await unit.moves(number, "answer", outcome="explained", text="查过了。")
        await resident.presses(f"case:open.{number}")
        await resident.presses(f"case:review.{number}")
        await resident.does(Said("没有看合同第三页。"))
        await resident.presses("why:done")

        assert _listed((await head.opens("/?show=mine")).text, number)
        await head.opens("/replies")
        await head.sends("/replies", title_zh="维持", title_bo="སྔར་བཞིན།", text_zh=OPINION, text_bo="སྔར་བཞིན།")
        assert not _listed((await unit.opens("/?show=mine")).text, number)
        page = (await unit.opens(f"/cases/{number}")).text
        assert "复查中" in page
        assert not re.search(r"/moves/\w+", page)
        refused = await unit.sends(f"/cases/{number}/moves/answer_review", opinion="upheld", text=OPINION)
        assert refused.status_code == 409
        page = (await head.opens(f"/cases/{number}")).text
        assert "没有看合同第三页。" in page
        assert 'data-fills="answer_review-text"' in page, "a kept opinion fills it"
        assert "嘉黎县人民政府" in page
        done = await head.moves(number, "answer_review", opinion="upheld", text=OPINION)
        assert "复查意见已经记下" in done.text
    reply = await resident.presses(f"case:open.{number}")
    assert OPINION in reply.bubble.text
    assert "第三十六条" in reply.bubble.text
