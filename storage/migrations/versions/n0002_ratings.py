"""Ratings of cases, kept apart from the cases; a case that its unit alone may see."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the step."""
    op.add_column("cases", sa.Column("restricted", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "ratings",
        sa.Column("case_hash", sa.LargeBinary(), nullable=False),
        sa.Column("unit", sa.String(length=32), nullable=False),
        sa.Column("rating", sa.String(length=12), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("case_hash", name=op.f("pk_ratings")),
    )
    op.create_index("ix_ratings_unit", "ratings", ["unit", "rated_on"])


def downgrade() -> None:
    """Undo the step."""
    op.drop_index("ix_ratings_unit", table_name="ratings")
    op.drop_table("ratings")
    op.drop_column("cases", "restricted")
