"""Encrypted files outside the database, each found by the hash of its ciphertext.

A file is written whole, synced and renamed into place before the commit that names it: a commit never
names a file that is not there, and a crash between the two leaves an orphan that `FileStore.sweep`
takes away. The store sees ciphertext alone (`storage.sealing`).

    folder/ab/cdef…     the file whose SHA-256 is abcdef… (64 hex digits)
    folder/incoming/    being written; what lies here after a crash is swept too

Errors::

    FileStoreError
    ├── DiskFull      no room (ENOSPC, EDQUOT); nothing is left behind
    ├── FileMissing   no file has this address
    └── FileDamaged   the bytes on the disk no longer have the hash that is their address

Any other fault of the disk is the OSError it is. Everything here blocks: callers on an event loop thread it.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

_ADDRESS: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class FileStoreError(Exception):
    """The root of what can go wrong with stored files."""


class DiskFull(FileStoreError):
    """There was no room for the file; nothing of it was left behind."""


class FileMissing(FileStoreError):
    """No file has this address."""


class FileDamaged(FileStoreError):
    """The bytes on the disk are not those that were stored."""


class FileStore:
    """A folder of encrypted files. Makes the folder, readable by its owner alone, when it is not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._incoming = folder / "incoming"
        self._incoming.mkdir(mode=0o700, parents=True, exist_ok=True)

    def put(self, ciphertext: bytes) -> str:
        """Stores the bytes durably and returns their address: SHA-256, 64 hex digits.

        When it returns, the file survives a loss of power. Storing the same bytes twice is one file.
        Raises `DiskFull` with nothing left behind.
        """
        address = hashlib.sha256(ciphertext).hexdigest()
        target = self._path(address)
        with _room():
            number, name = tempfile.mkstemp(dir=self._incoming)  # the same filesystem, mode 0600
            try:
                with os.fdopen(number, "wb") as file:
                    file.write(ciphertext)
                    file.flush()
                    os.fsync(file.fileno())
                if not target.parent.is_dir():
                    target.parent.mkdir(mode=0o700, exist_ok=True)
                    _sync_folder(self._folder)
                os.replace(name, target)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            # Should this fail, the file stays: the same bytes may have been stored, and named, before.
            _sync_folder(target.parent)
        return address

    def get(self, address: str) -> bytes:
        """The bytes at the address. Raises `FileMissing`, or `FileDamaged` when they have changed."""
        try:
            ciphertext = self._path(address).read_bytes()
        except FileNotFoundError:
            raise FileMissing(f"no file {address}") from None
        if hashlib.sha256(ciphertext).hexdigest() != address:
            raise FileDamaged(f"file {address} does not have its hash")
        return ciphertext

    def remove(self, address: str) -> None:
        """Removes the file, durably; one that is not there is no error. To be called after the commit
        that stopped naming it. Raises `FileMissing` for what is no address at all."""
        path = self._path(address)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            _sync_folder(path.parent)

    def sweep(self, known: Collection[str], older_than: timedelta = timedelta(days=1)) -> int:
        """Removes orphans and returns how many: files no address in `known` names, whose commit never came.

        `older_than` spares what a turn may still be about to name; it is measured on the machine's own
        clock, as the files' times are, never on a clock moved for a demonstration. Read `known`
        from the database just before. A set, not a list, for many files.
        """
        before = time.time() - older_than.total_seconds()
        swept = 0
        for path, address in self._files():
            try:
                if address not in known and path.stat().st_mtime < before:
                    path.unlink()
                    swept += 1
            except FileNotFoundError:  # removed, or renamed into place, meanwhile
                continue
        return swept

    def _files(self) -> Iterator[tuple[Path, str]]:
        for folder in sorted(self._folder.iterdir()):
            if folder == self._incoming:
                yield from ((path, "") for path in folder.iterdir())
            elif folder.is_dir():
                for path in folder.iterdir():
                    if _ADDRESS.fullmatch(address := folder.name + path.name):  # nothing that is not ours
                        yield path, address

    def _path(self, address: str) -> Path:
        if not _ADDRESS.fullmatch(address):  # never a path made of something else
            raise FileMissing("not the address of a file")
        return self._folder / address[:2] / address[2:]


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        if fault.errno in _FULL:
            raise DiskFull("no room on the disk for a file") from fault
        raise


def _sync_folder(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
