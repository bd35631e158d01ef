"""The way out to the staff: the channel "staff" of `bot.delivery`; the address is a member's id."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from telegram import Bot, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import BadRequest

from bot.delivery import NotNow, Refused, Unreachable
from bot.group_cards import GROUP
from bot.staff_telegram.calls import GroupMoved, as_delivery
from bot.staff_telegram.cards import card_of, group_card_of
from bot.staff_telegram.drawing import Letter
from bot.staff_telegram.queue import digest_of
from bot.staff_telegram.talk_card import talk_card
from bot.wiring import House
from storage import groups, staff, staff_phones

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_UNCHANGED = "message is not modified"
URGENT = ("report_upward",)
"""Alerts that do not wait for the end of the quiet hours: 《信访工作条例》第二十五条."""


class StaffSender:
    """Sends to members of staff. An alert is drawn now, from the case as it stands."""

    def __init__(self, house: House, bot: Bot) -> None:
        self._house, self._bot = house, bot

    async def send(self, address: str, body: dict[str, Any]) -> None:
        """One message. Raises DeliveryError, StorageError."""
        here = self._house.time.now().astimezone(self._house.office.time_zone)
        may_wait = "alert" in body and body["alert"] not in URGENT
        if may_wait and (until := self._house.office.staff.quiet_until(here)):
            raise NotNow(until)
        chat, drawn = await self._house.store.read(lambda c: self._drawn(c, address, body))
        if chat is None:
            raise Refused("not linked")
        if drawn is None:  # no longer this member's to see, or nothing waits: there is nothing to tell
            return
        try:
            with as_delivery():
                await self._show(int(chat), drawn)
        except GroupMoved as error:
            moved = str(error.chat)
            await self._house.store.write(lambda c: groups.moved(c, self._house.keyring, address, moved))
            raise Unreachable from None

    def _drawn(
        self, connection: Connection, address: str, body: dict[str, Any]
    ) -> tuple[str | None, Letter | None]:
        now = self._house.time.now()
        if (group := groups.by_id(connection, address)) is not None:
            chat = groups.chat_of(connection, self._house.keyring, address)
            if not body.get(GROUP):
                return chat, body
            head = self._head(body, group.language)
            return chat, group_card_of(self._house, connection, group, str(body["number"]), now, head)
        chat = staff_phones.chat_of(connection, self._house.keyring, address)
        member = staff.by_id(connection, address)
        if chat is None or member is None or not member.active:
            return None, None
        if "digest" in body:
            return chat, digest_of(self._house, connection, member, now)
        if "alert" not in body:
            return chat, body
        head = self._head(body, member.language)
        if "chat" in body:
            return chat, talk_card(self._house, connection, member, str(body["chat"]), head)
        return chat, card_of(self._house, connection, member, str(body["number"]), now, head)

    def _head(self, body: dict[str, Any], language: str) -> str:
        texts, message = self._house.texts[language], f"staff-alert-{body['alert']}"
        return texts.text(message if message in texts.ids else "staff-alert-other")

    async def _show(self, chat: int, drawn: Letter) -> None:
        keyboard = _keyboard(drawn)
        if drawn["edit"]:
            try:
                await self._bot.edit_message_text(
                    drawn["text"],
                    chat_id=chat,
                    message_id=drawn["edit"],
                    reply_markup=keyboard,
                    link_preview_options=_NO_PREVIEW,
                )
                return
            except BadRequest as error:
                if _UNCHANGED in error.message.lower():
                    return
                # Deleted, or too old to be changed: said anew beneath.
        # No parse_mode: nothing is read as markup.
        await self._bot.send_message(
            chat,
            drawn["text"],
            reply_markup=ForceReply() if drawn["reply"] else keyboard,
            link_preview_options=_NO_PREVIEW,
        )


def _keyboard(drawn: Letter) -> InlineKeyboardMarkup | None:
    if not drawn["rows"]:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(b["label"], callback_data=b["id"]) for b in row] for row in drawn["rows"]]
    )
