"""Whether all is well with an office's Lamton: each check says so, or what is wrong. Nothing is changed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, make_url, select, text

from bot.settings import Settings
from bot.wiring import ROOT, office_folder
from cases.office import load_office
from storage import cases as case_rows
from storage import file_rows
from storage.files import FileStore, FileStoreError
from storage.migrating import HEAD, plain_url
from storage.sealing import Keyring, SealingError
from storage.store import Store
from storage.tables import cases, keys

FONTS = ROOT / "bot" / "web" / "shared" / "static" / "fonts"
PAPER_FONTS = ROOT / "bot" / "papers" / "fonts"
_AT_ONCE = 200


@dataclass(frozen=True)
class Finding:
    """One check: what was looked at, whether it is well, and what was seen."""

    what: str
    well: bool
    seen: str


class Unwell(Exception):
    """What is wrong, in a sentence for the operator; nothing a resident wrote."""


async def examine(settings: Settings) -> list[Finding]:
    """Every check in turn; where the database or the key is not to be had, what needs it is left out."""
    found = [await _look("office", lambda: _office(settings)), await _look("words", lambda: _words(settings))]
    found.append(await _look("clips", lambda: _clips(settings)))
    found.append(await _look("fonts", _fonts))
    store: Store | None = None
    try:
        found.append(await _look("database", lambda: _there(settings)))
        if found[-1].well:
            store = _opened(settings)
            found.append(await _look("migrations", lambda: _migrated(store)))
        try:
            keyring = Keyring(settings.key())
            found.append(Finding("key", True, "32 bytes"))
        except (SealingError, OSError) as error:
            found.append(Finding("key", False, str(error)))
        else:
            if store is not None and found[-2].well:
                found.append(await _look("key and database", lambda: _fits(store, keyring)))
                found.append(await _look("files", lambda: _files(store, settings)))
                found.append(await _look("records", lambda: _records(store, keyring)))
    finally:
        if store is not None:
            await store.close()
    return found


async def _look(what: str, check: Callable[[], Awaitable[str]]) -> Finding:
    try:
        return Finding(what, True, await check())
    except Exception as error:  # a doctor reports whatever is wrong, and goes on
        seen = str(error) if isinstance(error, Unwell) else f"{type(error).__name__}: {error}"
        return Finding(what, False, seen)


async def _office(settings: Settings) -> str:
    office = load_office(ROOT / settings.office)
    return f"{office.zh}, {len(office.places)} places, {len(office.units)} units"


async def _words(settings: Settings) -> str:
    from bot.words.review import LEDGER, counts_of, read_ledger
    from bot.words.texts import load_texts

    texts = load_texts(ROOT / "locales", load_office(ROOT / settings.office))
    review = counts_of(read_ledger(ROOT / "locales"))
    told = ", ".join(f"{language}: {len(one.ids)} messages" for language, one in texts.items())
    return f"{told}; {LEDGER.name}: {review}; {len(texts['bo'].drafts)} Tibetan messages nobody has signed"


async def _clips(settings: Settings) -> str:
    from bot.clips import load_clips
    from bot.words.texts import load_texts

    folder = office_folder(settings)
    texts = load_texts(ROOT / "locales", load_office(folder))
    current = load_clips(folder / "voice", texts).current
    told = ", ".join(f"{language}: {len(clips)}" for language, clips in current.items())
    return f"{told} that may be sent; `python -m bot voices` lists what is missing or older"


async def _fonts() -> str:
    found = sorted(f.name for f in FONTS.glob("*.woff2") if f.stat().st_size)
    if not found:
        raise Unwell("the Tibetan font is missing")
    whole = sorted(f.name for f in PAPER_FONTS.glob("*.ttf") if f.stat().st_size)
    if len(whole) < 2:
        raise Unwell("a font of the papers is missing")
    return ", ".join((*found, *whole))


async def _there(settings: Settings) -> str:
    return await asyncio.to_thread(_place, settings)


def _place(settings: Settings) -> str:
    url = make_url(plain_url(settings.database))
    if url.get_backend_name() != "sqlite":
        return url.render_as_string(hide_password=True)
    if not url.database or not Path(url.database).is_file():
        raise Unwell("there is no database file yet: `serve` makes it")
    return f"{url.database}, {Path(url.database).stat().st_size:,} bytes"


def _opened(settings: Settings) -> Store:
    """The store as it stands, without bringing its tables up to date."""
    url = plain_url(settings.database)
    if url.startswith("sqlite"):
        from storage.sqlite_store import SqliteStore

        return SqliteStore(url)
    from storage.postgres_store import PostgresStore

    return PostgresStore(url)


async def _migrated(store: Store) -> str:
    version = await store.read(lambda c: c.execute(text("SELECT version_num FROM alembic_version")).scalar())
    if version != HEAD:
        raise Unwell(f"the tables are of {version}, this release has {HEAD}: start `serve` once")
    return f"{version}"


async def _fits(store: Store, keyring: Keyring) -> str:
    wrapped = await store.read(lambda c: list(c.execute(select(keys.c.wrapped)).scalars()))
    for one in wrapped:
        keyring.unwrap(one)
    return f"{len(wrapped)} data keys open"


async def _files(store: Store, settings: Settings) -> str:
    addresses = await store.read(file_rows.addresses)
    folder = settings.data_dir / "files"
    if not addresses:
        return "none yet"
    if not folder.is_dir():
        raise Unwell(f"{len(addresses)} files are named and {folder} is not there")
    return await asyncio.to_thread(_read_all, FileStore(folder), addresses)


def _read_all(files: FileStore, addresses: set[str]) -> str:
    bad = []
    for address in sorted(addresses):
        try:
            files.get(address)
        except (FileStoreError, OSError) as error:
            bad.append(f"{address[:12]}… {type(error).__name__}")
    if bad:
        raise Unwell(f"{len(bad)} of {len(addresses)} files cannot be read: {', '.join(bad[:5])}")
    return f"{len(addresses)} whole"


async def _records(store: Store, keyring: Keyring) -> str:
    numbers = await store.read(lambda c: list(c.execute(select(cases.c.number)).scalars()))
    broken: list[str] = []
    for start in range(0, len(numbers), _AT_ONCE):
        page = numbers[start : start + _AT_ONCE]
        broken += await store.read(partial(_broken, keyring=keyring, numbers=page))
    if broken:
        raise Unwell(f"the record of {len(broken)} cases was tampered with: {', '.join(broken[:5])}")
    return f"{len(numbers)} cases, every chain holds"


def _broken(connection: Connection, keyring: Keyring, numbers: list[str]) -> list[str]:
    broken = []
    for number in numbers:
        try:
            stored = case_rows.find(connection, keyring, number)
            holds = stored is None or case_rows.chain_holds(connection, keyring, stored)
        except SealingError:
            holds = False
        if not holds:
            broken.append(number)
    return broken
