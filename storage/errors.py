"""What can go wrong with the database, for every caller alike.

Errors::

    StorageError
    ├── StorageBusy   another process holds the lock, or the server is out of connections: try again
    ├── StorageFull   the disk is full: nothing was written
    ├── StorageDown   the database is not there
    └── SchemaOld     the tables are not those of this release: run the migrations
"""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError


class StorageError(Exception):
    """The root of what can go wrong with the database; nothing of the turn was stored."""


class StorageBusy(StorageError):
    """Another process holds the lock, or too many wait."""


class StorageFull(StorageError):
    """There is no room on the disk."""


class StorageDown(StorageError):
    """The database cannot be reached, or is broken."""


class SchemaOld(StorageError):
    """The tables are not those of this release."""


def typed(error: Exception) -> Exception:
    """The storage error that `error` of a driver is; any other error as it is."""
    if not isinstance(error, DBAPIError | OSError):
        return error
    text = str(getattr(error, "orig", error)).lower()
    if "disk is full" in text or "no space left" in text or "disk i/o error" in text or "readonly" in text:
        return StorageFull("no room on the disk")
    if "locked" in text or "busy" in text or "too many" in text or "deadlock" in text or "serialize" in text:
        return StorageBusy("the database is busy")
    if (
        isinstance(error, OSError)
        or error.connection_invalidated
        or "connect" in text
        or "unable to open" in text
    ):
        return StorageDown("the database cannot be reached")
    return error
