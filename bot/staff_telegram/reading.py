"""A Telegram update, read: who wrote or pressed what, alone with the bot or in a group; all else is None."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from telegram import Chat, Message, Update
from telegram.constants import ChatType

MOST_CHARS: Final = 4096
_GROUPS: Final = (ChatType.GROUP, ChatType.SUPERGROUP)


@dataclass(frozen=True)
class Recording:
    """A recording as Telegram keeps it: its file_id, its size in bytes, its media type as told."""

    remote: str
    size: int
    media_type: str | None


@dataclass(frozen=True)
class Wrote:
    """Somebody wrote. `chat` is their chat alone with the bot, `group` the group they wrote in, if any;
    `answers` is our own message it replies to; no text: a picture, a sticker. `recording` came with it;
    `spoken`: the id it is kept under for the move it was asked for; `unheard`: why it was not taken."""

    chat: str
    text: str
    answers: str
    language: str
    group: str = ""
    recording: Recording | None = None
    spoken: str = ""
    unheard: str = ""


@dataclass(frozen=True)
class Pressed:
    """Somebody pressed a button under our message `message`; `query` is to be answered."""

    chat: str
    data: str
    message: int
    query: str
    language: str
    group: str = ""


def read(update: Update, own_id: int) -> Wrote | Pressed | None:
    """What the update means. `own_id` is the bot's own."""
    if query := update.callback_query:
        if query.message is None or (group := _group(query.message.chat)) is None:
            return None
        # Alone with the bot, a chat's id is its person's.
        chat = str(query.from_user.id) if group else str(query.message.chat.id)
        language = _language(query.from_user.language_code)
        return Pressed(chat, query.data or "", query.message.message_id, query.id, language, group)
    message = update.message
    if message is None or message.from_user is None or (group := _group(message.chat)) is None:
        return None
    recording = _recording(message)
    written = message.text or (message.caption if recording else "") or ""
    text = written[:MOST_CHARS].encode("utf-8", "replace").decode()
    chat = str(message.from_user.id) if group else str(message.chat.id)
    language = _language(message.from_user.language_code)
    return Wrote(chat, text, _answers(message, own_id), language, group, recording)


def _recording(message: Message) -> Recording | None:
    sound = message.voice or message.audio
    return Recording(sound.file_id, sound.file_size or 0, sound.mime_type) if sound else None


def _group(chat: Chat) -> str | None:
    """The group's id, "" alone with the bot, None for channels."""
    if chat.type == ChatType.PRIVATE:
        return ""
    return str(chat.id) if chat.type in _GROUPS else None


def _answers(message: Message, own_id: int) -> str:
    """Only a message of ours counts: a mark in somebody else's is not ours."""
    asked = message.reply_to_message
    ours = asked is not None and asked.from_user is not None and asked.from_user.id == own_id
    return asked.text or "" if asked and ours else ""


def _language(code: str | None) -> str:
    return "bo" if (code or "").startswith("bo") else "zh"
