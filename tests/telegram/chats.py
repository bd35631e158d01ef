"""What the double remembers of each bot: its chats, messages, files and the updates it has not taken yet."""

from __future__ import annotations

import asyncio
import itertools
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from tests.telegram.wire import Json

DEFAULT_UPDATES_LEFT_OUT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True)
class Button:
    """A button as its reader sees it; ``data`` or ``url`` is None where it carries none."""

    label: str
    data: str | None = None
    url: str | None = None
    raw: Json = field(default_factory=dict, compare=False)


@dataclass
class StoredFile:
    """A file on Telegram's side. ``content`` is None where only its size matters."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    content: bytes | None
    path: str

    def as_json(self) -> Json:
        """The File object, without its path."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


@dataclass(eq=False)
class Message:
    """A message in a chat, as it looks now. ``raw`` is the Bot API's Message object."""

    raw: Json
    from_bot: bool
    file: StoredFile | None = None
    kind: str = "text"
    edits: int = 0
    deleted: bool = False
    old_markups: list[Json] = field(default_factory=list)

    @property
    def id(self) -> int:
        """Its message_id."""
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """Its text or caption, without markup; empty where it has neither."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        """The formatting of its text or caption."""
        return list(self.raw.get("entities") or self.raw.get("caption_entities") or [])

    @property
    def reply_keyboard(self) -> Json:
        """The keyboard shown under the input line with this message, or {}."""
        return dict(self.raw.get("_reply_keyboard") or {})

    @property
    def buttons(self) -> tuple[tuple[Button, ...], ...]:
        """Rows of inline buttons, or of the reply keyboard it brought."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard") or self.reply_keyboard.get("keyboard")
        return tuple(
            tuple(Button(b["text"], b.get("callback_data"), b.get("url"), b) for b in row)
            for row in rows or ()
        )

    @property
    def labels(self) -> list[str]:
        """The labels of all its buttons, row after row."""
        return [button.label for row in self.buttons for button in row]

    def public(self) -> Json:
        """The Message object for a reply or an update."""
        return {key: value for key, value in self.raw.items() if not key.startswith("_")}


@dataclass(eq=False)
class Chat:
    """One conversation of one bot: private, or a group. ``started``: the bot may write to it."""

    raw: Json
    messages: list[Message] = field(default_factory=list)
    started: bool = False
    blocked: bool = False

    @property
    def id(self) -> int:
        """Its chat_id."""
        return int(self.raw["id"])

    def find(self, message_id: int) -> Message | None:
        """A message that is still there."""
        return next((m for m in self.messages if m.id == message_id and not m.deleted), None)


@dataclass
class Press:
    """A press of a button. ``answer`` holds the parameters of answerCallbackQuery once it came."""

    id: str
    data: str
    pressed_at: float
    answer: Json | None = None
    answer_lost: bool = False


@dataclass
class Pending:
    """An update on its way. ``again``: how often it will come once more though it was taken."""

    raw: Json
    again: int = 0
    delivered: bool = False

    @property
    def id(self) -> int:
        """Its update_id."""
        return int(self.raw["update_id"])


@dataclass
class Webhook:
    """Where updates are posted."""

    url: str
    secret: str | None
    max_connections: int
    task: asyncio.Task[None] | None = None
    last_error: str | None = None


@dataclass(eq=False)
class BotAccount:
    """A bot as Telegram keeps it: who it is, what it set, whom it talks with, what waits for it."""

    token: str
    username: str
    first_name: str
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    pending: deque[Pending] = field(default_factory=deque)
    allowed: frozenset[str] | None = None  # None: all but DEFAULT_UPDATES_LEFT_OUT
    webhook: Webhook | None = None
    poller: asyncio.Future[None] | None = None
    held: bool = False
    settings: dict[tuple[Any, ...], Any] = field(default_factory=dict)  # commands, names, menu buttons
    message_ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    update_ids: itertools.count[int] = field(default_factory=lambda: itertools.count(700_001))
    file_ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def id(self) -> int:
        """The number before the colon of its token."""
        return int(self.token.partition(":")[0])

    def as_user(self) -> Json:
        """The bot as a User object."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def wants(self, kind: str) -> bool:
        """Whether updates of this kind are made for it at present."""
        return kind not in DEFAULT_UPDATES_LEFT_OUT if self.allowed is None else kind in self.allowed

    def keep_file(
        self, kind: str, content: bytes | None, name: str, mime: str, *, size: int | None = None
    ) -> StoredFile:
        """Store a file and give it an id that only this bot may use."""
        number = next(self.file_ids)
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        kept = StoredFile(
            file_id=f"{kind.upper()}-{self.id}-{number:06d}",
            unique_id=f"U{self.id}{number:06d}",
            kind=kind,
            name=name,
            mime=mime,
            size=len(content or b"") if size is None else size,
            content=content,
            path=f"{kind}s/file_{number}.{suffix}",
        )
        self.files[kept.file_id] = kept
        return kept

    def wake(self) -> None:
        """Tell a waiting getUpdates to look again."""
        if self.poller is not None and not self.poller.done():
            self.poller.set_result(None)
