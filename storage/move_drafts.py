"""Drafts of moves as they were typed, one of a member for a case and a move; sealed under the case's own key.

They are read by who typed them alone. Others learn that somebody is writing, and who.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.cases import Stored
from storage.tables import move_drafts, staff

_ONE = ("case_id", "staff_id", "move")


@dataclass(frozen=True)
class Draft:
    """What a member typed: the parts of a move by their names."""

    move: str
    parts: Mapping[str, str]
    at: datetime


@dataclass(frozen=True)
class Writing:
    """That another member is writing, since when it was last kept. Not what."""

    name: str
    move: str
    at: datetime


def keep(
    connection: Connection, stored: Stored, member: str, move: str, parts: Mapping[str, str], now: datetime
) -> None:
    """Keep what was typed in place of what was kept before; nothing typed is no draft."""
    if not any(parts.values()):
        drop(connection, stored, member, move)
        return
    sealed = stored.key.seal_json(dict(parts), _place(stored.id, member, move))
    row = {"case_id": stored.id, "staff_id": member, "move": move, "content": sealed, "at": now}
    again = {"content": sealed, "at": now}
    new: dict[str, Any] = {
        "sqlite": sqlite.insert(move_drafts)
        .values(row)
        .on_conflict_do_update(index_elements=_ONE, set_=again),
        "postgresql": postgresql.insert(move_drafts)
        .values(row)
        .on_conflict_do_update(index_elements=_ONE, set_=again),
    }
    connection.execute(new[connection.dialect.name])


def drop(connection: Connection, stored: Stored, member: str, move: str) -> None:
    """The move was made, or the draft is thrown away."""
    connection.execute(
        delete(move_drafts).where(
            move_drafts.c.case_id == stored.id,
            move_drafts.c.staff_id == member,
            move_drafts.c.move == move,
        )
    )


def own(connection: Connection, stored: Stored, member: str) -> dict[str, Draft]:
    """The member's own drafts in a case, by move."""
    found = connection.execute(
        select(move_drafts).where(move_drafts.c.case_id == stored.id, move_drafts.c.staff_id == member)
    ).all()
    return {
        row.move: Draft(
            row.move, stored.key.open_json(row.content, _place(stored.id, member, row.move)), row.at
        )
        for row in found
    }


def others(connection: Connection, stored: Stored, member: str, since: datetime) -> list[Writing]:
    """Who else has typed in this case since `since`, the latest first."""
    found = connection.execute(
        select(staff.c.name, move_drafts.c.move, move_drafts.c.at)
        .join_from(move_drafts, staff, move_drafts.c.staff_id == staff.c.id)
        .where(
            move_drafts.c.case_id == stored.id, move_drafts.c.staff_id != member, move_drafts.c.at >= since
        )
        .order_by(move_drafts.c.at.desc())
    ).all()
    return [Writing(*row) for row in found]


def forget(connection: Connection, before: datetime) -> int:
    """Delete drafts nobody touched since `before`; how many."""
    return connection.execute(delete(move_drafts).where(move_drafts.c.at < before)).rowcount


def _place(case: str, member: str, move: str) -> str:
    return f"move_drafts.content/{case}/{member}/{move}"
