"""Notes, transcripts, related cases, replies kept ready, and replies that wait for their Tibetan."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WAITING = "state = 'waiting'"


def _case(table: str, column: str = "case_id") -> tuple[sa.Column[str], sa.ForeignKeyConstraint]:
    """A column that names a case, and what holds it."""
    name = op.f(f"fk_{table}_{column}")
    return (
        sa.Column(column, sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint([column], ["cases.id"], name=name),
    )


def upgrade() -> None:
    """Apply the step."""
    op.create_table(
        "case_notes",
        sa.Column("id", _SERIAL, autoincrement=True, nullable=False),
        *_case("case_notes"),
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_notes")),
    )
    op.create_index("ix_case_notes_case", "case_notes", ["case_id", "id"])
    op.create_table(
        "file_words",
        sa.Column("file_id", sa.String(length=16), nullable=False),
        *_case("file_words"),
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_file_words_file_id")),
        sa.PrimaryKeyConstraint("file_id", name=op.f("pk_file_words")),
    )
    op.create_index("ix_file_words_case", "file_words", ["case_id"])
    op.create_table(
        "related_cases",
        *_case("related_cases", "one_id"),
        *_case("related_cases", "other_id"),
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("one_id", "other_id", name=op.f("pk_related_cases")),
    )
    op.create_index("ix_related_cases_other", "related_cases", ["other_id"])
    op.create_table(
        "canned_replies",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("unit", sa.String(length=32), nullable=True),
        sa.Column("title_zh", sa.String(length=60), nullable=False),
        sa.Column("title_bo", sa.String(length=120), nullable=False),
        sa.Column("text_zh", sa.String(length=4000), nullable=False),
        sa.Column("text_bo", sa.String(length=8000), nullable=False),
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("ended", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_canned_replies")),
    )
    op.create_index("ix_canned_replies_unit", "canned_replies", ["unit"])
    op.create_table(
        "held_replies",
        sa.Column("id", sa.String(length=16), nullable=False),
        *_case("held_replies"),
        sa.Column("move", sa.String(length=16), nullable=False),
        sa.Column("staff_id", sa.String(length=16), nullable=False),
        sa.Column("drawn_after", sa.BigInteger(), nullable=False),
        sa.Column("parts", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("held_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("translator_id", sa.String(length=16), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_replies")),
    )
    op.create_index("ix_held_replies_case", "held_replies", ["case_id", "held_at"])
    op.create_index(
        "ix_held_replies_waiting",
        "held_replies",
        ["held_at", "id"],
        sqlite_where=sa.text(_WAITING),
        postgresql_where=sa.text(_WAITING),
    )


def downgrade() -> None:
    """Undo it."""
    for table in ("held_replies", "canned_replies", "related_cases", "file_words", "case_notes"):
        op.drop_table(table)
