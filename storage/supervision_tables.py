"""The table of acts of supervision (督办), and what came of them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, LargeBinary, String, Table

from storage.columns import metadata

supervisions = Table(
    "supervisions",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("case_id", ForeignKey("cases.id")),
    Column("unit", String(32), nullable=False),
    Column("means", String(12), nullable=False),
    Column("on_day", Date, nullable=False),
    Column("staff_id", String(16)),
    Column("what", LargeBinary),
    Column("came_of", LargeBinary),
    Column("event_id", BigInteger),
    Index("ix_supervisions_case", "case_id"),
    Index("ix_supervisions_day", "on_day", "means"),
    Index("ix_supervisions_unit", "unit", "on_day"),
)
"""`case_id` is empty for an act that is about no one case, such as a circular (通报) to every unit.
`event_id` is the move it was made by: undone, the act is undone with it."""
