"""What the database alone could do: the four statements of a turn on the real tables, and no engine.

Load the conversation (locked), store what came in, save the state, queue the reply. Same tables, indexes,
sizes and durability as the engine's; no dialog, no words, no sealing, no SQLAlchemy.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

import asyncpg

from storage.migrating import migrate
from storage.sqlite_store import BATCH

STATE, CAME, WENT = b"s" * 900, b"i" * 60, b"o" * 700
"""About what a turn of the complaint stores, in bytes."""
NOW = 1_800_000_000_000

_LOAD = (
    "SELECT c.id, c.channel, c.key_id, c.state, c.heard_at, c.blocked, k.wrapped FROM conversations c"
    " JOIN keys k ON k.id = c.key_id WHERE c.channel = {0} AND c.address_hash = {1}"
)
_CAME = (
    "INSERT INTO inbox (channel, update_key, conversation_id, key_id, body, at)"
    " VALUES ({0}, {1}, {2}, {3}, {4}, {5}) ON CONFLICT DO NOTHING"
)
_SAVE = (
    "UPDATE conversations SET state = {0}, language = {1}, heard_at = {2}, key_id = {3}, blocked = {4}"
    " WHERE id = {5}"
)
_WENT = (
    "INSERT INTO outbox (channel, recipient, key_id, lane, state, body, due_at, made_at)"
    " VALUES ({0}, {1}, {2}, 0, 'queued', {3}, {4}, {5})"
)
_KEY = "INSERT INTO keys (id, wrapped) VALUES ({0}, {1})"
_NEW = (
    "INSERT INTO conversations (id, channel, address_hash, address, key_id, state, heard_at)"
    " VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6})"
)


@dataclass(frozen=True)
class Statements:
    """The statements with the marks of one driver."""

    load: str
    came: str
    save: str
    went: str
    key: str
    new: str


def _marked(mark: str, lock: str = "") -> Statements:
    texts = [_LOAD + lock, _CAME, _SAVE, _WENT, _KEY, _NEW]
    return Statements(*(t.format(*(mark.format(n) for n in range(1, 8))) for t in texts))


SQLITE = _marked("?")
POSTGRES = _marked("${}", " FOR UPDATE OF c")


def _made(number: int) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    key, address = f"k{number}", number.to_bytes(32, "big")
    return (key, b"w" * 40), (f"c{number}", "terminal", address, b"a" * 40, key, STATE, NOW)


class RawSqlite:
    """A connection of the standard library, WAL and `synchronous=FULL`."""

    def __init__(self, url: str, at_once: int) -> None:
        migrate(url)
        self.raw = sqlite3.connect(
            url.removeprefix("sqlite:///"), isolation_level=None, check_same_thread=False
        )
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536"):
            self.raw.execute(f"PRAGMA {pragma}")
        for number in range(at_once):
            key, conversation = _made(number)
            self.raw.execute(SQLITE.key, key)
            self.raw.execute(SQLITE.new, conversation)

    def turn(self, number: int, step: int) -> None:
        """The statements of one turn, within a transaction that the caller begins and commits."""
        run = self.raw.execute
        _id, _channel, key, *_rest = run(SQLITE.load, ("terminal", number.to_bytes(32, "big"))).fetchone()
        run(SQLITE.came, ("terminal", f"{number}/{step}", _id, key, CAME, NOW))
        run(SQLITE.save, (STATE, "bo", NOW, key, False, _id))
        run(SQLITE.went, ("terminal", _id, key, WENT, NOW, NOW))


def one_a_turn(url: str, seconds: float) -> float:
    """SQLite, one transaction a turn, turns a second."""
    database = RawSqlite(url, 1)
    began, done = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        database.raw.execute("BEGIN IMMEDIATE")
        database.turn(0, done)
        database.raw.execute("COMMIT")
        done += 1
    whole = time.perf_counter() - began
    database.raw.close()
    return done / whole


async def one_writer(url: str, at_once: int, seconds: float) -> float:
    """SQLite, one writer thread that commits what waits together, turns a second."""
    database = await asyncio.to_thread(RawSqlite, url, at_once)
    waiting: queue.SimpleQueue[tuple[int, int, Future[None]] | None] = queue.SimpleQueue()

    def write() -> None:
        while (first := waiting.get()) is not None:
            batch = [first]
            while len(batch) < BATCH and not waiting.empty():
                if (more := waiting.get()) is None:
                    return
                batch.append(more)
            database.raw.execute("BEGIN IMMEDIATE")
            for number, step, _ in batch:
                database.turn(number, step)
            database.raw.execute("COMMIT")
            for _, _, answer in batch:
                answer.set_result(None)

    writer = threading.Thread(target=write)
    writer.start()
    began = time.perf_counter()

    async def resident(number: int) -> int:
        step = 0
        while time.perf_counter() - began < seconds:
            answer: Future[None] = Future()
            waiting.put((number, step, answer))
            await asyncio.wrap_future(answer)
            step += 1
        return step

    done = sum(await asyncio.gather(*(resident(n) for n in range(at_once))))
    whole = time.perf_counter() - began
    waiting.put(None)
    await asyncio.to_thread(writer.join)
    database.raw.close()
    return done / whole


async def asyncpg_alone(url: str, at_once: int, seconds: float) -> float:
    """PostgreSQL through asyncpg, a connection for each resident, one transaction a turn, turns a second."""
    await asyncio.to_thread(migrate, url)
    connections = [await asyncpg.connect(url) for _ in range(at_once)]
    for number in range(at_once):
        key, conversation = _made(number)
        await connections[0].execute(POSTGRES.key, *key)
        await connections[0].execute(POSTGRES.new, *conversation)
    began = time.perf_counter()

    async def resident(number: int) -> int:
        connection, step = connections[number], 0
        load, came, save, went = [
            await connection.prepare(s) for s in (POSTGRES.load, POSTGRES.came, POSTGRES.save, POSTGRES.went)
        ]
        while time.perf_counter() - began < seconds:
            async with connection.transaction():
                row = await load.fetchrow("terminal", number.to_bytes(32, "big"))
                assert row is not None
                await came.fetch("terminal", f"{number}/{step}", row["id"], row["key_id"], CAME, NOW)
                await save.fetch(STATE, "bo", NOW, row["key_id"], False, row["id"])
                await went.fetch("terminal", row["id"], row["key_id"], WENT, NOW, NOW)
            step += 1
        return step

    done = sum(await asyncio.gather(*(resident(n) for n in range(at_once))))
    whole = time.perf_counter() - began
    for connection in connections:
        await connection.close()
    return done / whole
