"""The words of a process, kept current: every process compares one number with its own, and where it
differs builds the words anew beside the old ones and swaps them. Nothing of it is done in a turn.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import cached_property
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from bot.clips import Clips
from bot.today import OfficeTime
from bot.words.checking import Checked, checked
from bot.words.current import CurrentTexts, corrected
from bot.words.lint import read_glossary
from bot.words.messages import LANGUAGES
from bot.words.patch import patch
from bot.words.review import Row, read_ledger
from bot.words.standing import Standing, is_released, signed_rows, standing_of, written
from bot.words.uses import uses
from storage import corrections
from storage.corrections import RETIRED, Correction, InForce
from storage.errors import StorageError
from storage.store import Store

log = logging.getLogger("lamton.words")

EVERY_S: Final = 2.0
"""How often a process compares the number."""


_LABELS: Final[dict[Path, frozenset[str]]] = {}
"""By root: which messages the code sets on buttons. It is the same as long as the process runs."""


class Wordbook:
    """What is said now, and how each message stands. `changed`: who is told when it is said otherwise.

    `root`: the folder of `locales`, and of the code that says the messages.
    """

    def __init__(self, store: Store, texts: CurrentTexts, clips: Clips, time: OfficeTime, root: Path) -> None:
        self.texts, self.changed = texts, list[Callable[[], Awaitable[object]]]()
        self._store, self._clips, self._time, self._root = store, clips, time, root
        self._in_force, self._signed = InForce(0), dict[str, Row]()
        self._swapping = asyncio.Lock()
        self._told, self._retired = 0, False

    async def keep_current(self) -> None:
        """Look every two seconds until cancelled; a database that is away is waited for."""
        while True:
            try:
                await self.one_round()
            except StorageError as error:
                log.warning("words: %s", type(error).__name__)
            await asyncio.sleep(EVERY_S)

    async def one_round(self) -> None:
        """Look once; whoever is to be told is told, also of what was changed in this very process.

        Raises StorageError.
        """
        await self.look()
        if not self._retired:
            await self.retire_released()
            self._retired = True
        if self._told != self._in_force.version:
            self._told = self._in_force.version
            for tell in self.changed:
                await tell()

    async def look(self) -> bool:
        """Say what is in force now; True where that changed. Raises StorageError."""
        if await self._store.read(corrections.version) == self._in_force.version:
            return False
        async with self._swapping:
            found = await self._store.read(corrections.in_force)
            if found.version == self._in_force.version:
                return False
            await asyncio.to_thread(self._take, found)
        log.info("words: %d corrections, %d signatures", len(found.live), len(found.signed))
        return True

    async def retire_released(self) -> int:
        """End what the release says itself by now, or says no more; how many. Raises StorageError."""
        found = await self._store.read(self._released)
        if not found:
            return 0
        now = self._time.now()

        def retire(connection: Connection) -> None:
            corrections.count_up(connection)
            for one in self._released(connection):
                corrections.settle(connection, one, RETIRED, None, now)

        await self._store.write(retire)
        return len(found)

    def standing(self, message: str) -> Standing:
        """How a message stands. Raises KeyError."""
        return standing_of(message, self.texts, self._in_force, self.ledger, self._signed)

    def all_standing(self) -> list[Standing]:
        """How every message stands, in the order of their files."""
        return [self.standing(message) for message in self.texts.released["zh"].messages]

    def check(self, message: str, zh: str, bo: str, labels: frozenset[str]) -> Checked:
        """What the rules say of a text of a message. Raises KeyError for a message that is not there."""
        released = {one: self.texts.released[one].messages[message] for one in LANGUAGES}
        said = {one: self.texts[one].messages for one in LANGUAGES}
        return checked(released, {"zh": zh, "bo": bo}, said, self._terms, label=message in labels)

    async def labels(self) -> frozenset[str]:
        """The messages that stand on buttons; read from the code once, aside."""
        return await asyncio.to_thread(lambda: self._labels)

    def patch(self) -> str:
        """All that differs from the release, as a patch of the repository; "" where nothing does."""
        live = {one.message for one in self._in_force.live}
        standing = [self.standing(m) for m in sorted(live | set(self._signed)) if m in self.texts["zh"].ids]
        texts = {s.id: s.texts for s in standing if s.live and not s.unfit}
        rows = {s.id: s.row for s in standing if not s.unfit}
        return patch(self._root / "locales", texts, rows)

    @cached_property
    def ledger(self) -> dict[str, Row]:
        """The release's own ledger."""
        return read_ledger(self._root / "locales")

    @property
    def _labels(self) -> frozenset[str]:
        if self._root not in _LABELS:
            _LABELS[self._root] = frozenset(uses(self._root, self.texts["zh"].of).labels)
        return _LABELS[self._root]

    @cached_property
    def _terms(self) -> list[dict[str, str]]:
        return read_glossary(self._root / "locales")

    def _take(self, found: InForce) -> None:
        signed = signed_rows(found.signed, self.ledger)
        now = self.texts.released
        if found.live or signed:
            now = corrected(now, {one.message: written(one) for one in found.live}, self.ledger, signed)
        self.texts.take(now)
        self._in_force, self._signed = found, signed
        self._clips.look_again(now)

    def _released(self, connection: Connection) -> list[Correction]:
        found = (*corrections.in_force(connection).live, *corrections.proposals(connection))
        return [one for one in found if is_released(one, self.texts)]
