"""The cases behind a number, for those who may see them: rows without anything a resident wrote."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select, tuple_
from sqlalchemy.sql.elements import ColumnElement

from storage.desk import SHOWN, Row
from storage.figures.eyes import own_eyes
from storage.staff import Member
from storage.tables import cases


def rows(
    connection: Connection,
    member: Member,
    chosen: ColumnElement[bool],
    after: tuple[date, str] | None = None,
    limit: int = 50,
) -> tuple[list[Row], tuple[date, str] | None]:
    """Some cases the member may see, the newest first; and where the next page begins, None on the last."""
    page = select(*SHOWN, cases.c.filed_on).where(chosen, own_eyes(member).visible)
    if after:
        page = page.where(tuple_(cases.c.filed_on, cases.c.id) < tuple_(*after))
    page = page.order_by(cases.c.filed_on.desc(), cases.c.id.desc()).limit(limit + 1)
    found = connection.execute(page).all()
    told = [Row(*row[: len(SHOWN)]) for row in found[:limit]]
    more = found[limit - 1] if len(found) > limit else None
    return told, (more.filed_on, more.id) if more else None
