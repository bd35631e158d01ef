"""How residents rate the handling of their case, kept apart from the case: under a keyed hash of its id.

Nobody who handles cases can tell who rated, nor whether a case was rated: the desk is given counts alone, and
none of fewer than `FEWEST`. What was said of it is sealed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.sealing import Keyring
from storage.tables import ratings

FEWEST: Final = 5
"""A count is told only of so many ratings or more."""
_PUT: dict[str, sqlite.Insert | postgresql.Insert] = {
    "sqlite": sqlite.insert(ratings),
    "postgresql": postgresql.insert(ratings),
}


def put(
    connection: Connection, keyring: Keyring, case_id: str, unit: str, rating: str, why: str, on: date
) -> None:
    """Keep the rating of a case; a later one takes its place."""
    case_hash = keyring.lookup("rating", case_id)
    values: dict[str, Any] = {
        "unit": unit,
        "rating": rating,
        "why": keyring.house.seal_text(why, f"ratings.why/{case_hash.hex()}"),
        "rated_on": on,
    }
    into = _PUT[connection.dialect.name].values(case_hash=case_hash, **values)
    connection.execute(into.on_conflict_do_update(index_elements=["case_hash"], set_=values))


def files_of(keyring: Keyring, case_id: str) -> str:
    """What the files of a rating belong to, in place of a case."""
    return keyring.lookup("rating-files", case_id).hex()[:16]


def counts(connection: Connection, unit: str, since: date, until: date) -> Mapping[str, int]:
    """How often each rating was given to a unit, both days included; empty below `FEWEST` in all."""
    found = connection.execute(
        select(ratings.c.rating, func.count())
        .where(ratings.c.unit == unit, ratings.c.rated_on.between(since, until))
        .group_by(ratings.c.rating)
    ).all()
    return {row[0]: row[1] for row in found} if sum(n for _, n in found) >= FEWEST else {}
