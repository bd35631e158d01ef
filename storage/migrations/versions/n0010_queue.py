"""The queue: saved views, drafts of moves as typed, what is done by its day, scans without a conversation."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_INDEXES = (
    ("ix_cases_done", "cases", ["filed_on", "id"], "NOT open", "open = 0"),
    ("ix_cases_done_unit", "cases", ["unit", "filed_on", "id"], "NOT open", "open = 0"),
    ("ix_events_staff", "events", ["staff_id", "case_id"], "staff_id IS NOT NULL", ""),
    ("ix_files_loose_scans", "files", ["made_at"], "conversation_id IS NULL AND case_id IS NULL", ""),
)
"""Name, table, columns, which rows; and how SQLite is told, where it is told differently."""


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "saved_views",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("query", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_saved_views_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_views")),
    )
    op.create_index("ix_saved_views_staff", "saved_views", ["staff_id", "made_at"])
    op.create_table(
        "move_drafts",
        sa.Column("case_id", sa.String(length=16), nullable=False),
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("move", sa.String(length=16), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_move_drafts_case_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_move_drafts_staff_id")),
        sa.PrimaryKeyConstraint("case_id", "staff_id", "move", name=op.f("pk_move_drafts")),
    )
    op.create_index("ix_move_drafts_at", "move_drafts", ["at"])
    with op.batch_alter_table("files") as files:
        files.alter_column("conversation_id", existing_type=sa.String(length=16), nullable=True)
    for name, table, columns, where, sqlite_where in _INDEXES:
        op.create_index(
            name,
            table,
            columns,
            sqlite_where=sa.text(sqlite_where or where),
            postgresql_where=sa.text(where),
        )


def downgrade() -> None:
    """Undo it. Scans that no conversation brought have no place before it, and go."""
    for name, table, *_ in reversed(_INDEXES):
        op.drop_index(name, table_name=table)
    op.execute("DELETE FROM files WHERE conversation_id IS NULL")
    with op.batch_alter_table("files") as files:
        files.alter_column("conversation_id", existing_type=sa.String(length=16), nullable=False)
    op.drop_index("ix_move_drafts_at", table_name="move_drafts")
    op.drop_table("move_drafts")
    op.drop_index("ix_saved_views_staff", table_name="saved_views")
    op.drop_table("saved_views")
