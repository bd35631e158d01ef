"""How the figures are told: docs/performance.md, written by `make bench ARGS=--write`."""

from __future__ import annotations

HEAD = """\
# How fast it is

Taken by `make bench ARGS=--write` on {day}: {processor}.
{versions}.
Medians of {rounds} rounds of {seconds:g} s. The load of the machine at the start was {load:.1f}; its
processors may be shared. **Only the ratios hold elsewhere.**

A *durable turn* is what a resident's message costs: the conversation is loaded and locked, the dialogs play
the event, and the update, the new state, the case where one is filed, and the reply are stored in one
transaction that is on the disk (SQLite `synchronous=FULL`, PostgreSQL `synchronous_commit=on`) before the
channel is answered. Measured through `Conversations.hear`, the one entrance of every channel, with residents
who each make a whole complaint in Tibetan: {steps} turns, half of them typed, one refused, one changed, and
at the end a case with its clocks, its event, its receipt and a new key. The channel's own work (HTTP, the Bot
API) is not in it.

The *ceiling* is measured in the same round: the driver alone, with the four statements of a plain turn
(load, update, state, reply) on the same tables with the same indexes, sizes and durability, and no dialog,
no words, no sealing, no SQLAlchemy. On SQLite it is one writer thread that commits together what waits; on
PostgreSQL a connection for each conversation.
"""

_TURNS = """\
| conversations at once | turns a second | p50, ms | p99, ms | ceiling, turns a second | of the ceiling |
|---|---|---|---|---|---|"""

_TABLES = {
    "turns SQLite": f"## Turns, SQLite\n\n{_TURNS}",
    "turns PostgreSQL": f"## Turns, PostgreSQL\n\n{_TURNS}",
    "starts": """\
## Starting

From the start of the process until it would serve (imports, tables, words, dialogs, applications), over a \
database that is there already, and its memory then (resident set).

| `serve --role` | seconds | MB |
|---|---|---|""",
    "queue": """\
## The queue

Milliseconds, through the store: fifty rows and how many there are. One case in ten is open.

| database | cases | first page | next page | first page of one unit | counts of every filter |
|---|---|---|---|---|---|""",
    "finding": """\
## Finding a matter

Milliseconds for what a resident typed: the three matters it may mean, and whether it speaks of danger.

| text | find | danger |
|---|---|---|""",
}


def table(name: str, rows: list[str]) -> str:
    """A headed table."""
    return "\n".join([_TABLES[name], *rows, ""])
