"""The appointments in a real browser, at a desk's width and a phone's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.bot.houses import demo_office
from tests.web.desk.listening import Listening
from tests.web.desk.people import Resident
from tests.web.desk.test_appointments import LATER, SLOT, books
from tests.web.desk.test_browser import PHONE, fits, goes_to, page, picture, signs_in

__all__ = ["page"]  # the fixture: one page a width
pytestmark = pytest.mark.browser


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Listening]:
    """The desk of an office with reception days."""
    with Listening(tmp_path, demo_office()) as listening:
        yield listening


def test_a_clerk_moves_one_by_hand_and_calls_another_off(page: Page, desk: Listening) -> None:
    filed = desk.resident("a")
    others = (("b", "bo", SLOT), ("c", "zh", LATER))
    first = desk.does(lambda: books(filed, SLOT, filed.number))
    second, _ = (desk.does(lambda o=o: books(Resident(desk.house, o[0], o[1]), o[2])) for o in others)  # type: ignore[misc]
    signs_in(page, desk, "dorje")
    goes_to(page, "约访")
    fits(page)
    narrow = "phone" if page.viewport_size == PHONE else "desk"
    picture(page, f"appointments-{narrow}.png")
    page.locator(f"#move-{first} summary").click()
    page.get_by_label("改到").locator("visible=true").select_option("20261203-1530-deputy")
    picture(page, f"appointments-move-{narrow}.png")
    fits(page)
    page.locator(f"#move-{first}").get_by_role("button", name="改时间").click()
    expect(page.get_by_role("status")).to_contain_text("时间已经改了")
    page.locator(f"#cancel-{second} summary").click()
    page.locator(f"#cancel-{second}").get_by_role("button", name="取消").click()
    expect(page.locator(f"#visit-{second}")).to_contain_text("已取消")
    page.get_by_role("button", name="བོད་ཡིག").click()
    expect(page.locator("html")).to_have_attribute("lang", "bo")
    fits(page)
    picture(page, f"appointments-bo-{narrow}.png")
