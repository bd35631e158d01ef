"""The tables of what staff put beside a case: notes, transcripts, related cases, replies kept and held."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, LargeBinary, String, Table, text

from storage.columns import SERIAL, Instant, metadata, partial_index

case_notes = Table(
    "case_notes",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("staff_id", String(16), nullable=False),
    Column("at", Instant, nullable=False),
    Column("note", LargeBinary, nullable=False),
    Index("ix_case_notes_case", "case_id", "id"),
)

file_words = Table(
    "file_words",
    metadata,
    Column("file_id", ForeignKey("files.id"), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("staff_id", String(16), nullable=False),
    Column("at", Instant, nullable=False),
    Column("words", LargeBinary, nullable=False),
    Index("ix_file_words_case", "case_id"),
)

related_cases = Table(
    "related_cases",
    metadata,
    Column("one_id", ForeignKey("cases.id"), primary_key=True),
    Column("other_id", ForeignKey("cases.id"), primary_key=True),
    Column("staff_id", String(16), nullable=False),
    Column("made_on", Date, nullable=False),
    Index("ix_related_cases_other", "other_id"),
)

canned_replies = Table(
    "canned_replies",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("unit", String(32)),
    Column("title_zh", String(60), nullable=False),
    Column("title_bo", String(120), nullable=False),
    Column("text_zh", String(4000), nullable=False),
    Column("text_bo", String(8000), nullable=False),
    Column("staff_id", String(16), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("ended", Boolean, nullable=False, server_default=text("false")),
    Index("ix_canned_replies_unit", "unit"),
)

held_replies = Table(
    "held_replies",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("move", String(16), nullable=False),
    Column("staff_id", String(16), nullable=False),
    Column("drawn_after", BigInteger, nullable=False),
    Column("parts", LargeBinary, nullable=False),
    Column("state", String(12), nullable=False),
    Column("held_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("translator_id", String(16)),
    partial_index("ix_held_replies_waiting", "held_at", "id", where="state = 'waiting'"),
    Index("ix_held_replies_case", "case_id", "held_at"),
)
