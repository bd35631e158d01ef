"""The tables of talks between a resident and the staff: each sealed under a key of its own."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, String, Table

from storage.columns import SERIAL, Instant, metadata, partial_index

_OPEN = "closed_at IS NULL"
chats = Table(
    "chats",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False),
    Column("key_id", ForeignKey("keys.id"), nullable=False, index=True),
    Column("status", String(8), nullable=False),
    Column("staff_id", String(16)),
    Column("opened_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Index("ix_chats_conversation", "conversation_id"),
    partial_index("ix_chats_open", "opened_at", "id", where=_OPEN),
    partial_index("ix_chats_silent", "last_at", "id", where=_OPEN),
    partial_index("ix_chats_closed", "closed_at", "id", where="closed_at IS NOT NULL"),
)

chat_lines = Table(
    "chat_lines",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("chat_id", ForeignKey("chats.id"), nullable=False),
    Column("by", String(8), nullable=False),
    Column("staff_id", String(16)),
    Column("body", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_chat_lines_chat", "chat_id", "id"),
)
