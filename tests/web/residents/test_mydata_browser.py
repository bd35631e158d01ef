"""My data and the way to the place on a phone's screen. Pictures with LAMTON_PICTURES=folder."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from tests.web.residents.screen import Screen
from tests.web.residents.story import LANGUAGES, TO_EVIDENCE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_my_data_is_seen_taken_and_deleted_on_a_phone(screen: Screen, language: str) -> None:
    screen.open()
    steps = TO_EVIDENCE[language]
    screen.play(steps[:8])
    screen.page.locator("#text").fill("/mydata")
    screen.page.locator(".send").tap()
    expect(screen.button("mine:whole")).to_be_visible()
    screen.fits()
    screen.picture(f"{language}-mydata-1-held")
    screen.press("mine:whole")
    screen.fits()
    screen.picture(f"{language}-mydata-2-whole")
    screen.press("mine:export")
    link = screen.page.locator("#log a[href*='/copy/']").last
    screen.picture(f"{language}-mydata-3-copy")
    with screen.page.expect_download() as taken:
        link.tap()
    whole = Path(taken.value.path()).read_bytes()
    with ZipFile(BytesIO(whole)) as copy:
        assert steps[7] in copy.read("conversation.json").decode()
    screen.press("mine:erase")
    screen.fits()
    screen.picture(f"{language}-mydata-4-sure")
    screen.press("sure:yes")
    screen.button("surer:yes").tap()
    expect(screen.page.locator("#log")).not_to_contain_text(steps[7])
    expect(screen.button("language:zh")).to_be_visible()
    screen.picture(f"{language}-mydata-5-erased")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_place_is_found_from_the_card_on_a_phone(screen: Screen, language: str) -> None:
    screen.open()
    screen.play((f"=language:{language}", "=menu:guidance", "=matter:civic", "=matter:other"))
    screen.fits()
    screen.press("nearby:open.0")
    screen.fits()
    screen.picture(f"{language}-nearby-1-village")
    screen.press("village:540621101")
    screen.press("village:540621101202")
    screen.fits()
    screen.picture(f"{language}-nearby-2-places")
    screen.press("nearby:return")
    expect(screen.button("card:back")).to_be_visible()
