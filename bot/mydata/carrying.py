"""What residents ask of the data held of them, carried out inside their turn (`bot.conversation`).

What is shown of a case, and every copy of it, is on record with the case.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from bot.carrying import Asking, Carry
from bot.filing import Filing
from bot.letters import letter_bodies
from bot.mydata.copying import EXPORT, LIFE
from bot.mydata.telling import Telling
from bot.talking import KEPT
from bot.today import OfficeTime
from bot.words.texts import Bubble, Texts
from cases.lifecycle import Role
from cases.matters import find_matter
from cases.office import Office
from dialogs.held import (
    OPENED_AS,
    OPENED_BY,
    TALK,
    AllRead,
    CopyMade,
    EraseAll,
    Erased,
    Held,
    Hold,
    Opened,
    Openings,
    Proof,
    Prove,
    Proven,
    ReadAll,
    TakeCopy,
    TalkHeld,
    WhoRead,
)
from dialogs.outcomes import NotFound, Outcome
from storage import cases as case_rows
from storage import chats, erasing, held, outbox
from storage.cases import Stored
from storage.claims import RECORDED
from storage.events import Recorded
from storage.sealing import Keyring

PAGE_CHARS = 6000
"""So much of what is held is shown at once: two messages of a channel, or a bubble one can still scroll."""
MOST_OPENINGS = 30


class MyData:
    """The residents' side of what one office holds of them."""

    def __init__(
        self, keyring: Keyring, texts: Mapping[str, Texts], filing: Filing, office: Office, time: OfficeTime
    ) -> None:
        self._keyring, self._texts, self._filing, self._time = keyring, texts, filing, time
        self._telling = Telling(keyring, texts, office, time)

    @property
    def carries(self) -> Mapping[type, Carry]:
        """What it carries out, by the effect's type."""
        return {
            Hold: self._hold,
            ReadAll: self._read,
            TakeCopy: self._copy,
            Prove: self._prove,
            WhoRead: self._who_read,
            EraseAll: self._erase,
        }

    def _hold(self, asking: Asking, effect: Hold) -> Outcome:
        counted = held.counted(asking.connection, asking.kept)
        since = self._time.day_of(counted.since) if counted.since else None
        talks = chats.of_conversation(asking.connection, self._keyring, asking.kept.id)
        told = tuple(
            TalkHeld(self._time.day_of(one.opened_at), self._time.day_of(one.closed_at + KEPT))
            for one in talks
            if one.closed_at
        )
        return Held(counted.messages, since, counted.files, effect.draft, effect.own, told)

    def _read(self, asking: Asking, effect: ReadAll) -> Outcome:
        if effect.number == TALK:
            lines = self._telling.conversation(asking.connection, asking.kept, asking.language)
        else:
            case = self._case(asking, effect.number, effect.proof)
            if not isinstance(case, Stored):
                return case
            self._record(asking, case, "read")
            lines = self._telling.case(asking.connection, case, asking.language)
        pages = pages_of(lines, PAGE_CHARS)
        page = min(max(effect.page, 1), len(pages))
        self._send(asking, pages[page - 1])
        return AllRead(effect.number, page, len(pages), effect.proof.code is not None)

    def _copy(self, asking: Asking, effect: TakeCopy) -> Outcome:
        taken = [(one, Proof(proved=True)) for one in effect.also]
        taken += [(effect.number, effect.proof)] if effect.number != TALK else []
        cases = [self._case(asking, number, proof) for number, proof in taken]
        for case in cases:
            if not isinstance(case, Stored):
                return case
        for case in cases:
            if isinstance(case, Stored):
                self._record(asking, case, "exported")
        words = self._texts[asking.language].text("mydata-copy", minutes=round(LIFE.total_seconds() / 60))
        asked = {"id": secrets.token_hex(8), "numbers": [n for n, _ in taken], "language": asking.language}
        self._send(asking, words, {EXPORT: asked})
        return CopyMade(effect.number, effect.proof.code is not None)

    def _prove(self, asking: Asking, effect: Prove) -> Outcome:
        return self._filing.refused(asking, effect.number, effect.code) or Proven(effect.number)

    def _who_read(self, asking: Asking, effect: WhoRead) -> Outcome:
        case = self._filing.theirs(asking, effect.number, effect.proved, lock=False)
        if case is None:
            return NotFound()
        number, filed_on = case.case.number, case.case.filed_on
        if find_matter(case.case.matter).sealed:
            return Openings(number, filed_on, (), 0, True)
        history = case_rows.history(asking.connection, case)
        units = held.units_of(asking.connection, {e.staff_id for e in history if e.staff_id})
        told = tuple(dict.fromkeys(opened(one, units) for one in history if one.move not in RECORDED))
        shown = told[-MOST_OPENINGS:]
        return Openings(number, filed_on, shown, len(told) - len(shown), False)

    def _erase(self, asking: Asking, effect: EraseAll) -> Outcome:
        own = held.any_case(asking.connection, asking.kept.id)
        fresh = erasing.erase(asking.connection, self._keyring, asking.kept, asking.now)
        said = self._texts[asking.language].text("mydata-erased" if own else "mydata-erased-all")
        bodies = letter_bodies(fresh.channel, Bubble(said), "")
        letters = [outbox.Letter(fresh.channel, fresh.id, body) for body in bodies]
        outbox.put(asking.connection, letters, fresh.key_id, fresh.key, asking.now)
        return Erased()

    def _case(self, asking: Asking, number: str, proof: Proof) -> Stored | Outcome:
        if proof.code is not None and (refused := self._filing.refused(asking, number, proof.code)):
            return refused
        if proof.code is None and not proof.proved:
            return NotFound()
        return self._filing.theirs(asking, number, True) or NotFound()

    def _record(self, asking: Asking, case: Stored, what: str) -> None:
        case_rows.record(
            asking.connection,
            self._keyring,
            case,
            what,
            role=Role.RESIDENT.value,
            staff_id=None,
            on=self._time.day_of(asking.now),
            now=asking.now,
        )

    def _send(self, asking: Asking, text: str, more: Mapping[str, Any] | None = None) -> None:
        kept = asking.kept
        bodies = letter_bodies(kept.channel, Bubble(text), "")
        bodies[-1] |= more or {}
        letters = [outbox.Letter(kept.channel, kept.id, {**body, held.MINE: True}) for body in bodies]
        outbox.put(asking.connection, letters, kept.key_id, kept.key, asking.now)


def opened(one: Recorded, units: Mapping[str, str]) -> Opened:
    """An entry of a case's record, as its resident is told of it: a role and a unit, no name."""
    role = one.by_role if one.by_role in OPENED_BY else "other"
    unit = units.get(one.staff_id) if one.staff_id and role == "unit" else None
    return Opened(one.on, role, unit, one.move if one.move in OPENED_AS else "moved")


def pages_of(lines: Iterable[str], most_chars: int) -> list[str]:
    """Lines in pages of about so many characters; a line longer than that is a page of its own."""
    pages = [""]
    for line in lines:
        if pages[-1] and len(pages[-1]) + len(line) > most_chars:
            pages.append("")
        pages[-1] += f"{line}\n\n"
    return [page.strip() for page in pages]
