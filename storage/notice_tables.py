"""The tables of what is owed: notices to residents, reminders to staff, suggestions to units."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, LargeBinary, String, Table

from storage.columns import SERIAL, Instant, metadata, partial_index

notices = Table(
    "notices",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("notice", String(24), nullable=False),
    Column("owed_on", Date, nullable=False),
    Column("owed_at", Instant, nullable=False),
    Column("told_at", Instant),
    Column("means", String(10)),
    Column("staff_id", String(16)),
    Column("told", LargeBinary),
    Index("ix_notices_case", "case_id", "id"),
    partial_index("ix_notices_owed", "owed_at", "id", where="told_at IS NULL"),
)

reminded = Table(
    "reminded",
    metadata,
    Column("clock_id", ForeignKey("clocks.id"), primary_key=True),
    Column("stage", String(12), primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("seen_at", Instant),
    Index("ix_reminded_case", "case_id"),
    partial_index("ix_reminded_unseen", "staff_id", "at", where="seen_at IS NULL"),
)

suggestions = Table(
    "suggestions",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("unit", String(32), nullable=False),
    Column("case_id", ForeignKey("cases.id")),
    Column("made_on", Date, nullable=False),
    Column("staff_id", String(16), nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("adopted", String(10)),
    Column("feedback_on", Date),
    Column("feedback", LargeBinary),
    Column("feedback_by", String(16)),
    Index("ix_suggestions_made", "made_on", "id"),
    Index("ix_suggestions_unit", "unit", "made_on"),
    Index("ix_suggestions_case", "case_id"),
)
