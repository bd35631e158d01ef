"""Units, roles and who keeps away from a case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the step."""
    op.add_column("cases", sa.Column("reported", sa.String(32)))
    op.add_column("staff", sa.Column("reads", sa.String(16), nullable=False, server_default=sa.text("''")))
    for name in ("of_office", "must_change"):
        op.add_column("staff", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("false")))
    # Until now every head was the office's, and whoever read the desk in a language reads that language.
    op.execute("UPDATE staff SET reads = language")
    op.execute("UPDATE staff SET of_office = true WHERE role IN ('clerk', 'head')")
    op.create_table(
        "recusals",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, nullable=False
        ),
        sa.Column("case_id", sa.String(16), nullable=False),
        sa.Column("staff_id", sa.String(16), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=False),
        sa.Column("set_by", sa.String(16), nullable=False),
        sa.Column("set_at", sa.BigInteger(), nullable=False),
        sa.Column("lifted_by", sa.String(16)),
        sa.Column("lifted_at", sa.BigInteger()),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_recusals_case_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_recusals_staff_id")),
        sa.ForeignKeyConstraint(["set_by"], ["staff.id"], name=op.f("fk_recusals_set_by")),
        sa.ForeignKeyConstraint(["lifted_by"], ["staff.id"], name=op.f("fk_recusals_lifted_by")),
    )
    op.create_index("ix_recusals_case", "recusals", ["case_id", "id"])
    where = sa.text("lifted_at IS NULL")
    op.create_index(
        "ix_recusals_standing",
        "recusals",
        ["staff_id", "case_id"],
        sqlite_where=where,
        postgresql_where=where,
    )
    op.create_table(
        "staff_acts",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, nullable=False
        ),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(60), nullable=False),
        sa.Column("staff_id", sa.String(16), nullable=False),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("told", sa.String(120), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_acts_staff_id")),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("staff_acts")
    op.drop_table("recusals")
    for name in ("must_change", "of_office", "reads"):
        op.drop_column("staff", name)
    op.drop_column("cases", "reported")
