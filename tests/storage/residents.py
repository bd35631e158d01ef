"""Residents who make complaints, and what of it stands in the database."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, select

from bot.conversation import Reply
from bot.wiring import House
from dialogs.engine.events import Event
from storage import cases as case_rows
from storage.cases import Stored
from storage.tables import cases, metadata
from tests.bench.turns import COMPLAINT

CHANNEL = "terminal"


def key_of(resident: str, step: int) -> str:
    """The update's own key; on every channel it tells nothing of who sent it."""
    return f"{sha256(resident.encode()).hexdigest()[:16]}/{step}"


async def say(house: House, resident: str, step: int, event: Event | None = None) -> Reply:
    """The step of a complaint, or another event under its number."""
    return await house.conversations.hear(CHANNEL, resident, key_of(resident, step), event or COMPLAINT[step])


async def say_all(house: House, resident: str, steps: Iterable[int] = range(len(COMPLAINT))) -> Reply:
    """Several steps, by default all of them; the last reply."""
    reply = None
    for step in steps:
        reply = await say(house, resident, step)
    assert reply is not None
    return reply


async def filed(house: House, resident: str) -> tuple[str, str]:
    """A case filed: its number and code."""
    receipt = (await say_all(house, resident)).receipt
    assert receipt is not None
    return receipt


async def stored(house: House, number: str) -> Stored:
    """The case of a number."""
    found = await house.store.read(lambda c: case_rows.find(c, house.keyring, number))
    assert found is not None
    return found


async def everything(house: House) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""

    def look(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }

    return await house.store.read(look)


async def how_many_cases(house: House) -> int:
    """Cases in all."""
    return await house.store.read(lambda c: c.execute(select(func.count()).select_from(cases)).scalar_one())
