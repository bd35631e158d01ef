"""Cases as data for other systems, by `docs/case-export.schema.json`. Each export is on record twice: as an
export, and as an event of every case in it. Sealed matters and restricted cases are never in one.

Texts of staff and notices stay out; what the resident said is in, since a case is nothing without it.
"""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, insert, select

from cases.clocks import Running
from cases.lifecycle import Role
from cases.matters import find_matter
from cases.office import Office
from storage import cases as case_rows
from storage import sight, tables
from storage.cases import Stored
from storage.sight import told_elsewhere, visible
from storage.staff import Member

if TYPE_CHECKING:
    from bot.wiring import House

SCHEMA: Final = 1
"""The version of the shape; a change that breaks a reader is a new number."""
PAGE: Final = 200
WITHHELD: Final = frozenset({"name", "phone", "behalf_name", "address", "representatives"})
"""Answers that say who somebody is."""
_NOT_TOLD: Final = frozenset({"consent"})


@dataclass(frozen=True)
class Asked:
    """What is exported: cases filed from `since` to `until`, both days included; by whom, in which form.

    `member`: for one of the staff, what they may see; without, all that is neither sealed nor restricted.
    """

    by: str
    form: str
    since: date | None = None
    until: date | None = None
    member: Member | None = None


async def exported(house: House, asked: Asked) -> AsyncIterator[list[dict[str, Any]]]:
    """The cases, a page at a time, oldest first, each on record before it is given. Raises StorageError."""
    numbers = await house.store.write(lambda connection: _begun(connection, house, asked))
    for start in range(0, len(numbers), PAGE):
        page = numbers[start : start + PAGE]
        yield await house.store.write(partial(_page, house=house, numbers=page, asked=asked))


def _begun(connection: Connection, house: House, asked: Asked) -> list[str]:
    cases = tables.cases
    chosen = select(cases.c.number).where(told_elsewhere())
    if asked.member:
        chosen = chosen.where(visible(asked.member))
    if asked.since:
        chosen = chosen.where(cases.c.filed_on >= asked.since)
    if asked.until:
        chosen = chosen.where(cases.c.filed_on <= asked.until)
    numbers = list(connection.execute(chosen.order_by(cases.c.filed_at, cases.c.id)).scalars())
    row = {
        "id": secrets.token_hex(8),
        "at": house.time.now(),
        "by": asked.by[:60],
        "format": asked.form,
        "cases": len(numbers),
    }
    connection.execute(insert(tables.exports), row)
    return numbers


def _page(connection: Connection, house: House, numbers: list[str], asked: Asked) -> list[dict[str, Any]]:
    now = house.time.now()
    told = []
    for number in numbers:
        stored = case_rows.find(connection, house.keyring, number, lock=True)
        if stored is None:
            continue
        data = case_as_data(connection, house.office, stored)
        if asked.member:
            data["answers"] = _read_by(asked.member, stored, data["answers"])
        told.append(data)
        case_rows.record(
            connection,
            house.keyring,
            stored,
            "exported",
            role=Role.ADMIN.value,
            staff_id=None,
            on=house.time.day_of(now),
            now=now,
        )
    return told


def _read_by(member: Member, stored: Stored, answers: dict[str, Any]) -> dict[str, Any]:
    """The answers a member may read."""
    if not sight.may_read(member):
        return {}
    person = sight.may_see_person(member, stored)
    return {q: a for q, a in answers.items() if person or q not in WITHHELD}


def case_as_data(connection: Connection, office: Office, stored: Stored) -> dict[str, Any]:
    """One case as the schema has it."""
    case = stored.case
    return {
        "number": case.number,
        "national_number": stored.registered.national_number,
        "matter": case.matter,
        "kind": find_matter(case.matter).kind.value,
        "place": _place(office, stored.place),
        "channel": stored.channel,
        "came_by": stored.registered.came_by,
        "persons": stored.registered.persons,
        "repeated": stored.registered.repeated,
        "owed_fen": stored.registered.owed_fen,
        "language": stored.language,
        "filed_on": case.filed_on.isoformat(),
        "status": case.status.value,
        "unit": _unit(office, case.unit),
        "complex": case.complex,
        "item": case.item,
        "waiting_on_resident": case.waiting_on_resident,
        "identity": stored.identity or None,
        "clocks": clocks_as_data(connection, stored.id),
        "events": moves_as_data(connection, stored),
        "answers": {q: _answer(a) for q, a in stored.answers.items() if q not in _NOT_TOLD},
    }


def _place(office: Office, code: str) -> dict[str, str | None]:
    place = office.places.by_code.get(code)
    return {"code": code or None, "zh": place.zh if place else None, "bo": place.bo if place else None}


def _unit(office: Office, unit: str | None) -> dict[str, str | None] | None:
    if unit is None:
        return None
    known = office.units.get(unit)
    return {"id": unit, "zh": known.zh if known else None, "bo": known.bo if known else None}


def clocks_as_data(connection: Connection, case_id: str) -> list[dict[str, Any]]:
    """Every clock a case has had, oldest first."""
    return [clock_as_data(row.running, row.stopped_on) for row in case_rows.all_clocks(connection, case_id)]


def clock_as_data(one: Running, stopped_on: date | None = None) -> dict[str, Any]:
    """A clock, running where it was not stopped."""
    return {
        "clock": one.clock,
        "kind": one.kind.value,
        "basis": one.basis,
        "started_on": one.started_on.isoformat(),
        "due_on": one.due_on.isoformat(),
        "provisional": one.provisional,
        "stopped_on": stopped_on.isoformat() if stopped_on else None,
    }


def moves_as_data(connection: Connection, stored: Stored) -> list[dict[str, Any]]:
    """Moves alone: who looked is the audit's, and the words of staff are not told."""
    return [
        {"move": e.move, "before": e.before, "after": e.after, "on": e.on.isoformat(), "by": e.by_role}
        for e in case_rows.history(connection, stored)
        if e.after is not None
    ]


def _answer(answer: Any) -> Any:
    """An answer as it is kept; of what was gathered in pieces, the pieces."""
    if isinstance(answer, Mapping) and "parts" in answer:
        return [dict(part) for part in answer["parts"]]
    return answer
