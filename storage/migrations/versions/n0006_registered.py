"""What a clerk registers of a matter: how it came, how many people, first or repeated, the sum owed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the step."""
    op.add_column(
        "cases", sa.Column("came_by", sa.String(12), nullable=False, server_default=sa.text("'service'"))
    )
    op.add_column("cases", sa.Column("persons", sa.Integer(), nullable=False, server_default=sa.text("1")))
    op.add_column(
        "cases", sa.Column("repeated", sa.Boolean(), nullable=False, server_default=sa.text("false"))
    )
    op.add_column("cases", sa.Column("owed_fen", sa.BigInteger()))


def downgrade() -> None:
    """Undo it."""
    for name in ("owed_fen", "repeated", "persons", "came_by"):
        op.drop_column("cases", name)
