"""All that is held of a resident, as text they can read: their conversation, and a case of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.today import OfficeTime
from bot.words.texts import Texts
from cases.case import Case
from cases.corrections import standing
from cases.lifecycle import Status
from cases.matters import find_matter
from cases.office import Office
from cases.parts import VOICE
from cases.reviews import ASKINGS, READINGS
from dialogs.complaint import complaint
from dialogs.engine.turn import told
from dialogs.engine.view import Day, Say, Unit, Value, say
from dialogs.state import State
from storage import cases as case_rows
from storage import chats, desk, file_rows, held, held_replies
from storage.cases import Stored
from storage.conversations import Kept
from storage.events import Recorded
from storage.held import Message
from storage.held_replies import AS_WRITTEN, MADE, Held
from storage.sealing import Keyring

RECEIVED_BY = {one.brought_by: one.received_by for one in READINGS.values() if one.received_by}
"""Answers, by the move that says each was received."""
WORDS = ("ask", "add", "feed_back", *(one.move for one in ASKINGS.values()))
"""Moves whose words are told, or are the resident's own, without being opened first."""


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
        told = tuple(self._answers(texts, draft.answers)) if draft else ()
        if told:
            yield from (texts.text("mydata-draft"), *told)
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
        history = case_rows.history(connection, stored)
        told = told_entries(case, history)
        for one in history:
            if one.id in told and (text := one.parts.get("text")):
                who = texts.text("mydata-you" if one.staff_id is None else "mydata-office")
                yield f"{self._when(texts, one.at)} {who}\n{text}"
        for notice in desk.notices(connection, stored):
            yield f"{self._when(texts, notice.at)} {texts.text('mydata-office')}\n{notice.text}"
        held = held_replies.of_case(connection, self._keyring, stored.id)
        untold = untold_voices(told, history, held)
        shown = file_rows.of_case(connection, self._keyring, stored.id)
        if files := [one for one in shown if one.id not in untold]:
            yield "\n".join([texts.text("mydata-files"), *(f.name for f in files)])

    def talks(self, connection: Connection, conversation: str, language: str) -> Iterator[str]:
        """What was said with a person, talk by talk, the newest first; of the staff it is not told who."""
        texts = self._texts[language]
        for talk in chats.of_conversation(connection, self._keyring, conversation):
            yield "―" * 12
            for line in chats.lines(connection, talk):
                if text := line.body.get("text"):
                    who = texts.text("mydata-you" if line.by == chats.RESIDENT else "mydata-office")
                    yield f"{self._when(texts, line.at)} {who}\n{text}"

    def _answers(self, texts: Texts, answers: Mapping[str, Any]) -> Iterator[str]:
        for question in self._complaint.questions:
            if question.quiet or question.id not in answers or question.stops:
                continue
            value = told(self._complaint, question, answers[question.id])
            label = Say(f"complaint-{question.id}-label")
            yield texts.say(say("summary-line", label=label, value=value))

    def _when(self, texts: Texts, at: datetime) -> str:
        local = at.astimezone(self._office.time_zone)
        return f"{texts.value(Day(local.date()))} {local:%H:%M}"


def said_in(one: Message, labels: Mapping[str, str]) -> str:
    """The words of a message: what was written, the label that was pressed, the names of its files."""
    names = [str(f.get("name") or "") for f in one.files]
    return "\n".join(part for part in (one.text or labels.get(one.pressed, ""), *names) if part)


def told_entries(case: Case, history: Sequence[Recorded]) -> set[int]:
    """The entries of a case's record whose words its resident was told, or told us, by their ids.

    An answer not yet opened is opened by the resident, not here: its windows run from that day (送达). Of a
    closed case none run. What was undone before it was opened is told nowhere.
    """
    told: set[int] = set()
    unopened: dict[str, int] = {}
    stands = {one.id for one in standing(history)}
    for one in history:
        if one.move in RECEIVED_BY:
            unopened[RECEIVED_BY[one.move]] = one.id
        elif one.move in WORDS or (one.parts.get("agreed") == "yes" and one.id in stands):
            told.add(one.id)
        elif one.move in unopened:
            told.add(unopened.pop(one.move))
    return told | (stands & set(unopened.values())) if case.status is Status.CLOSED else told


def untold_voices(told: set[int], history: Iterable[Recorded], held: Iterable[Held]) -> set[str]:
    """The recordings of a case that its resident was not told of yet: with an answer they have not opened, or
    a reply that waits for its Tibetan."""
    heard = {one.parts.get(VOICE) for one in history if one.id in told}
    waits = (one.parts for one in held if one.state not in (MADE, AS_WRITTEN))
    unopened = (one.parts for one in history if one.id not in told)
    return {parts[VOICE] for parts in (*waits, *unopened) if VOICE in parts} - heard
