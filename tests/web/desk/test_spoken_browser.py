"""A reply said aloud, in a real browser from end to end: recorded at the desk, heard in the chat."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Locator, Page, expect

from tests.web.desk.days import sound, unfolds
from tests.web.desk.listening import Listening
from tests.web.desk.test_browser import PHONE, page, picture, signs_in

__all__ = ["page"]  # the fixture: one page a width
pytestmark = pytest.mark.browser
TOKEN = "a-token-of-22-letters_"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Listening]:
    """The desk, and the chat beside it."""
    with Listening(tmp_path) as listening:
        yield listening


def heard_s(player: Locator) -> float:
    """How long a player's sound is, in seconds, once it can be played."""
    return float(
        player.evaluate(
            """async (player) => {
                const played = new Promise((can, cannot) => {
                    player.oncanplaythrough = can;
                    player.onerror = () => cannot(player.error.message);
                });
                player.load();
                await played;
                await new Promise((known) => {
                    player.ontimeupdate = () => Number.isFinite(player.duration) && known();
                    player.currentTime = 1e6;
                });
                return player.duration;
            }"""
        )
    )


@pytest.mark.parametrize("language", ["zh", "bo"])
def test_what_a_clerk_records_is_heard_in_the_chat(
    page: Page, browser: Chromium, desk: Listening, language: str
) -> None:
    filed = desk.resident(TOKEN, language)
    signs_in(page, desk, "dorje")
    if language == "bo":
        page.get_by_role("button", name="བོད་ཡིག").click()
        expect(page.locator("html")).to_have_attribute("lang", "bo")
    page.goto(f"{desk.url}/cases/{filed.number}")
    form = unfolds(page, "ask")
    form.locator("[data-record]").click()
    expect(form.locator("output")).to_have_text("0:02")
    form.locator("[data-stop]").click()
    player = form.locator(".recorder audio")
    expect(player).to_be_visible()
    form.locator("[data-discard]").click()
    expect(player).to_be_hidden()
    assert form.locator("input[type=file]").evaluate("file => file.files.length") == 0
    form.locator("[data-record]").click()
    expect(form.locator("output")).to_have_text("0:02")
    form.locator("[data-stop]").click()
    assert heard_s(player) > 1, "who recorded it hears it before it goes"
    narrow = "phone" if page.viewport_size == PHONE else "desk"
    picture(page, f"spoken-{language}-{narrow}.png")
    sound(page)
    form.locator("button.main").click()
    expect(page.locator("#talk + .talk audio")).to_be_visible()
    sound(page)

    chat = browser.new_context(viewport={"width": 390, "height": 800}, locale="zh-CN")
    chat.add_cookies([{"name": "lamton", "value": TOKEN, "url": desk.url.removesuffix("/desk")}])
    phone = chat.new_page()
    phone.goto(desk.url.removesuffix("desk"))
    phone.locator(f"button[value='case:supply.{filed.number}']").last.click()
    clip = phone.locator("#log audio.clip")
    expect(clip).to_be_visible()
    assert heard_s(clip) > 1
    picture(phone, f"spoken-heard-{language}-{narrow}.png")
    chat.close()
