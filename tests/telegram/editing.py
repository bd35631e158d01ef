"""The methods that change a message or take it away: what Telegram would do, or why it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.telegram.chats import BotAccount, Chat, Message
from tests.telegram.limits import check_markup
from tests.telegram.sending import MEDIA, Deed, caption_fields, chat_to_write_to, text_fields
from tests.telegram.wire import Json, bad

if TYPE_CHECKING:
    from tests.telegram.bot_api import BotApi

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
_DELETABLE_S = 48 * 3600


def _to_edit(bot: BotAccount, p: Json) -> Message:
    if "inline_message_id" in p or "chat_id" not in p or "message_id" not in p:
        raise bad("message identifier is not specified")
    message = chat_to_write_to(bot, p["chat_id"]).find(p["message_id"])
    if message is None:
        raise bad("message to edit not found", fault=False)
    if not message.from_bot:
        raise bad("message can't be edited")
    return message


def _edit(api: BotApi, message: Message, fields: tuple[str, ...], content: Json, markup: Json | None) -> Json:
    check_markup(markup, api.warn)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    old = message.raw.get("reply_markup")
    new = {"inline_keyboard": markup["inline_keyboard"]} if markup and markup["inline_keyboard"] else None
    if new == old and all(message.raw.get(name) == content.get(name) for name in fields):
        raise bad(_NOT_MODIFIED, fault=False)
    if old is not None:
        message.old_markups.append(old)
    for name in (*fields, "reply_markup"):
        message.raw.pop(name, None)
    message.raw.update(content, edit_date=int(api.clock.now()))
    if new is not None:
        message.raw["reply_markup"] = new
    message.edits += 1
    return message.public()


def _edit_text(api: BotApi, bot: BotAccount, p: Json) -> Json:
    if "text" not in p:
        raise bad("message text is empty")
    content = text_fields(p)
    message = _to_edit(bot, p)
    if message.kind != "text":
        raise bad("there is no text in the message to edit")
    return _edit(api, message, ("text", "entities"), content, p.get("reply_markup"))


def _edit_caption(api: BotApi, bot: BotAccount, p: Json) -> Json:
    content = caption_fields(p)
    message = _to_edit(bot, p)
    if message.kind not in MEDIA.values():
        raise bad("there is no caption in the message to edit")
    return _edit(api, message, ("caption", "caption_entities"), content, p.get("reply_markup"))


def _edit_markup(api: BotApi, bot: BotAccount, p: Json) -> Json:
    return _edit(api, _to_edit(bot, p), (), {}, p.get("reply_markup"))


def _delete(api: BotApi, chat: Chat, message_id: int) -> bool:
    message = chat.find(message_id)
    if message is None:
        raise bad("message to delete not found", fault=False)
    if api.clock.now() - message.raw["date"] > _DELETABLE_S:
        raise bad("message can't be deleted for everyone", fault=False)
    message.deleted = True
    return True


def _delete_message(api: BotApi, bot: BotAccount, p: Json) -> bool:
    return _delete(api, chat_to_write_to(bot, p["chat_id"]), p["message_id"])


def _delete_messages(api: BotApi, bot: BotAccount, p: Json) -> bool:
    if not 1 <= len(p["message_ids"]) <= 100:
        raise bad("message_ids must name 1-100 messages")
    chat = chat_to_write_to(bot, p["chat_id"])
    for message_id in p["message_ids"]:
        if chat.find(message_id) is not None:  # those not found are passed over
            _delete(api, chat, message_id)
    return True


DEEDS: dict[str, Deed] = {
    "editMessageText": _edit_text,
    "editMessageCaption": _edit_caption,
    "editMessageReplyMarkup": _edit_markup,
    "deleteMessage": _delete_message,
    "deleteMessages": _delete_messages,
}
