"""Recordings that go with what staff tell a resident: files of a case that no conversation brought.

Each lies under a draft of its own, its member's of one move, until the case takes it over with that move; a
new one takes the place of one that waits. What never goes is forgotten after a day, as scans are (`scans`).
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from cases.errors import PartInvalid
from cases.parts import SPOKEN, VOICE
from dialogs.engine.events import Attachment
from storage import file_rows
from storage.cases import Stored
from storage.file_rows import Shown, shown
from storage.sealing import Keyring
from storage.tables import files, keys


def draft_of(keyring: Keyring, stored: Stored, member: str, move: str) -> str:
    """What a member's recording for a move of a case waits under: 32 hex digits."""
    return keyring.lookup("spoken", f"{stored.id}/{member}/{move}").hex()[:32]


def put(
    connection: Connection,
    keyring: Keyring,
    stored: Stored,
    draft: str,
    recording: Attachment,
    media_type: str,
    address: str,
    now: datetime,
) -> None:
    """Name a recording that lies at `address`, in place of any that waits under its draft; one that is named
    already stays, and waits from now where it waits."""
    drop(connection, draft, but=recording.id)
    known = connection.execute(select(files.c.case_id).where(files.c.id == recording.id)).first()
    if known is not None and known.case_id is None:
        _wait(connection, recording.id, now)
    elif known is None:
        file_rows.add(
            connection,
            keyring,
            None,
            draft,
            recording,
            now,
            key_id=stored.key_id,
            media_type=media_type,
            address=address,
            remote=None,
        )


def drop(connection: Connection, draft: str, but: str = "") -> None:
    """Forget what waits under a draft; what lies on the disk is swept as an orphan."""
    waits = (files.c.draft == draft, files.c.case_id.is_(None), files.c.id != but)
    connection.execute(delete(files).where(*waits))


def waiting_for(connection: Connection, keyring: Keyring, stored: Stored, member: str) -> dict[str, Shown]:
    """The recordings that wait for moves of a case by this member, by move."""
    moves = {draft_of(keyring, stored, member, move): move for move in SPOKEN}
    found = connection.execute(
        select(files, keys.c.wrapped)
        .join_from(files, keys, files.c.key_id == keys.c.id)
        .where(files.c.draft.in_(list(moves)), files.c.case_id.is_(None))
    )
    return {moves[row.draft]: shown(row, keyring) for row in found}


def check_voice(
    connection: Connection, keyring: Keyring, stored: Stored, member: str, move: str, recording: str
) -> None:
    """Raise PartInvalid for a recording that was not put by this member for this move of the case, whether or
    not it still waits."""
    found = select(files.c.id).where(
        files.c.id == recording, files.c.draft == draft_of(keyring, stored, member, move)
    )
    if connection.execute(found).first() is None:
        raise PartInvalid(VOICE, "not_a_choice")


def take_over(connection: Connection, recording: str, case_id: str) -> None:
    """A recording becomes a file of its case."""
    connection.execute(update(files).where(files.c.id == recording).values(case_id=case_id))


def give_back(
    connection: Connection,
    keyring: Keyring,
    stored: Stored,
    member: str,
    move: str,
    recording: str,
    now: datetime,
) -> None:
    """A recording of a reply that was not sent waits for its member again, unless a newer one does."""
    if move not in waiting_for(connection, keyring, stored, member):
        _wait(connection, recording, now)


def _wait(connection: Connection, recording: str, now: datetime) -> None:
    waits = {"case_id": None, "made_at": now}
    connection.execute(update(files).where(files.c.id == recording).values(waits))
