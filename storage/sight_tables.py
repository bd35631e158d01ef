"""Tables of who keeps away from a case (回避), of units that assist, and of what was done with the staff."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, String, Table

from storage.columns import SERIAL, Instant, metadata, partial_index

recusals = Table(
    "recusals",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("staff_id", ForeignKey("staff.id"), nullable=False),
    Column("why", LargeBinary, nullable=False),  # sealed under the case's key: it may say who is kin to whom
    Column("set_by", ForeignKey("staff.id"), nullable=False),
    Column("set_at", Instant, nullable=False),
    Column("lifted_by", ForeignKey("staff.id")),
    Column("lifted_at", Instant),
    Index("ix_recusals_case", "case_id", "id"),
    partial_index("ix_recusals_standing", "staff_id", "case_id", where="lifted_at IS NULL"),
)

assisting_units = Table(
    "assisting_units",
    metadata,
    Column("unit", String(32), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Index("ix_assisting_units_case", "case_id"),
)
"""The units that assist in a case (第二十四条), as `cases.assisting` names them, to find them by."""

staff_acts = Table(
    "staff_acts",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("by", String(60), nullable=False),  # a member's id, or the user of the machine's terminal
    Column("staff_id", ForeignKey("staff.id"), nullable=False),
    Column("act", String(16), nullable=False),
    Column("told", String(120), nullable=False),  # what it was set to; never a password
)
