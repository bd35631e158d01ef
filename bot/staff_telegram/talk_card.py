"""The card of a talk that waits: since when, in which language; nobody's name and nothing that was said."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.staff_telegram.drawing import Letter, letter
from bot.wiring import House
from dialogs.engine.view import Day
from storage import chats, sight
from storage.chats import WAITING
from storage.staff import Member


def talk_card(house: House, connection: Connection, member: Member, chat: str, head: str) -> Letter | None:
    """One message; None where the talk waits no more, or is not theirs to see."""
    found = chats.find(connection, house.keyring, chat) if sight.sees_talk(connection, member, chat) else None
    if found is None or found.status != WAITING:
        return None
    texts, at = house.texts[member.language], found.opened_at.astimezone(house.office.time_zone)
    since = texts.text("staff-talk-since", day=Day(at.date()), time=f"{at:%H:%M}")
    language = texts.text(f"language-{found.language or 'zh'}")
    return letter("\n".join((head, since, language, texts.text("staff-talk-where"))))
