"""The recording that comes with a move's form, kept before the move is tried: nothing of it is lost."""

from __future__ import annotations

from typing import Final

from bot.spoken import LEFT_OUT, Spoken
from bot.web.desk.sent import Sent
from bot.wiring import House
from cases.parts import SPOKEN
from storage.staff import Member

MOST_SPOKEN_BYTES: Final = 23_000_000
"""Of a move's form: one recording, and its words."""


class Voices:
    """Takes the recordings of one house's desk."""

    def __init__(self, house: House) -> None:
        self._spoken = Spoken(house)

    async def take(self, member: Member, number: str, move: str, sent: Sent) -> None:
        """Keep what came with the form, and forget what is to be left out.

        Raises CaseGone, MoveNotAllowed, FileRefused, DiskFull, StorageError.
        """
        if move not in SPOKEN:
            return
        if LEFT_OUT in sent.words:
            await self._spoken.drop(member, number, move)
        for upload in sent.files:
            if upload.filename or upload.size:
                await self._spoken.keep(member, number, move, await upload.read(), upload.content_type)
