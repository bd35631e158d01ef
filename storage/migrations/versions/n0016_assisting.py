"""The units that assist in a case, one a row: a unit's queue finds them by an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the step."""
    made = op.create_table(
        "assisting_units",
        sa.Column("unit", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_assisting_units_case_id")),
        sa.PrimaryKeyConstraint("unit", "case_id", name=op.f("pk_assisting_units")),
    )
    op.create_index("ix_assisting_units_case", "assisting_units", ["case_id"])
    named = op.get_bind().execute(sa.text("SELECT id, assisting FROM cases WHERE assisting <> ''")).all()
    if rows := [{"unit": one, "case_id": row[0]} for row in named for one in sorted(set(row[1].split()))]:
        op.bulk_insert(made, rows)


def downgrade() -> None:
    """Undo it."""
    op.drop_table("assisting_units")
