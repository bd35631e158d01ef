"""People with a phone: what they send, press and see, as a test tells it.

A ``User`` talks with one bot; ``with_bot`` is the same person talking with the other one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.telegram.chats import BotAccount, Button, Chat, Message, Press
from tests.telegram.phone import Phone
from tests.telegram.wire import Json

if TYPE_CHECKING:
    from tests.telegram.bot_api import BotApi

WAIT_S = 5.0


class Pressed:
    """A button that was pressed, and the bot's answer to it when it comes."""

    def __init__(self, api: BotApi, press: Press) -> None:
        self._api = api
        self._press = press
        self.id = press.id
        self.data = press.data

    @property
    def answered(self) -> bool:
        """Whether the bot has answered: till then the button shows a spinner."""
        return self._press.answer is not None

    @property
    def notice(self) -> str:
        """The text shown in answer, or nothing."""
        return str((self._press.answer or {}).get("text", ""))

    async def answer(self, timeout_s: float = WAIT_S) -> Json:
        """Wait for the answer; its parameters. Raises AssertionError when none comes."""
        await self._api.until(lambda: self.answered, timeout_s, f"no answer to the press of {self.data!r}")
        return dict(self._press.answer or {})


class User(Phone):
    """One person in a private chat with one bot."""

    def __init__(self, api: BotApi, bot: BotAccount, person: Json) -> None:
        super().__init__(api, bot, person)
        self._seen = 0

    def with_bot(self, bot: BotAccount) -> User:
        """The same person in the chat with another bot."""
        return User(self.api, bot, self.person)

    # ── what they see ──

    def sees(self, *, own: bool = False) -> list[Message]:
        """The bot's messages as they look now, in order; with ``own``, the person's too."""
        return [m for m in self.chat.messages if not m.deleted and (m.from_bot or own)]

    async def waits_for(self, n: int = 1, timeout_s: float = WAIT_S) -> list[Message]:
        """The bot's next ``n`` messages not yet waited for. Raises AssertionError after ``timeout_s``."""

        def unseen() -> list[Message]:
            return [m for m in self.chat.messages if m.from_bot][self._seen :]

        await self.api.until(
            lambda: len(unseen()) >= n, timeout_s, lambda: f"waited for {n} messages, got {len(unseen())}"
        )
        found = unseen()[:n]
        self._seen += n
        return found

    async def next_message(self, timeout_s: float = WAIT_S) -> Message:
        """The next message of the bot."""
        return (await self.waits_for(1, timeout_s))[0]

    async def waits_for_edit(self, message: Message, edits: int = 1, timeout_s: float = WAIT_S) -> Message:
        """The message once it has been edited ``edits`` times."""
        await self.api.until(lambda: message.edits >= edits, timeout_s, f"message {message.id} not edited")
        return message

    # ── what they press ──

    async def presses(
        self, button: str, message: Message | int | None = None, *, inaccessible: bool = False
    ) -> Pressed:
        """Press the newest button with this label or data, or that of one message, be it stale.

        A button of a reply keyboard sends its label instead; use ``sends`` for those. ``inaccessible``: the
        message is too old for Telegram to show it to the bot. Raises AssertionError: no such button.
        """
        host, found = self._find_button(button, message)
        if found.data is None:
            raise AssertionError(f"button {button!r} carries no callback data")
        return await self.presses_raw(found.data, host, inaccessible=inaccessible)

    async def presses_raw(self, data: str, message: Message, *, inaccessible: bool = False) -> Pressed:
        """A press with any data at all: a forged one, or one of an older release."""
        press = Press(f"{self.id}{next(self.bot.file_ids):09d}", data, self.api.clock.now())
        self.bot.presses[press.id] = press
        shown = message.public()
        if inaccessible:
            shown = {"message_id": message.id, "chat": message.raw["chat"], "date": 0}
        body = {
            "id": press.id, "from": self.person, "message": shown,
            "chat_instance": str(self.chat.id), "data": data,
        }  # fmt: skip
        self.api.delivery.enqueue(self.bot, "callback_query", body)
        return Pressed(self.api, press)

    def _find_button(self, wanted: str, message: Message | int | None) -> tuple[Message, Button]:
        hosts = self.sees()[::-1]
        if message is not None:
            number = message if isinstance(message, int) else message.id
            hosts = [m for m in self.chat.messages if m.id == number]
        for host in hosts:
            rows = list(host.buttons)
            if message is not None:  # the phone may still show a keyboard that is gone
                for old in host.old_markups[::-1]:
                    rows += Message({"reply_markup": old}, from_bot=True).buttons
            for button in (b for row in rows for b in row):
                if wanted in (button.label, button.data):
                    return host, button
        raise AssertionError(f"no button {wanted!r}; there are {[m.labels for m in hosts if m.labels]}")

    # ── who may talk ──

    async def blocks_bot(self) -> None:
        """Block the bot: every message to this person is refused with 403."""
        self.chat.blocked = True
        self._membership(self.chat, "member", "kicked")

    async def unblocks_bot(self) -> None:
        """Let the bot write again."""
        self.chat.blocked = False
        self._membership(self.chat, "kicked", "member")

    async def joins_group(self, title: str = "Group") -> Chat:
        """Make a group and bring the bot into it; write there with ``sends(text, chat=group)``."""
        number = -1_000_000 - next(self.bot.file_ids)
        group = Chat({"id": number, "type": "group", "title": title}, started=True)
        self.bot.chats[number] = group
        self._membership(group, "left", "member")
        self._incoming({"new_chat_members": [self.bot.as_user()]}, "new_chat_members", group)
        return group

    def _membership(self, chat: Chat, old: str, new: str) -> None:
        def member(status: str) -> Json:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": self.bot.as_user(), "status": status, **until}

        body = {
            "chat": chat.raw, "from": self.person, "date": int(self.api.clock.now()),
            "old_chat_member": member(old), "new_chat_member": member(new),
        }  # fmt: skip
        self.api.delivery.enqueue(self.bot, "my_chat_member", body)
