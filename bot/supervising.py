"""Acts of supervision (督办) of no one case, and what came of acts: 《信访工作条例》第四十条.

An act of one case is the case's move `supervise` (`bot.casework`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from bot.wiring import House
from cases.lifecycle import Role
from cases.parts import Means
from cases.periods import past_day
from storage import supervisions
from storage.staff import Member

MOST_CHARS = 4000
"""Of what was done, and of each note of what came of it."""


class NotRecorded(Exception):
    """`why`: not-allowed, unit, means, day, text, too-long, gone."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def may_supervise(member: Member) -> bool:
    """Whether a member records acts of supervision: a supervisor, or a head of the petition office."""
    return member.role is Role.SUPERVISOR or (member.role is Role.HEAD and member.of_office)


def record_act(
    connection: Connection, house: House, member: Member, words: Mapping[str, str], now: datetime
) -> str:
    """An act of no one case, such as a circular about several matters; its id. Raises NotRecorded."""
    if not may_supervise(member):
        raise NotRecorded("not-allowed")
    if words.get("unit") not in house.office.units:
        raise NotRecorded("unit")
    if words.get("means") not in set(Means):
        raise NotRecorded("means")
    on = past_day(words.get("on", ""), house.time.day_of(now))
    if on is None:
        raise NotRecorded("day")
    return supervisions.put(
        connection,
        house.keyring.house,
        unit=words["unit"],
        means=words["means"],
        on=on,
        what=_text(words),
        staff_id=member.id,
    )


def record_what_came_of(
    connection: Connection, house: House, member: Member, act: str, words: Mapping[str, str], now: datetime
) -> None:
    """What came of an act, once or again. Raises NotRecorded."""
    if not may_supervise(member):
        raise NotRecorded("not-allowed")
    text, today = _text(words), house.time.day_of(now)
    if not supervisions.add_what_came_of(connection, house.keyring, member, act, text, today):
        raise NotRecorded("gone")


def _text(words: Mapping[str, str]) -> str:
    text = words.get("text", "").strip()
    if not text:
        raise NotRecorded("text")
    if len(text) > MOST_CHARS:
        raise NotRecorded("too-long")
    return text
