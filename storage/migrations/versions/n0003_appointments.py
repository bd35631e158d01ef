"""Appointments with the leaders' reception (约访), and how many places of each slot are gone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "slots",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slots")),
    )
    op.create_table(
        "appointments",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("draft", sa.String(length=32), nullable=False),
        sa.Column("conversation_id", sa.String(length=16), nullable=False),
        sa.Column("key_id", sa.String(length=16), nullable=True),
        sa.Column("slot", sa.String(length=32), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("span", sa.String(length=11), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("who_zh", sa.String(length=60), nullable=False),
        sa.Column("who_bo", sa.String(length=120), nullable=False),
        sa.Column("place_zh", sa.String(length=120), nullable=False),
        sa.Column("place_bo", sa.String(length=240), nullable=False),
        sa.Column("case_number", sa.String(length=32), nullable=True),
        sa.Column("matter", sa.String(length=32), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("speaks", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("person", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("remind_at", sa.BigInteger(), nullable=True),
        sa.Column("changed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("changed_by", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_appointments_conversation_id")
        ),
        sa.ForeignKeyConstraint(["key_id"], ["keys.id"], name=op.f("fk_appointments_key_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
        sa.UniqueConstraint("draft", name=op.f("uq_appointments_draft")),
        sa.UniqueConstraint("number", name=op.f("uq_appointments_number")),
    )
    op.create_index(op.f("ix_appointments_key_id"), "appointments", ["key_id"])
    op.create_index("ix_appointments_day", "appointments", ["on_day", "starts_at", "id"])
    op.create_index("ix_appointments_conversation", "appointments", ["conversation_id"])
    for name, column in (("remind", "remind_at"), ("person", "on_day")):
        where = sa.text("remind_at IS NOT NULL" if name == "remind" else "person IS NOT NULL")
        op.create_index(
            f"ix_appointments_{name}",
            "appointments",
            [column],
            sqlite_where=where,
            postgresql_where=where,
        )


def downgrade() -> None:
    """Take the step back."""
    for name in ("person", "remind", "conversation", "day", "key_id"):
        op.drop_index(f"ix_appointments_{name}", table_name="appointments")
    op.drop_table("appointments")
    op.drop_table("slots")
