"""The table of ratings: it names no case and no person (`storage.ratings`)."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, LargeBinary, String, Table

from storage.columns import metadata

ratings = Table(
    "ratings",
    metadata,
    Column("case_hash", LargeBinary, primary_key=True),
    Column("unit", String(32), nullable=False),
    Column("rating", String(12), nullable=False),
    Column("why", LargeBinary, nullable=False),
    Column("rated_on", Date, nullable=False),
    Index("ix_ratings_unit", "unit", "rated_on"),
)
