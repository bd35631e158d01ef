"""The table of claims: who of the staff holds a case for now."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, Table

from storage.columns import Instant, metadata

claims = Table(
    "claims",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("staff_id", String(16), nullable=False),
    Column("token", BigInteger, nullable=False),
    Column("taken_at", Instant, nullable=False),
    Column("until_at", Instant, nullable=False),
    Index("ix_claims_holder", "staff_id", "until_at"),
)
