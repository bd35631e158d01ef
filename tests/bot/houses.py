"""Houses for tests: over SQLite and PostgreSQL alike, on a clock a test sets, made anew between messages."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from zoneinfo import ZoneInfo

import asyncpg
import pytest

import bot.wiring
from bot.settings import Settings
from bot.today import OfficeTime
from bot.wiring import ROOT, House
from cases.office import Office, load_office
from storage.migrating import migrate
from storage.sealing import MasterKey
from storage.store import Store
from storage.tables import metadata

KEY = MasterKey(bytes(range(32)))
POSTGRES = os.environ.get("LAMTON_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")
MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""Monday, nine in the morning in Jiali."""


class SetTime(OfficeTime):
    """A clock that stands still until a test moves it."""

    def __init__(self, at: datetime = MORNING) -> None:
        super().__init__(ZoneInfo("Asia/Shanghai"))
        self.at = at

    def now(self) -> datetime:
        """The time that was set, and what it was moved ahead."""
        return self.at + self.ahead

    def later(self, **by: float) -> None:
        """Move on by `timedelta(**by)`."""
        self.at += timedelta(**by)


def cached_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the messages and the offices' data once for all houses of a run; no house changes them."""
    monkeypatch.setattr(bot.wiring, "load_texts", _texts)
    monkeypatch.setattr(bot.wiring, "load_office", _office)


_read: dict[tuple[object, ...], Any] = {}
_load_texts, _load_office = bot.wiring.load_texts, bot.wiring.load_office


def _texts(folder: Path, office: Office) -> object:
    key = (folder, office.zh, *office.units.values())
    if key not in _read:
        _read[key] = _load_texts(folder, office)
    return _read[key]


def _office(folder: Path) -> Office:
    key = (folder, *((file.name, file.stat().st_mtime_ns) for file in sorted(folder.glob("*.*"))))
    if key not in _read:
        _read[key] = _load_office(folder)
    found: Office = _read[key]
    return found


@asynccontextmanager
async def open_house(
    data_dir: Path, url: str = "", time: OfficeTime | None = None, office: Office | None = None
) -> AsyncIterator[House]:
    """A house with its own data folder, over SQLite or the database at `url`, of the office of Jiali."""
    settings = Settings(data_dir=data_dir, database_url=url, secure_cookies=False)
    house = await bot.wiring.build(settings, KEY, time or SetTime(), office)
    try:
        yield house
    finally:
        await house.close()


def demo_office() -> Office:
    """The office of Jiali with the reception days of its demonstration."""
    return load_office(ROOT / "office" / "jiali", demo=True)


async def reloaded(house: House, monkeypatch: pytest.MonkeyPatch, office: Office | None = None) -> House:
    """Everything made anew over the same database, as after a restart: nothing lives in memory."""

    async def same(_url: str) -> Store:
        return house.store

    with monkeypatch.context() as patched:
        patched.setattr(bot.wiring, "open_store", same)
        return await bot.wiring.build(house.settings, KEY, house.time, office or house.office)


def with_office(house: House, folder: Path, changed: Mapping[str, str]) -> House:
    """The house as its next start makes it: lists of `[review]` in its office's data hold these units."""
    listed = {name: ", ".join(f'"{unit}"' for unit in units.split(",")) for name, units in changed.items()}
    edits = {f"{name} = []": f"{name} = [{units}]" for name, units in listed.items()}
    return _with_file(house, folder, "office.toml", edits)


def with_channel(house: House, folder: Path, takes: str) -> House:
    """The house where the terminal takes complaints (`full`), or gives guidance alone (`guidance`)."""
    other = {"full": "guidance", "guidance": "full"}[takes]
    return _with_file(house, folder, "office.toml", {f'terminal = "{other}"': f'terminal = "{takes}"'})


def with_contacts(house: House, folder: Path, unit: str) -> House:
    """The house whose list says where a unit is, how it is called and when it is open."""
    written = (ROOT / "office" / "jiali" / "units.csv").read_text(encoding="utf-8")
    line = next(one for one in written.splitlines() if one.startswith(f"{unit},"))
    told = ["嘉黎县城", "", "0896-1234567", "9:30-18:00", ""]  # the last columns
    fields = line.split(",")
    return _with_file(house, folder, "units.csv", {line: ",".join([*fields[: -len(told)], *told])})


def _with_file(house: House, folder: Path, name: str, edits: Mapping[str, str]) -> House:
    own = folder / "office"
    if not own.exists():
        shutil.copytree(ROOT / "office" / "jiali", own)
    text = (own / name).read_text(encoding="utf-8")
    for before, after in edits.items():
        text = text.replace(before, after)
    (own / name).write_text(text, encoding="utf-8")
    settings = house.settings.model_copy(update={"office": own})
    return replace(house, settings=settings, office=load_office(own))


def migrated_file(folder: Path) -> Path:
    """An empty SQLite database of this release, to be copied."""
    path = folder / "empty.db"
    migrate(f"sqlite:///{path}")
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


def copied(empty: Path, data_dir: Path) -> None:
    """Give a data folder its own copy of the empty database."""
    data_dir.mkdir(parents=True, exist_ok=True)
    shutil.copy(empty, data_dir / "lamton.db")


@contextmanager
def postgres_database() -> Iterator[str]:
    """A migrated PostgreSQL database of this run's own. Skips, with the reason, where there is no server."""
    name = f"lamton_{secrets.token_hex(6)}"
    try:
        asyncio.run(_run(POSTGRES, f'CREATE DATABASE "{name}"'))
    except (OSError, asyncpg.PostgresError) as error:
        pytest.skip(f"no PostgreSQL at LAMTON_TEST_POSTGRES: {type(error).__name__}")
    url = urlunsplit(urlsplit(POSTGRES)._replace(path=f"/{name}"))
    try:
        migrate(url)
        yield url
    finally:
        asyncio.run(_run(POSTGRES, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def emptied(url: str) -> None:
    """Every table of a database without its rows."""
    tables = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
    await _run(url, f"TRUNCATE {tables} RESTART IDENTITY CASCADE")


async def _run(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def disk_gives_nothing(house: House) -> None:
    """Where each stored file lay stands a folder: a disk that fails, whoever reads."""
    for path in (house.settings.data_dir / "files").glob("[0-9a-f][0-9a-f]/*"):
        path.unlink()
        path.mkdir()
