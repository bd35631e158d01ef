"""What moves leave with a case, how it stood before each (for a correction), and days added to clocks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the step."""
    nothing, no = sa.text("''"), sa.text("false")
    op.add_column("cases", sa.Column("assisting", sa.String(400), nullable=False, server_default=nothing))
    op.add_column("cases", sa.Column("outcome", sa.String(16)))
    op.add_column("cases", sa.Column("extended", sa.Boolean(), nullable=False, server_default=no))
    op.add_column("cases", sa.Column("led_path", sa.String(32)))
    op.add_column("cases", sa.Column("led_to", sa.String(32)))
    op.add_column("cases", sa.Column("earlier", sa.Text(), nullable=False, server_default=sa.text("'[]'")))
    op.add_column("clocks", sa.Column("longer", sa.Integer(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    """Undo it."""
    op.drop_column("clocks", "longer")
    for name in ("earlier", "led_to", "led_path", "extended", "outcome", "assisting"):
        op.drop_column("cases", name)
