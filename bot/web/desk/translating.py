"""`/translating`: replies that wait for their Tibetan. A translator reads the text, no more of the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import replying
from bot.replying import NoTibetan, ReplyGone
from bot.staff_cards import minute, move_label
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from bot.words.texts import Texts
from dialogs.engine.reading import clean
from storage import held_replies
from storage.cases import Stored
from storage.held_replies import Held

DONE = ("made", "given_back")


@dataclass(frozen=True)
class Line:
    """One text to be translated."""

    id: str
    at: str
    what: str
    text: str


class Translating:
    """The list, and what comes of each."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/translating", self.show),
            Route("/translating/{id}", self.translate, methods=["POST"]),
            Route("/translating/{id}/back", self.give_back, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The list."""
        visit = await visit_of(self._house, request)
        done = request.query_params.get("done", "")
        texts = self._drawing.texts(request, visit)
        told = texts.text(f"staff-held-{done}") if done in DONE else ""
        return await self._drawn(request, visit, done=told)

    async def translate(self, request: Request) -> Response:
        """The Tibetan is there: the reply goes out, or back to its writer where it can go out no more; then
        the Tibetan is given back to who typed it."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        house, reply, now = self._house, request.path_params["id"], self._house.time.now()
        tibetan = clean(words.get("text", ""))

        def work(connection: Connection) -> Stored | None:
            return replying.translate(
                connection, house.casework, house.keyring, visit.member, reply, tibetan, now
            )

        try:
            made = await house.store.write(work)
        except (NoTibetan, ReplyGone) as error:
            why = "staff-held-no-tibetan" if isinstance(error, NoTibetan) else "staff-held-gone"
            told = self._drawing.texts(request, visit).text(why)
            status = 422 if isinstance(error, NoTibetan) else 409
            return await self._drawn(request, visit, status, refused=told, typed={reply: tibetan})
        if made is None:
            told = self._drawing.texts(request, visit).text("staff-held-overtaken")
            return await self._drawn(request, visit, 409, refused=told, typed={reply: tibetan})
        house.bell.ring()
        return go(request, "/translating?done=made")

    async def give_back(self, request: Request) -> Response:
        """It goes back to whoever wrote it."""
        visit = await visit_of(self._house, request)
        await words_of(self._house, request, visit)
        house, reply, now = self._house, request.path_params["id"], self._house.time.now()
        try:
            await house.store.write(lambda c: replying.give_back(c, house.keyring, visit.member, reply, now))
        except ReplyGone:
            told = self._drawing.texts(request, visit).text("staff-held-gone")
            return await self._drawn(request, visit, 409, refused=told)
        return go(request, "/translating?done=given_back")

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        status: int = 200,
        *,
        done: str = "",
        refused: str = "",
        typed: Mapping[str, str] | None = None,
    ) -> Response:
        texts = self._drawing.texts(request, visit)
        found: list[Held] = []
        if replying.may_translate(visit.member):
            found = await self._house.store.read(
                lambda c: held_replies.waiting(c, self._house.keyring, visit.member)
            )
        return self._drawing.page(
            "translating.html",
            request,
            visit,
            status,
            done=done,
            refused=refused,
            typed=typed or {},
            lines=[self._line(texts, one) for one in found],
            lost=[text for reply, text in (typed or {}).items() if reply not in {one.id for one in found}],
            back="/translating",
        )

    def _line(self, texts: Texts, one: Held) -> Line:
        return Line(
            one.id,
            minute(one.held_at, self._house.office),
            move_label(texts, one.move),
            replying.told_text(one.move, one.parts),
        )
