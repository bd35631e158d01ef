"""Pages, and parts of pages for the page's own script, from what a conversation holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from bot.web.residents.talk import (
    CHANNEL,
    HTML_LANGUAGES,
    Bubble,
    Line,
    Talk,
    label_rows_of,
    line_of,
    paragraphs,
)
from bot.web.residents.visit import Visit, new_nonce
from bot.web.shared.assets import SHARED, Assets
from bot.web.shared.pages import templates
from bot.wiring import House, receptions
from dialogs.engine.view import Say
from dialogs.state import State

HERE = Path(__file__).parent
PART = {"lamton-part": "1"}
"""Marks a part of a page: anything else that comes back is a stranger's, such as a proxy's own error page."""


@dataclass(frozen=True)
class Box:
    """What stands in the form: the text not yet taken, the form's own name, what went wrong."""

    text: str = ""
    turn: str = field(default_factory=new_nonce)
    trouble: tuple[Say, ...] = ()
    start: str = ""


class Drawing:
    """Draws for one house."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.assets = Assets((SHARED, HERE / "static"))
        self._reception = receptions(house.office, house.time)[CHANNEL]
        self._pages = templates(HERE / "templates", self.assets)
        for name in self._pages.list_templates():
            self._pages.get_template(name)  # one written wrong refuses to start

    def page(
        self, request: Request, visit: Visit, talk: Talk | None, box: Box | None = None, status: int = 200
    ) -> HTMLResponse:
        """The whole page; `talk` None: nobody has spoken yet."""
        return self._drawn("page.html", request, visit, talk or self.first(), box or Box(), status)

    def part(
        self, request: Request, visit: Visit, talk: Talk, box: Box, whole: bool = False, status: int = 200
    ) -> HTMLResponse:
        """What changed on the page after its form was sent; `whole`: all bubbles anew."""
        return self._drawn("part.html", request, visit, talk, box, status, whole=whole, pushed=False)

    def pushed(self, request: Request, visit: Visit, talk: Talk, whole: bool) -> str:
        """What changed, for a page that asked nothing: its form is left alone."""
        drawn = self._drawn("part.html", request, visit, talk, Box(), 200, whole=whole, pushed=True)
        return bytes(drawn.body).decode()

    def trouble(
        self, request: Request, visit: Visit, language: str | None, says: Sequence[Say], status: int
    ) -> HTMLResponse:
        """Only what went wrong: the page keeps all it holds."""
        talk = Talk(language)
        return self._drawn("trouble.html", request, visit, talk, Box(trouble=tuple(says)), status)

    def message(
        self,
        request: Request,
        visit: Visit,
        language: str | None,
        says: Sequence[Say],
        status: int,
        away: str = "",
    ) -> HTMLResponse:
        """A page that says something, in both languages where none is chosen. `away`: where to lead on to."""
        box = Box(trouble=tuple(says))
        return self._drawn("message.html", request, visit, Talk(language), box, status, away=away)

    def verification(
        self, request: Request, visit: Visit, says: Sequence[Say], true: bool | None
    ) -> HTMLResponse:
        """The page that verifies a paper, in both languages; `true` None: nothing was asked yet."""
        box = Box(trouble=tuple(says))
        return self._drawn("verify.html", request, visit, Talk(None), box, 200, verdict=true)

    def first(self) -> Talk:
        """What stands before the first word: the choice of language, in both; nothing of it is stored."""
        asked = self._house.texts["zh"].view(self._reception.place(State()))
        bubble = Bubble("o0", False, False, paragraphs(asked.text, "zh"))
        return Talk(None, (bubble,), label_rows_of(asked.rows))

    def said(self, says: Sequence[Say], language: str | None) -> list[tuple[tuple[Line, ...], ...]]:
        """Sentences by paragraphs, in one language or in both."""
        chosen = (language,) if language else ("bo", "zh")
        return [paragraphs("\n".join(self._house.texts[c].say(s) for s in says), c) for c in chosen]

    def _drawn(
        self, name: str, request: Request, visit: Visit, talk: Talk, box: Box, status: int, **more: Any
    ) -> HTMLResponse:
        language = talk.language or "zh"
        shown = self._pages.get_template(name).render(
            request=request,
            root=request.scope.get("root_path", "").rstrip("/"),
            talk=talk,
            box=box,
            large=visit.large,
            lang=HTML_LANGUAGES[language],
            say=self._house.texts[language].text,
            both={c: t.text for c, t in self._house.texts.items()},
            trouble=self.said(box.trouble, talk.language) if box.trouble else [],
            neutral=self._house.office.neutral_page or "about:blank",
            office=line_of(self._house.office.name(language), language),
            **more,
        )
        headers = PART if visit.live else {}
        return HTMLResponse(shown, status, headers)
