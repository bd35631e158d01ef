"""Corrections of messages made at the desk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "word_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_version")),
    )
    op.create_table(
        "corrections",
        sa.Column("id", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("message", sa.String(length=80), nullable=False),
        sa.Column("zh", sa.Text(), nullable=False),
        sa.Column("bo", sa.Text(), nullable=False),
        sa.Column("from_zh", sa.Text(), nullable=False),
        sa.Column("from_bo", sa.Text(), nullable=False),
        sa.Column("released_zh_sha", sa.String(length=12), nullable=False),
        sa.Column("released_bo_sha", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
    )
    op.create_index("ix_corrections_message", "corrections", ["message", "id"])
    for state in ("proposed", "live"):
        where = sa.text(f"state = '{state}'")
        op.create_index(
            f"ix_corrections_{state}",
            "corrections",
            ["message"],
            unique=True,
            sqlite_where=where,
            postgresql_where=where,
        )
    op.create_table(
        "word_signs",
        sa.Column("message", sa.String(length=80), nullable=False),
        sa.Column("zh_sha", sa.String(length=12), nullable=False),
        sa.Column("bo_sha", sa.String(length=12), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("reviewer", sa.String(length=200), nullable=False),
        sa.Column("on_day", sa.String(length=10), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.PrimaryKeyConstraint("message", name=op.f("pk_word_signs")),
    )
    op.create_table(
        "word_events",
        sa.Column("id", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("message", sa.String(length=80), nullable=False),
        sa.Column("act", sa.String(length=16), nullable=False),
        sa.Column("correction_id", _SERIAL, nullable=True),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("staff_id", sa.String(length=16), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["correction_id"], ["corrections.id"], name=op.f("fk_word_events_correction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_events")),
    )
    op.create_index("ix_word_events_message", "word_events", ["message", "id"])
    where = sa.text("correction_id IS NOT NULL")
    op.create_index(
        "ix_word_events_correction",
        "word_events",
        ["correction_id"],
        sqlite_where=where,
        postgresql_where=where,
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_word_events_correction", table_name="word_events")
    op.drop_index("ix_word_events_message", table_name="word_events")
    op.drop_table("word_events")
    op.drop_table("word_signs")
    for name in ("live", "proposed", "message"):
        op.drop_index(f"ix_corrections_{name}", table_name="corrections")
    op.drop_table("corrections")
    op.drop_table("word_version")
