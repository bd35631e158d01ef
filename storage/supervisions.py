"""Acts of supervision (督办, 《信访工作条例》第四十条), each once: by a move of a case, or of no one case.

The words are sealed: of a case under its own key, of no case under the house's.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, exists, false, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from cases.case import Made
from storage import events
from storage.cases import Stored
from storage.sealing import DataKey, Keyring
from storage.sight import may_see_any_case, sees_the_county, visible
from storage.staff import Member
from storage.tables import cases, keys, supervisions
from storage.tables import events as moves

MOVE = "supervise"


@dataclass(frozen=True)
class CameOf:
    """What came of an act, as somebody recorded it."""

    on: date
    staff_id: str
    text: str


@dataclass(frozen=True)
class Act:
    """One act, opened. `number`: the case it was about, None for none; `came_of`: oldest first."""

    id: str
    number: str | None
    unit: str
    means: str
    on: date
    staff_id: str | None
    what: str
    came_of: tuple[CameOf, ...]


def _place(act: str, column: str) -> str:
    return f"supervisions/{act}/{column}"


def put(
    connection: Connection,
    key: DataKey,
    *,
    unit: str,
    means: str,
    on: date,
    what: str,
    staff_id: str | None,
    case_id: str | None = None,
    event_id: int | None = None,
) -> str:
    """Put an act on record; its id. `key`: the case's own, or the house's where it is about none; `event_id`:
    the move it was made by."""
    act = secrets.token_hex(8)
    row = {"id": act, "case_id": case_id, "unit": unit, "means": means, "on_day": on, "staff_id": staff_id}
    sealed = key.seal_json({"text": what}, _place(act, "what"))
    connection.execute(insert(supervisions), {**row, "what": sealed, "event_id": event_id})
    return act


def of_move(connection: Connection, stored: Stored, made: Made, own_unit: str, staff_id: str) -> None:
    """The act a move is, where it is one. A case no unit has yet is with the office, `own_unit`."""
    if made.event.move != MOVE:
        return
    put(
        connection,
        stored.key,
        unit=stored.case.unit or own_unit,
        means=made.event.parts["means"],
        on=made.event.on,
        what=made.event.parts["text"],
        staff_id=staff_id,
        case_id=stored.id,
        event_id=events.newest(connection, stored.id),
    )


def stands() -> ColumnElement[bool]:
    """Of an act: the move it was made by was not undone."""
    return ~exists().where(moves.c.id == supervisions.c.event_id, moves.c.undone_on.is_not(None))


def _theirs(member: Member) -> ColumnElement[bool]:
    """The office sees every act, others those about their unit; none about a case they may not see."""
    if not may_see_any_case(member):
        return false()
    whose = ~false() if sees_the_county(member) else supervisions.c.unit == member.unit
    return whose & (supervisions.c.case_id.is_(None) | visible(member))


def _seen(member: Member) -> Select[Any]:
    return (
        select(supervisions, cases.c.number, keys.c.wrapped)
        .select_from(
            supervisions.outerjoin(cases, supervisions.c.case_id == cases.c.id).outerjoin(
                keys, cases.c.key_id == keys.c.id
            )
        )
        .where(stands(), _theirs(member))
    )


def listed(connection: Connection, keyring: Keyring, member: Member, *, most: int = 100) -> list[Act]:
    """The acts a member may see, the latest first; not those of a move that was undone."""
    latest = (supervisions.c.on_day.desc(), supervisions.c.means.desc(), supervisions.c.id)
    found = connection.execute(_seen(member).order_by(*latest).limit(most)).all()
    return [_opened(row, _key(keyring, row)) for row in found]


def add_what_came_of(
    connection: Connection, keyring: Keyring, member: Member, act: str, text: str, on: date
) -> bool:
    """Record what came of an act, once or again; False where there is none such that the member may see."""
    found = _seen(member).where(supervisions.c.id == act).with_for_update(of=supervisions)
    row = connection.execute(found).first()
    if row is None:
        return False
    key = _key(keyring, row)
    told = [*_opened(row, key).came_of, CameOf(on, member.id, text)]
    as_json = [{"on": one.on.isoformat(), "staff_id": one.staff_id, "text": one.text} for one in told]
    sealed = key.seal_json(as_json, _place(act, "came_of"))
    connection.execute(update(supervisions).where(supervisions.c.id == act).values(came_of=sealed))
    return True


def _key(keyring: Keyring, row: Any) -> DataKey:
    return keyring.unwrap(row.wrapped) if row.case_id else keyring.house


def _opened(row: Any, key: DataKey) -> Act:
    what: Mapping[str, str] = key.open_json(row.what, _place(row.id, "what")) if row.what else {"text": ""}
    told = key.open_json(row.came_of, _place(row.id, "came_of")) if row.came_of else []
    came_of = tuple(CameOf(date.fromisoformat(o["on"]), o["staff_id"], o["text"]) for o in told)
    return Act(row.id, row.number, row.unit, row.means, row.on_day, row.staff_id, str(what["text"]), came_of)
