"""The desk's pages from its templates, in the member's language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from bot.web.desk.navigation import groups_for
from bot.web.desk.visit import Visit, root_of
from bot.web.shared.assets import SHARED, Assets
from bot.web.shared.pages import templates
from bot.wiring import House
from bot.words.messages import LANGUAGES
from bot.words.texts import Texts
from storage import sight

HERE = Path(__file__).parent
HTML_LANGUAGES = {"zh": "zh-CN", "bo": "bo"}


def language_of_text(text: str) -> str:
    """The language a text is set in: Tibetan letters need their own font and line."""
    return "bo" if any("\u0f00" <= letter <= "\u0fff" for letter in text) else "zh-CN"


class Drawing:
    """Draws for one house."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.assets = Assets((SHARED, HERE / "static"))
        self._pages = templates(HERE / "templates", self.assets)
        self._pages.filters["lang"] = language_of_text

    def texts(self, request: Request, visit: Visit | None) -> Texts:
        """The member's words; before the sign-in, those the address asks for."""
        asked = visit.language if visit else request.query_params.get("language", "")
        return self._house.texts[asked if asked in LANGUAGES else "zh"]

    def page(
        self, template: str, request: Request, visit: Visit | None, status: int = 200, **shown: Any
    ) -> HTMLResponse:
        """One page."""
        texts = self.texts(request, visit)
        content = self._pages.get_template(template).render(
            request=request,
            root=root_of(request),
            page_path=request.url.path.removeprefix(root_of(request)),
            visit=visit,
            finds=visit is not None and sight.may_see_any_case(visit.member),
            menu=groups_for(visit.member) if visit else (),
            t=texts.text,
            language=texts.language,
            html_language=HTML_LANGUAGES[texts.language],
            other=next(one for one in LANGUAGES if one != texts.language),
            **{"done": "", "refused": "", **shown},
        )
        return HTMLResponse(content, status)

    def trouble(
        self, request: Request, visit: Visit | None, refused: str, status: int, kept: tuple[str, ...] = ()
    ) -> HTMLResponse:
        """A page that says what went wrong, and gives back what was typed."""
        return self.page("trouble.html", request, visit, status, refused=refused, kept=kept)


def go(request: Request, path: str) -> RedirectResponse:
    """To another page of the desk, by GET."""
    return RedirectResponse(root_of(request) + path, 303)
