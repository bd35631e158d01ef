"""Replies kept ready in both languages (常用答复), of the whole office or of one unit; with nobody's data."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, or_, select, update

from storage.staff import Member
from storage.tables import canned_replies


@dataclass(frozen=True)
class Canned:
    """One reply; `unit` None: everybody's. Its texts may hold `{number}` and other variables."""

    id: str
    unit: str | None
    title_zh: str
    title_bo: str
    text_zh: str
    text_bo: str
    staff_id: str

    def title(self, language: str) -> str:
        """Its name for a member who reads this language."""
        return self.title_bo if language == "bo" else self.title_zh

    def text(self, language: str) -> str:
        """What it says to a resident who reads this language."""
        return self.text_bo if language == "bo" else self.text_zh


_COLUMNS = ("id", "unit", "title_zh", "title_bo", "text_zh", "text_bo", "staff_id")
_SHOWN = select(*(canned_replies.c[name] for name in _COLUMNS)).where(~canned_replies.c.ended)


def make(
    connection: Connection,
    *,
    unit: str | None,
    title_zh: str,
    title_bo: str,
    text_zh: str,
    text_bo: str,
    staff_id: str,
    now: datetime,
) -> str:
    """A new reply; its id."""
    reply = secrets.token_hex(8)
    row = {
        "id": reply,
        "unit": unit,
        "title_zh": title_zh,
        "title_bo": title_bo,
        "text_zh": text_zh,
        "text_bo": text_bo,
        "staff_id": staff_id,
        "made_at": now,
    }
    connection.execute(insert(canned_replies), row)
    return reply


def listed(connection: Connection, member: Member) -> list[Canned]:
    """Those a member may use: everybody's, and their own unit's."""
    theirs = or_(canned_replies.c.unit.is_(None), canned_replies.c.unit == member.unit)
    order = (canned_replies.c.unit.is_not(None), canned_replies.c.title_zh, canned_replies.c.id)
    return [Canned(*row) for row in connection.execute(_SHOWN.where(theirs).order_by(*order))]


def end(connection: Connection, reply: str, unit: str | None) -> bool:
    """Take a reply of that unit (None: everybody's) out of use; False: there is none."""
    whose = canned_replies.c.unit.is_(None) if unit is None else canned_replies.c.unit == unit
    done = update(canned_replies).where(canned_replies.c.id == reply, whose, ~canned_replies.c.ended)
    return bool(connection.execute(done.values(ended=True)).rowcount)
