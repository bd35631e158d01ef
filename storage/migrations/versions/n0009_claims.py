"""Who holds a case, and staff phones of groups."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "claims",
        sa.Column("case_id", sa.String(length=16), nullable=False),
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("taken_at", sa.BigInteger(), nullable=False),
        sa.Column("until_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_claims_case_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_claims")),
    )
    op.create_index("ix_claims_holder", "claims", ["staff_id", "until_at"])


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_claims_holder", table_name="claims")
    op.drop_table("claims")
