"""The chat in a real browser at the size of a phone: what a resident does there, and pictures of it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

PICTURES = os.environ.get("LAMTON_PICTURES", "")

_HOLDS = "e => e.scrollHeight <= e.clientHeight + 1 && e.scrollWidth <= e.clientWidth + 1"
_SET = "e => { const s = getComputedStyle(e); return [s.fontSize, s.lineHeight].map(parseFloat) }"


class Screen:
    """One phone's screen. `complaints` are errors and refusals the browser told its console of."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.complaints: list[str] = []
        self.expected: tuple[str, ...] = ()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _heard(self, message: object) -> None:
        if message.type in ("error", "warning"):  # type: ignore[attr-defined]
            text = message.text  # type: ignore[attr-defined]
            if not any(e in text for e in self.expected):
                self.complaints.append(text)

    def open(self, path: str = "") -> None:
        """Open the chat."""
        self.page.goto(self.url + path)

    def button(self, id_: str) -> Locator:
        """A live button."""
        return self.page.locator(f"#answers button[value='{id_}']")

    def press(self, id_: str) -> None:
        """Tap a button and wait for what it brings."""
        before = self.bubbles().count()
        self.button(id_).tap()
        expect(self.bubbles().nth(before + 1)).to_be_visible()
        self.still()

    def say(self, text: str) -> None:
        """Type, send, and wait for the reply."""
        before = self.bubbles().count()
        self.page.locator("#text").fill(text)
        self.page.locator(".send").tap()
        expect(self.bubbles().nth(before + 1)).to_be_visible()
        self.still()

    def play(self, steps: tuple[str, ...]) -> None:
        """Take steps of a story."""
        for step in steps:
            if step.startswith("=language:"):
                self.button(step[1:]).tap()
                expect(self.page.locator("#text")).to_be_visible()
            elif step.startswith("="):
                self.press(step[1:])
            else:
                self.say(step)

    def bubbles(self) -> Locator:
        """Every bubble."""
        return self.page.locator("#log .bubble")

    def last(self) -> Locator:
        """The office's newest bubble."""
        return self.page.locator("#log .theirs").last

    def letters(self) -> tuple[float, float]:
        """Size and line height of the office's newest words, in px."""
        size, height = self.last().locator(".line").first.evaluate(_SET)
        return float(size), float(height)

    def weather(self) -> None:
        """The neutral page answers here, without a network."""
        self.page.route(re.compile("^https:"), lambda route: route.fulfill(body="weather"))

    def still(self) -> None:
        """Wait until nothing is on its way."""
        expect(self.page.locator("body")).not_to_have_class("sending")

    def picture(self, name: str) -> None:
        """Keep a picture, when pictures are wanted."""
        if PICTURES:
            self.page.wait_for_timeout(700)  # a scroll comes to rest; nothing is asserted by it
            folder = Path(PICTURES)
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"residents-{name}.png")

    def fits(self) -> None:
        """Nothing is wider than the screen, and no button is too small for a thumb."""
        self.page.wait_for_load_state()
        self.page.wait_for_function("document.documentElement?.scrollWidth <= innerWidth", timeout=5_000)
        for box in self.page.locator("#answers button:visible, .send:visible, .head:visible").all():
            size = box.bounding_box()
            assert size
            assert size["height"] >= 48 - 0.5, box.text_content()
            assert box.evaluate(_HOLDS), box.text_content()
