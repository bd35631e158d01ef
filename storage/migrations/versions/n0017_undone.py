"""Which moves were undone, and by which move an act of supervision was made: figures count what stands.

What was undone before is told from the record: a correction undoes the last move of an organ or of the clock
that still stood. Acts that cannot be told from others of the same day stay without their move.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_MOVES, _STANDS = "after IS NOT NULL", "after IS NOT NULL AND undone_on IS NULL"
_RECORD = """SELECT id, case_id, move, by_role FROM events
    WHERE after IS NOT NULL AND case_id IN (SELECT case_id FROM events WHERE move = 'correct')
    ORDER BY case_id, id"""
_UNDO = "UPDATE events SET undone_on = (SELECT c.on_day FROM events c WHERE c.id = :by) WHERE id = :this"
_NAME = """UPDATE supervisions SET event_id = (
        SELECT max(e.id) FROM events e WHERE e.case_id = supervisions.case_id AND e.move = 'supervise'
        AND e.on_day = supervisions.on_day AND e.staff_id = supervisions.staff_id
        GROUP BY e.case_id HAVING count(*) = 1)
    WHERE case_id IS NOT NULL AND (
        SELECT count(*) FROM supervisions s WHERE s.case_id = supervisions.case_id
        AND s.on_day = supervisions.on_day AND s.staff_id = supervisions.staff_id) = 1"""


def _index(where: str) -> None:
    told = sa.text(where)
    columns = ["move", "on_day", "case_id"]
    op.create_index("ix_events_moved", "events", columns, sqlite_where=told, postgresql_where=told)


def _undone(record: Iterable[Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    case: str | None = None
    standing: list[int] = []
    for one in record:
        if one.case_id != case:
            case, standing = one.case_id, []
        if one.move == "correct":
            if standing:
                found.append({"this": standing.pop(), "by": one.id})
        elif one.by_role != "resident" and one.move not in ("file", "recount"):
            standing.append(one.id)
    return found


def upgrade() -> None:
    """Apply the step."""
    op.drop_index("ix_events_moved", table_name="events")
    op.add_column("events", sa.Column("undone_on", sa.Date(), nullable=True))
    op.add_column("supervisions", sa.Column("event_id", sa.BigInteger(), nullable=True))
    op.execute(_NAME)
    bind = op.get_bind()
    if undone := _undone(bind.execute(sa.text(_RECORD)).all()):
        bind.execute(sa.text(_UNDO), undone)
    _index(_STANDS)


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_events_moved", table_name="events")
    op.drop_column("supervisions", "event_id")
    op.drop_column("events", "undone_on")
    _index(_MOVES)
