"""Files are found by their conversation: to show a resident what is held, and to erase it."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the step."""
    op.create_index("ix_files_conversation", "files", ["conversation_id"])


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_files_conversation", table_name="files")
