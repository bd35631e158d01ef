"""Who holds a case; Telegram groups of units, and which digests were sent."""

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
    op.create_table(
        "staff_groups",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("chat_hash", sa.LargeBinary(), nullable=False),
        sa.Column("chat", sa.LargeBinary(), nullable=False),
        sa.Column("unit", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("made_by", sa.String(length=16), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_groups")),
        sa.UniqueConstraint("chat_hash", name=op.f("uq_staff_groups_chat_hash")),
    )
    op.create_index(op.f("ix_staff_groups_unit"), "staff_groups", ["unit"])
    op.create_table(
        "group_codes",
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("unit", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.String(length=16), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_group_codes")),
    )
    op.create_index(op.f("ix_group_codes_made_by"), "group_codes", ["made_by"])
    op.create_table(
        "digests",
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_digests_staff_id")),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_digests")),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("digests")
    op.drop_index(op.f("ix_group_codes_made_by"), table_name="group_codes")
    op.drop_table("group_codes")
    op.drop_index(op.f("ix_staff_groups_unit"), table_name="staff_groups")
    op.drop_table("staff_groups")
    op.drop_index("ix_claims_holder", table_name="claims")
    op.drop_table("claims")
