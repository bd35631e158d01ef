"""Talks with a person, as they stand in the copy of what is held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from bot.talking import KEPT
from storage import chats, file_rows
from storage.chats import RESIDENT, SEEN, Line

if TYPE_CHECKING:
    from bot.wiring import House

Take = Callable[[Connection, "House", str, Iterable[file_rows.Shown]], list[Any]]
"""Puts files into the copy, below a folder, and tells of each."""


def talks_of(connection: Connection, house: House, conversation: str, take: Take) -> Iterator[dict[str, Any]]:
    """Each talk, the newest first: what was said and sent, when the staff read it, until when it is kept."""
    for one in chats.of_conversation(connection, house.keyring, conversation):
        until = one.closed_at + KEPT if one.closed_at else None
        files = file_rows.of_case(connection, house.keyring, one.id)
        yield {
            "begun_at": _when(house, one.opened_at),
            "closed_at": _when(house, one.closed_at) if one.closed_at else None,
            "kept_until": house.time.day_of(until).isoformat() if until else None,
            "lines": [_line(house, line) for line in chats.lines(connection, one)],
            "files": take(connection, house, "files/talks", files),
        }


def _line(house: House, line: Line) -> dict[str, Any]:
    """One line; of the staff it is not told who."""
    told: dict[str, Any] = {"at": _when(house, line.at), "from": "you" if line.by == RESIDENT else "office"}
    if line.by == SEEN:
        return {**told, "what": "read"}
    return told | {name: line.body[name] for name in ("text", "pin") if line.body.get(name)}


def _when(house: House, at: datetime) -> str:
    return at.astimezone(house.office.time_zone).isoformat(timespec="minutes")
