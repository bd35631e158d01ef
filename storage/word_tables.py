"""The tables of corrected messages: what is proposed and in force, who signed, and every act on record.

Nothing in them comes from a resident: messages are what the office says to everybody.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text, text

from storage.columns import SERIAL, Instant, metadata, partial_index

word_version = Table(
    "word_version",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", BigInteger, nullable=False),
)
"""One row, counted up by whatever changes what is said: what every process compares with what it has."""

corrections = Table(
    "corrections",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("message", String(80), nullable=False),
    Column("zh", Text, nullable=False),
    Column("bo", Text, nullable=False),
    Column("from_zh", Text, nullable=False),
    Column("from_bo", Text, nullable=False),
    Column("released_zh_sha", String(12), nullable=False),
    Column("released_bo_sha", String(12), nullable=False),
    Column("state", String(10), nullable=False),
    Column("staff_id", String(16), nullable=False),
    Column("made_at", Instant, nullable=False),
    Index("ix_corrections_message", "message", "id"),
    # Of a message one proposal waits and one correction is in force, never two.
    Index(
        "ix_corrections_proposed",
        "message",
        unique=True,
        sqlite_where=text("state = 'proposed'"),
        postgresql_where=text("state = 'proposed'"),
    ),
    Index(
        "ix_corrections_live",
        "message",
        unique=True,
        sqlite_where=text("state = 'live'"),
        postgresql_where=text("state = 'live'"),
    ),
)

word_signs = Table(
    "word_signs",
    metadata,
    Column("message", String(80), primary_key=True),
    Column("zh_sha", String(12), nullable=False),
    Column("bo_sha", String(12), nullable=False),
    Column("status", String(16), nullable=False),
    Column("reviewer", String(200), nullable=False),
    Column("on_day", String(10), nullable=False),
    Column("note", String(1000), nullable=False),
)
"""The last word of a reader on a message, as a row of the ledger holds it."""

word_events = Table(
    "word_events",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("message", String(80), nullable=False),
    Column("act", String(16), nullable=False),
    Column("correction_id", ForeignKey("corrections.id")),
    Column("note", String(1000), nullable=False),
    Column("staff_id", String(16)),
    Column("at", Instant, nullable=False),
    Index("ix_word_events_message", "message", "id"),
    partial_index("ix_word_events_correction", "correction_id", where="correction_id IS NOT NULL"),
)
