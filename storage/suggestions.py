"""Suggestions to units and their written feedback (`cases.suggestions`); the words are sealed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, false, insert, select, true, update
from sqlalchemy.sql.elements import ColumnElement

from storage.sealing import Keyring
from storage.sight import may_see_any_case, sees_the_county, visible
from storage.staff import Member
from storage.tables import cases, suggestions


@dataclass(frozen=True)
class Suggestion:
    """One suggestion, opened. `number`: the case it came of; `adopted` None: no feedback yet."""

    id: str
    kind: str
    unit: str
    number: str | None
    made_on: date
    staff_id: str
    text: str
    adopted: str | None
    feedback_on: date | None
    feedback: str
    feedback_by: str | None


def _place(suggestion: str) -> str:
    return f"suggestions/{suggestion}"


def _theirs(member: Member) -> ColumnElement[bool]:
    """The office sees every suggestion, others those made to their unit; none of a case they may not see."""
    if not may_see_any_case(member):
        return false()
    here = suggestions.c.unit == member.unit
    whose = true() if sees_the_county(member) else here
    return whose & (suggestions.c.case_id.is_(None) | visible(member))


def make(
    connection: Connection,
    keyring: Keyring,
    *,
    kind: str,
    unit: str,
    case_id: str | None,
    text: str,
    staff_id: str,
    on: date,
) -> str:
    """A new suggestion; its id."""
    suggestion = secrets.token_hex(8)
    row = {
        "id": suggestion,
        "kind": kind,
        "unit": unit,
        "case_id": case_id,
        "made_on": on,
        "staff_id": staff_id,
        "text": keyring.house.seal_json({"text": text}, _place(suggestion)),
    }
    connection.execute(insert(suggestions), row)
    return suggestion


def listed(connection: Connection, keyring: Keyring, member: Member, *, most: int = 100) -> list[Suggestion]:
    """The suggestions a member may see, those without feedback first, then the latest."""
    found = connection.execute(
        select(suggestions, cases.c.number)
        .join_from(suggestions, cases, isouter=True)
        .where(_theirs(member))
        .order_by(suggestions.c.adopted.is_not(None), suggestions.c.made_on.desc(), suggestions.c.id)
        .limit(most)
    ).all()

    def opened(sealed: bytes | None, suggestion: str) -> str:
        return str(keyring.house.open_json(sealed, _place(suggestion))["text"]) if sealed else ""

    return [
        Suggestion(
            row.id,
            row.kind,
            row.unit,
            row.number,
            row.made_on,
            row.staff_id,
            opened(row.text, row.id),
            row.adopted,
            row.feedback_on,
            opened(row.feedback, row.id),
            row.feedback_by,
        )
        for row in found
    ]


def feed_back(
    connection: Connection,
    keyring: Keyring,
    member: Member,
    suggestion: str,
    *,
    adopted: str,
    text: str,
    on: date,
    of_unit: str | None = None,
) -> bool:
    """A unit's written feedback, once; False where it is given already, or the suggestion is none the member
    may see or none made to `of_unit` (None: any)."""
    made_to = ~false() if of_unit is None else suggestions.c.unit == of_unit
    known = (
        select(suggestions.c.id)
        .join_from(suggestions, cases, isouter=True)
        .where(suggestions.c.id == suggestion, made_to, _theirs(member))
    )
    if connection.execute(known).first() is None:
        return False
    given = update(suggestions).where(suggestions.c.id == suggestion, suggestions.c.adopted.is_(None))
    sealed = keyring.house.seal_json({"text": text}, _place(suggestion))
    done = given.values(adopted=adopted, feedback=sealed, feedback_on=on, feedback_by=member.id)
    return bool(connection.execute(done).rowcount)
