"""What residents do with appointments: see what is free and their own, book, give up."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from bot.carrying import Asking, Carry
from bot.visits import Visits
from dialogs.complaint import SEALED
from dialogs.engine.view import Named
from dialogs.outcomes import Outcome
from dialogs.visiting import (
    Book,
    Booked,
    CancelVisit,
    EnoughVisits,
    NoVisit,
    SeeVisits,
    SlotGone,
    VisitCancelled,
    VisitShown,
    VisitsSeen,
)
from storage import appointments as rows
from storage import slots
from storage.appointments import Appointment, Told
from storage.sealing import Keyring

MOST_COMING: Final = 3
"""From one conversation, so that nobody takes all places."""
OWN_SHOWN: Final = 5
NUMBERS_TRIED: Final = 20


class Booking:
    """The residents' side of the appointments of one office."""

    def __init__(self, keyring: Keyring, visits: Visits) -> None:
        self._keyring, self._visits = keyring, visits

    @property
    def carries(self) -> Mapping[type, Carry]:
        """What it carries out, by the effect's type."""
        return {SeeVisits: self._see, Book: self._book, CancelVisit: self._give_up}

    def _see(self, asking: Asking, effect: SeeVisits) -> Outcome:
        connection, now = asking.connection, asking.now
        mine = rows.coming_of(connection, asking.kept.id, now)
        if effect.anew and len(mine) >= MOST_COMING:
            return EnoughVisits(MOST_COMING)
        taken, free = self._taken(connection, mine, now)
        own = rows.own_cases(connection, asking.kept.id, effect.own[-OWN_SHOWN:], tuple(SEALED))
        begins = free and (effect.anew or not mine)
        return VisitsSeen(tuple(_shown(one) for one in mine), taken, own, free, begins)

    def _taken(
        self, connection: Connection, mine: list[Appointment], now: datetime
    ) -> tuple[tuple[str, ...], bool]:
        """The slots that are not offered, full or their own already; whether another is free."""
        known = self._visits.coming(now)
        taken = {*slots.full(connection, {s.id: s.row.most for s in known}), *(one.told.slot for one in mine)}
        return tuple(sorted(taken)), any(s.id not in taken for s in known)

    def _book(self, asking: Asking, effect: Book) -> Outcome:
        connection, now, answers = asking.connection, asking.now, effect.answers
        if known := rows.of_draft(connection, effect.draft):
            return Booked(_shown(known), again=True, reminded=known.remind_at is not None)
        mine = rows.coming_of(connection, asking.kept.id, now)
        if known := next((one for one in mine if one.told.slot == answers["slot"]), None):
            return Booked(_shown(known), again=True, reminded=known.remind_at is not None)
        if len(mine) >= MOST_COMING:
            return EnoughVisits(MOST_COMING)
        slot = next((s for s in self._visits.coming(now) if s.id == answers["slot"]), None)
        if slot is None or not slots.take(connection, slot.id, slot.row.most):
            return SlotGone(*self._taken(connection, mine, now))
        about = str(answers["matter"])
        own = rows.own_cases(connection, asking.kept.id, (about,), tuple(SEALED))
        told = self._visits.told(slot)
        number, remind_at = self._free_number(connection), self._visits.remind_at(slot, now)
        rows.add(
            connection,
            self._keyring,
            conversation=asking.kept.id,
            number=number,
            draft=effect.draft,
            told=told,
            case_number=own[0] if own else None,
            matter=None if any(c.isdigit() for c in about) else about,
            people=answers["people"],
            speaks=answers["speaks"],
            language=asking.language,
            person={k: answers[k] for k in ("name", "phone") if answers.get(k)},
            now=now,
            remind_at=remind_at,
        )
        return Booked(_seen(number, told, answers["people"]), reminded=remind_at is not None)

    def _give_up(self, asking: Asking, effect: CancelVisit) -> Outcome:
        connection = asking.connection
        one = rows.find(connection, effect.number, lock=True)
        if one is None or one.conversation_id != asking.kept.id or not self._visits.is_open(one, asking.now):
            return NoVisit()
        self._visits.give_up(connection, one, None)
        return VisitCancelled(_shown(one))

    def _free_number(self, connection: Connection) -> str:
        for _ in range(NUMBERS_TRIED):
            number = str(100_000 + secrets.randbelow(900_000))
            if not rows.number_taken(connection, number):
                return number
        raise RuntimeError("no free appointment number was drawn")


def _shown(one: Appointment) -> VisitShown:
    return _seen(one.number, one.told, one.people)


def _seen(number: str, told: Told, people: int) -> VisitShown:
    who, place = Named(told.who_zh, told.who_bo), Named(told.place_zh, told.place_bo)
    return VisitShown(number, told.on_day, told.span, who, place, people)
