"""Appointments with the leaders' reception (约访): booked and given up by residents, moved and kept by staff.

Everything runs inside a unit of work: the place in the slot, the appointment and what is told of it are one
transaction. Notices are neutral, for a phone may be shared: when, and the number; not with whom, nor why.

    VisitError
    ├── VisitGone       no such appointment, or not theirs to see
    ├── VisitOvertaken  it was changed since it was drawn, or cannot be changed so any more
    └── SlotFull        the slot has no place left, or is none
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.letters import letter_bodies
from bot.today import OfficeTime
from bot.words.texts import Texts
from cases.office import Office
from cases.reception_days import Slot, coming_slots
from dialogs.engine.view import Button, Day, Say, View, say
from dialogs.visit import VISIT, weekday
from dialogs.visiting import MINE, NEW
from storage import appointments as rows
from storage import outbox, sight, slots, visit_times
from storage.appointments import BOOKED, CANCELLED, Appointment, Told
from storage.conversations import language_of
from storage.sealing import Keyring
from storage.staff import Member

REMIND_AT: Final = time(10)
"""The hour of the day before, in the office's zone."""


class VisitError(Exception):
    """The root of what is refused of appointments."""


class VisitGone(VisitError):
    """No such appointment, or not theirs to see."""


class VisitOvertaken(VisitError):
    """It was changed since it was drawn, or cannot be changed so any more."""


class SlotFull(VisitError):
    """The slot has no place left, or is none."""


class Visits:
    """The appointments of one office."""

    def __init__(
        self, keyring: Keyring, texts: Mapping[str, Texts], office: Office, time_: OfficeTime
    ) -> None:
        self._keyring, self._texts, self._office, self._time = keyring, texts, office, time_

    def coming(self, now: datetime) -> tuple[Slot, ...]:
        """Every slot that can be had, were there room in it."""
        return coming_slots(self._office.reception, self._office.calendar, self._time.day_of(now))

    def free(self, connection: Connection, now: datetime) -> tuple[Slot, ...]:
        """Those with room."""
        known = self.coming(now)
        taken = slots.full(connection, {s.id: s.row.most for s in known})
        return tuple(s for s in known if s.id not in taken)

    def cancel(
        self, connection: Connection, number: str, member: Member, drawn: int, now: datetime
    ) -> Appointment:
        """The office calls an appointment off; its resident is told. Raises VisitGone, VisitOvertaken."""
        one = self._theirs(connection, number, member, drawn)
        if not self.is_open(one, now):
            raise VisitOvertaken(number)
        self.give_up(connection, one, member.id)
        self._tell(connection, one, now, say("visit-called-off", number=number, **_time_of(one.told)), NEW)
        return one

    def move(
        self, connection: Connection, number: str, slot: str, member: Member, drawn: int, now: datetime
    ) -> Appointment:
        """To another slot; its resident is told both times, and reminded anew.

        Raises VisitGone, VisitOvertaken, SlotFull.
        """
        one = self._theirs(connection, number, member, drawn)
        if not self.is_open(one, now):
            raise VisitOvertaken(number)
        there = next((s for s in self.coming(now) if s.id == slot and slot != one.told.slot), None)
        if there is None or not slots.take(connection, there.id, there.row.most):
            raise SlotFull(slot)
        slots.leave(connection, one.told.slot)
        told, remind_at = self.told(there), self.remind_at(there, now)
        if not rows.change(connection, one, state=BOOKED, by=member.id, told=told, remind_at=remind_at):
            raise VisitOvertaken(number)
        outbox.take_back(connection, one.conversation_id, _album(one))
        was, is_now = (say("visit-time", **_time_of(t)) for t in (one.told, told))
        self._tell(connection, one, now, say("visit-moved", number=number, was=was, now=is_now), MINE)
        return one

    def settle(
        self, connection: Connection, number: str, state: str, member: Member, drawn: int, now: datetime
    ) -> Appointment:
        """Note that it was held, or that nobody came; it may be noted anew.

        Raises VisitGone, VisitOvertaken.
        """
        one = self._theirs(connection, number, member, drawn)
        if state not in rows.ENDS or one.state == CANCELLED or one.told.on_day > self._time.day_of(now):
            raise VisitOvertaken(number)
        if not rows.change(connection, one, state=state, by=member.id):
            raise VisitOvertaken(number)
        return one

    def remind(self, connection: Connection, now: datetime) -> int:
        """Remind of every appointment whose reminder is due, once; how many."""
        due = visit_times.to_remind(connection, now)
        for one in due:
            told = say("visit-remind", number=one.number, **_time_of(one.told))
            self._tell(connection, one, now, told, MINE, album=_album(one))
        return len(due)

    def _theirs(self, connection: Connection, number: str, member: Member, drawn: int) -> Appointment:
        one = rows.find(connection, number, lock=True)
        if one is None or not sight.sees_visit(connection, member, number):
            raise VisitGone(number)
        if one.changed != drawn:
            raise VisitOvertaken(number)
        return one

    def give_up(self, connection: Connection, one: Appointment, by: str | None) -> None:
        """Its place is free again, and nobody is reminded. Raises VisitOvertaken."""
        if not rows.change(connection, one, state=CANCELLED, by=by):
            raise VisitOvertaken(one.number)
        slots.leave(connection, one.told.slot)
        outbox.take_back(connection, one.conversation_id, _album(one))

    def _tell(
        self,
        connection: Connection,
        one: Appointment,
        now: datetime,
        told: Say,
        option: str,
        album: str | None = None,
    ) -> None:
        """A notice in the language its resident reads now, on the channel they booked by."""
        wrapped = rows.wrapped_key(connection, one)
        if wrapped is None:
            return
        channel, language = language_of(connection, one.conversation_id)
        label = say("visit-new") if option == NEW else say("visit-see-mine")
        view = View((told,), ((Button(VISIT, option, label),),))
        bubble = self._texts[language or one.language].view(view)
        letters = [
            outbox.Letter(channel, one.conversation_id, body, lane=outbox.NOTICE, album=album)
            for body in letter_bodies(channel, bubble, "")
        ]
        outbox.put(connection, letters, one.key_id, self._keyring.unwrap(wrapped), now)

    def is_open(self, one: Appointment, now: datetime) -> bool:
        """Whether it is booked and still to come."""
        return one.state == BOOKED and one.told.starts_at > now

    def told(self, slot: Slot) -> Told:
        """What an appointment keeps of its slot."""
        row = slot.row
        starts_at = self._time.moment(slot.day, slot.begins)
        return Told(
            slot.id, slot.day, slot.span, starts_at, row.who_zh, row.who_bo, row.place_zh, row.place_bo
        )

    def remind_at(self, slot: Slot, now: datetime) -> datetime | None:
        """The hour of its reminder; None where that is past: what is told now is reminder enough."""
        at = self._time.moment(slot.day - timedelta(days=1), REMIND_AT)
        return at if at > now else None


def _time_of(told: Told) -> dict[str, Day | Say | str]:
    return {"day": Day(told.on_day), "weekday": weekday(told.on_day), "hours": told.span}


def _album(one: Appointment) -> str:
    return f"remind-{one.id}"
