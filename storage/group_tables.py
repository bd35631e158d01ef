"""Tables of the staff's Telegram beside their own phones: groups of units, codes for them, digests sent."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, LargeBinary, String, Table

from storage.columns import Instant, metadata

staff_groups = Table(
    "staff_groups",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("chat_hash", LargeBinary, nullable=False, unique=True),
    Column("chat", LargeBinary, nullable=False),
    Column("unit", String(32), nullable=False, index=True),
    Column("language", String(2), nullable=False),
    Column("made_by", String(16), nullable=False),
    Column("made_at", Instant, nullable=False),
)

group_codes = Table(
    "group_codes",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("unit", String(32), nullable=False),
    Column("made_by", String(16), nullable=False, index=True),
    Column("expires_at", Instant, nullable=False),
)

digests = Table(
    "digests",
    metadata,
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),
    Column("on_day", Date, nullable=False),
)
