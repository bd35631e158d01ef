"""Notices owed and how they were told, who was reminded of what, and suggestions with their feedback."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OWED, _UNSEEN, _TELLS = "told_at IS NULL", "seen_at IS NULL", "notice_id IS NOT NULL"


def _index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "notices",
        sa.Column("id", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("case_id", sa.String(length=16), nullable=False),
        sa.Column("notice", sa.String(length=24), nullable=False),
        sa.Column("owed_on", sa.Date(), nullable=False),
        sa.Column("owed_at", sa.BigInteger(), nullable=False),
        sa.Column("told_at", sa.BigInteger(), nullable=True),
        sa.Column("means", sa.String(length=10), nullable=True),
        sa.Column("staff_id", sa.String(length=16), nullable=True),
        sa.Column("told", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_notices_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )
    op.create_index("ix_notices_case", "notices", ["case_id", "id"])
    _index("ix_notices_owed", "notices", ["owed_at", "id"], _OWED)
    op.create_table(
        "reminded",
        sa.Column("clock_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stage", sa.String(length=12), nullable=False),
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("case_id", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["clock_id"], ["clocks.id"], name=op.f("fk_reminded_clock_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_reminded_staff_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_reminded_case_id")),
        sa.PrimaryKeyConstraint("clock_id", "stage", "staff_id", name=op.f("pk_reminded")),
    )
    op.create_index("ix_reminded_case", "reminded", ["case_id"])
    _index("ix_reminded_unseen", "reminded", ["staff_id", "at"], _UNSEEN)
    op.create_table(
        "suggestions",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("unit", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=16), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("adopted", sa.String(length=10), nullable=True),
        sa.Column("feedback_on", sa.Date(), nullable=True),
        sa.Column("feedback", sa.LargeBinary(), nullable=True),
        sa.Column("feedback_by", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_suggestions_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestions")),
    )
    op.create_index("ix_suggestions_made", "suggestions", ["made_on", "id"])
    op.create_index("ix_suggestions_unit", "suggestions", ["unit", "made_on"])
    op.create_index("ix_suggestions_case", "suggestions", ["case_id"])
    op.add_column("outbox", sa.Column("notice_id", sa.BigInteger(), nullable=True))
    _index("ix_outbox_notice", "outbox", ["notice_id"], _TELLS)


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_outbox_notice", table_name="outbox")
    op.drop_column("outbox", "notice_id")
    for table in ("suggestions", "reminded", "notices"):
        op.drop_table(table)
