"""A whole talk: a resident on a phone's screen, a clerk at the desk. Pictures with LAMTON_PICTURES=folder."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Coroutine
from typing import Any, TypeVar

import pytest
from playwright.sync_api import expect

from cases.lifecycle import Role
from tests.web.desk.people import Browser, joins
from tests.web.residents.conftest import Listening
from tests.web.residents.screen import Screen
from tests.web.residents.story import LANGUAGES

pytestmark = pytest.mark.browser
T = TypeVar("T")
WORDS = {"zh": "村里的水管坏了", "bo": "གྲོང་ཚོའི་ཆུ་མདོང་ཆག་སོང་།"}
ANSWER = {"zh": "明天有人去修。", "bo": "སང་ཉིན་བཟོ་མཁན་འོང་ངེས།"}


class Desk:
    """A clerk's browser, in the loop of the web that listens."""

    def __init__(self, listening: Listening) -> None:
        self._listening = listening
        self.browser = Browser(listening.house)
        self._does(joins(listening.house, "dorje", Role.CLERK, "xinfang", name="多吉"))
        self._does(self.browser.signs_in("dorje"))
        page = self._does(self.browser.opens("/talks")).text
        found = re.search(r'href="/desk(/talks/[0-9a-f]+)"', page)
        assert found
        self.talk = found[1]

    def _does(self, what: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(what, self._listening.loop).result(30)

    def reads(self) -> str:
        """The talk's page."""
        return self._does(self.browser.opens(self.talk)).text

    def sends(self, action: str, **words: str) -> None:
        """A form of it."""
        self.reads()
        assert self._does(self.browser.sends(f"{self.talk}/{action}", **words)).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_talk_on_a_phone_s_screen(screen: Screen, listening: Listening, language: str) -> None:
    screen.open()
    screen.play((f"=language:{language}", "=menu:person"))
    screen.fits()
    screen.picture(f"{language}-talk-1-begun")
    screen.say(WORDS[language])
    desk = Desk(listening)
    assert WORDS[language] in desk.reads()
    desk.sends("take")
    desk.sends("write", text=ANSWER[language])
    expect(screen.last()).to_contain_text(ANSWER[language])
    screen.fits()
    screen.picture(f"{language}-talk-2-answered")
    before = screen.bubbles().count()
    screen.page.locator("#text").fill(WORDS[language] * 2)
    screen.page.locator(".send").tap()
    expect(screen.bubbles()).to_have_count(before + 1)
    screen.still()
    assert WORDS[language] * 2 in desk.reads()
    desk.sends("close")
    expect(screen.button("menu:complaint")).to_be_visible()
    screen.picture(f"{language}-talk-3-closed")
