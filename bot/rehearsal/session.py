"""One resident at a terminal: what they do goes in, all they are to see comes out, turn by turn.

The conversation is a real one, stored as every other; the terminal is its own delivery, so that what staff
sent meanwhile is shown with the next turn.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, select, update

from bot.conversation import Incoming, Reply
from bot.intake import MAX_BYTES, FileRefused
from bot.letters import letter_body
from bot.mydata.copying import EXPORT, Copies
from bot.papers.drawing import file_name
from bot.spoken import Spoken
from bot.wiring import House
from dialogs.engine.events import Asked, Event, Pressed, Sent, Unusable
from dialogs.engine.view import Asks
from storage import conversations
from storage.conversations import body_place
from storage.errors import StorageError
from storage.files import FileStoreError
from storage.history import RECORDING
from storage.tables import keys, outbox

log = logging.getLogger("lamton.rehearsal")

CHANNEL = "terminal"
FileKind = Literal["photo", "voice", "document"]
KINDS: tuple[FileKind, ...] = ("photo", "voice", "document")


class Malformed(ValueError):
    """A line that says nothing a resident could do; it changes nothing. The message says what is wrong."""


@dataclass(frozen=True)
class FileLine:
    """A file to be sent, with words beside it or none."""

    path: Path
    kind: FileKind
    text: str = ""


Line = Event | FileLine


@dataclass(frozen=True)
class Turn:
    """What one turn shows. `messages` are as the outbox keeps them: `{"text", "rows", "draft"}`.

    `receipt` is number and code, on the turn that filed.
    """

    messages: tuple[dict[str, Any], ...]
    asks: Asks | None
    receipt: tuple[str, str] | None = None


class Rehearsal:
    """A conversation of the channel `terminal`. `locale` (zh, bo) answers the language question."""

    def __init__(self, house: House, address: str, locale: str | None = None) -> None:
        self._house, self._address, self._locale = house, address, locale
        self._language = locale or "zh"
        self._asks: Asks | None = None

    async def open(self) -> Turn:
        """The opening turn: the greeting, or where an earlier rehearsal under this name stands."""
        return await self._safely(self._open)

    async def hear(self, line: Line) -> Turn:
        """Play one line. Raises Malformed for a file that cannot be read."""
        if isinstance(line, FileLine):
            data = await asyncio.to_thread(_read, line.path)
            return await self._safely(lambda: self._send(line, data))
        return await self._safely(lambda: self._play(line))

    async def _open(self) -> Turn:
        here = await self._house.conversations.place(CHANNEL, self._address)
        if self._locale and (here is None or here.language != self._locale):
            return await self._play(Pressed("language", self._locale))
        if here is None:
            return await self._play(Asked("start"))
        return self._turn(here, (*await self._take(), letter_body(CHANNEL, here.bubble, here.draft)))

    async def _send(self, line: FileLine, data: bytes) -> Turn:
        try:
            incoming = await self._house.uploads.take(
                CHANNEL, self._address, data, line.path.name, None, line.kind
            )
        except FileRefused as refused:
            return await self._play(Unusable(f"file-{refused.reason}"))
        return await self._play(Sent((incoming.attachment,), line.text), incoming)

    async def _play(self, event: Event, *files: Incoming) -> Turn:
        # A line is a line: the same words typed twice are two updates.
        reply = await self._house.conversations.hear(
            CHANNEL, self._address, secrets.token_hex(16), event, files=files
        )
        return self._turn(reply, await self._take())

    def _turn(self, reply: Reply, messages: tuple[dict[str, Any], ...]) -> Turn:
        self._language, self._asks = reply.language or self._language, reply.asks
        return Turn(messages, reply.asks, reply.receipt)

    async def _take(self) -> tuple[dict[str, Any], ...]:
        """All that waits for this conversation in the outbox, in order; it counts as sent."""
        return tuple([await self._with_files(message) for message in await self._waiting()])

    async def _with_files(self, message: dict[str, Any]) -> dict[str, Any]:
        """The message; what goes with it, a paper, a copy or a recording, lies in the data folder, and among
        its files."""
        if EXPORT in message:
            return await self._with_copy(message)
        if RECORDING in message:
            return await self._with_recording(message)
        sheet = message.get("paper")
        if sheet is None:
            return message
        path = self._house.settings.data_dir / "papers" / file_name(sheet)
        await asyncio.to_thread(_write, path, await self._house.papers.drawn(sheet))
        return {**message, "files": [{"name": path.name, "path": str(path)}]}

    async def _with_recording(self, message: dict[str, Any]) -> dict[str, Any]:
        heard = await Spoken(self._house).opened(message[RECORDING])
        if heard is None:
            return message
        path = self._house.settings.data_dir / "recordings" / message[RECORDING] / heard.name
        await asyncio.to_thread(_write, path, heard.content)
        return {**message, "files": [{"name": path.name, "path": str(path)}]}

    async def _with_copy(self, message: dict[str, Any]) -> dict[str, Any]:
        """The message; a copy that goes with it lies in the data folder's `copies/` and among its files."""
        copies = Copies(self._house)
        copy = await copies.due(self._address, CHANNEL, message[EXPORT])
        if not copy:
            return message
        path = self._house.settings.data_dir / "copies" / message[EXPORT]["id"] / copy.name
        await asyncio.to_thread(_write, path, await copies.whole(copy))
        return {**message, "files": [{"name": path.name, "path": str(path)}]}

    async def _waiting(self) -> tuple[dict[str, Any], ...]:
        house, now = self._house, self._house.time.now()

        def take(connection: Connection) -> tuple[dict[str, Any], ...]:
            kept = conversations.find(connection, house.keyring, CHANNEL, self._address)
            if kept is None:
                return ()
            mine = (outbox.c.channel == CHANNEL, outbox.c.recipient == kept.id, outbox.c.state == "queued")
            waiting = connection.execute(
                select(outbox.c.id, outbox.c.body, keys.c.wrapped)
                .join_from(outbox, keys, outbox.c.key_id == keys.c.id)
                .where(*mine)
                .order_by(outbox.c.id)
            ).all()
            ids = [row.id for row in waiting]
            connection.execute(update(outbox).where(outbox.c.id.in_(ids)).values(state="sent", sent_at=now))
            place = body_place(kept.id)
            return tuple(house.keyring.unwrap(row.wrapped).open_json(row.body, place) for row in waiting)

        return await house.store.write(take)

    async def _safely(self, play: Callable[[], Any]) -> Turn:
        """The turn; where it could not be stored, a kind sentence, and the place is as it was."""
        texts = self._house.texts[self._language]
        try:
            turn: Turn = await play()
            return turn
        except (StorageError, FileStoreError) as error:
            log.error("a turn was not stored: %s", type(error).__name__)
            said = texts.text("service-down")
        except Exception:
            reference = secrets.token_hex(4)
            log.exception("fault %s", reference)
            said = texts.text("fault-try-again", reference=reference)
        return Turn(({"text": said, "rows": [], "draft": ""},), self._asks)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(content)


def _read(path: Path) -> bytes:
    """The file, or as much of it as shows that it is too big."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise Malformed(f"this file cannot be read: {path}") from error
