"""A morning at the desk by keyboard alone, in a real browser: no mouse, and nothing pressed by a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from tests.web.desk.days import desk
from tests.web.desk.listening import Listening
from tests.web.desk.people import PASSWORD
from tests.web.desk.test_browser import DESK
from tests.web.desk.test_queue_browser import tabs_to, types

__all__ = ["desk"]  # the fixture
pytestmark = pytest.mark.browser


def test_by_keyboard_alone_a_visit_is_registered_claimed_and_forwarded(
    browser: Chromium, desk: Listening
) -> None:
    context = browser.new_context(viewport=DESK, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{desk.url}/sign-in")
    tabs_to(page, "[name=login]")
    types(page, "dorje", "Tab", PASSWORD, "Enter")
    expect(page.get_by_role("heading", name="待办")).to_be_visible()

    types(page, "n")
    expect(page.get_by_role("heading", name="登记")).to_be_visible()
    tabs_to(page, "#matter")
    types(page, "拖欠工资", "Tab", str(page.locator("#places option").first.get_attribute("value")), "Tab")
    types(page, "三十个人在工地干了两个月，没有拿到工钱。", "Tab", "请帮我们要回工钱。", "Tab")
    types(page, "次仁卓玛", "Tab", "13908900001", "Enter")
    expect(page.get_by_role("heading", name="已经登记")).to_be_visible()
    number = page.locator("h1 .number").inner_text()

    tabs_to(page, "[accesskey=q]")
    types(page, "Enter")
    expect(page.get_by_role("heading", name="待办")).to_be_visible()
    types(page, "j", "Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(number)
    tabs_to(page, ".claim button")
    types(page, "Space")
    expect(page.get_by_text("您在办，留到")).to_be_visible()

    summaries = page.locator(".moves > details").evaluate_all("all => all.map(one => one.id)")
    types(page, str(summaries.index("move-forward") + 1))
    expect(page.locator("#move-forward select").first).to_be_focused()
    for _ in range(80):
        if page.locator("#move-forward [name=unit]").input_value() == "renshe":
            break
        types(page, "ArrowDown")
    tabs_to(page, "#move-forward [name=complexity]")
    types(page, "Space")
    tabs_to(page, "#move-forward button")
    types(page, "Enter")
    expect(page.get_by_role("status")).to_contain_text("已经转送")
    expect(page.locator(".marks")).to_contain_text(re.compile("已转送.*人力资源和社会保障局", re.DOTALL))
    context.close()
