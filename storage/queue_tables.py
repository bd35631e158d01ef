"""Tables of the queue: a member's saved views of it, and drafts of moves as they were typed."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, String, Table

from storage.columns import Instant, metadata

saved_views = Table(
    "saved_views",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), nullable=False),
    Column("name", LargeBinary, nullable=False),
    Column("query", String(200), nullable=False),
    Column("made_at", Instant, nullable=False),
    Index("ix_saved_views_staff", "staff_id", "made_at"),
)

move_drafts = Table(
    "move_drafts",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),
    Column("move", String(16), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_move_drafts_at", "at"),
)
