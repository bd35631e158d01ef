"""A member's saved views of the queue: kept by name, opened by a link, removed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.desk.chosen import read_query
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.lists import Queue
from bot.web.desk.visit import visit_of, words_of
from bot.wiring import House
from dialogs.engine.reading import clean
from storage import saved_views
from storage.saved_views import MAX_NAME_CHARS, MOST


class Views:
    """`/views` and what is done there."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing
        self._queue = Queue(house, drawing)

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/views", self.save, methods=["POST"]),
            Route("/views/{id}/remove", self.remove, methods=["POST"]),
        ]

    async def save(self, request: Request) -> Response:
        """Keep what is chosen under a name; a name that is taken is given to this view."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        chosen, name = read_query(self._house, words.get("query", "")), clean(words.get("name", ""))
        texts, now, house = self._drawing.texts(request, visit), self._house.time.now(), self._house
        if not 0 < len(name) <= MAX_NAME_CHARS:
            told = texts.text("staff-view-nameless", limit=MAX_NAME_CHARS)
            return await self._queue.drawn(request, visit, chosen, 422, refused=told, view_name=name)
        kept = await house.store.write(
            lambda c: saved_views.save(c, house.keyring, visit.member.id, name, chosen.query, now)
        )
        if not kept:
            told = texts.text("staff-view-full", most=MOST)
            return await self._queue.drawn(request, visit, chosen, 409, refused=told, view_name=name)
        return go(request, f"/?{chosen.query}")

    async def remove(self, request: Request) -> Response:
        """Forget a view of the member's own."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        view = request.path_params["id"]
        await self._house.store.write(lambda c: saved_views.remove(c, visit.member.id, view))
        return go(request, f"/?{read_query(self._house, words.get('query', '')).query}")
