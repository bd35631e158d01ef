"""What `python -m bot api-keys …` does. A new key is stored by its keyed hash: the master key is needed."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime

import typer
from sqlalchemy import Connection

from bot.commands.refusals import refuse, told_plainly
from bot.commands.staff import as_typed
from bot.commands.starting import check_key, read_settings, user
from dialogs.engine.reading import clean
from storage import api_keys
from storage.sealing import Keyring
from storage.store import T, open_store

MOST_NAME = 60


def add(name: str, scopes: tuple[str, ...]) -> None:
    """A new key."""
    name = clean(as_typed(name))
    if not name or len(name) > MOST_NAME:
        refuse(f"A name has 1 to {MOST_NAME} characters.")
    with told_plainly():
        settings = read_settings()
        master = settings.key()
        keyring = Keyring(master)

        def work(connection: Connection) -> tuple[str, str]:
            return api_keys.add(connection, keyring, name, scopes, user(), datetime.now(UTC))

        async def run() -> tuple[str, str]:
            store = await open_store(settings.database)
            try:
                await check_key(store, master)
                return await store.write(work)
            finally:
                await store.close()

        key_id, token = asyncio.run(run())
    sys.stderr.write(f"Key {key_id} of {name} may {' and '.join(scopes)}. It is shown this once:\n")
    typer.echo(token)


def show() -> None:
    """A line for each key."""
    with told_plainly():
        for one in _in_database(api_keys.everyone):
            used = f"{one.used_at:%Y-%m-%d %H:%M}" if one.used_at else "never used"
            ended = "  ended" if one.ended_at else ""
            told = (one.id, ",".join(one.scopes), f"{one.made_at:%Y-%m-%d}", used, one.name)
            typer.echo("  ".join(told) + ended)


def end(key: str) -> None:
    """End a key."""
    with told_plainly():
        if not _in_database(lambda connection: api_keys.end(connection, key, datetime.now(UTC))):
            refuse(f"There is no key {key} to end.")
    typer.echo(f"{key} is ended.")


def _in_database(work: Callable[[Connection], T]) -> T:
    async def run() -> T:
        store = await open_store(read_settings().database)
        try:
            return await store.write(work)
        finally:
            await store.close()

    return asyncio.run(run())
