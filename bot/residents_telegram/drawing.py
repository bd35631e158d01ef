"""A message of the outbox as Telegram shows it: plain text, and buttons beneath."""

from __future__ import annotations

from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramRetryAfter,
)
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from bot.delivery import Blocked, Later, Refused, Unreachable
from bot.mydata.copying import EXPORT, Copies
from bot.residents_telegram.buttons import TooLong, callback_data
from bot.residents_telegram.calls import NO_CONNECTION, UPLOAD_TIMEOUT_S

CHANNEL = "telegram"
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class TelegramSender:
    """Sends to residents; the channel "telegram" of `bot.delivery`."""

    def __init__(self, bot: Bot, copies: Copies) -> None:
        self._bot, self._copies = bot, copies

    async def send(self, address: str, body: dict[str, Any]) -> None:
        """One message. Raises DeliveryError."""
        try:
            keyboard = _keyboard(body)
            if EXPORT in body and (copy := await self._copies.due(address, CHANNEL, body[EXPORT])):
                zipped = BufferedInputFile(await self._copies.whole(copy), copy.name)
                await self._bot.send_document(
                    int(address), zipped, caption=body["text"], request_timeout=UPLOAD_TIMEOUT_S
                )
                return
            # No parse_mode: what a resident wrote is never read as markup.
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


def _keyboard(body: dict[str, Any]) -> InlineKeyboardMarkup | None:
    if not body["rows"]:
        return None
    draft = body["draft"]
    rows = [
        [InlineKeyboardButton(text=b["label"], callback_data=callback_data(draft, b["id"])) for b in row]
        for row in body["rows"]
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)
