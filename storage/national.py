"""The national system's number of a case: set, and looked up among the cases one may see.

Two cases may bear one number: to say that a number is taken would tell of a case that one may not see.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, select, update

from storage.tables import cases


def set_number(connection: Connection, case_id: str, number: str | None) -> None:
    """Note it beside our own; None takes it away."""
    connection.execute(update(cases).where(cases.c.id == case_id).values(national_number=number))


def find(connection: Connection, number: str, seen: ColumnElement[bool]) -> list[str]:
    """Our numbers of the cases that bear it, newest first. `seen` is a condition of `storage.sight`."""
    found = (
        select(cases.c.number)
        .where(cases.c.national_number == number, seen)
        .order_by(cases.c.filed_at.desc(), cases.c.id.desc())
    )
    return list(connection.execute(found).scalars())
