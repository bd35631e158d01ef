"""What a person's phone sends to a bot: texts, photos, voice, files, places, and the odd things too."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PIL import Image

from tests.telegram.chats import BotAccount, Chat, Message
from tests.telegram.formatting import units
from tests.telegram.limits import image_size
from tests.telegram.sending import media_json
from tests.telegram.wire import Json

if TYPE_CHECKING:
    from tests.telegram.bot_api import BotApi

CLIENT_SPLITS_AT = 4096


def picture(width: int = 64, height: int = 48, color: str = "teal") -> bytes:
    """A real JPEG of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), color).save(out, "JPEG")
    return out.getvalue()


class Phone:
    """One person's side of the chat with one bot: all that goes in."""

    def __init__(self, api: BotApi, bot: BotAccount, person: Json) -> None:
        self.api = api
        self.bot = bot
        self.person = person
        known: Json = {key: person[key] for key in ("first_name", "last_name", "username") if key in person}
        self.chat = bot.chats.setdefault(person["id"], Chat({"id": person["id"], "type": "private", **known}))

    @property
    def id(self) -> int:
        """The person's id, which is also the id of the private chat."""
        return int(self.person["id"])

    async def starts(self, payload: str | None = None) -> Message:
        """Press Start; with a payload, open the deep link ``t.me/<bot>?start=<payload>``."""
        if payload is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload):
            raise ValueError(f"not a deep-link payload: {payload!r}")
        return await self.sends("/start" if payload is None else f"/start {payload}")

    async def sends(self, text: str, *, chat: Chat | None = None, reply_to: Message | None = None) -> Message:
        """Write a text; longer than 4096 it goes as several messages, as clients do. The last one."""
        if not text:
            raise ValueError("nobody can send an empty text")
        sent = None
        while text:
            piece = text[:CLIENT_SPLITS_AT]
            while units(piece) > CLIENT_SPLITS_AT:
                piece = piece[:-1]
            text = text[len(piece) :]
            extra = {"reply_to_message": reply_to.public()} if reply_to else {}
            sent = self._incoming({**_texted(piece), **extra}, "text", chat)
        assert sent is not None
        return sent

    async def sends_photo(
        self, content: bytes | None = None, *, caption: str = "", reply_to: Message | None = None
    ) -> Message:
        """A photo, as Telegram passes it on: sizes, no name."""
        extra = {"reply_to_message": reply_to.public()} if reply_to else {}
        return self._media("photo", content or picture(), "photo.jpg", "image/jpeg", extra, caption)

    async def sends_album(self, photos: Sequence[bytes], *, caption: str = "") -> list[Message]:
        """Photos chosen together: so many messages, one media_group_id, the caption on the first."""
        group: Json = {"media_group_id": f"1{next(self.bot.file_ids):07d}"}
        return [
            self._media("photo", photo, "photo.jpg", "image/jpeg", group, caption if i == 0 else "")
            for i, photo in enumerate(photos)
        ]

    async def sends_voice(
        self, content: bytes, seconds: int, *, caption: str = "", reply_to: Message | None = None
    ) -> Message:
        """A voice message (OGG/Opus)."""
        extra = {"reply_to_message": reply_to.public()} if reply_to else {}
        return self._media("voice", content, "voice.oga", "audio/ogg", extra, caption, duration=seconds)

    async def sends_document(
        self, content: bytes, name: str, mime: str = "application/octet-stream",
        *, caption: str = "", size: int | None = None,
    ) -> Message:  # fmt: skip
        """A file; ``size`` in bytes says it is larger than the content that is really there."""
        return self._media("document", content, name, mime, caption=caption, size=size)

    async def sends_video(self, content: bytes, seconds: int = 3) -> Message:
        """A video."""
        return self._media("video", content, "video.mp4", "video/mp4", duration=seconds)

    async def sends_video_note(self, content: bytes = b"\0mp4", seconds: int = 3) -> Message:
        """A round video message."""
        return self._media("video_note", content, "note.mp4", "video/mp4", duration=seconds)

    async def sends_sticker(self) -> Message:
        """A sticker."""
        return self._media("sticker", b"RIFF-webp", "sticker.webp", "image/webp")

    async def sends_location(self, latitude: float, longitude: float) -> Message:
        """A place on the map, in degrees."""
        return self._incoming({"location": {"latitude": latitude, "longitude": longitude}}, "location")

    async def sends_contact(self, phone: str, *, own: bool = True, first_name: str | None = None) -> Message:
        """A phone number: the person's own, or somebody else's."""
        contact: Json = {"phone_number": phone, "first_name": first_name or self.person["first_name"]}
        if own:
            contact["user_id"] = self.id
        return self._incoming({"contact": contact}, "contact")

    async def sends_poll(self, question: str = "?", options: Sequence[str] = ("1", "2")) -> Message:
        """A poll."""
        poll = {
            "id": str(next(self.bot.file_ids)), "question": question, "type": "regular",
            "options": [
                {"text": text, "voter_count": 0, "persistent_id": str(i)} for i, text in enumerate(options)
            ],
            "total_voter_count": 0, "is_closed": False, "is_anonymous": True, "allows_revoting": True,
            "allows_multiple_answers": False, "members_only": False,
        }  # fmt: skip
        return self._incoming({"poll": poll}, "poll")

    async def forwards(self, text: str, *, sender: str = "Somebody") -> Message:
        """Somebody else's text, forwarded."""
        origin = {
            "type": "hidden_user", "sender_user_name": sender, "date": int(self.api.clock.now()) - 60,
        }  # fmt: skip
        return self._incoming({**_texted(text), "forward_origin": origin}, "text")

    async def edits(self, message: Message, text: str) -> Message:
        """Change a text sent before."""
        message.raw.pop("entities", None)
        message.raw.update(_texted(text), edit_date=int(self.api.clock.now()))
        self.api.delivery.enqueue(self.bot, "edited_message", message.public())
        return message

    def _media(
        self, kind: str, content: bytes, name: str, mime: str, extra: Json | None = None,
        caption: str = "", duration: int = 0, size: int | None = None,
    ) -> Message:  # fmt: skip
        file = self.bot.keep_file(kind, content, name, mime, size=size)
        width, height = image_size(content) if kind == "photo" else (320, 240)
        body = media_json(self.bot, file, kind, {"duration": duration, "width": width, "height": height})
        if caption:
            body["caption"] = caption
        message = self._incoming({**body, **(extra or {})}, kind)
        message.file = file
        return message

    def _incoming(self, body: Json, kind: str, chat: Chat | None = None) -> Message:
        chat = chat or self.chat
        if chat.blocked:
            raise AssertionError("who has blocked the bot can't write to it")
        chat.started = True
        raw = {
            "message_id": next(self.bot.message_ids), "from": self.person, "chat": chat.raw,
            "date": int(self.api.clock.now()), **body,
        }  # fmt: skip
        message = Message(raw, from_bot=False, kind=kind)
        chat.messages.append(message)
        # in a group a bot reads what speaks to it, not what people say to one another
        overheard = chat.id < 0 and "text" in body and not body["text"].startswith("/")
        to_bot = body.get("reply_to_message", {}).get("from", {}).get("id") == self.bot.id
        if not overheard or to_bot or f"@{self.bot.username}" in body["text"]:
            self.api.delivery.enqueue(self.bot, "message", message.public())
        return message


def _texted(text: str) -> Json:
    """A text with the entities a client marks: commands."""
    entities = [
        {
            "type": "bot_command",
            "offset": units(text[: match.start()]),
            "length": units(match.group()),
        }
        for match in re.finditer(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(@\w+)?", text)
    ]
    return {"text": text, **({"entities": entities} if entities else {})}
