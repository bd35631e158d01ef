"""`GET /events`: new bubbles as they come, from this process or another, none lost and none doubled.

Each open stream looks at the database every two seconds, by one query on its indexes, and at once when the
bell rings here. An event's id is the place in the conversation after it; a browser that comes back names the
last it had (Last-Event-ID) and is given what it lacks. The page leaves out what it already shows.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.web.residents.drawing import Drawing
from bot.web.residents.talk import Talk, read_talk
from bot.web.residents.visit import Visit, visit_of
from bot.wiring import House
from storage.errors import StorageError
from storage.history import mark_sent, newest

LOOK_SECONDS, REST_SECONDS, PING_SECONDS = 2.0, 0.3, 15
MOST_STREAMS = 4
"""Open streams of one conversation; a fifth page still works, without news."""


class _WholeStream(EventSourceResponse):
    """Events whose answer is ended, not cut off, when the house stops: a browser asks again."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await super().__call__(scope, receive, send)
        if self.active and scope["method"] == "GET":
            await send({"type": "http.response.body", "body": b"", "more_body": False})


class Stream:
    """The open streams of this process."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing
        self._open: Counter[str] = Counter()

    async def __call__(self, request: Request) -> Response:
        """Open a stream; 204, which ends a browser's asking, where there is nothing to follow."""
        visit = visit_of(request, self._house.settings.secure_cookies)
        talk = await read_talk(self._house, visit.token)
        if talk is None or self._open[talk.conversation] >= MOST_STREAMS:
            return Response(status_code=204)
        cursor = request.headers.get("last-event-id") or request.query_params.get("since", "")
        return _WholeStream(
            self._news(request, visit, talk.conversation, cursor), ping=PING_SECONDS, sep="\n"
        )

    async def _news(
        self, request: Request, visit: Visit, conversation: str, cursor: str
    ) -> AsyncIterator[ServerSentEvent]:
        self._open[conversation] += 1
        try:
            async for talk, whole in self._changes(visit, conversation, cursor):
                drawn = self._drawing.pushed(request, visit, talk, whole)
                yield ServerSentEvent(drawn, event="talk", id=talk.cursor, retry=3000)
                await self._mark(talk.unsent)
        finally:
            self._open[conversation] -= 1
            if not self._open[conversation]:
                del self._open[conversation]

    async def _changes(
        self, visit: Visit, conversation: str, cursor: str
    ) -> AsyncIterator[tuple[Talk, bool]]:
        """Each time there is something new: the conversation with the new bubbles alone, or all of them."""
        before: frozenset[tuple[str, int]] | None = None
        had: set[str] = set()
        while True:
            try:
                now = await self._house.store.read(lambda connection: newest(connection, conversation))
                talk = await read_talk(self._house, visit.token) if now != before else None
            except StorageError:
                await asyncio.sleep(LOOK_SECONDS)
                continue
            if talk is not None:
                lacking = talk.after(cursor, young=True)
                fresh = (lacking or talk).only(b for b in (lacking or talk).bubbles if b.id not in had)
                if lacking is None:
                    yield talk, True
                elif fresh.bubbles:
                    yield fresh, False
                cursor, before = talk.cursor, now
                had = {b.id for b in talk.bubbles}
            await self._house.bell.wait(LOOK_SECONDS)
            await asyncio.sleep(REST_SECONDS)  # one look for a burst of turns, whoever's they are

    async def _mark(self, unsent: tuple[int, ...]) -> None:
        if unsent:
            now = self._house.time.now()
            await self._house.store.write(lambda connection: mark_sent(connection, unsent, now))
