"""The tables of appointments: those made, and how many places of each slot are gone."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    text,
)

from storage.columns import Instant, metadata, partial_index

slots = Table(
    "slots",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("taken", Integer, nullable=False),
)

appointments = Table(
    "appointments",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("number", String(8), nullable=False, unique=True),
    Column("draft", String(32), nullable=False, unique=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False),
    Column("key_id", ForeignKey("keys.id"), index=True),
    Column("slot", String(32), nullable=False),
    Column("on_day", Date, nullable=False),
    Column("span", String(11), nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("who_zh", String(60), nullable=False),
    Column("who_bo", String(120), nullable=False),
    Column("place_zh", String(120), nullable=False),
    Column("place_bo", String(240), nullable=False),
    Column("case_number", String(32)),
    Column("matter", String(32)),
    Column("people", Integer, nullable=False),
    Column("speaks", String(12), nullable=False),
    Column("language", String(2), nullable=False),
    Column("person", LargeBinary),
    Column("state", String(10), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("remind_at", Instant),
    Column("changed", Integer, nullable=False, server_default=text("0")),
    Column("changed_by", String(16)),
    Index("ix_appointments_day", "on_day", "starts_at", "id"),
    Index("ix_appointments_conversation", "conversation_id"),
    partial_index("ix_appointments_remind", "remind_at", where="remind_at IS NOT NULL"),
    partial_index("ix_appointments_person", "on_day", where="person IS NOT NULL"),
)
