"""Tables of the staff: who they are, where they are signed in, how Telegram reaches them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, LargeBinary, String, Table, text

from storage.columns import Instant, metadata

staff = Table(
    "staff",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("login", String(40), nullable=False, unique=True),
    Column("name", String(60), nullable=False),
    Column("role", String(16), nullable=False),
    Column("unit", String(32), nullable=False),
    Column("language", String(2), nullable=False),
    Column("password_hash", String(200), nullable=False),
    Column("telegram_hash", LargeBinary, unique=True),
    Column("telegram", LargeBinary),
    Column("active", Boolean, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("reads", String(16), nullable=False, server_default=text("''")),
    Column("of_office", Boolean, nullable=False, server_default=text("false")),
    Column("must_change", Boolean, nullable=False, server_default=text("false")),
)

staff_sessions = Table(
    "staff_sessions",
    metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Index("ix_staff_sessions_staff", "staff_id"),
)

link_codes = Table(
    "link_codes",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), nullable=False),
    Column("expires_at", Instant, nullable=False),
)

staff_updates = Table(
    "staff_updates",
    metadata,
    Column("update_key", String(48), primary_key=True),
    Column("at", Instant, nullable=False),
)
