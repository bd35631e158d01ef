"""What the database knows of each file: whose it is, what it is, where its ciphertext lies.

States: `waiting` (a channel still holds it; to be fetched), `kept`, `refused` (with its reason).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from dialogs.engine.events import Attachment
from storage.columns import fixed
from storage.sealing import DataKey, Keyring, SealingError
from storage.tables import files, inbox, keys, outbox
from storage.unneeded import drop_unneeded

FETCH_LEASE = timedelta(minutes=5)


@dataclass(frozen=True)
class Waiting:
    """A file to be fetched from its channel. `attempts` counts those before."""

    id: str
    conversation_id: str
    remote: str
    name: str
    kind: str
    media_type: str | None
    key_id: str
    key: DataKey
    attempts: int


@dataclass(frozen=True)
class Shown:
    """A file of a case. `state` is waiting, kept or refused; `size` in bytes."""

    id: str
    kind: str
    name: str
    media_type: str | None
    size: int
    seconds: int | None
    state: str
    reason: str | None


def _place(file: str, column: str) -> str:
    return f"files.{column}/{file}"


def content_place(file: str) -> str:
    """What the bytes of a file are bound to when sealed."""
    return _place(file, "content")


def add(
    connection: Connection,
    keyring: Keyring,
    conversation: str | None,
    draft: str,
    attachment: Attachment,
    now: datetime,
    *,
    key_id: str,
    media_type: str | None,
    address: str | None,
    remote: str | None,
) -> None:
    """Name a file of a draft: kept at `address`, or waiting at its channel as `remote`."""
    wrapped = connection.execute(select(keys.c.wrapped).where(keys.c.id == key_id)).scalar_one()
    key = keyring.unwrap(wrapped)
    connection.execute(
        insert(files),
        {
            "id": attachment.id,
            "conversation_id": conversation,
            "key_id": key_id,
            "draft": draft,
            "state": "kept" if address else "waiting",
            "kind": attachment.kind,
            "media_type": media_type,
            "name": key.seal_text(attachment.name, _place(attachment.id, "name")),
            "size": attachment.size,
            "seconds": attachment.seconds,
            "address": address,
            "remote": key.seal_text(remote, _place(attachment.id, "remote")) if remote else None,
            "made_at": now,
            "due_at": now,
        },
    )


def take_over(connection: Connection, draft: str, case_id: str) -> None:
    """The files of a draft become those of its case."""
    connection.execute(update(files).where(files.c.draft == draft).values(case_id=case_id))


def claim_waiting(connection: Connection, keyring: Keyring, now: datetime, most: int = 5) -> list[Waiting]:
    """Up to `most` files to fetch, each leased to the caller for `FETCH_LEASE`."""
    due = (
        select(files.c.id)
        .where(files.c.state == fixed("waiting"), files.c.due_at <= now)
        .order_by(files.c.due_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    claimed = (
        update(files)
        .where(files.c.id.in_(due.scalar_subquery()))
        .values(due_at=now + FETCH_LEASE, attempts=files.c.attempts + 1)
        .returning(
            files.c.id,
            files.c.conversation_id,
            files.c.remote,
            files.c.name,
            files.c.kind,
            files.c.media_type,
            files.c.key_id,
            files.c.attempts,
        )
    )
    found = []
    for row in connection.execute(claimed).all():
        key = keyring.unwrap(
            connection.execute(select(keys.c.wrapped).where(keys.c.id == row.key_id)).scalar_one()
        )
        try:
            remote = key.open_text(row.remote, _place(row.id, "remote"))
            name = key.open_text(row.name, _place(row.id, "name"))
        except SealingError:  # it holds up nobody else's
            refuse(connection, row.id, "sealed")
            continue
        found.append(
            Waiting(
                row.id,
                row.conversation_id,
                remote,
                name,
                row.kind,
                row.media_type,
                row.key_id,
                key,
                row.attempts - 1,
            )
        )
    return found


def fetched(
    connection: Connection,
    waiting: Waiting,
    *,
    address: str,
    media_type: str,
    kind: str,
    name: str,
    size: int,
    seconds: int | None,
) -> None:
    """The file is kept now."""
    connection.execute(
        update(files)
        .where(files.c.id == waiting.id)
        .values(
            state="kept",
            address=address,
            media_type=media_type,
            kind=kind,
            size=size,
            seconds=seconds,
            remote=None,
            name=waiting.key.seal_text(name, _place(waiting.id, "name")),
        )
    )


def refuse(connection: Connection, file: str, reason: str) -> None:
    """The file turned out unfit, or could not be had."""
    connection.execute(
        update(files).where(files.c.id == file).values(state="refused", reason=reason, remote=None)
    )


def later(connection: Connection, file: str, due_at: datetime, *, counted: bool = True) -> None:
    """Try to fetch it again at `due_at`; not `counted`: the try was not the channel's fault."""
    attempts = files.c.attempts if counted else files.c.attempts - 1
    connection.execute(update(files).where(files.c.id == file).values(due_at=due_at, attempts=attempts))


def next_waiting_at(connection: Connection) -> datetime | None:
    """When the next file is to be fetched, if any waits."""
    return connection.execute(
        select(func.min(files.c.due_at)).where(files.c.state == fixed("waiting"))
    ).scalar()


ALL = select(files, keys.c.wrapped).join_from(files, keys).order_by(files.c.made_at, files.c.id)
"""Files with the key each is under, oldest first."""


def of_case(connection: Connection, keyring: Keyring, case_id: str) -> list[Shown]:
    """The files of a case, oldest first."""
    return [shown(row, keyring) for row in connection.execute(ALL.where(files.c.case_id == case_id)).all()]


def in_no_case(connection: Connection, keyring: Keyring, conversation: str) -> list[Shown]:
    """The files of a conversation that went into no case, oldest first."""
    loose = ALL.where(files.c.conversation_id == conversation, files.c.case_id.is_(None))
    return [shown(row, keyring) for row in connection.execute(loose).all()]


def shown(row: Any, keyring: Keyring) -> Shown:
    """A row of files joined with its key, opened."""
    name = keyring.unwrap(row.wrapped).open_text(row.name, _place(row.id, "name"))
    return Shown(row.id, row.kind, name, row.media_type, row.size, row.seconds, row.state, row.reason)


def addresses(connection: Connection) -> set[str]:
    """Every address the database names; all else on the disk is an orphan."""
    return set(connection.execute(select(files.c.address).where(files.c.address.is_not(None))).scalars())


def erase(connection: Connection, key_id: str) -> None:
    """Forget what is sealed under a key and belongs to no case; the key too, unless it is still needed."""
    connection.execute(delete(inbox).where(inbox.c.key_id == key_id))
    for table in (outbox, files):
        connection.execute(delete(table).where(table.c.key_id == key_id, table.c.case_id.is_(None)))
    drop_unneeded(connection, (key_id,))
