"""What people do with a message: one writes it anew, another puts it in force; readers sign. Errors::

TranslatingError
├── NoSuchMessage   no message of that id, or none of the member's business
├── NotAllowed      the role has no such right (`words.rights`)
├── OwnWork         nobody approves or signs their own text
├── Overtaken       something was done with the message since it was shown
├── Unchanged       it is said so already
├── NoteNeeded      a note must say what is to change
├── ReaderFirst     a text with legal effect is signed by a native reader before the office
└── RulesRefuse     the rules refuse the text; `checked` says why
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection

from bot.today import OfficeTime
from bot.wordbook import Wordbook
from bot.words.checking import Checked
from bot.words.pattern import pattern_text
from bot.words.review import SIGNED, hashes
from bot.words.rights import BUREAU, CHANGE, DECIDE, NATIVE, PATCH, PROPOSE, READ, SIGNATURES, may
from bot.words.standing import Standing
from dialogs.engine.reading import clean
from storage import corrections
from storage.corrections import PROPOSED, REFUSED, RETURNED, WITHDRAWN, Correction, Signed
from storage.staff import Member
from storage.store import Store

RELEASED: Final = "released"
"""What one goes back to that is no correction."""
LEGAL: Final = "legal effect"
"""How the ledger's note of a text begins that needs both signatures."""
MOST_NOTE: Final = 500


class TranslatingError(Exception):
    """Anything refused about the words."""


class NoSuchMessage(TranslatingError):
    """No message of that id, or none of the member's business."""


class NotAllowed(TranslatingError):
    """The role has no such right."""


class OwnWork(TranslatingError):
    """Nobody approves or signs their own text."""


class Overtaken(TranslatingError):
    """Something was done with the message since it was shown."""


class Unchanged(TranslatingError):
    """It is said so already."""


class NoteNeeded(TranslatingError):
    """A note must say what is to change."""


class ReaderFirst(TranslatingError):
    """A text with legal effect is signed by a native reader before the office."""


class RulesRefuse(TranslatingError):
    """The rules refuse the text."""

    def __init__(self, checked: Checked) -> None:
        super().__init__()
        self.checked = checked


