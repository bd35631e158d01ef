"""Telegram's limits on what a bot may send: keyboards, commands, files, and messages a second."""

from __future__ import annotations

import io
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from PIL import Image, UnidentifiedImageError

from tests.telegram.wire import Json, Refused, Upload, bad

MAX_BUTTONS = 100
MAX_BUTTONS_A_ROW = 8  # clients draw no more; the server takes them
MAX_CALLBACK_BYTES = 64
MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
MAX_UPLOAD_BYTES = 50 * 1024 * 1024
MAX_PHOTO_BYTES = 10 * 1024 * 1024
CHAT_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip
_BUTTON_ACTIONS = frozenset({
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay", "disabled",
})  # fmt: skip


class Clock:
    """The double's time, in seconds since 1970. Frozen, it moves by ``skip`` alone."""

    def __init__(self, *, frozen: bool = False) -> None:
        self._frozen_at = time.time() if frozen else None
        self._skipped_s = 0.0

    def now(self) -> float:
        """The present instant."""
        return (time.time() if self._frozen_at is None else self._frozen_at) + self._skipped_s

    def skip(self, seconds: float) -> None:
        """Let time pass at once."""
        self._skipped_s += seconds


def check_markup(markup: Json | None, warn: Callable[[str], None]) -> None:
    """Refuse a keyboard Telegram would not take; ``warn`` of what its clients would not draw."""
    if not markup:
        return
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"])
    rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
    buttons = [button for row in rows for button in row]
    if len(buttons) > MAX_BUTTONS:
        raise bad("reply markup is too long")
    for button in buttons:
        if not button["text"].strip():
            raise bad("button text must be non-empty")
    if any(len(row) > MAX_BUTTONS_A_ROW for row in rows):
        warn(f"a keyboard row of more than {MAX_BUTTONS_A_ROW} buttons")
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= len(placeholder) <= 64:
        raise bad("input_field_placeholder must be of 1-64 characters")


def _check_inline(rows: list[list[Json]]) -> None:
    for button in (button for row in rows for button in row):
        actions = _BUTTON_ACTIONS & button.keys()
        if not actions:
            raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        if len(actions) > 1:
            raise bad(f"inline keyboard button has more than one action: {sorted(actions)}")
        if not 1 <= len(button.get("callback_data", "-").encode("utf-8")) <= MAX_CALLBACK_BYTES:
            raise bad("BUTTON_DATA_INVALID")
        if "url" in button:
            check_button_url(button["url"])
        if "web_app" in button and not button["web_app"]["url"].startswith("https://"):
            raise bad(f"inline keyboard button Web App URL '{button['web_app']['url']}' is invalid")


def check_button_url(url: str) -> None:
    """A button's address: http, https or tg, and a host with a dot in it."""
    parts = urlsplit(url)
    if parts.scheme == "tg":
        return
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or ""):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def check_commands(commands: list[Json]) -> None:
    """At most 100 commands of 1-32 of a-z, 0-9 and _, described in 1-256 characters."""
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def check_length(value: str, least: int, most: int, what: str) -> None:
    """A text of ``least`` to ``most`` characters."""
    if not least <= len(value) <= most:
        raise bad(f"{what} must be of {least}-{most} characters")


def check_upload(upload: Upload, kind: str) -> None:
    """A file with something in it, not too large, and a photo that is one."""
    if not upload.content:
        raise bad("file must be non-empty")
    if len(upload.content) > (MAX_PHOTO_BYTES if kind == "photo" else MAX_UPLOAD_BYTES):
        raise Refused(413, "Request Entity Too Large", fault=True)
    if kind == "photo":
        width, height = image_size(upload.content)
        if not width:
            raise bad("IMAGE_PROCESS_FAILED")
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise bad("PHOTO_INVALID_DIMENSIONS")


def image_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels; (0, 0) where it is no picture."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return 0, 0


@dataclass
class Rates:
    """Messages a second: to one chat, and in all. ``off`` counts nothing; ``strict`` answers 429.

    ``window_s`` scales Telegram's second; the time is ``clock``'s, so a test may skip ahead.
    """

    clock: Clock
    mode: Literal["off", "strict"] = "off"
    per_chat: int = 1
    overall: int = 30
    per_group_minute: int = 20
    window_s: float = 1.0
    _sent: dict[str, deque[float]] = field(default_factory=dict)

    def take(self, bot_id: int, chat_id: int) -> None:
        """Count one message. Raises Refused 429 with retry_after, and then counts nothing."""
        if self.mode == "off":
            return
        rules = [
            (f"{bot_id}", self.overall, self.window_s),
            (f"{bot_id}:{chat_id}", self.per_chat, self.window_s),
        ]
        if chat_id < 0:
            rules.append((f"{bot_id}:{chat_id}:minute", self.per_group_minute, 60 * self.window_s))
        now = self.clock.now()
        for key, most, window_s in rules:
            sent = self._sent.setdefault(key, deque())
            while sent and sent[0] <= now - window_s:
                sent.popleft()
            if len(sent) >= most:
                wait_s = max(1, int(-(-(sent[0] + window_s - now) // 1)))
                raise Refused(429, f"Too Many Requests: retry after {wait_s}", retry_after=wait_s)
        for key, _, _ in rules:
            self._sent[key].append(now)
