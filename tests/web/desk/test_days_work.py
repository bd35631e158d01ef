"""A day's work at the desk as one test, in a real browser, at a desk's width and at a phone's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import case, select, update

from bot.housekeeping import one_round
from dialogs.engine.events import Said
from storage.tables import cases, outbox
from tests.web.desk.days import Comes, comes, desk, goes_back, makes, sound, unfolds
from tests.web.desk.listening import Listening
from tests.web.desk.people import Resident
from tests.web.desk.test_browser import DESK, goes_to, opens, picture

__all__ = ["comes", "desk"]  # the fixtures
pytestmark = pytest.mark.browser
OPINION = "复查意见：原来的答复事实清楚，予以维持。"


def registers(page: Page) -> str:
    """A clerk writes down who came in; the new number."""
    goes_to(page, "登记")
    sound(page)
    page.get_by_label("什么事").fill("拖欠工资")
    page.get_by_label("地方").fill(str(page.locator("#places option").first.get_attribute("value")))
    page.get_by_label("反映什么").fill("三十个人在工地干了两个月，没有拿到工钱。")
    page.get_by_label("姓名").fill("次仁卓玛")
    page.get_by_label("电话", exact=True).fill("13908900001")
    page.evaluate("scrollTo(0, 0)")
    picture(page, f"desk-register-{(page.viewport_size or DESK)['width']}.png")
    page.locator("form.register button.main").click()
    expect(page.get_by_role("heading", name="已经登记")).to_be_visible()
    sound(page)
    return page.locator("h1 .number").inner_text()


def forwards_ten(page: Page, numbers: list[str]) -> None:
    """All together, to the labour bureau."""
    goes_back(page)
    sound(page)
    for number in numbers:
        page.get_by_role("checkbox", name=number).check()
    page.locator("#bulk-unit").select_option("renshe")
    page.locator("#bulk").get_by_label("简单").check()
    page.get_by_role("button", name="一起转送").click()
    expect(page.get_by_role("status")).to_contain_text("转送了 10 件，没有转 0 件")
    sound(page)


def channels_deliver(desk: Listening, all_but: str) -> None:
    """What waits to be sent arrives, but to one who blocked us."""
    stuck = select(cases.c.id).where(cases.c.number == all_but).scalar_subquery()
    state = case((outbox.c.case_id == stuck, "blocked"), else_="sent")
    came = update(outbox).where(outbox.c.notice_id.is_not(None)).values(state=state, sent_at=desk.clock.now())
    desk.does(lambda: desk.house.store.write(lambda c: c.execute(came)))
    desk.does(lambda: one_round(desk.house))


def asks_for_review(resident: Resident) -> Callable[[], object]:
    """The resident opens the answer and is not content."""

    async def asks() -> None:
        for step in ("open", "review"):
            await resident.presses(f"case:{step}.{resident.number}")
        await resident.does(Said("没有看合同第三页。"))
        await resident.presses("why:done")

    return asks


def test_a_days_work(comes: Comes, desk: Listening) -> None:
    first, second, *others = (desk.resident(f"r{n}") for n in range(10))
    contested = others.pop()
    dorje = comes("dorje")
    visit = registers(dorje)
    forwards_ten(dorje, [visit, first.number, second.number, *(one.number for one in others)])

    goes_back(dorje)
    opens(dorje, contested)
    norbu = comes("norbu")
    opens(norbu, contested)
    dorje.get_by_role("button", name="我来办").click()
    expect(dorje.get_by_text("您在办，留到")).to_be_visible()
    norbu.get_by_role("button", name="我来办").click()
    expect(norbu.get_by_text("多吉正在办这件事").first).to_be_visible()
    sound(norbu)
    form = unfolds(dorje, "forward")
    form.get_by_label("承办单位").select_option("renshe")
    form.get_by_label("复杂", exact=True).check()
    makes(form, "已经转送")
    sound(dorje)

    desk.clock.later(hours=1)
    pema = comes("pema")
    for one in (second, first):
        goes_back(pema)
        opens(pema, one)
        form = unfolds(pema, "accept")
        form.get_by_label("（六）").check()
        makes(form, "已经受理")
    form = unfolds(pema, "meet")
    form.get_by_label("开始时").check()
    form.get_by_label("见面时说了什么").fill("看了考勤表，双方都在。")
    makes(form, "见面已经记下")
    form = unfolds(pema, "ask")
    form.get_by_label("要问反映人什么").fill("请发合同的照片。")
    makes(form, "已经请反映人补充")
    desk.does(lambda: first.supplies("没有合同，是口头说的。"))
    pema.reload()
    expect(pema.get_by_text("没有合同，是口头说的。")).to_be_visible()
    form = unfolds(pema, "answer")
    sound(pema)
    form.get_by_label("解释说明").check()
    form.get_by_label("答复的内容").fill("查过了，工资已经结清。")
    makes(form, "已经答复")

    tashi = comes("tashi")
    opens(tashi, second)
    form = unfolds(tashi, "extend")
    form.get_by_label("延长几天").fill("20")
    form.locator("[name=reason]").fill("还要到工地核实。")
    makes(form, "已经延期")
    sound(tashi)

    desk.does(asks_for_review(first))  # type: ignore[arg-type]
    gonpo = comes("gonpo")
    opens(gonpo, first)
    expect(gonpo.get_by_text("没有看合同第三页。")).to_be_visible()
    form = unfolds(gonpo, "answer_review")
    form.get_by_label("维持").check()
    form.get_by_label("复查意见的原文").fill(OPINION)
    makes(form, "复查意见已经记下")
    sound(gonpo)

    sangye = comes("sangye")
    sangye.get_by_role("link", name="全部").click()
    opens(sangye, second)
    form = unfolds(sangye, "supervise")
    form.get_by_label("怎么督办").select_option("call")
    form.get_by_label("督办的情况和结果").fill("请人社局本周内到工地。")
    makes(form, "督办已经记下")
    sound(sangye)

    channels_deliver(desk, all_but=second.number)
    goes_to(dorje, "待告知")
    sound(dorje)
    owed = dorje.locator("article.owed")
    expect(owed).to_have_count(5)  # of the visit, receipt and forwarded; of another, three
    while left := owed.count():
        owed.first.locator("summary").click()
        owed.first.get_by_label("打电话").check()
        owed.first.get_by_label("说明").fill("本人接的电话。")
        owed.first.get_by_role("button", name="记下").click()
        expect(owed).to_have_count(left - 1)
    expect(dorje.get_by_text("没有欠着的通知。")).to_be_visible()
    sound(dorje)

    goes_to(dorje, "统计")
    for figure, count in (
        ("matters", "11 件"),
        ("forwarded", "11 件"),
        ("reviewed", "1 件"),
        ("supervised", "1 件"),
        ("urged_call", "1 次"),
    ):
        expect(dorje.locator(f"#figure-{figure} .now")).to_have_text(count)
    sound(dorje)
    dorje.locator("#figure-matters .now a").click()
    expect(dorje.locator("a.case")).to_have_count(11)
    sound(dorje)
