"""The tables of other systems: addresses told of moves, what was sent there, keys of the API, its uses."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, LargeBinary, String, Table, text

from storage.columns import SERIAL, Instant, metadata, partial_index

webhook_addresses = Table(
    "webhook_addresses",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("url", String(500), nullable=False),
    Column("state", String(8), nullable=False),
    Column("secret", LargeBinary, nullable=False),
    Column("old_secret", LargeBinary),
    Column("old_until_at", Instant),
    Column("failing_since_at", Instant),
    Column("not_before_at", Instant),
    Column("made_by", String(16)),
    Column("made_at", Instant, nullable=False),
    Column("changed_by", String(16)),
    Column("changed_at", Instant),
    partial_index("ix_webhook_addresses_on", "id", where="state = 'on'"),
)

_QUEUED = "state = 'queued'"
# The case and what became of it are columns: the message is written anew at each try, always the same.
webhook_deliveries = Table(
    "webhook_deliveries",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("address_id", ForeignKey("webhook_addresses.id"), nullable=False),
    Column("event_id", String(40), nullable=False),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("move", String(16), nullable=False),
    Column("before", String(16)),
    Column("after", String(16), nullable=False),
    Column("on_day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("state", String(8), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("leased_until", Instant),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("tried_at", Instant),
    Column("answered", Integer),
    Column("fault", String(40)),
    Column("since_at", Instant, nullable=False),
    partial_index("ix_webhook_deliveries_due", "due_at", "id", where=_QUEUED),
    partial_index("ix_webhook_deliveries_order", "address_id", "case_id", "id", where=_QUEUED),
    Index("ix_webhook_deliveries_log", "address_id", "id"),
    Index("ix_webhook_deliveries_at", "at"),
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("name", String(60), nullable=False),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("scopes", String(64), nullable=False),
    Column("made_by", String(60), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("used_at", Instant),
)

api_uses = Table(
    "api_uses",
    metadata,
    Column("id", SERIAL, primary_key=True),
    Column("key_id", ForeignKey("api_keys.id"), nullable=False),
    Column("what", String(40), nullable=False),
    Column("case_id", String(16)),
    Column("status", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_api_uses_key", "key_id", "id"),
    Index("ix_api_uses_at", "at"),
    partial_index("ix_api_uses_case", "case_id", "id", where="case_id IS NOT NULL"),
)

api_intakes = Table(
    "api_intakes",
    metadata,
    Column("draft", String(32), primary_key=True),
    Column("key_id", ForeignKey("api_keys.id"), nullable=False, index=True),
    Column("asked_hash", LargeBinary, nullable=False),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("at", Instant, nullable=False),
)
