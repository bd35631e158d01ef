"""A copy of what is held, to take away (《个人信息保护法》第四十五条): a zip of JSON and files.

Drawn when it is handed over, a piece at a time: at no moment does it lie on a disk, nor more than one file
of it in memory. The work is done in threads.

    README.txt              what is in it, in the resident's language
    read.txt                what was said, filed and told, as text anybody can read
    conversation.json       messages, draft, files in no case
    talks/<place>.json      talks with a person, and until when each is kept
    cases/<number>.json     answers, notices, what was done, by day and role
    files/…, files/talks/…, files/<number>/…
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from io import RawIOBase
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from sqlalchemy import Connection

from bot.mydata.contents import Entry, contents_of
from storage import conversations, held
from storage.files import FileStoreError
from storage.kept_files import open_now

if TYPE_CHECKING:
    from bot.wiring import House

EXPORT: Final = "export"
"""In the body of a message: the copy that goes with it, drawn when it is handed over."""
LIFE: Final = timedelta(minutes=15)
"""So long after it was asked for a copy may be fetched from the web."""
MOST_BYTES: Final = {"telegram": 18_000_000}
"""How many bytes of files go into one copy, by channel; what is beyond is named and left out."""
MOST_BYTES_ELSEWHERE: Final = 400_000_000


@dataclass(frozen=True)
class Copy:
    """A copy that may be drawn. `name` is its file's name."""

    name: str
    entries: tuple[Entry, ...]


class Copies:
    """Draws the copies of one house."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def asked(self, address: str, channel: str, message: int) -> Copy | None:
        """The copy that goes with a message on the web, to who holds its conversation, while it is fresh."""
        house = self._house

        def look(connection: Connection) -> Copy | None:
            kept = conversations.find(connection, house.keyring, channel, address)
            found = held.letter(connection, kept, message) if kept else None
            if kept is None or found is None or house.time.now() - found[1] > LIFE:
                return None
            asked = found[0].get(EXPORT)
            return self._copy(connection, kept, asked) if asked else None

        return await house.store.read(look)

    async def due(self, address: str, channel: str, asked: Mapping[str, Any]) -> Copy | None:
        """The copy a message of the outbox carries; None where its conversation is gone."""
        house = self._house

        def look(connection: Connection) -> Copy | None:
            kept = conversations.find(connection, house.keyring, channel, address)
            return self._copy(connection, kept, asked) if kept else None

        return await house.store.read(look)

    async def pieces(self, copy: Copy) -> AsyncIterator[bytes]:
        """The zip, a piece at a time. A file that cannot be opened is left empty, not the copy undone."""
        sink = _Sink()
        archive = ZipFile(sink, "w", ZIP_DEFLATED)
        for entry in copy.entries:
            await asyncio.to_thread(self._add, archive, entry)
            yield sink.taken()
        await asyncio.to_thread(archive.close)
        yield sink.taken()

    async def whole(self, copy: Copy) -> bytes:
        """The zip at once, for a channel that takes it so."""
        return b"".join([piece async for piece in self.pieces(copy)])

    def _add(self, archive: ZipFile, entry: Entry) -> None:
        if entry.file is None:
            archive.writestr(entry.path, entry.text)
            return
        try:
            content = open_now(self._house.files, entry.file)
        except FileStoreError:
            content = b""
        archive.writestr(entry.path, content, ZIP_STORED)  # photos and recordings are packed already

    def _copy(self, connection: Connection, kept: conversations.Kept, asked: Mapping[str, Any]) -> Copy:
        most = MOST_BYTES.get(kept.channel, MOST_BYTES_ELSEWHERE)
        entries = contents_of(
            connection, self._house, kept, tuple(asked["numbers"]), str(asked["language"]), most
        )
        return Copy(f"lamton-{self._house.time.today():%Y%m%d}.zip", entries)


class _Sink(RawIOBase):
    """A file that is written and never read back: what was written is taken away piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        whole, self._pieces = b"".join(self._pieces), []
        return whole
