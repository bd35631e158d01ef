"""The columns of a case that moves change."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert

from cases.case import Case
from cases.clocks import nearest
from cases.corrections import Before, as_json, from_json
from cases.lifecycle import OPEN
from storage.tables import assisting_units

MOVING = (
    *("status", "open", "unit", "complex", "item", "waiting", "done", "next_due_on", "queue_on"),
    *("assisting", "outcome", "extended", "led_path", "led_to", "owed_fen", "earlier"),
)


def moving(case: Case) -> dict[str, Any]:
    """The columns a move changes. `queue_on` orders the desk's queue: what owes nothing comes last."""
    due_on = duty.due_on if (duty := nearest(case)) else None
    return {
        "status": case.status.value,
        "open": case.status in OPEN,
        "unit": case.unit,
        "complex": case.complex,
        "item": case.item,
        "waiting": case.waiting_on_resident,
        "done": " ".join(case.done),
        "next_due_on": due_on,
        "queue_on": due_on or date.max,
        "assisting": " ".join(case.assisting),
        "outcome": case.outcome,
        "extended": case.extended,
        "led_path": case.path,
        "led_to": case.authority,
        "owed_fen": case.owed_fen,
        "earlier": json.dumps(as_json(case.before)),
    }


def assist(connection: Connection, case_id: str, before: Case, after: Case) -> None:
    """Keep beside the case which units assist in it, where a move changed that."""
    if set(before.assisting) == set(after.assisting):
        return
    connection.execute(delete(assisting_units).where(assisting_units.c.case_id == case_id))
    if rows := [{"unit": unit, "case_id": case_id} for unit in sorted(set(after.assisting))]:
        connection.execute(insert(assisting_units), rows)


def earlier(kept: str) -> tuple[Before, ...]:
    """How a case stood before each move that can be undone, as its column keeps it."""
    return from_json(json.loads(kept))
