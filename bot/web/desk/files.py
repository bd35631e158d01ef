"""A file of a case or a talk, opened on its way out, for who may see that."""

from __future__ import annotations

from urllib.parse import quote

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.casework import CaseGone
from bot.talking import TalkGone
from bot.web.desk.drawing import Drawing
from bot.web.desk.file_lines import INLINE
from bot.web.desk.reading import recorded
from bot.web.desk.talks import read_talk
from bot.web.desk.visit import visit_of
from bot.web.shared.headers import FILE_POLICY, PDF_POLICY
from bot.web.shared.pieces import ranged
from bot.wiring import House
from storage import desk, sight
from storage.files import FileStoreError
from storage.kept_files import KeptFile, open_kept, where_kept

PDF = "application/pdf"


class Files:
    """`/files/{id}`."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/files/{id}", self.show),
        ]

    async def show(self, request: Request) -> Response:
        """Pictures, sound and PDF in the browser, all else to be saved.

        One that is not the member's to see is answered as one that is not there.
        """
        visit = await visit_of(self._house, request)
        found = await self._house.store.read(lambda c: self._find(c, request.path_params["id"]))
        if found is None:
            raise HTTPException(404)
        belongs, kept = found
        number = await self._house.store.read(lambda c: desk.number_of(c, belongs, visit.member))
        try:
            if number is None:  # a file that came in a talk
                await read_talk(self._house, visit, belongs)
            elif sight.may_read(visit.member):
                await recorded(self._house, visit, number)
            else:
                raise HTTPException(404)
        except (CaseGone, TalkGone):
            raise HTTPException(404) from None
        try:
            content = await open_kept(self._house.files, kept)
        except FileStoreError:
            told = self._drawing.texts(request, visit).text("staff-file-gone")
            return self._drawing.trouble(request, visit, told, 404)
        media_type = kept.shown.media_type or "application/octet-stream"
        shows = media_type in (*INLINE, PDF) or media_type.startswith("audio/")
        way = "inline" if shows else "attachment"
        headers = {
            "content-security-policy": PDF_POLICY if media_type == PDF else FILE_POLICY,
            "content-disposition": f"{way}; filename*=UTF-8''{quote(kept.shown.name, safe='')}",
        }
        return ranged(request, content, media_type, headers)

    def _find(self, connection: Connection, file: str) -> tuple[str, KeptFile] | None:
        """The file of a case, and whose it is."""
        found = where_kept(connection, self._house.keyring, file)
        return (found.case_id, found) if found and found.case_id else None
