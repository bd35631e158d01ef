"""The files of the open draft, shown to the one who sent them."""

from __future__ import annotations

from urllib.parse import quote

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.web.residents.talk import CHANNEL
from bot.web.residents.visit import visit_of
from bot.web.shared.headers import FILE_POLICY
from bot.web.shared.pieces import ranged
from bot.wiring import House
from storage import conversations
from storage.files import FileStoreError
from storage.kept_files import KeptFile, open_kept, where_kept

_SHOWN = ("image/", "audio/")


class Files:
    """`GET /file/{id}`: of this conversation, and of no case yet; anything else is not there."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def __call__(self, request: Request) -> Response:
        """The file's bytes, which do nothing in a browser."""
        token = visit_of(request, self._house.settings.secure_cookies).token
        found = await self._house.store.read(lambda c: self._find(c, token, request.path_params["id"]))
        if found is None:
            raise HTTPException(404)
        try:
            content = await open_kept(self._house.files, found)
        except FileStoreError:
            raise HTTPException(404) from None
        media_type = found.shown.media_type or "application/octet-stream"
        way = "inline" if media_type.startswith(_SHOWN) else "attachment"
        headers = {
            "content-security-policy": FILE_POLICY,
            "content-disposition": f"{way}; filename*=UTF-8''{quote(found.shown.name)}",
        }
        return ranged(request, content, media_type, headers)

    def _find(self, connection: Connection, token: str | None, file: str) -> KeptFile | None:
        mine = conversations.find(connection, self._house.keyring, CHANNEL, token) if token else None
        found = where_kept(connection, self._house.keyring, file)
        if mine is None or found is None:
            return None
        return found if found.conversation_id == mine.id and found.case_id is None else None
