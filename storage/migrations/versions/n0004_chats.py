"""Talks of residents with the staff, and what was said in them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OPEN, _CLOSED = "closed_at IS NULL", "closed_at IS NOT NULL"
_INDEXES = (
    ("ix_chats_open", ["opened_at", "id"], _OPEN),
    ("ix_chats_silent", ["last_at", "id"], _OPEN),
    ("ix_chats_closed", ["closed_at", "id"], _CLOSED),
)


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "chats",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("conversation_id", sa.String(length=16), nullable=False),
        sa.Column("key_id", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("staff_id", sa.String(length=16), nullable=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_chats_conversation_id")
        ),
        sa.ForeignKeyConstraint(["key_id"], ["keys.id"], name=op.f("fk_chats_key_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chats")),
    )
    op.create_index(op.f("ix_chats_key_id"), "chats", ["key_id"])
    op.create_index("ix_chats_conversation", "chats", ["conversation_id"])
    for name, columns, where in _INDEXES:
        op.create_index(name, "chats", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
    op.create_table(
        "chat_lines",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("chat_id", sa.String(length=16), nullable=False),
        sa.Column("by", sa.String(length=8), nullable=False),
        sa.Column("staff_id", sa.String(length=16), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_chat_lines_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat_lines")),
    )
    op.create_index("ix_chat_lines_chat", "chat_lines", ["chat_id", "id"])


def downgrade() -> None:
    """Take the step back."""
    op.drop_index("ix_chat_lines_chat", table_name="chat_lines")
    op.drop_table("chat_lines")
    for name, _, _ in _INDEXES:
        op.drop_index(name, table_name="chats")
    op.drop_index("ix_chats_conversation", table_name="chats")
    op.drop_index(op.f("ix_chats_key_id"), table_name="chats")
    op.drop_table("chats")
