"""The methods about the bot itself: who it is, its commands, names and menus, files, and buttons pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.telegram.chats import BotAccount
from tests.telegram.limits import (
    CHAT_ACTIONS,
    MAX_DOWNLOAD_BYTES,
    check_button_url,
    check_commands,
    check_length,
)
from tests.telegram.sending import Deed, chat_to_write_to
from tests.telegram.wire import Json, bad

if TYPE_CHECKING:
    from tests.telegram.bot_api import BotApi

PRESS_LIFETIME_S = 15 * 60
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def _get_me(api: BotApi, bot: BotAccount, p: Json) -> Json:
    return {
        **bot.as_user(), "can_join_groups": True, "can_read_all_group_messages": False,
        "supports_inline_queries": False, "can_connect_to_business": False, "has_main_web_app": False,
    }  # fmt: skip


def _webhook_info(api: BotApi, bot: BotAccount, p: Json) -> Json:
    hook = bot.webhook
    info: Json = {
        "url": hook.url if hook else "", "has_custom_certificate": False,
        "pending_update_count": len(bot.pending),
    }  # fmt: skip
    if hook:
        info["max_connections"] = hook.max_connections
    if hook and hook.last_error:
        info |= {"last_error_message": hook.last_error, "last_error_date": int(api.clock.now())}
    if bot.allowed is not None:
        info["allowed_updates"] = sorted(bot.allowed)
    return info


def _get_file(api: BotApi, bot: BotAccount, p: Json) -> Json:
    file = bot.files.get(p["file_id"])
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable", fault=False)
    if file.size > MAX_DOWNLOAD_BYTES:
        raise bad("file is too big", fault=False)
    api.opened_files[(bot.token, file.path)] = file
    return {**file.as_json(), "file_path": file.path}


def _answer_callback_query(api: BotApi, bot: BotAccount, p: Json) -> bool:
    check_length(p.get("text", ""), 0, 200, "text of an answer")
    press = bot.presses.get(p["callback_query_id"])
    if press is None or api.clock.now() - press.pressed_at > PRESS_LIFETIME_S:
        raise bad(_TOO_OLD, fault=False)
    if press.answer is not None:
        # a bot that never saw the first reply may ask again; one that did answers twice by mistake
        raise bad(_TOO_OLD, fault=not press.answer_lost)
    press.answer = p
    return True


def _send_chat_action(api: BotApi, bot: BotAccount, p: Json) -> bool:
    if p["action"] not in CHAT_ACTIONS:
        raise bad("wrong parameter action in request")
    chat_to_write_to(bot, p["chat_id"])
    return True


def _get_chat(api: BotApi, bot: BotAccount, p: Json) -> Json:
    chat = bot.chats.get(p["chat_id"])
    if chat is None:
        raise bad("chat not found", fault=False)
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
        True,
    )
    return {**chat.raw, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


# ── settings, each for one language or for all ──────────────────────────────────────────────────


def _language(p: Json) -> str:
    code: str = p.get("language_code", "")
    if code and not (len(code) == 2 and code.isascii() and code.islower()):
        raise bad("language_code must be a two-letter ISO 639-1 code")
    return code


def scope_key(scope: Json | None) -> tuple[Any, ...]:
    """A command scope as a key: its type, and the chat and user it names."""
    scope = scope or {"type": "default"}
    return (scope["type"], scope.get("chat_id"), scope.get("user_id"))


def _set_commands(api: BotApi, bot: BotAccount, p: Json) -> bool:
    check_commands(p["commands"])
    bot.settings["commands", scope_key(p.get("scope")), _language(p)] = p["commands"]
    return True


def _get_commands(api: BotApi, bot: BotAccount, p: Json) -> list[Json]:
    return list(bot.settings.get(("commands", scope_key(p.get("scope")), _language(p)), []))


def _delete_commands(api: BotApi, bot: BotAccount, p: Json) -> bool:
    bot.settings.pop(("commands", scope_key(p.get("scope")), _language(p)), None)
    return True


def _set_words(what: str, most: int) -> Deed:
    def set_words(api: BotApi, bot: BotAccount, p: Json) -> bool:
        value = p.get(what, "")
        check_length(value, 0, most, what)
        bot.settings[what, _language(p)] = value
        return True

    return set_words


def _get_words(what: str) -> Deed:
    def get_words(api: BotApi, bot: BotAccount, p: Json) -> Json:
        fallback = bot.first_name if what == "name" else ""
        general = bot.settings.get((what, ""), fallback)
        return {what: bot.settings.get((what, _language(p))) or general}

    return get_words


def _set_menu_button(api: BotApi, bot: BotAccount, p: Json) -> bool:
    button = p.get("menu_button", {"type": "default"})
    if button["type"] == "web_app":
        check_length(button["text"], 1, 64, "text of the menu button")
        check_button_url(button["web_app"]["url"])
        if not button["web_app"]["url"].startswith("https://"):
            raise bad("menu button Web App URL is invalid: Only HTTPS links are allowed")
    if "chat_id" in p and p["chat_id"] not in bot.chats:
        raise bad("chat not found", fault=False)
    bot.settings["menu", p.get("chat_id")] = button
    return True


def _get_menu_button(api: BotApi, bot: BotAccount, p: Json) -> Json:
    general = bot.settings.get(("menu", None), {"type": "commands"})
    return dict(bot.settings.get(("menu", p.get("chat_id")), general))


def _yes(api: BotApi, bot: BotAccount, p: Json) -> bool:
    return True


DEEDS: dict[str, Deed] = {
    "getMe": _get_me,
    "getWebhookInfo": _webhook_info,
    "getFile": _get_file,
    "answerCallbackQuery": _answer_callback_query,
    "sendChatAction": _send_chat_action,
    "getChat": _get_chat,
    "setMyCommands": _set_commands,
    "getMyCommands": _get_commands,
    "deleteMyCommands": _delete_commands,
    "setMyName": _set_words("name", 64),
    "getMyName": _get_words("name"),
    "setMyDescription": _set_words("description", 512),
    "getMyDescription": _get_words("description"),
    "setMyShortDescription": _set_words("short_description", 120),
    "getMyShortDescription": _get_words("short_description"),
    "setChatMenuButton": _set_menu_button,
    "getChatMenuButton": _get_menu_button,
    "logOut": _yes,
    "close": _yes,
}
