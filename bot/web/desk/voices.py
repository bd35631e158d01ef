"""The recording that comes with a move's form, kept before the move is tried: nothing of it is lost.

With a move goes what its form brought, or what the form said is kept already; never what was kept since.
"""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.spoken import LEFT_OUT, SAID, Spoken, waiting_one
from bot.web.desk.sent import Sent
from bot.web.desk.visit import visit_of
from bot.web.shared.pieces import played
from bot.wiring import House
from cases.parts import SPOKEN
from storage.staff import Member

MOST_SPOKEN_BYTES: Final = 23_000_000
"""Of a move's form: one recording, and its words."""


class Voices:
    """Takes the recordings of one house's desk, and plays to a member what they have kept."""

    def __init__(self, house: House) -> None:
        self._house, self._spoken = house, Spoken(house)

    @property
    def routes(self) -> list[Route]:
        """`/cases/{number}/spoken/{move}`."""
        return [Route("/cases/{number}/spoken/{move}", self.play)]

    async def take(self, member: Member, number: str, move: str, sent: Sent) -> str:
        """Keep what came with the form, forget what is to be left out; the recording that goes with the move.

        Raises CaseGone, MoveNotAllowed, FileRefused, DiskFull, StorageError.
        """
        if move not in SPOKEN:
            return ""
        for upload in sent.files:
            if upload.filename or upload.size:
                content = await upload.read()
                return await self._spoken.keep(member, number, move, content, upload.content_type)
        if LEFT_OUT in sent.words:
            await self._spoken.drop(member, number, move)
            return ""
        if not (shown := sent.words.get(SAID, "")):
            return ""
        waits = await self._house.store.read(lambda c: waiting_one(c, self._house, member, number, move))
        return waits if waits == shown else ""

    async def play(self, request: Request) -> Response:
        """What the member has kept for a move, before it goes. Raises CaseGone."""
        visit, given = await visit_of(self._house, request), request.path_params
        recording = await self._house.store.read(
            lambda c: waiting_one(c, self._house, visit.member, given["number"], given["move"])
        )
        heard = await self._spoken.opened(recording) if recording else None
        return played(request, heard)
