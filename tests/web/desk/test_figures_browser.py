"""The figures in a real browser: at a desk's width and a phone's, by keyboard, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.figures.year import YEAR, Matter, Year
from tests.web.desk.listening import Listening
from tests.web.desk.test_browser import PHONE, fits, page, picture, signs_in

__all__ = ["page"]
pytestmark = pytest.mark.browser
IN_2025 = f"since={YEAR}-01-01&until={YEAR}-12-31"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Listening]:
    """The desk, in the January after a year of some matters."""
    with Listening(tmp_path) as listening:
        listening.clock.at = datetime(YEAR + 1, 1, 20, 2, tzinfo=UTC)
        units = ("renshe", "lincao", "nongye")
        matters = [
            Matter(date(YEAR, 1 + n, 9), came_by=("visit", "call")[n % 2], unit=units[n % 3])
            for n in range(9)
        ]
        listening.does(lambda: Year(listening.house).has(*matters, Matter(date(YEAR - 1, 2, 2))))
        yield listening


def test_figures_are_entered_read_printed_and_followed_to_their_cases(page: Page, desk: Listening) -> None:
    signs_in(page, desk, "dorje")
    page.goto(f"{desk.url}/activities?kind=outreach")
    page.get_by_label("场数").fill("2")
    page.get_by_text("阿扎镇", exact=True).click()
    page.locator("details[open] input").first.check()
    fits(page)
    width = "phone" if page.viewport_size == PHONE else "wide"
    picture(page, f"desk-activities-{width}.png")
    page.get_by_label("场数").press("Enter")
    expect(page.get_by_role("status")).to_have_text("已经记下。")
    page.goto(f"{desk.url}/figures?{IN_2025}")
    expect(page.locator("#figure-matters .now")).to_have_text("9 件")
    expect(page.locator("#figure-matters .how")).to_contain_text("一件算一件")
    expect(page.locator("#by-month").get_by_role("img", name="月份")).to_be_visible()
    fits(page)
    picture(page, f"desk-figures-{width}.png", tall=True)
    page.emulate_media(media="print")
    expect(page.locator(".filters").first).to_be_hidden()
    expect(page.locator("#by-unit svg.chart").last).to_be_visible()
    page.emulate_media(media="screen")
    page.locator("#figure-answered .now a").focus()
    page.keyboard.press("Enter")
    expect(page.locator("a.case")).to_have_count(9)
    fits(page)
