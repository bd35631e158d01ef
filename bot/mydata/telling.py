"""All that is held of a resident, as text they can read: their conversation, and a case of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.today import OfficeTime
from bot.words.texts import Texts
from cases.matters import find_matter
from cases.office import Office
from cases.parts import VOICE
from dialogs.complaint import complaint
from dialogs.engine.turn import told
from dialogs.engine.view import Day, Say, Unit, Value, say
from dialogs.state import State
from storage import cases as case_rows
from storage import desk, file_rows, held
from storage.cases import Stored
from storage.conversations import Kept
from storage.events import Recorded
from storage.held import Message
from storage.held_replies import MADE, Held
from storage.sealing import Keyring


class Telling:
    """Tells of one office's conversations and cases."""

    def __init__(
        self, keyring: Keyring, texts: Mapping[str, Texts], office: Office, time: OfficeTime
    ) -> None:
        self._keyring, self._texts, self._office, self._time = keyring, texts, office, time
        self._complaint = complaint(office, time.today)

    def conversation(self, connection: Connection, kept: Kept, language: str) -> Iterator[str]:
        """Every message, oldest first; the draft; the files that went into no case."""
        texts = self._texts[language]
        labels: dict[str, str] = {}
        for one in held.messages(connection, kept.id, kept.key_id, kept.key):
            labels |= dict(one.labels)
            if text := said_in(one, labels):
                who = texts.text("mydata-you" if one.own else "mydata-office")
                yield f"{self._when(texts, one.at)} {who}\n{text}"
        draft = State.from_json(kept.state, {"complaint": None}).drafts.get("complaint")
        if draft and draft.answers:
            yield texts.text("mydata-draft")
            yield from self._answers(texts, draft.answers)
        loose = file_rows.in_no_case(connection, self._keyring, kept.id)
        if loose:
            yield "\n".join([texts.text("mydata-files"), *(f.name for f in loose)])

    def case(self, connection: Connection, stored: Stored, language: str) -> Iterator[str]:
        """What was filed, and what went to and fro; of a sealed matter its state and day alone."""
        texts, case = self._texts[language], stored.case
        if find_matter(case.matter).sealed:
            yield texts.text("mydata-openings", number=case.number)
            unit: Value = Unit(case.unit) if case.unit else say("unit-bureau")
            yield texts.text(f"case-{case.status}", unit=unit)
            yield texts.text("mydata-sealed", day=Day(case.filed_on))
            return
        matter = Say(f"matter-{case.matter}")
        yield texts.text("case-head", number=case.number, matter=matter, day=Day(case.filed_on))
        yield from self._answers(texts, stored.answers)
        for one in case_rows.history(connection, stored):
            if line := self._told(texts, stored, one):
                yield line
        for notice in desk.notices(connection, stored):
            yield f"{self._when(texts, notice.at)} {texts.text('mydata-office')}\n{notice.text}"
        if files := file_rows.of_case(connection, self._keyring, stored.id):
            yield "\n".join([texts.text("mydata-files"), *(f.name for f in files)])

    def _answers(self, texts: Texts, answers: Mapping[str, Any]) -> Iterator[str]:
        for question in self._complaint.questions:
            if question.quiet or question.id not in answers or question.stops:
                continue
            value = told(self._complaint, question, answers[question.id])
            label = Say(f"complaint-{question.id}-label")
            yield texts.say(say("summary-line", label=label, value=value))

    def _told(self, texts: Texts, stored: Stored, one: Recorded) -> str:
        """What was asked, added and answered, in its own words."""
        text = told_text(stored, one)
        if not text:
            return ""
        who = texts.text("mydata-you" if one.staff_id is None else "mydata-office")
        return f"{self._when(texts, one.at)} {who}\n{text}"

    def _when(self, texts: Texts, at: datetime) -> str:
        local = at.astimezone(self._office.time_zone)
        return f"{texts.value(Day(local.date()))} {local:%H:%M}"


def said_in(one: Message, labels: Mapping[str, str]) -> str:
    """The words of a message: what was written, the label that was pressed, the names of its files."""
    names = [str(f.get("name") or "") for f in one.files]
    return "\n".join(part for part in (one.text or labels.get(one.pressed, ""), *names) if part)


def told_text(stored: Stored, one: Recorded) -> str:
    """The words that went to and fro with an entry of a case's record, "" where none did.

    An answer not yet opened is opened by the resident, not here: its windows run from that day (送达).
    """
    return one.parts.get("text", "") if _is_told(stored, one) else ""


def untold_voices(stored: Stored, history: Iterable[Recorded], held: Iterable[Held]) -> set[str]:
    """The recordings of a case that its resident was not told of yet: with an answer they have not opened, or
    a reply that waits for its Tibetan."""
    waits = (one.parts for one in held if one.state != MADE)
    unopened = (one.parts for one in history if not _is_told(stored, one))
    return {parts[VOICE] for parts in (*waits, *unopened) if VOICE in parts}


def _is_told(stored: Stored, one: Recorded) -> bool:
    if one.move == "answer" and "receive" not in stored.case.done:
        return False
    return one.move in ("ask", "add", "feed_back", "answer")
