"""The ways at the top of the desk, without scripts: a line where there is room, or a menu."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, ViewportSize, expect

from tests.web.desk.listening import Listening
from tests.web.desk.test_browser import DESK, PHONE, desk, fits, signs_in
from tests.web.desk.test_queue_browser import tabs_to

__all__ = ["desk"]  # the fixture
pytestmark = pytest.mark.browser
MOST_HIGH_PX = {"zh": 120, "bo": 140}


def in_tibetan(page: Page) -> None:
    """The same page in the other language."""
    page.get_by_role("button", name="བོད་ཡིག").click()
    expect(page.locator("html")).to_have_attribute("lang", "bo")


def is_low(page: Page, language: str) -> None:
    """What stands at the top leaves the screen to the work."""
    box = page.locator("header.top").bounding_box()
    assert box is not None
    assert box["height"] <= MOST_HIGH_PX[language]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_ways_are_a_menu_on_a_phone_and_a_line_on_a_desk(
    desk: Listening, browser: Chromium, size: ViewportSize
) -> None:
    context = browser.new_context(viewport=size, locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    signs_in(page, desk, "dorje")
    way = page.locator(".ways a[href$='/figures']")
    for language in ("zh", "bo"):
        if language == "bo":
            in_tibetan(page)
        is_low(page, language)
        fits(page)
        if size == DESK:
            expect(page.locator(".menu summary")).to_be_hidden()
        else:
            expect(way).to_be_hidden()
            tabs_to(page, ".menu summary")
            page.keyboard.press("Enter")
            fits(page)
        expect(way).to_be_visible()
    tabs_to(page, ".ways a[href$='/figures']")
    page.keyboard.press("Enter")
    expect(page.locator(".ways a[aria-current=page]")).to_have_attribute("href", "/desk/figures")
    context.close()
