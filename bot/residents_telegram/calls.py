"""The residents' bot as Telegram's API sees it: its session, its timeouts, and getUpdates as plain JSON.

aiogram's errors quote what was asked, and aiohttp's the address with the token: no text of theirs is logged,
and neither library's own log below a warning.
"""

from __future__ import annotations

import logging
from typing import Any, Final

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    RestartingTelegram,
    TelegramNetworkError,
    TelegramUnauthorizedError,
)
from aiogram.methods.base import TelegramMethod

from bot.settings import Settings

CALL_TIMEOUT_S: Final = 25
"""For one call; shorter than the outbox's lease."""
UPLOAD_TIMEOUT_S: Final = 50
"""For a call that carries a file; still shorter than the lease."""
UPDATES: Final = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update Telegram is asked for; nothing else is sent to us."""

NO_CONNECTION: Final = (TelegramNetworkError, RestartingTelegram, TelegramUnauthorizedError, OSError)
"""What is raised when the Bot API is not to be had, whatever was asked; a refused token may be put right."""
ANY_TROUBLE: Final = (AiogramError, OSError)


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates, unread: one update of a kind yet unknown must not stop all others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


def open_bot(settings: Settings) -> Bot:
    """The residents' bot by its settings. Raises aiogram's TokenValidationError for a token that is none."""
    for name in ("aiogram", "aiohttp"):
        logging.getLogger(name).setLevel(logging.WARNING)
    api = TelegramAPIServer.from_base(settings.telegram_api) if settings.telegram_api else PRODUCTION
    session = AiohttpSession(api=api, proxy=settings.proxy or None, timeout=CALL_TIMEOUT_S)
    return Bot(settings.residents_token.get_secret_value(), session=session)
