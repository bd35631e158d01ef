"""Tables beside the cases: what came in, wrong codes that were tried, exports that were made."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, UniqueConstraint

from storage.columns import SERIAL, Instant, metadata

tries = Table(
    "tries",
    metadata,
    Column("key_hash", LargeBinary, primary_key=True),
    Column("wrong", Integer, nullable=False),
    Column("since_at", Instant, nullable=False),
)

exports = Table(
    "exports",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("by", String(60), nullable=False),
    Column("format", String(8), nullable=False),
    Column("cases", Integer, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("channel", String(12), nullable=False),
    Column("update_key", String(64), nullable=False),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False),
    Column("key_id", ForeignKey("keys.id"), nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("channel", "update_key"),
    Index("ix_inbox_conversation", "conversation_id", "id"),
    Index("ix_inbox_at", "at"),
)
