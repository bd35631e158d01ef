"""What residents do with cases: file one, look it up, open the answer, add to it, take it back.

Runs inside a resident's turn (`bot.conversation`): what is done and what is said of it
are one transaction.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.carrying import Asking, Carry
from bot.case_told import clocks_shown, found, outcome_of, told_parts
from bot.casework import Casework
from bot.today import OfficeTime
from cases.case import Made, file_case, make_move
from cases.clocks import window_of
from cases.corrections import standing
from cases.errors import MoveNotAllowed
from cases.lifecycle import Role, Status, move_named
from cases.numbers import case_number, new_code, new_serial
from cases.reviews import ASKINGS, BROUGHT_BY, READINGS
from dialogs.outcomes import (
    Answered,
    CodeNeeded,
    File,
    Filed,
    LookUp,
    NotFound,
    Open,
    Outcome,
    ReadQuestion,
    StaffAsk,
    Supplied,
    Supply,
    Throttled,
    Withdraw,
    Withdrawn,
)
from storage import cases as case_rows
from storage import file_rows, query_codes, tries
from storage.cases import Stored
from storage.registered import as_told
from storage.sealing import Keyring

GUESSES, GUESS_WINDOW = 5, timedelta(minutes=15)
"""Wrong codes from one conversation before it waits."""
NUMBER_GUESSES = 30
"""Wrong codes for one case from anywhere in the same time: above what its owner would mistype."""
NUMBERS_TRIED = 20


class Filing:
    """The residents' side of the cases of one office."""

    def __init__(self, keyring: Keyring, casework: Casework, time: OfficeTime) -> None:
        self._keyring, self._casework, self._time = keyring, casework, time
        self._office = casework.office

    @property
    def carries(self) -> Mapping[type, Carry]:
        """What it carries out, by the effect's type."""
        return {
            File: self._file,
            LookUp: self._look_up,
            Open: self._open,
            ReadQuestion: self._question,
            Supply: self._supply,
            Withdraw: self._withdraw,
        }

    def _file(self, asking: Asking, effect: File) -> Outcome:
        connection, kept, now = asking.connection, asking.kept, asking.now
        if number := case_rows.number_of_draft(connection, effect.draft):
            return Filed(number, None, (), again=True)
        today = self._time.day_of(now)
        code = new_code(secrets.randbelow)
        made = file_case(
            self.free_number(connection, now),
            effect.answers["matter"],
            by=Role.RESIDENT,
            today=today,
            office=self._office,
            parts={"channel": kept.channel},
        )
        case_id = case_rows.add(
            connection,
            self._keyring,
            kept,
            made,
            draft=effect.draft,
            code=code,
            language=asking.language,
            answers=effect.answers,
            now=now,
            registered=as_told(effect.answers),
        )
        file_rows.take_over(connection, effect.draft, case_id)
        self._casework.alert_of(connection, "filed", made.case, now)
        return Filed(made.case.number, code, clocks_shown(made))

    def free_number(self, connection: Connection, now: datetime) -> str:
        """A number nobody has; two that draw the same at once are kept apart by the table, and draw again."""
        day = self._time.day_of(now)
        for _ in range(NUMBERS_TRIED):
            number = case_number(
                self._office.case_prefix, day, self._office.station, new_serial(secrets.randbelow)
            )
            if not case_rows.number_taken(connection, number):
                return number
        raise RuntimeError("no free case number was drawn")

    def _look_up(self, asking: Asking, effect: LookUp) -> Outcome:
        connection, kept = asking.connection, asking.kept
        number, code = effect.number, effect.code
        own = code is None
        if code is not None and (refused := self.refused(asking, number, code)):
            return refused
        stored = case_rows.find(connection, self._keyring, number)
        if stored is None or (own and not effect.proved and stored.conversation_id != kept.id):
            return NotFound()
        history = case_rows.history(connection, stored)
        return found(stored, own, self._office, self._time.day_of(asking.now), history)

    def refused(self, asking: Asking, number: str, code: str) -> Throttled | NotFound | None:
        """Why a typed code does not open the case of that number; None where it does."""
        connection, now = asking.connection, asking.now
        here = self._keyring.lookup("guess", f"conversation/{asking.kept.id}")
        there = self._keyring.lookup("guess", f"number/{number}")
        for key, most in ((here, GUESSES), (there, NUMBER_GUESSES)):
            if wait := tries.wait_for(connection, key, most, GUESS_WINDOW, now):
                return Throttled(max(1, round(wait.total_seconds() / 60)))
        if not query_codes.code_fits(connection, self._keyring, number, code):
            for key in (here, there):
                tries.failed(connection, key, GUESS_WINDOW, now)
            return NotFound()
        return None

    def _open(self, asking: Asking, effect: Open) -> Outcome:
        connection, number = asking.connection, effect.number
        stored = self.theirs(asking, number, effect.proved)
        if stored is None:
            return NotFound()
        case, reading = stored.case, READINGS.get(stored.case.status)
        history = reversed(standing(case_rows.history(connection, stored)))
        brought = (reading.brought_by,) if reading else BROUGHT_BY
        answer = next((e for e in history if e.move in brought and outcome_of(e.parts)), None)
        if answer is None:
            return NotFound()
        if reading and reading.received_by and reading.received_by not in case.done:
            stored = self.moved(asking, stored, reading.received_by)
        elif not effect.proved:
            return CodeNeeded(number)
        asks = ASKINGS.get(case.status)
        window = window_of(stored.case, asks.window) if asks else None
        return Answered(
            number,
            outcome_of(answer.parts),
            answer.parts["text"],
            window.due_on if window else None,
            window.provisional if window else False,
            asks.again if asks else False,
            case.status is Status.CONCLUDED,
            move_named(answer.move).notice or "",
            answer.parts.get("voice", ""),
        )

    def _question(self, asking: Asking, effect: ReadQuestion) -> Outcome:
        stored = self.theirs(asking, effect.number, effect.proved, lock=False)
        if stored is None:
            return NotFound()
        told = [
            e
            for e in standing(case_rows.history(asking.connection, stored))
            if e.move == "feed_back" or (e.move == "ask" and stored.case.waiting_on_resident)
        ]
        if not told:
            return StaffAsk()
        last = told[-1]
        return StaffAsk(last.parts.get("text", ""), last.move == "ask", last.parts.get("voice", ""))

    def _supply(self, asking: Asking, effect: Supply) -> Outcome:
        connection = asking.connection
        stored = case_rows.find(connection, self._keyring, effect.number, lock=True)
        if stored is None:
            return NotFound()
        try:
            stored = self.moved(asking, stored, "add", told_parts(effect.answers, "more"))
        except MoveNotAllowed:
            return NotFound()
        file_rows.take_over(connection, effect.draft, stored.id)
        self._casework.alert(connection, "added", stored, asking.now)
        return Supplied(effect.number)

    def _withdraw(self, asking: Asking, effect: Withdraw) -> Outcome:
        stored = self.theirs(asking, effect.number, effect.proved)
        if stored is None:
            return NotFound()
        try:
            stored = self.moved(asking, stored, "withdraw")
        except MoveNotAllowed:
            return NotFound()
        self._casework.alert(asking.connection, "withdrawn", stored, asking.now)
        return Withdrawn(effect.number, self._time.day_of(asking.now))

    def theirs(self, asking: Asking, number: str, proved: bool, *, lock: bool = True) -> Stored | None:
        """The case of that number, where the asker filed it here or has just proved its code."""
        stored = case_rows.find(asking.connection, self._keyring, number, lock=lock)
        return stored if stored and (proved or stored.conversation_id == asking.kept.id) else None

    def moved(
        self, asking: Asking, stored: Stored, name: str, parts: Mapping[str, str] | None = None
    ) -> Stored:
        """A move of the resident's own; the reply to their turn is its notice. Raises MoveNotAllowed."""
        return self.made(asking, stored, name, parts)[1]

    def made(
        self, asking: Asking, stored: Stored, name: str, parts: Mapping[str, str] | None = None
    ) -> tuple[Made, Stored]:
        """The same, with what it made."""
        made = make_move(
            stored.case,
            name,
            by=Role.RESIDENT,
            today=self._time.day_of(asking.now),
            office=self._office,
            parts=parts or {},
        )
        saved = case_rows.save_move(asking.connection, self._keyring, stored, made, asking.now, None)
        return made, saved
