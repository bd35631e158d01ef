"""What staff put beside a case: notes, transcripts of recordings, related cases. None of it is a move."""

from __future__ import annotations

from urllib.parse import quote

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.casework import CaseGone
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from cases.numbers import parse_case_number
from dialogs.engine.reading import clean
from storage import beside, sight
from storage import cases as case_rows
from storage.cases import Stored

MOST_CHARS = 4000
"""Of a note, and of a transcript."""


class Beside:
    """`/cases/{number}/notes`, `/transcripts/{file}`, `/related`."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/cases/{number}/notes", self.note, methods=["POST"]),
            Route("/cases/{number}/transcripts/{file}", self.transcript, methods=["POST"]),
            Route("/cases/{number}/related", self.relate, methods=["POST"]),
            Route("/cases/{number}/unrelated", self.part, methods=["POST"]),
        ]

    async def note(self, request: Request) -> Response:
        """A note, on record as one. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        number, now = request.path_params["number"], self._house.time.now()
        text = clean(words.get("note", "")).strip()
        if wrong := _wrong(text):
            return self._given_back(request, visit, wrong, text)

        def work(connection: Connection) -> None:
            stored = self._seen(connection, visit, number, lock=True)
            beside.add_note(connection, stored.key, stored.id, visit.member.id, text, now)

        await self._house.store.write(work)
        return go(request, f"/cases/{quote(number)}?done=note#notes")

    async def transcript(self, request: Request) -> Response:
        """What is heard in a recording. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        number, file = request.path_params["number"], request.path_params["file"]
        now, text = self._house.time.now(), clean(words.get("words", "")).strip()
        if wrong := _wrong(text):
            return self._given_back(request, visit, wrong, text)

        def work(connection: Connection) -> None:
            stored = self._seen(connection, visit, number, lock=True)
            if not beside.write_words(connection, stored.key, stored.id, file, visit.member.id, text, now):
                raise CaseGone(number)
            case_rows.record(
                connection,
                self._house.keyring,
                stored,
                "transcript",
                role=visit.member.role.value,
                staff_id=visit.member.id,
                on=self._house.time.day_of(now),
                now=now,
            )

        await self._house.store.write(work)
        return go(request, f"/cases/{quote(number)}?done=transcript#files")

    async def relate(self, request: Request) -> Response:
        """Put another case beside this one. Raises CaseGone, for the other one too."""
        return await self._two(request, together=True)

    async def part(self, request: Request) -> Response:
        """Take two cases apart. Raises CaseGone."""
        return await self._two(request, together=False)

    async def _two(self, request: Request, *, together: bool) -> Response:
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        number, typed = request.path_params["number"], words.get("other", "")
        other = parse_case_number(typed[:80], self._house.office.case_prefix)
        if other is None:
            return self._given_back(request, visit, "staff-no-case", typed)
        on = self._house.time.today()

        def work(connection: Connection) -> None:
            here, there = (self._seen(connection, visit, one) for one in (number, other))
            if together:
                beside.relate(connection, here.id, there.id, visit.member.id, on)
            else:
                beside.part(connection, here.id, there.id)

        await self._house.store.write(work)
        return go(request, f"/cases/{quote(number)}?done=related#related")

    def _seen(self, connection: Connection, visit: Visit, number: str, *, lock: bool = False) -> Stored:
        """The case, for one who reads what stands in it. Raises CaseGone."""
        if not sight.may_read(visit.member):
            raise CaseGone(number)
        return self._house.casework.seen(connection, number, visit.member, lock=lock)

    def _given_back(self, request: Request, visit: Visit, why: str, text: str) -> Response:
        told = self._drawing.texts(request, visit).text(why)
        return self._drawing.trouble(request, visit, told, 422, (text,) if text else ())


def _wrong(text: str) -> str:
    if not text:
        return "staff-beside-empty"
    return "staff-beside-long" if len(text) > MOST_CHARS else ""
