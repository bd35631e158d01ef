"""A clerk's morning by keyboard alone in a real browser: a visit registered, ten cases forwarded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, expect

from storage import cases as case_rows
from tests.web.desk.listening import Listening
from tests.web.desk.test_browser import DESK, faults, fits, signs_in

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Listening]:
    """The desk for browsers."""
    with Listening(tmp_path) as listening:
        yield listening


@pytest.fixture
def page(browser: Chromium) -> Iterator[Page]:
    """One page; nothing on its console may be an error."""
    context = browser.new_context(viewport=DESK, locale="zh-CN")
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    yield opened
    context.close()
    assert faults(troubles) == []


def types(page: Page, *steps: str) -> None:
    """Keys one after the other; what is no key's name is typed."""
    for step in steps:
        if re.fullmatch(r"\w|/|Tab|Enter|Space|Arrow\w+", step):
            page.keyboard.press(step)
        else:
            page.keyboard.insert_text(step)


def tabs_to(page: Page, selector: str) -> None:
    """Tab until what the selector names is in focus."""
    for _ in range(60):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {selector}")


def focused(page: Page) -> str:
    """The name of the field in focus."""
    return str(page.evaluate("document.activeElement.name || document.activeElement.className"))


def test_a_visit_is_registered_and_ten_are_forwarded_by_keyboard_alone(page: Page, desk: Listening) -> None:
    filed = [desk.resident(f"r{n}").number for n in range(9)]
    signs_in(page, desk, "dorje")
    types(page, "n")
    expect(page.get_by_role("heading", name="登记")).to_be_visible()
    assert focused(page) == "came_by"
    types(page, "ArrowRight", "ArrowLeft", "Tab")  # a letter; no, a visit
    while focused(page) == "came_on":  # a day has three parts in Chromium
        types(page, "Tab")
    assert focused(page) == "matter"
    types(page, "拖欠工资", "Tab", "嘉黎镇", "Tab")
    types(page, "三十个人在工地干了两个月，没有拿到工钱。", "Tab", "请帮我们要回工钱。", "Tab")
    assert focused(page) == "name"
    types(page, "次仁卓玛", "Tab", "13908900001", "Enter")
    expect(page.get_by_text("可能是好几个")).to_be_visible()
    expect(page.locator("#facts")).to_have_value(re.compile("三十个人"))
    tabs_to(page, "[name=place_is]")
    types(page, "Space", "Enter")
    expect(page.get_by_role("heading", name="已经登记")).to_be_visible()
    expect(page.locator(".code .code")).to_have_text(re.compile(r"(\d{4} ){4}\d{4}"))
    number = page.locator("h1 .number").inner_text()
    fits(page)

    tabs_to(page, "[accesskey=q]")
    types(page, "Enter")
    expect(page.locator(f"[id='case-{number}']")).to_be_visible()
    expect(page.locator("a.case")).to_have_count(10)
    for _ in range(10):
        types(page, "j", "x")
    expect(page.locator("input[name=case]:checked")).to_have_count(10)
    late = desk.resident("late").number
    page.evaluate("htmx.trigger('#rows', 'every')")
    expect(page.locator(f"[id='case-{late}']")).to_be_visible(timeout=15_000)
    expect(page.locator("input[name=case]:checked")).to_have_count(10)
    types(page, "f")
    assert focused(page) == "unit"
    while page.locator("#bulk-unit").input_value() != "renshe":
        types(page, "ArrowDown")
    types(page, "Tab", "Space", "Tab", "Enter")
    expect(page.get_by_role("status")).to_contain_text("转送了 10 件，没有转 0 件")
    for one in (number, *filed):
        case = desk.does(
            lambda one=one: desk.house.store.read(lambda c: case_rows.find(c, desk.house.keyring, one))
        )
        assert case is not None
        assert case.case.unit == "renshe"
    tabs_to(page, "[accesskey=q]")
    types(page, "Enter")
    expect(page.locator("a.case")).to_have_count(1)
