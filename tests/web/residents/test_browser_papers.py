"""Promises to whoever scans a paper with a phone: the code leads to its page and says what was signed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.papers import desk
from tests.web.residents.screen import Screen

pytestmark = pytest.mark.browser


def test_a_scanned_code_is_verified_and_leaves_the_address(screen: Screen, listening: object) -> None:
    papers = listening.house.papers  # type: ignore[attr-defined]
    code = papers.code(papers.sheet(desk.notice("accepted"), "bo"))
    asked: list[str] = []
    screen.page.on("request", lambda request: asked.append(request.url))
    screen.page.goto(f"{screen.url}verify#{code}")
    card = screen.page.locator(".card.true")
    expect(card).to_have_count(2)
    expect(card.last).to_contain_text(desk.NUMBER)
    screen.fits()
    screen.picture("verify-true")
    assert code not in screen.page.url
    assert [url for url in asked if code in url and "#" not in url] == []


def test_a_forged_code_is_told_so(screen: Screen, listening: object) -> None:
    papers = listening.house.papers  # type: ignore[attr-defined]
    code = papers.code(papers.sheet(desk.notice("accepted"), "bo"))
    screen.page.goto(f"{screen.url}verify#{code.replace('20261126', '20261127')}")
    expect(screen.page.locator(".card.false")).to_have_count(2)
    expect(screen.page.locator("main")).not_to_contain_text(desk.NUMBER)
    screen.picture("verify-false")


def test_a_card_is_downloaded_from_the_chat(screen: Screen, listening: object) -> None:
    screen.open()
    steps = ("=language:bo", "=menu:guidance", "=matter:work", "=matter:wages", "=ask_wages_from:site")
    screen.play((*steps, "=ask_still_working:yes", "=ask_debt_proof:no", "=when_wrong_ended:skip"))
    screen.press("paper:card.0")
    link = screen.page.locator("#log a.paper")
    expect(link).to_have_count(1)
    screen.fits()
    screen.picture("bo-paper")
    with screen.page.expect_download() as coming:
        link.evaluate("a => { a.removeAttribute('target'); a.click(); }")
    assert coming.value.suggested_filename == "lamton-card.pdf"
    assert listening.house.papers.is_true(coming.value.path().read_bytes())  # type: ignore[attr-defined]
