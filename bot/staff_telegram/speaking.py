"""A recording a member sends in reply to what the bot asks: fetched and kept before the move is tried."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection
from telegram import Bot
from telegram.error import TelegramError

from bot.casework import CaseGone
from bot.intake import MAX_BYTES, FileRefused
from bot.spoken import Spoken, told_not_taken
from bot.staff_telegram.cards import seen_here
from bot.staff_telegram.reading import Wrote
from bot.staff_telegram.steps import Step, read_prompt
from bot.wiring import House
from cases.errors import MoveNotAllowed
from cases.parts import SPOKEN
from storage import desk, staff_phones
from storage.files import DiskFull
from storage.staff import Member

log = logging.getLogger("lamton.staff")

DOWNLOAD_TIMEOUT_S: Final = 60.0
"""In all: others wait for their answers meanwhile."""
TOO_LATE: Final = "too-late"
"""In place of a recording's id: it was for a move that can be made no more, and was not kept."""


class Speaking:
    """Keeps recordings for one house."""

    def __init__(self, house: House, bot: Bot) -> None:
        self._house, self._bot, self._spoken = house, bot, Spoken(house)

    async def kept(self, what: Wrote) -> Wrote:
        """What was sent, with what became of its recording; nothing is kept that no open move could carry.

        Raises StorageError.
        """
        step = read_prompt(what.answers, self._house.office.case_prefix)
        if what.recording is None or what.group or step is None or step.move not in SPOKEN:
            return what
        member = await self._house.store.read(lambda c: self._asked(c, what.chat, step))
        if member is None:
            return replace(what, spoken=TOO_LATE)
        texts = self._house.texts[member.language]
        try:
            if what.recording.size > MAX_BYTES:
                raise FileRefused("too-big")
            data = await self._fetched(what.recording.remote)
            kind = what.recording.media_type
            return replace(what, spoken=await self._spoken.keep(member, step.number, step.move, data, kind))
        except FileRefused as error:
            return replace(what, unheard=told_not_taken(texts, error))
        except (CaseGone, MoveNotAllowed):  # the case as it stands is shown, as for what is written too late
            return replace(what, spoken=TOO_LATE)
        except (TelegramError, TimeoutError, DiskFull) as error:
            log.warning("a recording did not come: %s", type(error).__name__)
            return replace(what, unheard=texts.text("staff-voice-lost"))

    def _asked(self, connection: Connection, chat: str, step: Step) -> Member | None:
        """The member of a chat, where they see this case and it stands as it did when they were asked."""
        member = staff_phones.by_chat(connection, self._house.keyring, chat)
        if member is None:
            return None
        try:
            stored = seen_here(self._house, connection, step.number, member)
        except CaseGone:
            return None
        return member if desk.last_move(connection, stored.id).id == step.after else None

    async def _fetched(self, remote: str) -> bytes:
        async with asyncio.timeout(DOWNLOAD_TIMEOUT_S):
            file = await self._bot.get_file(remote)
            if (file.file_size or 0) > MAX_BYTES:
                raise FileRefused("too-big")
            return bytes(await file.download_as_bytearray())
