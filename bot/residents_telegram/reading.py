"""A Telegram update, read: who it is from, and what they did. Pure.

Only private chats are served. What has no meaning here (a service message, a group) is None; what a
resident meant but no question takes is `Unusable`, so that they are told.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any, Final

from aiogram.enums import ChatMemberStatus, ChatType, ContentType
from aiogram.types import CallbackQuery, Chat, Message, Update
from pydantic import ValidationError

from bot.intake import MAX_BYTES, MAX_VOICE_SECONDS, Kind, clean_name
from bot.residents_telegram.buttons import read_callback_data
from dialogs.engine.events import Asked, Attachment, Event, Pinned, Said, Sent, Shared, Unusable

COMMANDS: Final = ("start", "menu", "status", "language", "help", "cancel")
"""Every command, in the order of the menu; each asks for the word of the same name."""
LONG_UNITS: Final = 4000
"""Telegram cuts a longer text at 4096: such a piece is one of several, and they are answered once."""
LONG: Final = "long-text"
MAX_PAYLOAD_CHARS: Final = 64

_UNUSABLE: Final = {
    ContentType.STICKER: "sticker",
    ContentType.POLL: "poll",
    ContentType.VIDEO_NOTE: "video-note",
    **dict.fromkeys(
        (
            ContentType.DICE,
            ContentType.GAME,
            ContentType.STORY,
            ContentType.PAID_MEDIA,
            ContentType.CHECKLIST,
            ContentType.INVOICE,
            ContentType.GIVEAWAY,
            ContentType.GIFT,
            ContentType.UNIQUE_GIFT,
            ContentType.UNKNOWN,
        ),
        "unsupported",
    ),
}


@dataclass(frozen=True)
class Remote:
    """A file that Telegram keeps. `file_id` is its id there."""

    attachment: Attachment
    file_id: str
    media_type: str | None


@dataclass(frozen=True)
class Received:
    """What a resident did. `chat` is their address; `query` the press to be answered, if it was one."""

    update_id: int
    chat: str
    event: Event
    files: tuple[Remote, ...] = ()
    album: str | None = None
    query: str | None = None


@dataclass(frozen=True)
class Membership:
    """A resident blocked the bot, or let it write again."""

    update_id: int
    chat: str
    blocked: bool


def parse(raw: dict[str, Any]) -> Update | None:
    """The update, or None where it is none that this release knows. Lone surrogates become U+FFFD."""
    try:
        return Update.model_validate(raw)
    except ValidationError:
        pass
    try:
        return Update.model_validate(_without_surrogates(raw))
    except ValidationError:
        return None


def read(update: Update) -> Received | Membership | None:
    """What the update means, or None where there is nothing to do."""
    if query := update.callback_query:
        return _pressed(update.update_id, query)
    if message := update.message:
        return _written(update.update_id, message) if _private(message.chat) else None
    if edited := update.edited_message:
        # An edited text or caption; a live location that moves comes as an edit too, and is left alone.
        words = edited.text or edited.caption
        told = words and _private(edited.chat)
        return Received(update.update_id, str(edited.chat.id), Unusable("edited")) if told else None
    if (member := update.my_chat_member) and _private(member.chat):
        blocked = member.new_chat_member.status in (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)
        return Membership(update.update_id, str(member.chat.id), blocked)
    return None


def _private(chat: Chat) -> bool:
    return chat.type == ChatType.PRIVATE


def _pressed(update_id: int, query: CallbackQuery) -> Received | None:
    if query.message is not None and not _private(query.message.chat):
        return None
    press = read_callback_data(query.data)
    return Received(update_id, str(query.from_user.id), press, query=query.id)


def _written(update_id: int, message: Message) -> Received | None:
    chat = str(message.chat.id)
    if message.text is not None:
        album = LONG if len(message.text) >= LONG_UNITS else None
        return Received(update_id, chat, _said(message), album=album)
    if file := _file(message):
        if isinstance(file, Unusable):
            return Received(update_id, chat, file, album=message.media_group_id)
        sent = Sent((file.attachment,), message.caption or "")
        return Received(update_id, chat, sent, (file,), message.media_group_id)
    if message.location:  # a venue has one too
        return Received(update_id, chat, Pinned(message.location.latitude, message.location.longitude))
    if message.contact:
        return Received(update_id, chat, Shared(message.contact.phone_number))
    reason = _UNUSABLE.get(ContentType(message.content_type))
    return Received(update_id, chat, Unusable(reason)) if reason else None


def _said(message: Message) -> Event:
    text = message.text or ""
    first, _, more = text.partition(" ")
    word = first[1:].partition("@")[0].lower() if first.startswith("/") else ""
    if word not in COMMANDS or message.forward_origin:
        return Said(text)
    return Asked(word, more.strip()[:MAX_PAYLOAD_CHARS] if word == "start" else "")


def _file(message: Message) -> Remote | Unusable | None:
    if message.photo:
        largest = max(message.photo, key=lambda p: p.width * p.height)
        return _remote("photo", largest.file_id, largest.file_size, "photo.jpg", "image/jpeg")
    if voice := message.voice:
        return _sound(voice.file_id, voice.file_size, voice.duration, "voice.ogg", voice.mime_type)
    if audio := message.audio:
        if audio.duration > MAX_VOICE_SECONDS:
            return _remote("document", audio.file_id, audio.file_size, audio.file_name, audio.mime_type)
        return _sound(audio.file_id, audio.file_size, audio.duration, audio.file_name, audio.mime_type)
    if video := message.video:
        name = video.file_name or "video.mp4"
        return _remote("document", video.file_id, video.file_size, name, video.mime_type)
    if document := message.document:
        return _remote(
            "document", document.file_id, document.file_size, document.file_name, document.mime_type
        )
    return None


def _sound(
    file_id: str, size: int | None, seconds: int, name: str | None, media_type: str | None
) -> Remote | Unusable:
    if seconds > MAX_VOICE_SECONDS:
        return Unusable("file-too-long")
    return _remote("voice", file_id, size, name, media_type, seconds)


def _remote(
    kind: Kind,
    file_id: str,
    size: int | None,
    name: str | None,
    media_type: str | None,
    seconds: int | None = None,
) -> Remote | Unusable:
    if (size or 0) > MAX_BYTES:
        return Unusable("file-too-big")
    name = name or ""
    ending = name[name.rfind(".") :] if "." in name[-6:] else ""
    shown = clean_name(name, ending if ending.isascii() and ending[1:].isalnum() else "", otherwise=kind)
    attachment = Attachment(secrets.token_hex(8), kind, shown, size or 0, seconds)
    return Remote(attachment, file_id, (media_type or "")[:80] or None)


def _without_surrogates(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case list():
            return [_without_surrogates(v) for v in value]
        case dict():
            return {k: _without_surrogates(v) for k, v in value.items()}
        case _:
            return value
