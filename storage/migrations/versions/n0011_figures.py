"""Counts that no case carries: outreach, training, checking rounds; acts of supervision; and the indexes by
which what is counted is found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_INDEXES = (
    ("ix_cases_filed_on", "cases", ["filed_on"]),
    ("ix_clocks_stopped_on", "clocks", ["stopped_on", "name"]),
    ("ix_clocks_due_on", "clocks", ["due_on", "name"]),
    ("ix_ratings_day", "ratings", ["rated_on"]),
)
_MOVED = sa.text("after IS NOT NULL")


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "activities",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("staff_id", sa.String(16), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("struck", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("struck_by", sa.String(16)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
    )
    op.create_index("ix_activities_day", "activities", ["on_day", "id"])
    op.create_table(
        "activity_numbers",
        sa.Column("activity_id", sa.String(16), nullable=False),
        sa.Column("name", sa.String(24), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_activity_numbers_activity_id")
        ),
        sa.PrimaryKeyConstraint("activity_id", "name", name=op.f("pk_activity_numbers")),
    )
    op.create_table(
        "activity_villages",
        sa.Column("activity_id", sa.String(16), nullable=False),
        sa.Column("village", sa.String(12), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_activity_villages_activity_id")
        ),
        sa.PrimaryKeyConstraint("activity_id", "village", name=op.f("pk_activity_villages")),
    )
    op.create_table(
        "supervisions",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("case_id", sa.String(16)),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("means", sa.String(12), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("staff_id", sa.String(16)),
        sa.Column("what", sa.LargeBinary()),
        sa.Column("came_of", sa.LargeBinary()),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_supervisions_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supervisions")),
    )
    op.create_index("ix_supervisions_case", "supervisions", ["case_id"])
    op.create_index("ix_supervisions_day", "supervisions", ["on_day", "means"])
    op.create_index("ix_supervisions_unit", "supervisions", ["unit", "on_day"])
    for name, table, columns in _INDEXES:
        op.create_index(name, table, columns)
    op.create_index(
        "ix_events_moved",
        "events",
        ["move", "on_day", "case_id"],
        sqlite_where=_MOVED,
        postgresql_where=_MOVED,
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_events_moved", table_name="events")
    for name, table, _ in reversed(_INDEXES):
        op.drop_index(name, table_name=table)
    for table in ("supervisions", "activity_villages", "activity_numbers", "activities"):
        op.drop_table(table)
