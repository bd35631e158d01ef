"""What is done with cases, for residents and staff alike: the rules of `cases` over the rows of `storage`.

Everything here runs inside a unit of work (`storage.store`): the case, its event, its clocks, the
notice it owes and the alerts of staff are one transaction. Desk and staff bot call `move`;
a resident's turn calls `carry_out`.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from bot import claiming
from bot.group_cards import group_letters
from bot.letters import letter_bodies
from bot.notices import notice_view
from bot.telling import Telling
from bot.today import OfficeTime
from cases.case import Case, Made, make_move
from cases.errors import MoveNotAllowed, PartInvalid
from cases.lifecycle import Move, Role, moves_open_to
from cases.numbers import new_code
from cases.office import Office
from cases.parts import VOICE
from storage import cases as case_rows
from storage import claims, conversations, move_drafts, outbox, query_codes, sight, spoken, supervisions
from storage import desk as desk_rows
from storage.cases import Stored
from storage.claims import Claim
from storage.desk import Moved
from storage.events import answered_on
from storage.sealing import Keyring
from storage.staff import Member

ALERTS = {
    "forward": "forwarded",
    "object": "objected",
    "uphold_objection": "returned",
    "refuse_objection": "refused",
    "correct": "corrected",
    "report_upward": "report_upward",
    "supervise": "supervised",
}
"""What others of the staff are told of at once, whoever may see the case as it now is."""


class CaseGone(Exception):
    """No case of this number that the asker may see."""


class Overtaken(Exception):
    """Somebody moved the case since the asker last looked; `last` is that move."""

    def __init__(self, last: Moved) -> None:
        super().__init__(last.move)
        self.last = last


class Held(Overtaken):
    """Another member holds the case, or held it since the asker did; `claim` is theirs."""

    def __init__(self, last: Moved, claim: Claim) -> None:
        super().__init__(last)
        self.claim = claim


class Casework:
    """Cases of one office."""

    def __init__(self, keyring: Keyring, telling: Telling, office: Office, time: OfficeTime) -> None:
        self._keyring, self._telling, self.office, self._time = keyring, telling, office, time

    def move(
        self,
        connection: Connection,
        number: str,
        name: str,
        member: Member,
        parts: Mapping[str, str],
        now: datetime,
        drawn_after: int | None = None,
        claim: int | None = None,
    ) -> Stored:
        """A move by a member of staff, with the notice it owes the resident.

        `drawn_after` is the last move (`Moved.id`) the member had seen when they chose this one, `claim` the
        token of the claim they then held. Raises CaseGone, Overtaken where somebody moved since, Held where
        another holds the case, and CaseError where the move is not open to
        the member or lacks a part.
        """
        stored = self.seen(connection, number, member, lock=True)
        last = desk_rows.last_move(connection, stored.id)
        if drawn_after is not None and last.id != drawn_after:
            raise Overtaken(last)
        role = self._role_for(stored, name, member)
        if stored.reported and parts.get("unit") == stored.reported:  # never to whom it is about, 第三十条
            raise PartInvalid("unit", "not_a_choice")
        if role in claiming.WORKS and (other := claiming.kept_back(connection, stored, member, claim, now)):
            raise Held(last, other)
        if voice := parts.get(VOICE, ""):
            spoken.check_voice(connection, self._keyring, stored, member.id, name, voice)
        before = stored.case
        made = make_move(
            stored.case,
            name,
            by=role,
            today=self._time.day_of(now),
            office=self.office,
            parts=parts,
            by_unit=member.unit,
            answered_on=answered_on(connection, before, stored.id) if "signed_on" in parts else None,
        )
        stored = case_rows.save_move(connection, self._keyring, stored, made, now, member.id)
        if voice:
            spoken.take_over(connection, voice, stored.id)
        supervisions.of_move(connection, stored, made, self.office.own_unit, member.id)
        claiming.moved(connection, before, stored, member, self.moves_for, now)
        move_drafts.drop(connection, stored, member.id, name)
        self._tell(connection, stored, made, now)
        if alert := ALERTS.get(name):
            self.alert(connection, alert, stored, now, but=member)
        return stored

    def claim(self, connection: Connection, number: str, member: Member, now: datetime) -> Claim:
        """Hold the case for `claims.LEASE`, or so long from now where the member holds it.

        Raises CaseGone, Held where another holds it, and MoveNotAllowed where the member works not on it.
        """
        stored = self.seen(connection, number, member, lock=True)
        if not claiming.may_claim(self.moves_for(stored, member)):
            raise MoveNotAllowed(claims.CLAIM, stored.case.status, member.role)
        before = claims.of_case(connection, stored.id)
        taken = claims.take(connection, stored.id, member.id, now)
        if taken.staff_id != member.id:
            raise Held(desk_rows.last_move(connection, stored.id), taken)
        if before is None or not before.held_by(member.id, now):
            self._record(connection, stored, claims.CLAIM, member, now)
        return taken

    def let_go(self, connection: Connection, number: str, member: Member, now: datetime) -> None:
        """Hold the case no more; nothing where the member does not hold it. Raises CaseGone."""
        stored = self.seen(connection, number, member, lock=True)
        last = claims.of_case(connection, stored.id)
        if last is not None and last.held_by(member.id, now):
            claims.end(connection, stored.id, member.id, now)
            self._record(connection, stored, claims.LET_GO, member, now)

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
        if stored is None or not sight.sees(connection, member, number):
            raise CaseGone(number)
        return stored

    def read(self, connection: Connection, number: str, member: Member, now: datetime) -> Stored:
        """The case, and on record that this member opened it."""
        return self._record(connection, self.seen(connection, number, member, lock=True), "read", member, now)

    def renew_code(
        self, connection: Connection, number: str, member: Member, seen_as: str, now: datetime
    ) -> str:
        """A new query code for one who lost theirs and showed who they are; `seen_as` says how."""
        stored = self.seen(connection, number, member, lock=True)
        if Role.CLERK not in sight.roles_of(member):
            raise MoveNotAllowed("code", stored.case.status, member.role)
        code = new_code(secrets.randbelow)
        query_codes.renew_code(connection, self._keyring, stored.id, code)
        self._record(connection, stored, "code", member, now, {"seen_as": seen_as})
        return code

    def _record(
        self,
        connection: Connection,
        stored: Stored,
        what: str,
        member: Member,
        now: datetime,
        parts: Mapping[str, str] | None = None,
    ) -> Stored:
        """Put on record what a member did with a case that moves nothing."""
        return case_rows.record(
            connection,
            self._keyring,
            stored,
            what,
            role=member.role.value,
            staff_id=member.id,
            on=self._time.day_of(now),
            now=now,
            parts=parts,
        )

    def _role_for(self, stored: Stored, name: str, member: Member) -> Role:
        for role in sight.roles_of(member):
            open_now = moves_open_to(stored.case, role, unit=member.unit, own_unit=self.office.own_unit)
            if any(one.name == name for one in open_now):
                return role
        raise MoveNotAllowed(name, stored.case.status, member.role)

    def _tell(self, connection: Connection, stored: Stored, made: Made, now: datetime) -> None:
        """The notice a move owes, in the language the resident reads now, on the channel they filed by."""
        if made.notice is None or stored.conversation_id is None:
            return
        kept = conversations.find_by_id(connection, self._keyring, stored.conversation_id)
        if kept is None:
            return
        language = kept.state.get("language") or stored.language
        listening = bool(kept.state.get("listening"))
        bubble = self._telling.tell(notice_view(made, self.office), language, listening=listening)
        letters = [
            outbox.Letter(
                kept.channel, kept.id, body, lane=outbox.NOTICE, case_id=stored.id, notice_id=stored.owed
            )
            for body in letter_bodies(kept.channel, bubble, "", secrets.token_hex(4))
        ]
        outbox.put(connection, letters, stored.key_id, stored.key, now)

    def alert(
        self, connection: Connection, what: str, stored: Stored, now: datetime, but: Member | None = None
    ) -> None:
        """Alert those of the office and of its unit who may see the case, `but` not the one who did it."""
        self.alert_of(connection, what, stored.case, now, but)

    def alert_of(
        self, connection: Connection, what: str, case: Case, now: datetime, but: Member | None = None
    ) -> None:
        """A card without personal details: the staff bot draws it from the case as it then stands."""
        letters = [
            outbox.Letter("staff", member.id, {"alert": what, "number": case.number}, lane=outbox.NOTICE)
            for member in sight.to_alert(connection, case.number, case.unit)
            if but is None or member.id != but.id
        ]
        letters += group_letters(connection, what, case, self.office)
        outbox.put(connection, letters, None, self._keyring.house, now)
