"""The tables of what no case carries: activities, their numbers, the villages they reached."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, String, Table, text

from storage.columns import Instant, metadata

activities = Table(
    "activities",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("on_day", Date, nullable=False),
    Column("staff_id", String(16), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("struck", Boolean, nullable=False, server_default=text("false")),
    Column("struck_by", String(16)),
    Index("ix_activities_day", "on_day", "id"),
)

activity_numbers = Table(
    "activity_numbers",
    metadata,
    Column("activity_id", ForeignKey("activities.id"), primary_key=True),
    Column("name", String(24), primary_key=True),
    Column("value", BigInteger, nullable=False),
)

activity_villages = Table(
    "activity_villages",
    metadata,
    Column("activity_id", ForeignKey("activities.id"), primary_key=True),
    Column("village", String(12), primary_key=True),
)

MOVED = "after IS NOT NULL AND undone_on IS NULL"
"""Of an event: it is a move that stands, and not a reading or an export of the case."""


def index_what_is_counted(cases: Table, events: Table, clocks: Table, ratings: Table) -> None:
    """The indexes by which figures find their rows in tables that serve cases first."""
    Index("ix_cases_filed_on", cases.c.filed_on)
    Index(
        "ix_events_moved",
        events.c.move,
        events.c.on_day,
        events.c.case_id,
        sqlite_where=text(MOVED),
        postgresql_where=text(MOVED),
    )
    Index("ix_clocks_stopped_on", clocks.c.stopped_on, clocks.c.name)
    Index("ix_clocks_due_on", clocks.c.due_on, clocks.c.name)
    Index("ix_ratings_day", ratings.c.rated_on)
