"""What staff said aloud to a resident, behind the cookie of the conversation in which it was told."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from bot.spoken import Spoken
from bot.web.residents.talk import CHANNEL
from bot.web.residents.visit import visit_of
from bot.web.shared.pieces import played
from bot.wiring import House
from storage import conversations
from storage.history import recording_of


class Recordings:
    """`GET /recording/{id}`: of a message still shown in this conversation; anything else is not there."""

    def __init__(self, house: House) -> None:
        self._house, self._spoken = house, Spoken(house)

    async def __call__(self, request: Request) -> Response:
        """The recording, whole or the piece a player asks for."""
        token = visit_of(request, self._house.settings.secure_cookies).token
        message = request.path_params["id"]
        recording = await self._house.store.read(lambda c: self._find(c, token, message))
        heard = await self._spoken.opened(recording) if recording else None
        return played(request, heard)

    def _find(self, connection: Connection, token: str | None, message: int) -> str:
        keyring = self._house.keyring
        kept = conversations.find(connection, keyring, CHANNEL, token) if token else None
        return recording_of(connection, keyring, kept, message) if kept else ""
