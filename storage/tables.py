"""The tables. What residents wrote is in sealed columns (`bytes`), everything else serves the law's clocks.

Times are aware UTC datetimes kept as milliseconds since 1970 (`Instant`); `_on` are days in the
office's time zone. Sealed columns are bound to their row (`storage.sealing`).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage import webhook_tables as webhook_tables
from storage.chat_tables import chat_lines as chat_lines
from storage.chat_tables import chats as chats
from storage.claim_tables import claims as claims
from storage.columns import SERIAL, Instant, partial_index
from storage.columns import metadata as metadata
from storage.figure_tables import index_what_is_counted
from storage.group_tables import staff_groups as staff_groups
from storage.notice_tables import notices as notices
from storage.notice_tables import reminded as reminded
from storage.notice_tables import suggestions as suggestions
from storage.outbox_table import outbox as outbox
from storage.page_tables import canned_replies as canned_replies
from storage.page_tables import case_notes as case_notes
from storage.page_tables import file_words as file_words
from storage.page_tables import held_replies as held_replies
from storage.page_tables import related_cases as related_cases
from storage.queue_tables import move_drafts as move_drafts
from storage.queue_tables import saved_views as saved_views
from storage.rating_table import ratings as ratings
from storage.side_tables import exports as exports
from storage.side_tables import inbox as inbox
from storage.side_tables import tries as tries
from storage.sight_tables import assisting_units as assisting_units
from storage.sight_tables import recusals as recusals
from storage.sight_tables import staff_acts as staff_acts
from storage.staff_tables import link_codes as link_codes
from storage.staff_tables import staff as staff
from storage.staff_tables import staff_sessions as staff_sessions
from storage.staff_tables import staff_updates as staff_updates
from storage.supervision_tables import supervisions as supervisions
from storage.visit_tables import appointments as appointments
from storage.visit_tables import slots as slots
from storage.word_tables import corrections as corrections
from storage.word_tables import word_events as word_events
from storage.word_tables import word_signs as word_signs
from storage.word_tables import word_version as word_version

# Every column that names a key has an index: to delete a key, a database looks for who still names it.
keys = Table(
    "keys",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("channel", String(12), nullable=False),
    Column("address_hash", LargeBinary, nullable=False),
    Column("address", LargeBinary, nullable=False),
    Column("key_id", ForeignKey("keys.id"), nullable=False, index=True),
    Column("language", String(2)),
    Column("state", LargeBinary, nullable=False),
    Column("blocked", Boolean, nullable=False, server_default=text("false")),
    Column("heard_at", Instant, nullable=False),
    UniqueConstraint("channel", "address_hash"),
)

cases = Table(
    "cases",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("number", String(32), nullable=False, unique=True),
    Column("code_hash", LargeBinary, nullable=False),
    Column("draft", String(32), nullable=False, unique=True),
    Column("conversation_id", ForeignKey("conversations.id")),
    Column("key_id", ForeignKey("keys.id"), nullable=False, index=True),
    Column("channel", String(12), nullable=False),
    Column("language", String(2), nullable=False),
    Column("matter", String(32), nullable=False),
    Column("place", String(12), nullable=False),
    Column("status", String(16), nullable=False),
    Column("open", Boolean, nullable=False),
    Column("unit", String(32)),
    Column("complex", Boolean),
    Column("item", Integer),
    Column("waiting", Boolean, nullable=False, server_default=text("false")),
    Column("identity", String(16), nullable=False),
    Column("filed_on", Date, nullable=False),
    Column("filed_at", Instant, nullable=False),
    Column("done", String(64), nullable=False, server_default=text("''")),
    Column("restricted", Boolean, nullable=False, server_default=text("false")),
    Column("came_by", String(12), nullable=False, server_default=text("'service'")),
    Column("persons", Integer, nullable=False, server_default=text("1")),
    Column("repeated", Boolean, nullable=False, server_default=text("false")),
    Column("owed_fen", BigInteger),
    Column("assisting", String(400), nullable=False, server_default=text("''")),
    Column("outcome", String(16)),
    Column("extended", Boolean, nullable=False, server_default=text("false")),
    Column("led_path", String(32)),
    Column("led_to", String(32)),
    Column("earlier", Text, nullable=False, server_default=text("'[]'")),
    Column("national_number", String(32)),
    Column("reported", String(32)),
    Column("next_due_on", Date),
    Column("queue_on", Date, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    partial_index("ix_cases_queue", "queue_on", "id", where="open", sqlite_where="open = 1"),
    partial_index("ix_cases_unit", "unit", "queue_on", "id", where="open", sqlite_where="open = 1"),
    partial_index("ix_cases_done", "filed_on", "id", where="NOT open", sqlite_where="open = 0"),
    partial_index("ix_cases_done_unit", "unit", "filed_on", "id", where="NOT open", sqlite_where="open = 0"),
    Index("ix_cases_filed", "filed_at", "id"),
    Index("ix_cases_conversation", "conversation_id"),
    partial_index("ix_cases_national", "national_number", where="national_number IS NOT NULL"),
)

events = Table(
    "events",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("move", String(16), nullable=False),
    Column("before", String(16)),
    Column("after", String(16)),
    Column("on_day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by_role", String(16), nullable=False),
    Column("staff_id", String(16)),
    Column("parts", LargeBinary, nullable=False),
    Column("link", LargeBinary, nullable=False),
    Column("undone_on", Date),  # said of the move by its correction, which has a link of its own
    Index("ix_events_case", "case_id", "id"),
    partial_index("ix_events_staff", "staff_id", "case_id", where="staff_id IS NOT NULL"),
)

clocks = Table(
    "clocks",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("name", String(24), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("basis", String(80), nullable=False),
    Column("started_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("stopped_on", Date),
    Column("longer", Integer, nullable=False, server_default=text("0")),
    Index("ix_clocks_case", "case_id", "id"),
    partial_index("ix_clocks_running", "due_on", where="stopped_on IS NULL"),
    partial_index(
        "ix_clocks_unsure",
        "case_id",
        where="stopped_on IS NULL AND provisional",
        sqlite_where="stopped_on IS NULL AND provisional = 1",
    ),
)

reminders = Table(
    "reminders",
    metadata,
    Column("clock_id", ForeignKey("clocks.id"), primary_key=True),
    Column("stage", String(12), primary_key=True),
    Column("at", Instant, nullable=False),
)

files = Table(
    "files",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id")),  # none: a clerk's scan
    Column("key_id", ForeignKey("keys.id"), nullable=False, index=True),
    Column("draft", String(32)),
    Column("case_id", String(16)),
    Column("state", String(10), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("media_type", String(80)),
    Column("name", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("seconds", Integer),
    Column("address", String(64)),
    Column("remote", LargeBinary),
    Column("reason", String(32)),
    Column("made_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("due_at", Instant, nullable=False),
    partial_index("ix_files_case", "case_id", where="case_id IS NOT NULL"),
    Index("ix_files_draft", "draft"),
    Index("ix_files_conversation", "conversation_id"),
    partial_index("ix_files_waiting", "due_at", where="state = 'waiting'"),
    partial_index("ix_files_loose_scans", "made_at", where="conversation_id IS NULL AND case_id IS NULL"),
)

index_what_is_counted(cases, events, clocks, ratings)
