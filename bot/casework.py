"""What is done with cases, for residents and staff alike: the rules of `cases` over the rows of `storage`.

Everything here runs inside a unit of work (`storage.store`): the case, its event, its clocks, the
notice it owes and the alerts of staff are one transaction. Desk and staff bot call `move`;
a resident's turn calls `carry_out`.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.letters import letter_body
from bot.notices import notice_view
from bot.today import OfficeTime
from bot.words.texts import Texts
from cases.case import Made, file_case, make_move
from cases.errors import MoveNotAllowed
from cases.lifecycle import Move, Role, Status, moves_open_to
from cases.numbers import case_number, new_code, new_serial
from cases.office import Office
from dialogs.engine.collecting import files_of
from dialogs.outcomes import (
    Answered,
    ClockShown,
    CodeNeeded,
    Effect,
    File,
    Filed,
    Forget,
    Found,
    LookUp,
    NotFound,
    Open,
    Outcome,
    Supplied,
    Supply,
    Throttled,
)
from storage import cases as case_rows
from storage import file_rows, outbox, sight, tries
from storage import staff as staff_rows
from storage.cases import Stored
from storage.conversations import Kept, language_of
from storage.sealing import Keyring
from storage.staff import Member

GUESSES, GUESS_WINDOW = 5, timedelta(minutes=15)
"""Wrong codes from one conversation before it waits."""
NUMBER_GUESSES = 30
"""Wrong codes for one case from anywhere in the same time: above what its owner would mistype."""
NUMBERS_TRIED = 20


class CaseGone(Exception):
    """No case of this number that the asker may see."""


class Casework:
    """Cases of one office."""

    def __init__(
        self, keyring: Keyring, texts: Mapping[str, Texts], office: Office, time: OfficeTime
    ) -> None:
        self._keyring, self._texts, self.office, self._time = keyring, texts, office, time

    def carry_out(
        self, connection: Connection, kept: Kept, effect: Effect, language: str, now: datetime
    ) -> Outcome:
        """Do what a resident's turn asks, and say what came of it."""
        match effect:
            case File():
                return self._file(connection, kept, effect, language, now)
            case LookUp(number, code):
                return self._look_up(connection, kept, number, code, now)
            case Open(number, proved):
                return self._open(connection, kept, number, proved, now)
            case Supply():
                return self._supply(connection, effect, now)
            case Forget():
                raise ValueError("a dropped draft is the conversation's to forget")

    def move(
        self,
        connection: Connection,
        number: str,
        name: str,
        member: Member,
        parts: Mapping[str, str],
        now: datetime,
    ) -> Stored:
        """A move by a member of staff, with the notice it owes the resident.

        Raises CaseGone, and CaseError where the move is not open to the member or lacks a part.
        """
        stored = self.seen(connection, number, member, lock=True)
        role = self._role_for(stored, name, member)
        made = make_move(
            stored.case,
            name,
            by=role,
            today=self._time.day_of(now),
            calendar=self.office.calendar,
            office=self.office,
            parts=parts,
            by_unit=member.unit if role is Role.UNIT else None,
        )
        stored = case_rows.save_move(connection, self._keyring, stored, made, now, member.id)
        self._tell(connection, stored, made, now)
        if made.case.unit and made.event.move == "forward":
            self._alert(connection, "forwarded", stored, now, but=member)
        return stored

    def moves_for(self, stored: Stored, member: Member) -> tuple[Move, ...]:
        """Every move this member may make now, for buttons."""
        found: dict[str, Move] = {}
        for role in sight.roles_of(member):
            for one in moves_open_to(stored.case, role, unit=member.unit, own_unit=self.office.own_unit):
                found.setdefault(one.name, one)
        return tuple(found.values())

    def seen(self, connection: Connection, number: str, member: Member, *, lock: bool = False) -> Stored:
        """The case, where the member may see it. Raises CaseGone alike for none and for none of theirs."""
        stored = case_rows.find(connection, self._keyring, number, lock=lock)
        if stored is None or not sight.may_see(member, stored):
            raise CaseGone(number)
        return stored

    def read(self, connection: Connection, number: str, member: Member, now: datetime) -> Stored:
        """The case, and on record that this member opened it."""
        stored = self.seen(connection, number, member, lock=True)
        on = self._time.day_of(now)
        return case_rows.record(
            connection,
            self._keyring,
            stored,
            "read",
            role=member.role.value,
            staff_id=member.id,
            on=on,
            now=now,
        )

    def renew_code(
        self, connection: Connection, number: str, member: Member, seen_as: str, now: datetime
    ) -> str:
        """A new query code for one who lost theirs and showed who they are; `seen_as` says how."""
        stored = self.seen(connection, number, member, lock=True)
        if Role.CLERK not in sight.roles_of(member):
            raise MoveNotAllowed("code", stored.case.status, member.role)
        code = new_code(secrets.randbelow)
        case_rows.renew_code(connection, self._keyring, stored, code)
        case_rows.record(
            connection,
            self._keyring,
            stored,
            "code",
            role=member.role.value,
            staff_id=member.id,
            on=self._time.day_of(now),
            now=now,
            parts={"seen_as": seen_as},
        )
        return code

    def _role_for(self, stored: Stored, name: str, member: Member) -> Role:
        for role in sight.roles_of(member):
            open_now = moves_open_to(stored.case, role, unit=member.unit, own_unit=self.office.own_unit)
            if any(one.name == name for one in open_now):
                return role
        raise MoveNotAllowed(name, stored.case.status, member.role)

    def _file(
        self, connection: Connection, kept: Kept, effect: File, language: str, now: datetime
    ) -> Outcome:
        if number := case_rows.number_of_draft(connection, effect.draft):
            return Filed(number, None, (), again=True)
        today = self._time.day_of(now)
        code = new_code(secrets.randbelow)
        made = file_case(
            self._free_number(connection, now),
            effect.answers["matter"],
            by=Role.RESIDENT,
            today=today,
            calendar=self.office.calendar,
            office=self.office,
            parts={"channel": kept.channel},
        )
        case_id = case_rows.add(
            connection,
            self._keyring,
            kept,
            made,
            draft=effect.draft,
            code=code,
            language=language,
            answers=effect.answers,
            now=now,
        )
        file_rows.take_over(connection, effect.draft, case_id)
        self._alert_new(connection, made, now)
        return Filed(made.case.number, code, clocks_shown(made))

    def _free_number(self, connection: Connection, now: datetime) -> str:
        """A number nobody has; two that draw the same at once are told apart by the table, and drawn again."""
        day = self._time.day_of(now)
        for _ in range(NUMBERS_TRIED):
            number = case_number(
                self.office.case_prefix, day, self.office.station, new_serial(secrets.randbelow)
            )
            if not case_rows.number_taken(connection, number):
                return number
        raise RuntimeError("no free case number was drawn")

    def _look_up(
        self, connection: Connection, kept: Kept, number: str, code: str | None, now: datetime
    ) -> Outcome:
        own = code is None
        if code is not None:
            here = self._keyring.lookup("guess", f"conversation/{kept.id}")
            there = self._keyring.lookup("guess", f"number/{number}")
            for key, most in ((here, GUESSES), (there, NUMBER_GUESSES)):
                if wait := tries.wait_for(connection, key, most, GUESS_WINDOW, now):
                    return Throttled(max(1, round(wait.total_seconds() / 60)))
            if not case_rows.code_fits(connection, self._keyring, number, code):
                for key in (here, there):
                    tries.failed(connection, key, GUESS_WINDOW, now)
                return NotFound()
        stored = case_rows.find(connection, self._keyring, number)
        if stored is None or (own and stored.conversation_id != kept.id):
            return NotFound()
        case = stored.case
        return Found(
            number,
            case.status.value,
            case.matter,
            case.filed_on,
            case.unit,
            tuple(ClockShown(c.clock, c.kind.value, c.due_on, c.provisional) for c in case.running),
            case.waiting_on_resident,
            case.status is Status.ANSWERED,
            own,
        )

    def _open(self, connection: Connection, kept: Kept, number: str, proved: bool, now: datetime) -> Outcome:
        stored = case_rows.find(connection, self._keyring, number, lock=True)
        if stored is None or not (proved or stored.conversation_id == kept.id):
            return NotFound()
        answer = next(
            (e for e in reversed(case_rows.history(connection, stored)) if e.move == "answer"), None
        )
        if answer is None:
            return NotFound()
        if "receive" not in stored.case.done and stored.case.status is Status.ANSWERED:
            made = make_move(
                stored.case,
                "receive",
                by=Role.RESIDENT,
                today=self._time.day_of(now),
                calendar=self.office.calendar,
                office=self.office,
            )
            stored = case_rows.save_move(connection, self._keyring, stored, made, now, None)
        elif not proved:
            return CodeNeeded(number)
        window = next((c for c in stored.case.running if c.clock == "review_window"), None)
        return Answered(
            number,
            answer.parts["outcome"],
            answer.parts["text"],
            window.due_on if window else None,
            window.provisional if window else False,
        )

    def _supply(self, connection: Connection, effect: Supply, now: datetime) -> Outcome:
        stored = case_rows.find(connection, self._keyring, effect.number, lock=True)
        if stored is None:
            return NotFound()
        told = effect.answers["more"]["parts"]
        parts = {
            "text": "\n".join(p["text"] for p in told if "text" in p),
            "files": " ".join(files_of({"more": effect.answers["more"]})),
        }
        try:
            made = make_move(
                stored.case,
                "add",
                by=Role.RESIDENT,
                today=self._time.day_of(now),
                calendar=self.office.calendar,
                office=self.office,
                parts=parts,
            )
        except MoveNotAllowed:
            return NotFound()
        stored = case_rows.save_move(connection, self._keyring, stored, made, now, None)
        file_rows.take_over(connection, effect.draft, stored.id)
        self._alert(connection, "added", stored, now)
        return Supplied(effect.number)

    def _tell(self, connection: Connection, stored: Stored, made: Made, now: datetime) -> None:
        """The notice a move owes, in the language the resident reads now, on the channel they filed by."""
        if made.notice is None or stored.conversation_id is None:
            return
        channel, language = language_of(connection, stored.conversation_id)
        view = notice_view(made, self.office)
        bubble = self._texts[language or stored.language].view(view)
        letter = outbox.Letter(
            channel, stored.conversation_id, letter_body(bubble, ""), lane=outbox.NOTICE, case_id=stored.id
        )
        outbox.put(connection, [letter], stored.key_id, stored.key, now)

    def _alert_new(self, connection: Connection, made: Made, now: datetime) -> None:
        self._alert_members(connection, "filed", made.case.number, None, now, None)

    def _alert(
        self, connection: Connection, what: str, stored: Stored, now: datetime, but: Member | None = None
    ) -> None:
        self._alert_members(connection, what, stored.case.number, stored.case.unit, now, but)

    def _alert_members(
        self,
        connection: Connection,
        what: str,
        number: str,
        unit: str | None,
        now: datetime,
        but: Member | None,
    ) -> None:
        """A card without personal details: the staff bot draws it from the case as it then stands."""
        letters = [
            outbox.Letter("staff", member.id, {"alert": what, "number": number}, lane=outbox.NOTICE)
            for member in staff_rows.to_alert(connection, unit)
            if but is None or member.id != but.id
        ]
        outbox.put(connection, letters, None, self._keyring.house, now)


def clocks_shown(made: Made) -> tuple[ClockShown, ...]:
    """The clocks a move started, as a resident sees them."""
    return tuple(ClockShown(c.clock, c.kind.value, c.due_on, c.provisional) for c in made.started)
