"""The table of what is owed to residents and staff until it is sent (`storage.outbox`)."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, text

from storage.columns import SERIAL, Instant, metadata, partial_index

_QUEUED = "state = 'queued'"
_UNDELIVERED = "state IN ('blocked', 'failed')"
outbox = Table(
    "outbox",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("channel", String(12), nullable=False),
    Column("recipient", String(16), nullable=False),
    Column("key_id", ForeignKey("keys.id"), index=True),
    Column("case_id", String(16)),
    Column("lane", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("album", String(32)),
    Column("due_at", Instant, nullable=False),
    Column("leased_until", Instant),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("made_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("fault", String(80)),
    Column("notice_id", BigInteger),
    partial_index("ix_outbox_queued", "channel", "lane", "due_at", where=_QUEUED),
    partial_index("ix_outbox_undelivered", "case_id", where=_UNDELIVERED),
    partial_index("ix_outbox_order", "recipient", "id", where=_QUEUED),
    Index("ix_outbox_recipient", "recipient", "id"),
    partial_index("ix_outbox_notice", "notice_id", where="notice_id IS NOT NULL"),
    partial_index("ix_outbox_case", "case_id", "id", where="case_id IS NOT NULL"),
)
