"""Files that residents sent through Telegram, fetched from its servers."""

from __future__ import annotations

import asyncio
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter

from bot.fetching import NotNow, TooBig

DOWNLOAD_TIMEOUT_S: Final = 240
"""20 MB at 85 KB a second; shorter than a file's lease."""


class Unfetched(Exception):
    """A file did not come. Neither its address, which holds the token, nor its cause is told further."""


class TelegramSource:
    """The channel "telegram" of `bot.fetching`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def fetch(self, remote: str, max_bytes: int) -> bytes:
        """The bytes of a file by its file_id. Raises FetchError, Unfetched."""
        try:
            async with asyncio.timeout(DOWNLOAD_TIMEOUT_S):
                file = await self._bot.get_file(remote)
                if (file.file_size or 0) > max_bytes:
                    raise TooBig
                return await self._download(file.file_path or "", max_bytes)
        except TelegramRetryAfter as error:
            raise NotNow(error.retry_after) from None
        except TelegramBadRequest as error:
            if "too big" in error.message:
                raise TooBig from None
            raise Unfetched(type(error).__name__) from None
        except TooBig:
            raise
        except Exception as error:
            raise Unfetched(type(error).__name__) from None

    async def _download(self, path: str, max_bytes: int) -> bytes:
        url = self._bot.session.api.file_url(self._bot.token, path)
        taken = bytearray()
        async for piece in self._bot.session.stream_content(url, timeout=DOWNLOAD_TIMEOUT_S):
            taken += piece
            if len(taken) > max_bytes:
                raise TooBig
        return bytes(taken)
