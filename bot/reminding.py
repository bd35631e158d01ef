"""Reminders of duties that run out (`cases.reminders`): each once, to somebody who exists, on the record.

Who is told is in the case's record and in the member's own list at the desk; a linked phone rings too.
Sealed matters remind nobody here.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection

from bot.wiring import House
from cases.case import Case
from cases.clocks import CLOCKS, ClockKind, Running
from cases.lifecycle import Role
from cases.reminders import ROLE_ON, Reminder, Rung, reminder_due, rungs_above
from cases.roles import SEALED
from storage import cases as case_rows
from storage import outbox, reminded, sight
from storage import staff as staff_rows
from storage.staff import Member

_WINDOWS: Final = tuple(clock.name for clock in CLOCKS if clock.window)


def remind(connection: Connection, house: House, now: datetime) -> int:
    """Tell staff of each duty at each stage, once; how many reminders were told."""
    today = house.time.day_of(now)
    told = 0
    for number, due in _due(connection, today).items():
        told += _tell(connection, house, number, due, now)
    return told


Due = list[tuple[int, Running, Reminder]]
"""The clocks of one case that are to be told of, by their rows' ids."""


def _due(connection: Connection, today: date) -> dict[str, Due]:
    """By case: what nobody was told of yet."""
    running = reminded.running_duties(connection, SEALED, _WINDOWS)
    known = reminded.told_stages(connection)
    by_case: dict[str, list[tuple[int, Running]]] = {}
    for row in running:
        clock = Running(row.name, ClockKind(row.kind), row.started_on, row.due_on, row.provisional, row.basis)
        by_case.setdefault(row.number, []).append((row.id, clock))
    found: dict[str, Due] = {}
    for number, clocks in by_case.items():
        every = [clock for _, clock in clocks]
        for id_, clock in clocks:
            reminder = reminder_due(clock, every, today)
            if reminder and (id_, reminder.stage.value) not in known:
                found.setdefault(number, []).append((id_, clock, reminder))
    return found


def _tell(connection: Connection, house: House, number: str, due: Due, now: datetime) -> int:
    stored = case_rows.find(connection, house.keyring, number, lock=True)
    assert stored is not None
    own, told, said = house.office.own_unit, 0, set()
    for id_, clock, reminder in due:
        readers = _readers(connection, stored.case, clock, reminder, own)
        if not readers:  # nobody exists yet: asked again at the next round
            continue
        if not reminded.mark(connection, id_, reminder.stage.value, now):
            continue
        stage = reminder.stage.value
        for member in readers:
            reminded.note(connection, id_, stage, member.id, stored.id, now)
        ids = " ".join(member.id for member in readers)
        parts = {"stage": stage, "clock": clock.clock, "kind": clock.kind.value, "told": ids}
        stored = case_rows.record(
            connection,
            house.keyring,
            stored,
            "remind",
            role=Role.CLOCK.value,
            staff_id=None,
            on=house.time.day_of(now),
            now=now,
            parts=parts,
        )
        # Two clocks of a case at one stage ring a phone once.
        ring = [m for m in readers if m.linked and (m.id, stage) not in said]
        said |= {(m.id, stage) for m in ring}
        letters = [
            outbox.Letter("staff", m.id, {"alert": stage, "number": number}, lane=outbox.NOTICE) for m in ring
        ]
        outbox.put(connection, letters, None, house.keyring.house, now)
        told += 1
    return told


def _readers(
    connection: Connection, case: Case, clock: Running, reminder: Reminder, own_unit: str
) -> list[Member]:
    """Who is told: those on its rungs, else those on the first rung above where anybody is."""
    found = [m for rung in reminder.told for m in _on(connection, rung, case, clock, own_unit)]
    for rung in rungs_above(reminder) if not found else ():
        if found := _on(connection, rung, case, clock, own_unit):
            break
    return list({m.id: m for m in found}.values())


def _on(connection: Connection, rung: Rung, case: Case, clock: Running, own_unit: str) -> list[Member]:
    """The active members on a rung who may see the case."""
    unit = case.unit or own_unit
    if rung is Rung.HANDLER:
        role = clock.row.who
        where = unit if role is Role.UNIT else own_unit
        roles = [role, *([Role.CLERK] if role is Role.UNIT and where == own_unit else [])]
    else:
        roles = [ROLE_ON[rung]]
        where = unit if rung is Rung.UNIT_HEAD else own_unit
    found = staff_rows.with_roles(connection, where, roles)
    return sight.those_who_see(connection, found, case.number)
