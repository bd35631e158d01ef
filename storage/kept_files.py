"""The bytes of a stored file: where its ciphertext lies, and the file opened."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from sqlalchemy import Connection

from storage.file_rows import ALL, Shown, content_place, shown
from storage.files import FileDamaged, FileStore
from storage.sealing import DataKey, Keyring, SealingError
from storage.tables import files


@dataclass(frozen=True)
class KeptFile:
    """A file that is kept: its ciphertext at `address`, sealed under `key`."""

    address: str
    key: DataKey
    shown: Shown
    case_id: str | None
    conversation_id: str | None


def where_kept(connection: Connection, keyring: Keyring, file: str) -> KeptFile | None:
    """A file that is kept; None where there is none."""
    row = connection.execute(ALL.where(files.c.id == file, files.c.state == "kept")).first()
    if row is None or not row.address:
        return None
    return KeptFile(
        row.address, keyring.unwrap(row.wrapped), shown(row, keyring), row.case_id, row.conversation_id
    )


def open_now(store: FileStore, kept: KeptFile) -> bytes:
    """Its bytes, opened; blocks. Raises FileStoreError: whatever is in the way, they are not to be had."""
    try:
        return kept.key.open(store.get(kept.address), content_place(kept.shown.id))
    except (SealingError, OSError) as error:
        raise FileDamaged(f"file {kept.address} cannot be read or opened") from error


async def open_kept(store: FileStore, kept: KeptFile) -> bytes:
    """Its bytes, opened in a thread. Raises FileStoreError."""
    return await asyncio.to_thread(open_now, store, kept)
