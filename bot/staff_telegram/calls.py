"""The staff's bot as Telegram's API sees it: its connection, its timeouts, what its errors mean.

python-telegram-bot's errors may quote the token, and httpx logs every address with it: no text of theirs is
logged, and neither library's own log below a warning.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Final

from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

from bot.delivery import Blocked, Later, Refused, Unreachable
from bot.settings import Settings

CALL_TIMEOUT_S: Final = 20.0
"""For one call; shorter than the outbox's lease."""
os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's way to have times as timedelta, as it will be
UPDATES: Final = ("message", "callback_query")
"""The kinds of update Telegram is asked for; nothing else is sent to us."""


def open_bot(settings: Settings) -> tuple[Bot, tuple[HTTPXRequest, HTTPXRequest]]:
    """The staff's bot by its settings, and its connections, not open yet. Raises InvalidToken."""
    for name in ("telegram", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    api = settings.telegram_api.rstrip("/") or "https://api.telegram.org"

    def connection() -> HTTPXRequest:
        return HTTPXRequest(
            connection_pool_size=8,
            proxy=settings.proxy or None,
            connect_timeout=CALL_TIMEOUT_S,
            read_timeout=CALL_TIMEOUT_S,
            write_timeout=CALL_TIMEOUT_S,
            pool_timeout=CALL_TIMEOUT_S,
        )

    calls, updates = connection(), connection()
    bot = Bot(
        settings.staff_token.get_secret_value(),
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=calls,
        get_updates_request=updates,
    )
    return bot, (calls, updates)


def seconds(wait: int | timedelta) -> float:
    """What the library gives as whole seconds or as a timedelta, by its settings."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


class GroupMoved(Exception):
    """Telegram gave a group another id; `chat` is the new one."""

    def __init__(self, chat: int) -> None:
        super().__init__("a group has another id")
        self.chat = chat


@contextmanager
def as_delivery() -> Iterator[None]:
    """Within it, the library's errors become those of `bot.delivery`. Raises GroupMoved."""
    try:
        yield
    except RetryAfter as error:
        raise Later(seconds(error.retry_after)) from None
    except ChatMigrated as error:
        raise GroupMoved(error.new_chat_id) from None
    except Forbidden:
        raise Blocked from None
    except InvalidToken:  # may be put right, and nothing is lost meanwhile
        raise Unreachable from None
    except BadRequest as error:
        raise Refused(type(error).__name__) from None
    except NetworkError:
        raise Unreachable from None
    except TelegramError as error:
        raise Refused(type(error).__name__) from None
