"""One update of the staff's bot becomes one transaction: the update's key, the move, the replies owed.

An update is settled when that is stored, or when it has failed `POISON` times for a reason that is not the
database's: that is a fault of ours, logged with a reference, told to the member, and lets others by.
"""

from __future__ import annotations

import logging
import secrets
import traceback
from pathlib import Path
from typing import Final

from sqlalchemy import Connection
from telegram import Bot, Update
from telegram.error import TelegramError

from bot.staff_telegram.answering import Answering
from bot.staff_telegram.reading import Pressed, Wrote, read
from bot.staff_telegram.said import Said
from bot.staff_telegram.speaking import Speaking
from bot.web.shared.rate import Rate
from bot.wiring import House
from storage import outbox, staff_phones
from storage.errors import StorageError

log = logging.getLogger("lamton.staff")

POISON: Final = 3
ASIDES_A_MINUTE: Final = 12
"""To one chat that is not linked: whoever floods the bot is not answered each time."""
MOST_NOTICE_CHARS: Final = 200


class Turns:
    """Plays updates. Those of one chat are to be given in order, one after the other."""

    def __init__(self, house: House, bot: Bot) -> None:
        self._house, self._bot = house, bot
        self._answering, self._speaking = Answering(house), Speaking(house, bot)
        self._rate = Rate(ASIDES_A_MINUTE)
        self._faults: dict[int, int] = {}

    async def settle(self, update: Update) -> bool:
        """Play it durably; False where it must come again."""
        what = read(update, self._bot.id)
        if what is None:
            return True
        key = f"{self._bot.id}/{update.update_id}"
        try:
            if isinstance(what, Wrote):
                what = await self._speaking.kept(what)
            heard = what
            said = await self._house.store.write(lambda connection: self._play(connection, key, heard))
        except StorageError as error:
            log.error("update %d: %s", update.update_id, type(error).__name__)
            return False
        except Exception as error:
            return await self._faulted(update.update_id, what, error)
        self._faults.pop(update.update_id, None)
        self._house.bell.ring()
        await self._aside(what, said)
        return True

    def _play(self, connection: Connection, key: str, what: Wrote | Pressed) -> Said:
        now = self._house.time.now()
        if not staff_phones.heard(connection, key, now):
            return Said()
        said = self._answering.answer(connection, what, now)
        letters = [outbox.Letter("staff", said.to, body) for body in said.letters if said.to]
        letters += [outbox.Letter("staff", group, body) for group, body in said.groups]
        outbox.put(connection, letters, None, self._house.keyring.house, now)
        return said

    async def _faulted(self, update_id: int, what: Wrote | Pressed, error: Exception) -> bool:
        """Count a fault of ours; at the last one the member is told, and others go by."""
        faults = self._faults[update_id] = self._faults.get(update_id, 0) + 1
        if faults < POISON:
            return False
        reference = secrets.token_hex(4)
        frames = traceback.extract_tb(error.__traceback__)[-4:]
        where = " ".join(f"{Path(f.filename).name}:{f.lineno}" for f in frames)
        log.error("fault %s at update %d: %s %s", reference, update_id, type(error).__name__, where)
        self._faults.pop(update_id, None)
        told = self._house.texts[what.language].text("staff-fault", reference=reference)
        await self._aside(what, Said(aside=told))
        return True

    async def _aside(self, what: Wrote | Pressed, said: Said) -> None:
        """What is not owed by the outbox: the end of a press, a word to a stranger. It may be lost."""
        try:
            if isinstance(what, Pressed):
                notice = said.notice[:MOST_NOTICE_CHARS] or None
                await self._bot.answer_callback_query(what.query, notice, show_alert=said.alert or None)
            if said.aside and self._rate.allows(what.chat):
                await self._bot.send_message(int(what.group or what.chat), said.aside)
        except TelegramError as error:
            log.warning("an aside was lost: %s", type(error).__name__)