class Translating:
    """Each act: the member, the message, `after` (the last act they saw of it). Raises TranslatingError."""

    def __init__(self, store: Store, book: Wordbook, time: OfficeTime) -> None:
        self.book, self._store, self._time = book, store, time

    def standing(self, member: Member, message: str) -> Standing:
        """How a message stands. Raises NoSuchMessage."""
        if not may(member.role, READ) or message not in self.book.texts["zh"].ids:
            raise NoSuchMessage(message)
        return self.book.standing(message)

    async def propose(
        self, member: Member, message: str, after: int, zh: str, bo: str, note: str = ""
    ) -> None:
        """Write a message anew, both languages; a second person decides."""
        here = self.standing(member, message)
        _needs(member, PROPOSE)
        texts = await self._passed(message, zh, bo)
        made = {
            "message": message,
            "zh": texts["zh"],
            "bo": texts["bo"],
            "staff_id": member.id,
            "from_zh": here.texts["zh"],
            "from_bo": here.texts["bo"],
            "released_zh_sha": here.sums[0],
            "released_bo_sha": here.sums[1],
        }
        if texts == here.texts:
            raise Unchanged
        now = self._time.now()
        await self._write(message, after, lambda c: corrections.propose(c, made, _noted(note), now), counts=0)

    async def approve(self, member: Member, message: str, after: int) -> None:
        """Put what was proposed in force; never by its author."""
        here = self.standing(member, message)
        _needs(member, DECIDE)
        one = await self._waiting(message)
        if one.staff_id == member.id:
            raise OwnWork
        await self._passed(message, one.zh, one.bo)
        now = self._time.now()
        await self._write(
            message, after, lambda c: corrections.put_in_force(c, one, here.sums, member.id, now)
        )

    async def end(self, member: Member, message: str, after: int, note: str = "") -> None:
        """Refuse what was proposed, or take one's own proposal back."""
        self.standing(member, message)
        one = await self._waiting(message)
        own = one.staff_id == member.id
        if not own:
            _needs(member, DECIDE)
        state, now = WITHDRAWN if own else REFUSED, self._time.now()
        await self._write(
            message,
            after,
            lambda c: corrections.settle(c, one, state, member.id, now, _noted(note)),
            counts=0,
        )

    async def keep(self, member: Member, message: str, after: int) -> None:
        """Let a correction stand against the release's new text."""
        here = self.standing(member, message)
        _needs(member, DECIDE)
        live = here.live
        if live is None or not here.look or here.unfit:
            raise Unchanged
        now = self._time.now()
        await self._write(message, after, lambda c: corrections.keep(c, live, here.sums, member.id, now))

    async def go_back(self, member: Member, message: str, after: int, to: str) -> None:
        """Go back to an earlier text: at once to the release's; to another as a proposal.

        `to`: `RELEASED`, a correction's number, or that and `.from` for what it was written over.
        """
        here = self.standing(member, message)
        released = {one: pattern_text(m) for one, m in here.released.items()}
        texts = released if to == RELEASED else await self._earlier(message, to)
        if texts != released:
            await self.propose(member, message, after, texts["zh"], texts["bo"])
            return
        _needs(member, DECIDE)
        live, now = here.live, self._time.now()
        if live is None:
            raise Unchanged
        await self._write(message, after, lambda c: corrections.settle(c, live, RETURNED, member.id, now))

    async def sign(self, member: Member, message: str, after: int, status: str, note: str = "") -> None:
        """Say of the texts said now that they are right, or what is to change in them."""
        here = self.standing(member, message)
        if status not in SIGNATURES:
            raise NotAllowed(status)
        _needs(member, status)
        note = _noted(note)
        if status == CHANGE and not note:
            raise NoteNeeded
        if status != CHANGE and here.live is not None and here.live.staff_id == member.id:
            raise OwnWork
        read = here.row.status in SIGNED
        if status == BUREAU and here.row.note.startswith(LEGAL) and not read:
            raise ReaderFirst
        both = status == BUREAU and here.row.status == NATIVE
        reviewer = f"{here.row.reviewer}, {member.name}" if both and here.row.reviewer else member.name
        sums, today = hashes(here.now["zh"], here.now["bo"]), self._time.today().isoformat()
        signed, now = Signed(message, *sums, status, reviewer, today, note), self._time.now()
        await self._write(message, after, lambda c: corrections.sign(c, signed, member.id, now))

    async def patch(self, member: Member) -> str:
        """All that differs from the release, as a patch. Raises NotAllowed."""
        _needs(member, PATCH)
        await self.book.look()
        return self.book.patch()

    async def _passed(self, message: str, zh: str, bo: str) -> dict[str, str]:
        """The texts as they are kept. Raises RulesRefuse."""
        found = self.book.check(message, zh, bo, await self.book.labels())
        if not found.passes:
            raise RulesRefuse(found)
        return {one: pattern_text(m) for one, m in found.messages.items()}

    async def _waiting(self, message: str) -> Correction:
        found = await self._store.read(lambda c: corrections.of_message(c, message))
        one = next((one for one in found if one.state == PROPOSED), None)
        if one is None:
            raise Overtaken(message)
        return one

    async def _earlier(self, message: str, to: str) -> dict[str, str]:
        number, _, over = to.partition(".")
        known = await self._store.read(lambda c: corrections.of_message(c, message))
        one = next((one for one in known if str(one.id) == number), None)
        if one is None:
            raise Overtaken(message)
        return {"zh": one.from_zh, "bo": one.from_bo} if over else {"zh": one.zh, "bo": one.bo}

    async def _write(
        self, message: str, after: int, act: Callable[[Connection], object], counts: int = 1
    ) -> None:
        def do(connection: Connection) -> None:
            corrections.count_up(connection, counts)
            if corrections.newest(connection, message) != after:
                raise Overtaken(message)
            act(connection)

        await self._store.write(do)
        await self.book.look()


def _noted(note: str) -> str:
    return clean(note)[:MOST_NOTE]


def _needs(member: Member, right: str) -> None:
    if not may(member.role, right):
        raise NotAllowed(right)
