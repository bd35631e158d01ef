"""A message of the outbox as Telegram shows it: plain text and buttons; a clip as a voice message."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramRetryAfter,
)
from aiogram.types import (
    BufferedInputFile,
    FSInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
)

from bot.clips import Clips
from bot.delivery import Blocked, Later, Refused, Unreachable
from bot.mydata.copying import EXPORT, Copies
from bot.papers.drawing import Papers, file_name
from bot.residents_telegram.buttons import TooLong, callback_data
from bot.residents_telegram.calls import NO_CONNECTION, UPLOAD_TIMEOUT_S
from bot.spoken import Spoken
from storage.history import RECORDING

CHANNEL = "telegram"
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_VOICES = ("audio/ogg", "audio/mpeg", "audio/mp4")
"""What Telegram plays as a voice message: Ogg Opus, MP3 and M4A (sendVoice)."""


log = logging.getLogger("lamton.telegram")


class TelegramSender:
    """Sends to residents; the channel "telegram" of `bot.delivery`.

    A clip is uploaded once a run: after that Telegram is given the id it has there.
    """

    def __init__(self, bot: Bot, clips: Clips, papers: Papers, copies: Copies, spoken: Spoken) -> None:
        self._bot, self._clips, self._papers, self._copies = bot, clips, papers, copies
        self._spoken = spoken
        self._sent_before: dict[str, str] = {}

    async def send(self, address: str, body: dict[str, Any]) -> None:
        """One message. Raises DeliveryError."""
        try:
            for clip in body.get("voice") or ():
                await self._send_clip(int(address), clip)
            if RECORDING in body:
                await self._send_recording(int(address), body[RECORDING])
            keyboard = _keyboard(body)
            if EXPORT in body and (copy := await self._copies.due(address, CHANNEL, body[EXPORT])):
                zipped = BufferedInputFile(await self._copies.whole(copy), copy.name)
                await self._bot.send_document(
                    int(address), zipped, caption=body["text"], request_timeout=UPLOAD_TIMEOUT_S
                )
                return
            # No parse_mode: what a resident wrote is never read as markup.
            if "paper" in body:
                pdf = BufferedInputFile(await self._drawn(body["paper"]), file_name(body["paper"]))
                await self._bot.send_document(int(address), pdf, caption=body["text"], reply_markup=keyboard)
            elif body["text"]:
                await self._bot.send_message(
                    int(address), body["text"], reply_markup=keyboard, link_preview_options=_NO_PREVIEW
                )
        except TelegramRetryAfter as error:
            raise Later(error.retry_after) from None
        except TelegramForbiddenError:
            raise Blocked from None
        except (TelegramBadRequest, TelegramNotFound) as error:
            raise Refused(type(error).__name__) from None
        except TooLong:
            raise Refused("button too long") from None
        except NO_CONNECTION:
            raise Unreachable from None

    async def _send_clip(self, chat: int, name: str) -> None:
        """A clip as a voice message; one that was replaced meanwhile is let go, its words are sent anyway."""
        path = self._clips.path(name)
        if path is None or not await asyncio.to_thread(path.is_file):
            return
        known = self._sent_before.get(name)
        try:
            sent = await self._bot.send_voice(chat, known or FSInputFile(path, "voice.ogg"))
        except TelegramBadRequest:
            if self._sent_before.pop(name, None) is None:
                raise
            sent = await self._bot.send_voice(chat, FSInputFile(path, "voice.ogg"))
        if sent.voice:
            self._sent_before[name] = sent.voice.file_id

    async def _send_recording(self, chat: int, recording: str) -> None:
        """What staff said aloud, as a voice message; as a file where that may not be, or Telegram knows not
        the format. One that is not to be had is let go: the words are sent anyway."""
        heard = await self._spoken.opened(recording)
        if heard is None:
            log.error("a recording %s of staff could not be opened", recording)
            return
        file = BufferedInputFile(heard.content, heard.name)
        if heard.media_type in _VOICES:
            with suppress(TelegramBadRequest):  # who takes no voice messages takes the file
                await self._bot.send_voice(chat, file, request_timeout=UPLOAD_TIMEOUT_S)
                return
        await self._bot.send_document(chat, file, request_timeout=UPLOAD_TIMEOUT_S)

    async def _drawn(self, sheet: dict[str, Any]) -> bytes:
        try:
            return await self._papers.drawn(sheet)
        except RuntimeError as error:
            # Typst's errors: drawn again it would fail again, and hold up what follows
            raise Refused(f"paper: {type(error).__name__}") from None


def _keyboard(body: dict[str, Any]) -> InlineKeyboardMarkup | None:
    if not body["rows"]:
        return None
    draft = body["draft"]
    rows = [
        [InlineKeyboardButton(text=b["label"], callback_data=callback_data(draft, b["id"])) for b in row]
        for row in body["rows"]
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)
