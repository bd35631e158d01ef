"""Replies said aloud (语音回复): a recording that goes with what staff ask, tell of or answer.

It is kept as soon as it is there, sealed as the case is: a move that is refused loses none of it, and a form
sent twice keeps one. The resident hears it where they read the words; who hears Tibetan better than they read
it is asked and answered in it without a word being written (第三十二条 wants the answer itself in writing).
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from bot.intake import FileRefused, accept_file_async
from bot.words.texts import Texts
from cases.errors import MoveNotAllowed
from cases.parts import SPOKEN
from dialogs.engine.events import Attachment
from storage import spoken
from storage.cases import Stored
from storage.files import FileStoreError
from storage.kept_files import open_kept, where_kept
from storage.staff import Member

if TYPE_CHECKING:
    from bot.wiring import House

LEFT_OUT: Final = "left_out"
"""The field of a form that says: the recording kept for it is not to go."""
SAID: Final = "said"
"""The field of a form that names the recording it showed as kept."""
NAME: Final = "reply"
"""What every recording of staff is called: the name it came by says nothing to its hearer."""


@dataclass(frozen=True)
class Heard:
    """A recording, opened: its bytes as `media_type`, under a name."""

    content: bytes
    media_type: str
    name: str


class Spoken:
    """The recordings of staff in one house."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def keep(self, member: Member, number: str, move: str, data: bytes, media_type: str | None) -> str:
        """Keep a recording for a move that is not made yet; its id.

        Raises CaseGone, MoveNotAllowed, FileRefused, DiskFull, StorageError.
        """
        house = self._house
        stored = await house.store.read(lambda c: self._open(c, member, number, move))
        accepted = await accept_file_async(data, NAME, media_type, "voice")
        if accepted.kind != "voice":
            raise FileRefused("not-allowed")
        draft = spoken.draft_of(house.keyring, stored, member.id, move)
        recording = house.keyring.lookup("spoken", f"{draft}/{sha256(accepted.data).hexdigest()}").hex()[:16]
        address = await house.uploads.keep(recording, accepted, stored.key)
        said = Attachment(recording, "voice", accepted.name, len(accepted.data), accepted.seconds)
        now = house.time.now()
        await house.store.write(
            lambda c: spoken.put(c, house.keyring, stored, draft, said, accepted.media_type, address, now)
        )
        return recording

    async def drop(self, member: Member, number: str, move: str) -> None:
        """Forget the recording that waits for a move. Raises CaseGone, StorageError."""

        def forget(connection: Connection) -> None:
            stored = self._house.casework.seen(connection, number, member)
            spoken.drop(connection, spoken.draft_of(self._house.keyring, stored, member.id, move))

        await self._house.store.write(forget)

    async def opened(self, recording: str) -> Heard | None:
        """The bytes of a recording that a resident was told of; None where they are not to be had."""
        house = self._house
        found = await house.store.read(lambda c: where_kept(c, house.keyring, recording))
        if found is None:
            return None
        try:
            content = await open_kept(house.files, found)
        except FileStoreError:
            return None
        return Heard(content, found.shown.media_type or "application/octet-stream", found.shown.name)

    def _open(self, connection: Connection, member: Member, number: str, move: str) -> Stored:
        """The case, where the member may make this move, and a recording may go with it."""
        stored = self._house.casework.seen(connection, number, member)
        open_now = (one.name for one in self._house.casework.moves_for(stored, member))
        if move not in SPOKEN or move not in open_now:
            raise MoveNotAllowed(move, stored.case.status, member.role)
        return stored


def waiting_one(connection: Connection, house: House, member: Member, number: str, move: str) -> str:
    """The recording a member has kept for a move that is not made yet; "" where there is none. Raises
    CaseGone."""
    if move not in SPOKEN:
        return ""
    stored = house.casework.seen(connection, number, member)
    said = spoken.waiting_for(connection, house.keyring, stored, member.id).get(move)
    return said.id if said else ""


def told_not_taken(texts: Texts, error: FileRefused) -> str:
    """Why a recording was not taken."""
    own = f"staff-voice-{error.reason}"
    return texts.text(own if own in texts.ids else f"refused-file-{error.reason}")
