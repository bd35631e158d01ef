"""`/notices`: notices owed and not told, and who has to be called or visited; empty at day's end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.owing import MOST_CHARS, MeansUnknown, NoteTooLong, NoticeTold, likely_means, tell_by_hand
from bot.staff_cards import unit_label
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.lists import place_label
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from bot.words.texts import Texts
from dialogs.engine.view import Day
from storage import notices, owed, sight
from storage.owed import Owed

REFUSALS: Mapping[type[Exception], tuple[str, int]] = {
    NoticeTold: ("staff-owed-told", 409),
    MeansUnknown: ("staff-owed-means", 422),
    NoteTooLong: ("staff-owed-long", 422),
}
"""What refuses → the message that says it, and the answer's status."""


@dataclass(frozen=True)
class Line:
    """One notice owed, in words. `id` stands for it on the page, `nth` is which of its case's it is; `why` it
    is not told yet, `wish` how they asked to be told, `likely` the way it is told in one click (one of
    `storage.notices.BY_HAND`) or "", `did` that way."""

    id: str
    nth: int
    number: str
    address: str
    notice: str
    day: str
    matter: str
    place: str
    unit: str
    language: str
    why: str
    by_hand: bool
    wish: str
    likely: str
    did: str


class OwedNotices:
    """The list, and putting on record that one was told by hand."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/notices", self.show),
            Route("/cases/{number}/notices/{nth:int}", self.tell, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The list."""
        visit = await visit_of(self._house, request)
        done = self._drawing.texts(request, visit).text("staff-owed-done")
        return await self._drawn(request, visit, done=done if "done" in request.query_params else "")

    async def tell(self, request: Request) -> Response:
        """One was told by hand; a piece of the page for htmx. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        number, notice = request.path_params["number"], request.path_params["nth"]
        means, told, now = words.get("means", ""), words.get("told", ""), self._house.time.now()
        try:
            await self._house.store.write(
                lambda c: tell_by_hand(c, self._house, number, notice, visit.member, means, told, now)
            )
        except tuple(REFUSALS) as error:
            why, status = REFUSALS[type(error)]
            refused = self._drawing.texts(request, visit).text(why, limit=MOST_CHARS)
            if _in_place(request):  # told by another meanwhile
                return self._drawing.page("_told.html", request, visit, told=refused)
            typed = {f"{number}-{notice}": told}
            return await self._drawn(request, visit, status, refused=refused, typed=typed)
        if _in_place(request):
            told = self._drawing.texts(request, visit).text("staff-owed-done")
            return self._drawing.page("_told.html", request, visit, told=told)
        return go(request, "/notices?done=1")

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        status: int = 200,
        *,
        done: str = "",
        refused: str = "",
        typed: dict[str, str] | None = None,
    ) -> Response:
        texts, now = self._drawing.texts(request, visit), self._house.time.now()
        most = owed.MOST
        found = await self._house.store.read(
            lambda c: owed.owed(c, self._house.keyring, visit.member, now, most=most + 1)
        )
        lines = [self._line(texts, one) for one in found[:most]]
        shown = {one.id for one in lines}
        return self._drawing.page(
            "owed.html",
            request,
            visit,
            status,
            done=done,
            refused=refused,
            typed=typed or {},
            lost=[text for notice, text in (typed or {}).items() if text.strip() and notice not in shown],
            cut=texts.text("staff-owed-cut", most=most) if len(found) > most else "",
            by_hand=[one for one in lines if one.by_hand],
            on_the_way=[one for one in lines if not one.by_hand],
            means=[(name, texts.text(f"staff-way-{name}")) for name in notices.BY_HAND],
            most=MOST_CHARS,
            prints=sight.may_read(visit.member),
            back="/notices",
        )

    def _line(self, texts: Texts, one: Owed) -> Line:
        why = next(
            name
            for name, holds in (
                ("stuck", one.stuck),
                ("no-channel", one.no_channel),
                ("by-hand", one.by_hand),
                ("on-the-way", True),
            )
            if holds
        )
        likely = likely_means(one.notice, one.came_by, one.told_by) if one.no_channel else ""
        wish = texts.text(f"staff-told-by-{one.told_by}") if one.told_by else ""
        return Line(
            f"{one.number}-{one.nth}",
            one.nth,
            one.number,
            f"/cases/{quote(one.number)}",
            texts.text(f"staff-notice-{one.notice}"),
            texts.value(Day(one.owed_on)),
            texts.text(f"matter-{one.matter}"),
            place_label(self._house, texts, one.place),
            unit_label(texts, one.unit),
            texts.text(f"staff-language-{one.language}"),
            texts.text(f"staff-owed-{why}"),
            one.by_hand,
            texts.text("staff-owed-wish", way=wish) if wish else "",
            likely,
            texts.text(f"staff-owed-did-{likely}") if likely else "",
        )


def _in_place(request: Request) -> bool:
    """Whether htmx puts the answer in place of the button, such as on the page of a case just registered."""
    return "hx-request" in request.headers
