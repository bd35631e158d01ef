"""On a phone what can be pressed is large enough for a finger, on every page of the menu and on a case."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from tests.web.desk.listening import Listening
from tests.web.desk.test_browser import PHONE, desk, fits, signs_in
from tests.web.desk.test_menu_browser import in_tibetan

__all__ = ["desk"]  # the fixture
pytestmark = pytest.mark.browser

SMALL = """() => {
  const found = [];
  const pressed = "a, button, summary, select, input:not([type=hidden]), textarea";
  for (const one of document.querySelectorAll(pressed)) {
    if (!one.checkVisibility() || one.closest(".unseen, .skip")) continue;
    const target = one.closest("label") ?? one;
    target.scrollIntoView({block: "center"});
    const box = target.getBoundingClientRect();
    const x = box.left + Math.min(box.width / 2, 20), y = box.top + box.height / 2;
    const hits = (left, top) => {
      const there = document.elementFromPoint(left, top);
      return there && target.contains(there);
    };
    let [up, down, left, right] = [0, 0, 0, 0];
    while (up < 40 && hits(x, y - up - 1)) up++;
    while (down < 40 && hits(x, y + down + 1)) down++;
    while (left < 40 && hits(x - left - 1, y)) left++;
    while (right < 40 && hits(x + right + 1, y)) right++;
    const [wide, high] = [left + right, up + down];
    if (high < 39 || wide < 39) found.push(`${one.outerHTML.slice(0, 90)} ${wide}x${high}`);
  }
  return [...new Set(found)];
}"""
"""What answers to a finger over less than 40 px, either way."""


@pytest.mark.parametrize("language", ["zh", "bo"])
def test_what_is_pressed_on_a_phone_is_large_enough(
    desk: Listening, browser: Chromium, language: str
) -> None:
    number = desk.resident("one", "bo").number
    context = browser.new_context(viewport=PHONE, locale="zh-CN")
    page = context.new_page()
    signs_in(page, desk, "dorje")
    if language == "bo":
        in_tibetan(page)
    ways = page.locator(".ways a").evaluate_all("all => all.map(one => one.pathname)")
    origin = desk.url.removesuffix("/desk")
    for path in (*ways, "/desk/account", f"/desk/cases/{number}"):
        page.goto(origin + path)
        fits(page)
        page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
        fits(page)
        assert page.evaluate(SMALL) == [], path
    context.close()


def test_a_case_on_paper_is_what_there_is_to_read(desk: Listening, browser: Chromium) -> None:
    number = desk.resident("one").number
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    signs_in(page, desk, "dorje")
    page.goto(f"{desk.url}/cases/{number}")
    page.emulate_media(media="print")
    for name in ("期限", "反映人说的", "经过"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    for nothing in ("#moves", ".claim", "a[href$='/away']", "details.move", "header.top"):
        for one in page.locator(nothing).all():
            expect(one).to_be_hidden()
    context.close()
