"""Tables beside the cases: wrong codes that were tried, and exports that were made."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from storage.columns import Instant, metadata

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
