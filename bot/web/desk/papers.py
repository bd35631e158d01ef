"""A case's notices as papers to print, for one who is at the desk, gets a letter or signs for an answer."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.case_papers import nth_paper, paper_of
from bot.papers.drawing import file_name
from bot.web.desk.drawing import Drawing
from bot.web.desk.reading import recorded
from bot.web.desk.visit import visit_of
from bot.wiring import House
from dialogs.engine.view import Paper
from dialogs.papers import RECEIPT
from storage import cases as case_rows
from storage import notices, sight


class Papers:
    """`/cases/{number}/receipt` for who may see the case; `/cases/{number}/papers/{nth}`, its notices in the
    order they were owed, from 1, for who may also read what stands in it."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/cases/{number}/receipt", self.show),
            Route("/cases/{number}/papers/{nth:int}", self.show),
        ]

    async def show(self, request: Request) -> Response:
        """The signed PDF, the language of who brought the matter first; on record as a reading. Raises
        CaseGone. It bears no query code: that is written on it by hand."""
        visit, number = await visit_of(self._house, request), request.path_params["number"]
        nth, office = request.path_params.get("nth"), self._house.office
        await recorded(self._house, visit, number)

        def look(connection: Connection) -> tuple[Paper | None, str]:
            stored = self._house.casework.seen(connection, number, visit.member)
            record = case_rows.history(connection, stored)
            if nth is None:
                return paper_of(connection, stored, record, RECEIPT, office), stored.language
            if not sight.may_read(visit.member):
                return None, stored.language
            told = notices.of_case(connection, stored.key, stored.id)
            return nth_paper(connection, stored, record, told, nth, office), stored.language

        paper, language = await self._house.store.read(look)
        if paper is None:  # such as a report of retaliation, which has a notice of its own
            raise HTTPException(404)
        sheet = self._house.papers.sheet(paper, language)
        headers = {
            "content-disposition": f'inline; filename="{file_name(sheet).encode("ascii", "ignore").decode()}"'
        }
        return Response(await self._house.papers.drawn(sheet), media_type="application/pdf", headers=headers)
