"""`/translating`: replies that wait for their Tibetan, those first that the law leaves the fewest days.

A translator reads the text and that day, no more of the case. Whoever wrote one may send it as Chinese.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import replying
from bot.casework import Overtaken
from bot.replying import NoTibetan, ReplyGone
from bot.staff_cards import minute, move_label, told_refused
from bot.web.desk.aside import due_told
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.errors import CaseError, MoveNotAllowed
from dialogs.engine.reading import clean
from storage import desk, held_replies
from storage.cases import Stored
from storage.held_replies import Held

DONE = ("made", "given_back")


@dataclass(frozen=True)
class Line:
    """One text to be translated. `due`: the last day the law leaves it, in words."""

    id: str
    at: str
    what: str
    text: str
    due: str


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
            Route("/cases/{number}/held/{id}", self.as_written, methods=["POST"]),
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

    async def as_written(self, request: Request) -> Response:
        """It goes out in Chinese after all. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        await words_of(self._house, request, visit)
        house, reply, now = self._house, request.path_params["id"], self._house.time.now()
        number = request.path_params["number"]
        address = f"/cases/{quote(number)}"

        def send(connection: Connection) -> str:
            house.casework.seen(connection, number, visit.member)
            texts = self._drawing.texts(request, visit)
            try:
                replying.send_as_written(connection, house.casework, house.keyring, visit.member, reply, now)
            except ReplyGone:
                return texts.text("staff-held-gone")
            except (CaseError, Overtaken) as error:
                move = error.move if isinstance(error, MoveNotAllowed) else ""
                return told_refused(texts, error, move, desk.names(connection), house.office)
            return ""

        if refused := await house.store.write(send):
            return self._drawing.page(
                "refused.html", request, visit, 409, refused=refused, address=address, number=number
            )
        house.bell.ring()
        return go(request, f"{address}?done={held_replies.AS_WRITTEN}")

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
        found: list[tuple[Held, date | None]] = []
        if replying.may_translate(visit.member):
            found = await self._house.store.read(
                lambda c: [
                    (one, replying.law_day(c, one))
                    for one in held_replies.waiting(c, self._house.keyring, visit.member)
                ]
            )
            found.sort(key=lambda each: each[1] or date.max)  # and of one day the oldest first, as they come
        return self._drawing.page(
            "translating.html",
            request,
            visit,
            status,
            done=done,
            refused=refused,
            typed=typed or {},
            lines=[self._line(texts, one, due_on) for one, due_on in found],
            lost=[text for reply, text in (typed or {}).items() if reply not in {one.id for one, _ in found}],
            back="/translating",
        )

    def _line(self, texts: Texts, one: Held, due_on: date | None) -> Line:
        return Line(
            one.id,
            minute(one.held_at, self._house.office),
            move_label(texts, one.move),
            replying.told_text(one.move, one.parts),
            due_told(texts, due_on, self._house.time.today()),
        )
