"""Talks between residents and the staff: opened, told, taken by one clerk, answered, closed by either side.

Who may answer is alerted by Telegram of a talk that waits, once something was said in it; the card is drawn
when it is sent (decision 0009), so nobody is told of one that was taken meanwhile.

Everything runs inside a unit of work. A resident's turn and a close both hold the conversation's row, so that
what a resident tells is either in the chat or heard by the house, never neither.

    TalkError
    ├── TalkGone        no such chat, or not theirs to see
    └── TalkOvertaken   another has taken it, or it is closed
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.carrying import Asking, Carry
from bot.letters import letter_bodies
from bot.telling import Telling
from bot.today import OfficeTime
from cases.lifecycle import Role
from cases.office import Office
from dialogs.engine.view import View, say
from dialogs.outcomes import Outcome
from dialogs.person import (
    KEPT_DAYS,
    MAX_CHARS,
    ChatEnded,
    ChatOpened,
    EndChat,
    OpenChat,
    Passed,
    Tell,
    end_button,
)
from dialogs.reception import Reception
from dialogs.state import State
from storage import chats as rows
from storage import conversations, outbox, sight, staff
from storage.chats import RESIDENT, STAFF, TAKEN, Chat
from storage.conversations import Kept
from storage.sealing import Keyring
from storage.staff import Member

SILENT: Final = timedelta(hours=24)
"""A chat in which the staff spoke last is closed after so long without a word."""
KEPT: Final = timedelta(days=KEPT_DAYS)


class TalkError(Exception):
    """The root of what is refused of talks."""


class TalkGone(TalkError):
    """No such chat, or not theirs to see."""


class TalkOvertaken(TalkError):
    """Another has taken it, whose name is `holder`; or it is closed, and there is none."""

    def __init__(self, holder: str | None) -> None:
        super().__init__()
        self.holder = holder


class Talking:
    """The talks of one office."""

    def __init__(
        self,
        keyring: Keyring,
        telling: Telling,
        receptions: Mapping[str, Reception],
        office: Office,
        time: OfficeTime,
    ) -> None:
        self._keyring, self._telling, self._receptions = keyring, telling, receptions
        self._office, self._time = office, time

    @property
    def carries(self) -> Mapping[type, Carry]:
        """What it carries out of a resident's turn, by the effect's type."""
        return {OpenChat: self._open, Tell: self._tell, EndChat: self._end}

    def _open(self, asking: Asking, effect: OpenChat) -> Outcome:
        rows.open_one(asking.connection, self._keyring, effect.chat, asking.kept.id, asking.now)
        here = asking.now.astimezone(self._office.time_zone)
        opens = self._opens(asking.now)
        return ChatOpened() if opens == here else ChatOpened(opens.date(), f"{opens:%H:%M}")

    def _tell(self, asking: Asking, effect: Tell) -> Outcome:
        chat = rows.find(asking.connection, self._keyring, effect.chat)
        if chat is None or chat.status == rows.CLOSED or chat.conversation_id != asking.kept.id:
            return ChatEnded(missed=True)
        first = rows.say(asking.connection, chat, RESIDENT, None, effect.body, asking.now)
        if first:
            self._alert(asking.connection, chat, asking.now)
        return Passed(first)

    def _end(self, asking: Asking, effect: EndChat) -> Outcome:
        rows.close(asking.connection, effect.chat, asking.now)
        return ChatEnded()

    def seen(self, connection: Connection, chat: str, member: Member) -> Chat:
        """The chat, for one who may see it. Raises TalkGone."""
        theirs = sight.sees_talk(connection, member, chat)
        found = rows.find(connection, self._keyring, chat) if theirs else None
        if found is None:
            raise TalkGone(chat)
        return found

    def take(self, connection: Connection, chat: str, member: Member) -> None:
        """Make a waiting chat the member's own. Raises TalkGone, TalkOvertaken."""
        self.seen(connection, chat, member)
        if not rows.take(connection, chat, member.id):
            now_is = self.seen(connection, chat, member)
            if now_is.status != TAKEN or now_is.staff_id != member.id:  # pressed twice, it is taken once
                raise TalkOvertaken(now_is.holder if now_is.status == TAKEN else None)

    def hand_back(self, connection: Connection, chat: str, member: Member, now: datetime) -> None:
        """Let it wait again for another; a head may do so with what another holds. Raises TalkGone,
        TalkOvertaken."""
        one, _ = self._held(connection, chat, member, head=True)
        if one.staff_id is None or not rows.hand_back(connection, chat, one.staff_id):
            raise TalkOvertaken(None)
        self._alert(connection, one, now, but=member)

    def _opens(self, now: datetime) -> datetime:
        """When somebody is there: now, or at the next opening; in the office's time zone."""
        return self._office.hours.opens_at(now.astimezone(self._office.time_zone), self._office.calendar)

    def _alert(self, connection: Connection, chat: Chat, now: datetime, but: Member | None = None) -> None:
        """Tell those who may answer, not before the office opens, and nothing of what was said."""
        wait = self._opens(now) - now
        letters = [
            outbox.Letter("staff", one.id, {"alert": "talk", "chat": chat.id}, outbox.NOTICE, delay=wait)
            for one in staff.linked(connection)
            if sight.sees_talk(connection, one, chat.id) and (but is None or one.id != but.id)
        ]
        outbox.put(connection, letters, None, self._keyring.house, now)

    def write(self, connection: Connection, chat: str, member: Member, text: str, now: datetime) -> None:
        """Answer a resident, in order, on the channel they came by. Raises TalkGone, TalkOvertaken."""
        one, kept = self._held(connection, chat, member)
        text = text.strip()[:MAX_CHARS]
        if not text:
            return
        rows.say(connection, one, STAFF, member.id, {"text": text}, now)
        view = View((say("person-says", text=text),), ((end_button(),),))
        self._send(connection, kept, State.from_json(kept.state, {}), view, chat, now)

    def close(self, connection: Connection, chat: str, member: Member, now: datetime) -> None:
        """The staff have done; a head may close what another holds. Raises TalkGone, TalkOvertaken."""
        one, kept = self._held(connection, chat, member, head=True)
        self._close(connection, one, kept, "person-closed", now)

    def close_silent(self, connection: Connection, now: datetime) -> int:
        """Close by the clock where the staff spoke last, and forget old ones; how many were closed."""
        closed = 0
        for chat in rows.silent(connection, now - SILENT):
            one = rows.find(connection, self._keyring, chat)
            kept = conversations.lock_by_id(connection, self._keyring, one.conversation_id) if one else None
            if one and kept and chat in rows.silent(connection, now - SILENT):
                self._close(connection, one, kept, "person-closed-silent", now)
                closed += 1
        rows.forget(connection, now - KEPT)
        return closed

    def _held(
        self, connection: Connection, chat: str, member: Member, *, head: bool = False
    ) -> tuple[Chat, Kept]:
        kept = conversations.lock_by_id(
            connection, self._keyring, self.seen(connection, chat, member).conversation_id
        )
        one = self.seen(connection, chat, member)
        may = one.staff_id == member.id or (head and member.role is Role.HEAD)
        if kept is None or one.status == rows.CLOSED or not may:
            raise TalkOvertaken(one.holder if one.status == TAKEN else None)
        return one, kept

    def _close(self, connection: Connection, chat: Chat, kept: Kept, told: str, now: datetime) -> None:
        """Close it, tell the resident, and give them back the place where they stood."""
        rows.close(connection, chat.id, now)
        reception = self._receptions[kept.channel]
        state = State.from_json(kept.state, reception.dialogs)
        if state.chatting != chat.id:
            return
        state = replace(state, chatting="")
        here = reception.place(state)
        view = View((say(told), *here.says), here.rows, here.asks, here.draft)
        conversations.save(connection, kept, state.to_json(), kept.heard_at)
        if kept.blocked:
            conversations.block(connection, kept.id)
        self._send(connection, kept, state, view, here.draft, now)

    def _send(
        self, connection: Connection, kept: Kept, state: State, view: View, draft: str, now: datetime
    ) -> None:
        bubble = self._telling.tell(view, state.language or "zh", listening=state.listening)
        letters = [
            outbox.Letter(kept.channel, kept.id, body)
            for body in letter_bodies(kept.channel, bubble, draft, secrets.token_hex(4))
        ]
        outbox.put(connection, letters, kept.key_id, kept.key, now)
