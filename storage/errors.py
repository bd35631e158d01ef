"""What can go wrong with the database, for every caller alike.

Errors::

    StorageError
    ├── StorageBusy   another process holds the lock, or the server is out of connections: try again
    ├── StorageFull   the disk is full: nothing was written
    ├── StorageDown   the database is not there, is broken, or may not be written
    └── SchemaOther   the tables are those of a newer release than this one
"""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class StorageError(Exception):
    """The root of what can go wrong with the database; nothing of the turn was stored."""


class StorageBusy(StorageError):
    """Another process holds the lock, or too many wait."""


class StorageFull(StorageError):
    """There is no room on the disk."""


class StorageDown(StorageError):
    """The database cannot be reached, is broken, or may not be written."""


class SchemaOther(StorageError):
    """The tables are those of a newer release."""


_SAID: tuple[tuple[str, type[StorageError]], ...] = (
    ("disk is full", StorageFull),
    ("no space left", StorageFull),
    ("quota exceeded", StorageFull),
    ("locked", StorageBusy),
    ("lock timeout", StorageBusy),
    ("deadlock", StorageBusy),
    ("serialize", StorageBusy),
    ("too many", StorageBusy),
    ("busy", StorageBusy),
    ("unable to open", StorageDown),
    ("readonly", StorageDown),
    ("disk i/o error", StorageDown),
    ("malformed", StorageDown),
    ("not a database", StorageDown),
    ("connect", StorageDown),
    ("terminat", StorageDown),
    ("shutting down", StorageDown),
    ("starting up", StorageDown),
)
"""What drivers say, and the error it is; the first that fits."""


def typed(error: Exception) -> Exception:
    """The storage error that `error` of a driver is; any other error as it is."""
    if isinstance(error, PoolTimeout):
        return StorageBusy("every connection to the database is taken")
    if isinstance(error, IntegrityError) or not isinstance(error, DBAPIError | sqlite3.Error | OSError):
        return error
    text = str(getattr(error, "orig", error)).lower()
    for said, kind in _SAID:
        if said in text:
            return kind(_PLAIN[kind])
    if isinstance(error, OSError) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return StorageDown(_PLAIN[StorageDown])
    return error


_PLAIN: dict[type[StorageError], str] = {
    StorageFull: "no room on the disk",
    StorageBusy: "the database is busy",
    StorageDown: "the database cannot be reached",
}
