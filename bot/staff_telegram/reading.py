"""A Telegram update, read: who wrote or pressed what. Private chats alone; all else is None."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from telegram import Message, Update
from telegram.constants import ChatType

MOST_CHARS: Final = 4096


@dataclass(frozen=True)
class Wrote:
    """A member wrote. `answers` is our own message it replies to; no text: a picture, a sticker."""

    chat: str
    text: str
    answers: str
    language: str


@dataclass(frozen=True)
class Pressed:
    """A member pressed a button under our message `message`; `query` is to be answered."""

    chat: str
    data: str
    message: int
    query: str
    language: str


def read(update: Update, own_id: int) -> Wrote | Pressed | None:
    """What the update means. `own_id` is the bot's own."""
    if query := update.callback_query:
        if query.message is None or query.message.chat.type != ChatType.PRIVATE:
            return None
        chat, data = str(query.message.chat.id), query.data or ""
        return Pressed(
            chat, data, query.message.message_id, query.id, _language(query.from_user.language_code)
        )
    message = update.message
    if message is None or message.chat.type != ChatType.PRIVATE or message.from_user is None:
        return None
    text = (message.text or "")[:MOST_CHARS].encode("utf-8", "replace").decode()
    return Wrote(
        str(message.chat.id), text, _answers(message, own_id), _language(message.from_user.language_code)
    )


def _answers(message: Message, own_id: int) -> str:
    """Only a message of ours counts: a mark in somebody else's is not ours."""
    asked = message.reply_to_message
    ours = asked is not None and asked.from_user is not None and asked.from_user.id == own_id
    return asked.text or "" if asked and ours else ""


def _language(code: str | None) -> str:
    return "bo" if (code or "").startswith("bo") else "zh"
