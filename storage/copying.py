"""A copy of all that is stored, taken while everything runs: the database of one moment, then the files.

In that order, since each file was on the disk before the commit that names it. What is copied is sealed, and
stays so. A PostgreSQL is copied by its own tools. Everything here blocks.

Errors::

    CopyError
    ├── NotAFile      the database is no file that can be copied
    ├── NothingThere  no database lies where it should
    └── NotEmpty      something lies already where the copy would go
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from storage.errors import StorageDown, typed
from storage.migrating import plain_url

DATABASE, FILES = "lamton.db", "files"
"""As they are called in a folder of data, and in a copy of it."""


class CopyError(Exception):
    """The root of why there is no copy; nothing was written."""


class NotAFile(CopyError):
    """The database is no file that can be copied."""


class NothingThere(CopyError):
    """No database lies where it should; its message is the path."""


class NotEmpty(CopyError):
    """Something lies already where the copy would go."""


def copy(database: str, files: Path, into: Path) -> int:
    """Copy the database of this URL and the files into a folder, new or empty; how many files.

    Raises CopyError, StorageError, and OSError where the disk does not take it.
    """
    url = make_url(plain_url(database))
    if url.get_backend_name() != "sqlite":
        raise NotAFile
    source = Path(url.database or "")
    if not source.is_file():
        raise NothingThere(source)
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise NotEmpty(into)
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        _database(source, into / DATABASE)
    except sqlite3.Error as error:  # its message may quote a row
        told = typed(error)
        raise told if told is not error else StorageDown(type(error).__name__) from error
    return _files(files, into / FILES)


def _database(source: Path, target: Path) -> None:
    """One moment of the database, whatever is written meanwhile."""
    target.touch(mode=0o600)
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as read,
        closing(sqlite3.connect(target)) as written,
    ):
        read.backup(written)


def _files(source: Path, target: Path) -> int:
    """Every file that is whole; one that is thrown away meanwhile is no longer wanted."""
    count = 0
    for path in sorted(source.glob("[0-9a-f][0-9a-f]/*")):
        into = target / path.parent.name
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            shutil.copy2(path, into / path.name)
        except FileNotFoundError:
            continue
        count += 1
    return count
