"""Addresses told of moves, what was sent to them, keys of the API, the national number of a case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INDEXES = (
    ("webhook_addresses", "ix_webhook_addresses_on", ["id"], "state = 'on'"),
    ("webhook_deliveries", "ix_webhook_deliveries_case_id", ["case_id"], ""),
    ("webhook_deliveries", "ix_webhook_deliveries_due", ["due_at", "id"], "state = 'queued'"),
    (
        "webhook_deliveries",
        "ix_webhook_deliveries_order",
        ["address_id", "case_id", "id"],
        "state = 'queued'",
    ),
    ("webhook_deliveries", "ix_webhook_deliveries_log", ["address_id", "id"], ""),
    ("webhook_deliveries", "ix_webhook_deliveries_at", ["at"], ""),
    ("api_uses", "ix_api_uses_key", ["key_id", "id"], ""),
    ("api_uses", "ix_api_uses_at", ["at"], ""),
    ("api_uses", "ix_api_uses_case", ["case_id", "id"], "case_id IS NOT NULL"),
    ("api_intakes", "ix_api_intakes_key_id", ["key_id"], ""),
    ("api_intakes", "ix_api_intakes_case_id", ["case_id"], ""),
    ("cases", "ix_cases_national", ["national_number"], "national_number IS NOT NULL"),
)


def upgrade() -> None:
    """Apply the step."""
    op.add_column("cases", sa.Column("national_number", sa.String(32)))
    op.create_table(
        "webhook_addresses",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("url", sa.String(length=500), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("old_secret", sa.LargeBinary()),
        sa.Column("old_until_at", sa.BigInteger()),
        sa.Column("failing_since_at", sa.BigInteger()),
        sa.Column("not_before_at", sa.BigInteger()),
        sa.Column("made_by", sa.String(length=16)),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_by", sa.String(length=16)),
        sa.Column("changed_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_addresses")),
    )
    op.create_table(
        "webhook_deliveries",
        sa.Column("id", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("address_id", sa.String(length=16), nullable=False),
        sa.Column("event_id", sa.String(length=40), nullable=False),
        sa.Column("case_id", sa.String(length=16), nullable=False),
        sa.Column("move", sa.String(length=16), nullable=False),
        sa.Column("before", sa.String(length=16)),
        sa.Column("after", sa.String(length=16), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("leased_until", sa.BigInteger()),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("tried_at", sa.BigInteger()),
        sa.Column("answered", sa.Integer()),
        sa.Column("fault", sa.String(length=40)),
        sa.Column("since_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["address_id"], ["webhook_addresses.id"], name=op.f("fk_webhook_deliveries_address_id")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_webhook_deliveries_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_deliveries")),
    )
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("scopes", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.String(length=60), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger()),
        sa.Column("used_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_keys")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_api_keys_token_hash")),
    )
    op.create_table(
        "api_uses",
        sa.Column("id", _SERIAL, autoincrement=True, nullable=False),
        sa.Column("key_id", sa.String(length=16), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("case_id", sa.String(length=16)),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["key_id"], ["api_keys.id"], name=op.f("fk_api_uses_key_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_uses")),
    )
    op.create_table(
        "api_intakes",
        sa.Column("draft", sa.String(length=32), nullable=False),
        sa.Column("key_id", sa.String(length=16), nullable=False),
        sa.Column("asked_hash", sa.LargeBinary(), nullable=False),
        sa.Column("case_id", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["key_id"], ["api_keys.id"], name=op.f("fk_api_intakes_key_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_api_intakes_case_id")),
        sa.PrimaryKeyConstraint("draft", name=op.f("pk_api_intakes")),
    )
    for table, name, columns, where in _INDEXES:
        only = sa.text(where) if where else None
        op.create_index(op.f(name), table, columns, sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    """Undo it."""
    for table, name, _, _ in reversed(_INDEXES):
        op.drop_index(op.f(name), table_name=table)
    for table in ("api_intakes", "api_uses", "api_keys", "webhook_deliveries", "webhook_addresses"):
        op.drop_table(table)
    op.drop_column("cases", "national_number")
