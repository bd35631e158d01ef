"""The three suggestions of 《信访工作条例》第四十条: made by the office, answered in writing by a unit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from bot.casework import CaseGone
from bot.wiring import House
from cases.lifecycle import Role
from cases.numbers import parse_case_number
from cases.suggestions import MOST_CHARS, Adopted, SuggestionKind
from storage import suggestions
from storage.staff import Member

SUGGEST = (Role.CLERK, Role.HEAD, Role.SUPERVISOR)


class NotSuggested(Exception):
    """`why`: not-allowed, kind, unit, number, text, too-long, adopted, answered."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def may_suggest(member: Member) -> bool:
    """Whether a member makes suggestions, and records the feedback that comes on paper."""
    return member.of_office and member.role in SUGGEST


def may_feed_back(member: Member, unit: str) -> bool:
    """Whether a member gives the feedback of this unit: its people, and who records what came on paper."""
    return member.unit == unit or may_suggest(member)


def suggest(
    connection: Connection, house: House, member: Member, words: Mapping[str, str], now: datetime
) -> str:
    """A new suggestion; its id. Raises NotSuggested."""
    if not may_suggest(member):
        raise NotSuggested("not-allowed")
    if words.get("kind") not in set(SuggestionKind):
        raise NotSuggested("kind")
    if words.get("unit") not in house.office.units:
        raise NotSuggested("unit")
    case_id = None
    if typed := words.get("number", "").strip():
        number = parse_case_number(typed, house.office.case_prefix)
        if number is None:
            raise NotSuggested("number")
        try:
            case_id = house.casework.seen(connection, number, member).id
        except CaseGone:
            raise NotSuggested("number") from None
    return suggestions.make(
        connection,
        house.keyring,
        kind=words["kind"],
        unit=words["unit"],
        case_id=case_id,
        text=_text(words),
        staff_id=member.id,
        on=house.time.day_of(now),
    )


def feed_back(
    connection: Connection,
    house: House,
    member: Member,
    suggestion: str,
    words: Mapping[str, str],
    now: datetime,
) -> None:
    """A unit's written feedback, by its people, or by the office's from paper. Raises NotSuggested."""
    if words.get("adopted") not in set(Adopted):
        raise NotSuggested("adopted")
    given = suggestions.feed_back(
        connection,
        house.keyring,
        member,
        suggestion,
        of_unit=None if may_suggest(member) else member.unit,
        adopted=words["adopted"],
        text=_text(words),
        on=house.time.day_of(now),
    )
    if not given:
        raise NotSuggested("answered")


def _text(words: Mapping[str, str]) -> str:
    text = words.get("text", "").strip()
    if not text:
        raise NotSuggested("text")
    if len(text) > MOST_CHARS:
        raise NotSuggested("too-long")
    return text
