"""A phone's browser that runs no scripts: it keeps cookies, follows redirects, sends forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import httpx
from starlette.applications import Starlette


@dataclass
class Page:
    """What a resident finds on a page: bubbles, buttons, the form's hidden fields, what stands in the box."""

    bubbles: list[tuple[str, str]] = field(default_factory=list)
    buttons: dict[str, str] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)
    inputs: set[str] = field(default_factory=set)
    box: str = ""
    trouble: str = ""
    text: str = ""
    lang: str = ""


_VOID = {"meta", "link", "input", "br", "img", "hr"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page, self._open = Page(), []  # type: ignore[var-annotated]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        if tag == "html":
            self.page.lang = given["lang"]
        if tag == "input" and given.get("type") == "hidden":
            self.page.hidden[given["name"]] = given["value"]
        elif tag == "input":
            self.page.inputs.add(given.get("name", ""))
        if tag == "br":
            self._say("\n")
        if tag in _VOID or tag in ("path", "circle", "rect"):
            return
        kind = ""
        if tag == "button" and given.get("name") == "press":
            kind = f"button:{given['value']}"
            self.page.buttons[given["value"]] = ""
        elif "bubble" in given.get("class", "").split():
            kind = "bubble"
            self.page.bubbles.append(("own" if "own" in given["class"] else "theirs", ""))
        elif tag == "textarea":
            kind = "box"
        elif given.get("id") == "trouble":
            kind = "trouble"
        elif tag in ("title", "script") or given.get("class") == "who" or "hidden" in given:
            kind = "unread"
        self._open.append((tag, kind))

    def handle_endtag(self, tag: str) -> None:
        while self._open and tag not in _VOID:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        self._say(data)

    def _say(self, data: str) -> None:
        kinds = [k for _, k in self._open if k]
        if "unread" in kinds:
            return
        self.page.text += data
        for kind in kinds:
            if kind.startswith("button:"):
                self.page.buttons[kind[7:]] += data
                break
            if kind == "bubble":
                side, before = self.page.bubbles[-1]
                self.page.bubbles[-1] = (side, before + data)
            elif kind == "box":
                self.page.box += data
            elif kind == "trouble":
                self.page.trouble += data


def read(html: str) -> Page:
    """The page as its resident finds it."""
    reader = _Reader()
    reader.feed(html)
    page = reader.page
    page.bubbles = [(side, text.strip()) for side, text in page.bubbles]
    page.buttons = {k: v.strip() for k, v in page.buttons.items()}
    page.trouble = page.trouble.strip()
    return page


class Phone:
    """One phone. `page` is what it shows, `answer` the last answer."""

    def __init__(self, app: Starlette, address: str) -> None:
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app),
            base_url=address,
            follow_redirects=True,
            headers={"origin": address},
        )
        self.page, self.answer = Page(), httpx.Response(0)

    async def __aenter__(self) -> Phone:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.aclose()

    async def open(self, path: str = "/") -> Page:
        """Open an address, or load the page anew."""
        return self._show(await self.client.get(path))

    async def send(self, files: Any = None, **fields: str) -> Page:
        """Send the page's form; fields given stand instead of the page's own."""
        form = {**self.page.hidden, "text": self.page.box, **fields}
        parts = [(name, (None, value)) for name, value in form.items()]
        return self._show(await self.client.post("/say", files=[*parts, *(files or [])]))

    async def post(self, path: str, **fields: str) -> Page:
        """Send one of the page's small forms."""
        return self._show(await self.client.post(path, data=fields))

    async def press(self, button: str) -> Page:
        """Press a button that is there."""
        assert button in self.page.buttons, (button, self.page.buttons, self.page.bubbles[-1:])
        return await self.send(press=button)

    async def say(self, text: str) -> Page:
        """Type and send."""
        return await self.send(text=text)

    @property
    def said(self) -> str:
        """The newest bubble of the office."""
        return [text for side, text in self.page.bubbles if side == "theirs"][-1]

    def _show(self, answer: httpx.Response) -> Page:
        self.answer, self.page = answer, read(answer.text)
        return self.page
