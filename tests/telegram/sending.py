"""The methods that put a message into a chat: what Telegram would do, or why it refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from tests.telegram.chats import BotAccount, Chat, Message, StoredFile
from tests.telegram.formatting import CAPTION_MAX_UNITS, TEXT_MAX_UNITS, formatted
from tests.telegram.limits import check_markup, check_upload, image_size
from tests.telegram.wire import Json, Refused, Upload, bad

if TYPE_CHECKING:
    from tests.telegram.bot_api import BotApi

Deed: TypeAlias = Callable[["BotApi", BotAccount, Json], Any]
MEDIA = {
    "sendPhoto": "photo", "sendVoice": "voice", "sendDocument": "document", "sendAudio": "audio",
    "sendVideo": "video", "sendAnimation": "animation", "sendVideoNote": "video_note",
    "sendSticker": "sticker",
}  # fmt: skip


def chat_to_write_to(bot: BotAccount, chat_id: int | str) -> Chat:
    """The chat, where the bot may write to it. Raises Refused 400 or 403."""
    chat = bot.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None:
        raise bad("chat not found", fault=False)
    if not chat.started:
        raise Refused(403, "Forbidden: bot can't initiate conversation with a user")
    if chat.blocked:
        was = "blocked by the user" if chat.id > 0 else "kicked from the group chat"
        raise Refused(403, f"Forbidden: bot was {was}")
    return chat


def _post(
    api: BotApi, bot: BotAccount, p: Json, body: Json, kind: str, file: StoredFile | None = None,
    *, counted: bool = True,
) -> Json:  # fmt: skip
    check_markup(p.get("reply_markup"), api.warn)
    chat = chat_to_write_to(bot, p["chat_id"])
    reply = p.get("reply_parameters")
    answered = chat.find(reply.get("message_id", 0)) if reply else None
    if reply and answered is None and not reply.get("allow_sending_without_reply"):
        raise bad("message to be replied not found", fault=False)
    if counted:
        api.rates.take(bot.id, chat.id)
    raw = {
        "message_id": next(bot.message_ids), "from": bot.as_user(), "chat": chat.raw,
        "date": int(api.clock.now()), **body,
    }  # fmt: skip
    markup = p.get("reply_markup") or {}
    if markup.get("inline_keyboard"):
        raw["reply_markup"] = {"inline_keyboard": markup["inline_keyboard"]}
    elif "keyboard" in markup or "remove_keyboard" in markup:
        raw["_reply_keyboard"] = markup
    if answered is not None:
        raw["reply_to_message"] = {k: v for k, v in answered.public().items() if k != "reply_to_message"}
    message = Message(raw, from_bot=True, file=file, kind=kind)
    chat.messages.append(message)
    return message.public()


def text_fields(p: Json) -> Json:
    """The text of a message as its fields. Raises Refused."""
    plain, entities = formatted(
        p["text"], p.get("parse_mode"), p.get("entities"), TEXT_MAX_UNITS, "message text"
    )
    if not plain:
        raise bad("message text is empty")
    return {"text": plain, **({"entities": entities} if entities else {})}


def caption_fields(p: Json) -> Json:
    """The caption of a message as its fields, none where there is none. Raises Refused."""
    plain, entities = formatted(
        p.get("caption", ""), p.get("parse_mode"), p.get("caption_entities"),
        CAPTION_MAX_UNITS, "message caption",
    )  # fmt: skip
    if not plain:
        return {}
    return {"caption": plain, **({"caption_entities": entities} if entities else {})}


def _stored(bot: BotAccount, value: Upload | str, kind: str) -> StoredFile:
    """The file a parameter names: an upload, an id this bot knows, or an address."""
    if isinstance(value, Upload):
        check_upload(value, kind)
        return bot.keep_file(kind, value.content, value.filename, value.mime)
    if value in bot.files:
        kept = bot.files[value]
        if kept.kind != kind and kind != "document":
            raise bad(f"can't use file of type {kept.kind} as {kind}")
        return kept
    if value.startswith(("http://", "https://")):
        return bot.keep_file(kind, None, value.rpartition("/")[2], "application/octet-stream", size=0)
    raise bad("wrong file identifier/HTTP URL specified", fault=False)


def media_json(bot: BotAccount, file: StoredFile, kind: str, p: Json) -> Json:
    """A file as the field of a Message that shows it."""
    base = file.as_json()
    if kind == "photo":
        width, height = image_size(file.content or b"")
        thumb = bot.keep_file("photo", file.content, file.name, file.mime)
        small = {**thumb.as_json(), "width": min(90, width or 90), "height": min(90, height or 90)}
        return {"photo": [small, {**base, "width": width or 1280, "height": height or 960}]}
    named = {"file_name": file.name, "mime_type": file.mime.partition(";")[0]}
    seconds = {"duration": p.get("duration", 0)}
    sized = {"width": p.get("width", 320), "height": p.get("height", 240)}
    match kind:
        case "voice":
            return {"voice": {**base, **seconds, "mime_type": named["mime_type"]}}
        case "audio":
            return {"audio": {**base, **seconds, **named}}
        case "video":
            return {"video": {**base, **seconds, **sized, **named}}
        case "animation":
            return {"animation": {**base, **seconds, **sized, **named}, "document": {**base, **named}}
        case "video_note":
            return {"video_note": {**base, **seconds, "length": p.get("length", 240)}}
        case "sticker":
            shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
            return {"sticker": {**base, **shape}}
        case _:
            return {"document": {**base, **named}}


def _send_message(api: BotApi, bot: BotAccount, p: Json) -> Json:
    return _post(api, bot, p, text_fields(p), "text")


def _send_media(kind: str) -> Deed:
    def send(api: BotApi, bot: BotAccount, p: Json) -> Json:
        caption = caption_fields(p)
        chat_to_write_to(bot, p["chat_id"])
        file = _stored(bot, p[kind], kind)
        return _post(api, bot, p, {**media_json(bot, file, kind, p), **caption}, kind, file)

    return send


def _send_media_group(api: BotApi, bot: BotAccount, p: Json) -> list[Json]:
    items = p["media"]
    if not 2 <= len(items) <= 10:
        raise bad("an album holds 2-10 files")
    kinds = {item["type"] for item in items}
    if len(kinds) > 1 and not kinds <= {"photo", "video", "live_photo"}:
        raise bad("documents and audio can't be mixed with other media in an album")
    captions = [caption_fields(item) for item in items]
    chat_to_write_to(bot, p["chat_id"])
    files = [_stored(bot, item["media"], item["type"]) for item in items]
    group = {"media_group_id": f"9{next(bot.file_ids):07d}"}
    sent = []
    for number, (item, caption, file) in enumerate(zip(items, captions, files, strict=True)):
        body = {**media_json(bot, file, item["type"], item), **caption, **group}
        sent.append(_post(api, bot, p, body, item["type"], file, counted=number == 0))
    return sent


def _send_location(api: BotApi, bot: BotAccount, p: Json) -> Json:
    if not (-90 <= p["latitude"] <= 90 and -180 <= p["longitude"] <= 180):
        raise bad("invalid location")
    where = {"latitude": p["latitude"], "longitude": p["longitude"]}
    return _post(api, bot, p, {"location": where}, "location")


def _send_contact(api: BotApi, bot: BotAccount, p: Json) -> Json:
    contact = {key: p[key] for key in ("phone_number", "first_name", "last_name", "vcard") if key in p}
    return _post(api, bot, p, {"contact": contact}, "contact")


def _copied(bot: BotAccount, p: Json) -> Message:
    source = bot.chats.get(p["from_chat_id"])
    message = source.find(p["message_id"]) if source else None
    if message is None:
        raise bad("message to copy not found", fault=False)
    return message


_CONTENT = (
    "text", "entities", "caption", "caption_entities", "location", "contact", "photo", "voice", "document",
    "audio", "video", "animation", "video_note", "sticker",
)  # fmt: skip


def _copy_message(api: BotApi, bot: BotAccount, p: Json) -> Json:
    source = _copied(bot, p)
    body = {key: source.raw[key] for key in _CONTENT if key in source.raw}
    if "caption" in p and source.kind != "text":
        body = {k: v for k, v in body.items() if not k.startswith("caption")} | caption_fields(p)
    return {"message_id": _post(api, bot, p, body, source.kind, source.file)["message_id"]}


def _forward_message(api: BotApi, bot: BotAccount, p: Json) -> Json:
    source = _copied(bot, p)
    body = {key: source.raw[key] for key in _CONTENT if key in source.raw}
    origin = {"type": "user", "sender_user": source.raw["from"], "date": source.raw["date"]}
    return _post(api, bot, p, {**body, "forward_origin": origin}, source.kind, source.file)


DEEDS: dict[str, Deed] = {
    "sendMessage": _send_message,
    "sendMediaGroup": _send_media_group,
    "sendLocation": _send_location,
    "sendContact": _send_contact,
    "copyMessage": _copy_message,
    "forwardMessage": _forward_message,
    **{method: _send_media(kind) for method, kind in MEDIA.items()},
}
