"""One update of Telegram becomes one turn, durably; what goes wrong is told to the resident and to the log.

An update is settled when its turn is stored, or when it has failed `POISON` times for a reason that is not
the database's: that is a fault of ours, logged with a reference, told to the resident, and lets others by.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import traceback
from collections import OrderedDict
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, Final

from aiogram import Bot
from sqlalchemy import Connection

from bot.conversation import Incoming
from bot.residents_telegram.calls import ANY_TROUBLE
from bot.residents_telegram.reading import Membership, Received, parse, read
from bot.wiring import House
from dialogs.engine.events import Unusable
from storage import conversations as rows
from storage import outbox
from storage.errors import StorageError

log = logging.getLogger("lamton.telegram")

CHANNEL: Final = "telegram"
POISON: Final = 3
_UNREADABLE: Final = Unusable("unsupported")
REMEMBERED: Final = 10_000
"""How many chats' languages, and how many troubled updates, are kept in memory."""


@dataclass
class _Trouble:
    reference: str = field(default_factory=lambda: secrets.token_hex(4))
    faults: int = 0
    told: bool = False


@dataclass(frozen=True)
class Read:
    """An update, read but not yet played. `chat` groups what must stay in order; None: nobody's."""

    update_id: int
    chat: str | None
    what: Received | Membership | None


def read_raw(raw: dict[str, Any]) -> Read:
    """The update as it came, read; one that cannot be read is nobody's."""
    update = parse(raw)
    if update is None:
        log.error("update %s is of no known kind", raw.get("update_id"))
        return Read(int(raw.get("update_id") or 0), None, None)
    try:
        what = read(update)
    except Exception as error:
        log.error("update %d cannot be read: %s at %s", update.update_id, type(error).__name__, _where(error))
        message = update.message
        private = message is not None and message.chat.type == "private"
        what = Received(update.update_id, str(message.chat.id), _UNREADABLE) if message and private else None
    return Read(update.update_id, what.chat if what else None, what)


def _where(error: Exception) -> str:
    """Where in the code it happened. The error's own text may hold what a resident wrote."""
    return " ".join(f"{f.filename}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)[-3:])


class Turns:
    """Plays updates. Those of one chat are to be given in order, one after the other."""

    def __init__(self, house: House, bot: Bot) -> None:
        self._house, self._bot = house, bot
        self._languages: OrderedDict[str, str] = OrderedDict()
        self._troubles: OrderedDict[int, _Trouble] = OrderedDict()
        self._asides: set[asyncio.Task[None]] = set()

    async def settle(self, update: Read) -> bool:
        """Play the update; True when it may be acknowledged, False when it is to be given again."""
        try:
            match update.what:
                case Received() as received:
                    await self._hear(received)
                case Membership() as membership:
                    await self._note(membership)
                case None:
                    pass
        except StorageError as error:
            self._failed(update, error, "fault-waiting")
            return False
        except Exception as error:
            trouble = self._trouble(update)
            trouble.faults += 1
            if trouble.faults < POISON:
                self._failed(update, error, None)
                return False
            self._failed(update, error, "fault-try-again")
            if isinstance(update.what, Received) and update.what.query:
                self._aside(self._bot.answer_callback_query(update.what.query))
        self._troubles.pop(update.update_id, None)
        return True

    async def close(self) -> None:
        """Let what is being answered on the side finish, a moment at most."""
        if self._asides:
            await asyncio.wait(self._asides, timeout=2)
        for aside in self._asides:
            aside.cancel()

    async def _hear(self, received: Received) -> None:
        conversations = self._house.conversations
        files: tuple[Incoming, ...] = ()
        if received.files:
            key_id, _ = await conversations.file_key(CHANNEL, received.chat)
            files = tuple(
                Incoming(f.attachment, key_id, f.media_type, remote=f.file_id) for f in received.files
            )
        reply = await conversations.hear(
            CHANNEL,
            received.chat,
            str(received.update_id),
            received.event,
            files=files,
            album=received.album,
        )
        if reply.language:
            _remember(self._languages, received.chat, reply.language)
        if received.query:
            self._aside(self._bot.answer_callback_query(received.query))

    async def _note(self, membership: Membership) -> None:
        house = self._house
        now = house.time.now()

        def note(connection: Connection) -> None:
            kept = rows.find(connection, house.keyring, CHANNEL, membership.chat)
            if kept is None:
                return
            rows.block(connection, kept.id, membership.blocked)
            if not membership.blocked:
                outbox.unblock(connection, kept.id, now)

        await house.store.write(note)
        house.bell.ring()

    def _trouble(self, update: Read) -> _Trouble:
        trouble = self._troubles.get(update.update_id) or _Trouble()
        _remember(self._troubles, update.update_id, trouble)
        return trouble

    def _failed(self, update: Read, error: Exception, message: str | None) -> None:
        trouble = self._trouble(update)
        log.error(
            "update %d failed: %s, reference %s, at %s",
            update.update_id,
            type(error).__name__,
            trouble.reference,
            _where(error),
        )
        if message and update.chat and not trouble.told:
            trouble.told = True
            text = self._in_their_language(update.chat, message, trouble.reference)
            self._aside(self._bot.send_message(int(update.chat), text))

    def _in_their_language(self, chat: str, message: str, reference: str) -> str:
        known = self._languages.get(chat)
        texts = self._house.texts
        languages = [known] if known else sorted(texts)
        return "\n\n".join(texts[language].text(message, reference=reference) for language in languages)

    def _aside(self, call: Coroutine[Any, Any, object]) -> None:
        """Make a call nobody waits for, as well as it can be made."""
        task = asyncio.create_task(_best_effort(call))
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)


async def _best_effort(call: Coroutine[Any, Any, object]) -> None:
    try:
        await call
    except ANY_TROUBLE as error:
        log.info("a call on the side was not made: %s", type(error).__name__)


def _remember(memory: OrderedDict[Any, Any], key: object, value: object) -> None:
    memory[key] = value
    memory.move_to_end(key)
    if len(memory) > REMEMBERED:
        memory.popitem(last=False)
