"""Databases to measure on: a SQLite file in a folder of its own, a PostgreSQL database of its own."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg

SERVER = os.environ.get("LAMTON_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")
ENGINES = ("SQLite", "PostgreSQL")


@contextmanager
def database(engine: str) -> Iterator[str]:
    """The URL of a new, empty database, gone afterwards."""
    if engine == "SQLite":
        folder = Path(tempfile.mkdtemp(prefix="lamton-bench-"))
        try:
            yield f"sqlite:///{folder / 'lamton.db'}"
        finally:
            shutil.rmtree(folder)
    else:
        name = f"lamton_bench_{secrets.token_hex(4)}"
        asyncio.run(_say(f'CREATE DATABASE "{name}"'))
        try:
            yield f"{SERVER.rsplit('/', 1)[0]}/{name}"
        finally:
            asyncio.run(_say(f'DROP DATABASE "{name}" WITH (FORCE)'))


def reachable() -> bool:
    """Whether a PostgreSQL server is there."""
    try:
        asyncio.run(_say("SELECT 1"))
    except (OSError, asyncpg.PostgresError):
        return False
    return True


async def _say(statement: str) -> None:
    connection = await asyncpg.connect(SERVER)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
