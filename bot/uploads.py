"""A file's way in: made safe, sealed, on the disk before the commit that names it."""

from __future__ import annotations

import asyncio
import secrets
from typing import Literal

from bot.conversation import Conversations, Incoming
from bot.intake import Accepted, accept_file_async
from dialogs.engine.events import Attachment
from storage.file_rows import content_place
from storage.files import FileStore
from storage.sealing import DataKey


class Uploads:
    """Takes files of residents. Raises FileRefused, DiskFull, StorageError."""

    def __init__(self, conversations: Conversations, files: FileStore) -> None:
        self._conversations, self._files = conversations, files

    async def take(
        self,
        channel: str,
        address: str,
        data: bytes,
        name: str,
        media_type: str | None,
        kind: Literal["photo", "voice", "document"],
    ) -> Incoming:
        """The file as it may go with an event."""
        accepted = await accept_file_async(data, name, media_type, kind)
        key_id, key = await self._conversations.file_key(channel, address)
        file = secrets.token_hex(8)
        place = await self.keep(file, accepted, key)
        seconds = round(accepted.seconds) if accepted.seconds is not None else None
        attachment = Attachment(file, accepted.kind, accepted.name, len(accepted.data), seconds)
        return Incoming(attachment, key_id, accepted.media_type, place)

    async def keep(self, file: str, accepted: Accepted, key: DataKey) -> str:
        """Seal and store the bytes of a file; its address."""
        sealed = await asyncio.to_thread(key.seal, accepted.data, content_place(file))
        return await asyncio.to_thread(self._files.put, sealed)
