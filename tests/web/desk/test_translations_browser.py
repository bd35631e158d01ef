"""The words in a real browser, at a desk's width and a phone's: what is typed is checked as one types."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cases.lifecycle import Role
from tests.web.desk.listening import Listening
from tests.web.desk.people import joins
from tests.web.desk.test_browser import changes_hands, fits, goes_to, page, picture, signs_in

__all__ = ["page"]  # the fixture: one page a width
pytestmark = pytest.mark.browser
ZH, BO = "真的不填了吗？", "འབྲི་མཚམས་འཇོག་པ་ཡིན་ནམ།"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Listening]:
    """The desk with a translator and a head."""
    with Listening(tmp_path) as listening:
        listening.does(lambda: joins(listening.house, "tsering", Role.TRANSLATOR, "xinfang", name="次仁"))
        listening.does(lambda: joins(listening.house, "head", Role.HEAD, "xinfang", name="主任"))
        yield listening


def width(page: Page) -> int:
    """How wide the screen is."""
    return page.viewport_size["width"] if page.viewport_size else 0


def test_a_text_is_checked_as_it_is_typed_and_decided_by_another(page: Page, desk: Listening) -> None:
    signs_in(page, desk, "tsering", at="等藏文")
    goes_to(page, "译文")
    page.get_by_label("找文字").fill("cancel-sure")
    page.get_by_role("button", name="查找").click()
    expect(page.get_by_role("link", name="cancel-sure", exact=True)).to_be_visible()
    fits(page)
    picture(page, f"desk-words-{width(page)}.png")
    page.get_by_role("link", name="cancel-sure", exact=True).click()
    expect(page.locator("#checked .passes")).to_be_visible()
    fits(page)
    page.get_by_label("藏文").fill("ཁྱོད་མི་འབྲི།")
    expect(page.locator("#checked .faults .E")).to_contain_text("请用敬语")
    picture(page, f"desk-words-typing-{width(page)}.png", tall=width(page) > 400)
    expect(page.locator("#checked .phone").last).to_contain_text("ཁྱོད་མི་འབྲི།")
    page.get_by_label("藏文").fill(BO)
    page.get_by_label("中文", exact=True).fill(ZH)
    expect(page.locator("#checked .phone").first).to_contain_text(ZH)
    expect(page.locator("#checked .passes")).to_be_visible()
    fits(page)
    page.wait_for_load_state("networkidle")  # a check under way is not cut off by leaving the page
    page.get_by_role("button", name="提交审核").click()
    expect(page.get_by_role("status")).to_contain_text("等另一人审核")
    expect(page.get_by_role("button", name="同意，开始使用")).to_have_count(0)
    changes_hands(page, desk, "head")
    page.goto(f"{desk.url}/translations?only=waiting")
    page.get_by_role("link", name="cancel-sure", exact=True).click()
    expect(page.locator(".waiting ins").first).to_be_visible()
    fits(page)
    picture(page, f"desk-words-decide-{width(page)}.png", tall=width(page) > 400)
    page.get_by_role("button", name="同意，开始使用").click()
    expect(page.get_by_role("status")).to_contain_text("已经开始使用")
    expect(page.locator("#now ~ .texts").first).to_contain_text(BO)
    page.goto(f"{desk.url}/translations")
    with page.expect_download() as got:
        page.get_by_role("link", name="下载补丁").click()
    text = Path(got.value.path()).read_text(encoding="utf-8")
    assert f"+cancel-sure = {BO}" in text
