"""Corrections of messages: proposed by one, put in force by another; who signed; every act on record.

Each change of what is said counts `word_version` up first, which also makes writers wait for one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.columns import fixed
from storage.tables import corrections, staff, word_events, word_signs, word_version

PROPOSED, LIVE = "proposed", "live"
REFUSED, WITHDRAWN, REPLACED, RETURNED, RETIRED = "refused", "withdrawn", "replaced", "returned", "retired"
MOST_EVENTS: Final = 200
_PUT: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Correction:
    """A message as somebody wrote it, in both languages. `from_*`: what it was written over;
    `released_*_sha`: hashes of the release's texts it was decided against; `author` is a name.
    """

    id: int
    message: str
    zh: str
    bo: str
    from_zh: str
    from_bo: str
    released: tuple[str, str]
    state: str
    staff_id: str
    author: str
    made_at: datetime


@dataclass(frozen=True)
class Signed:
    """What a reader said last of a message, of the texts with these hashes. `on` is an ISO day."""

    message: str
    zh_sha: str
    bo_sha: str
    status: str
    reviewer: str
    on: str
    note: str


@dataclass(frozen=True)
class Act:
    """One line of a message's history. `by` is a name, None where the program did it."""

    id: int
    act: str
    correction: int | None
    note: str
    by: str | None
    at: datetime


@dataclass(frozen=True)
class InForce:
    """All that changes what is said, at one version."""

    version: int
    live: tuple[Correction, ...] = ()
    signed: tuple[Signed, ...] = ()


_CORRECTIONS = select(corrections, staff.c.name.label("author")).outerjoin_from(
    corrections, staff, corrections.c.staff_id == staff.c.id
)


def version(connection: Connection) -> int:
    """How often what is said has changed; 0 where it never has."""
    found = connection.execute(select(word_version.c.version).where(word_version.c.id == 1)).scalar()
    return found or 0


def in_force(connection: Connection) -> InForce:
    """The corrections in force and the signatures, as they are at one version."""
    signs = select(word_signs).order_by(word_signs.c.message)
    return InForce(
        version(connection),
        tuple(_in_state(connection, LIVE)),
        tuple(
            Signed(r.message, r.zh_sha, r.bo_sha, r.status, r.reviewer, r.on_day, r.note)
            for r in connection.execute(signs)
        ),
    )


def proposals(connection: Connection) -> list[Correction]:
    """What waits for a second person."""
    return _in_state(connection, PROPOSED)


def of_message(connection: Connection, message: str) -> list[Correction]:
    """Every correction of a message, the newest first."""
    found = _CORRECTIONS.where(corrections.c.message == message).order_by(corrections.c.id.desc())
    return [_correction(row) for row in connection.execute(found.limit(MOST_EVENTS)).all()]


def history(connection: Connection, message: str) -> list[Act]:
    """What was done with a message, the newest first."""
    found = (
        select(word_events, staff.c.name)
        .outerjoin_from(word_events, staff, word_events.c.staff_id == staff.c.id)
        .where(word_events.c.message == message)
        .order_by(word_events.c.id.desc())
        .limit(MOST_EVENTS)
    )
    return [Act(r.id, r.act, r.correction_id, r.note, r.name, r.at) for r in connection.execute(found).all()]


def newest(connection: Connection, message: str) -> int:
    """The number of the last act with a message; 0 where nothing was done yet."""
    found = select(word_events.c.id).where(word_events.c.message == message)
    return connection.execute(found.order_by(word_events.c.id.desc()).limit(1)).scalar() or 0


def count_up(connection: Connection, by: int = 1) -> None:
    """What is said changes: every process will see it. Writers after this wait for the commit.

    `by` 0: nothing that is said changes, the writers wait all the same.
    """
    put = _PUT[connection.dialect.name](word_version).values(id=1, version=by)
    connection.execute(
        put.on_conflict_do_update(index_elements=["id"], set_={"version": word_version.c.version + by})
    )


def propose(connection: Connection, made: Mapping[str, Any], note: str, now: datetime) -> int:
    """Keep a new proposal; one that waited gives way to it. Call `count_up` first."""
    for waiting in _of_state(connection, str(made["message"]), PROPOSED):
        settle(connection, waiting, REPLACED, made["staff_id"], now)
    values = {**made, "state": PROPOSED, "made_at": now}
    number: int = connection.execute(
        insert(corrections).values(**values).returning(corrections.c.id)
    ).scalar_one()
    record(connection, str(made["message"]), "proposed", made["staff_id"], now, number, note)
    return number


def put_in_force(
    connection: Connection, one: Correction, released: tuple[str, str], by: str, now: datetime
) -> None:
    """Make a proposal what is said; the correction before it gives way. Call `count_up` first."""
    for before in _of_state(connection, one.message, LIVE):
        settle(connection, before, REPLACED, None, now, told=False)
    connection.execute(
        update(corrections)
        .where(corrections.c.id == one.id)
        .values(state=LIVE, released_zh_sha=released[0], released_bo_sha=released[1])
    )
    record(connection, one.message, "approved", by, now, one.id)


def settle(
    connection: Connection,
    one: Correction,
    state: str,
    by: str | None,
    now: datetime,
    note: str = "",
    *,
    told: bool = True,
) -> None:
    """End a proposal or a correction; `told`: as an act of its own. Call `count_up` first."""
    connection.execute(update(corrections).where(corrections.c.id == one.id).values(state=state))
    if told:
        record(connection, one.message, state, by, now, one.id, note)


def keep(connection: Connection, one: Correction, released: tuple[str, str], by: str, now: datetime) -> None:
    """Somebody looked: the correction stands against the release's new texts. Call `count_up` first."""
    connection.execute(
        update(corrections)
        .where(corrections.c.id == one.id)
        .values(released_zh_sha=released[0], released_bo_sha=released[1])
    )
    record(connection, one.message, "kept", by, now, one.id)


def sign(connection: Connection, signed: Signed, by: str, now: datetime) -> None:
    """What a reader says of a message, in place of what was said before. Call `count_up` first."""
    values = {
        "zh_sha": signed.zh_sha,
        "bo_sha": signed.bo_sha,
        "status": signed.status,
        "reviewer": signed.reviewer,
        "on_day": signed.on,
        "note": signed.note,
    }
    put = _PUT[connection.dialect.name](word_signs).values(message=signed.message, **values)
    connection.execute(put.on_conflict_do_update(index_elements=["message"], set_=values))
    record(connection, signed.message, signed.status, by, now, note=signed.note)


def record(
    connection: Connection,
    message: str,
    act: str,
    by: str | None,
    now: datetime,
    number: int | None = None,
    note: str = "",
) -> None:
    """Put an act on record."""
    told = {"message": message, "act": act, "staff_id": by, "at": now}
    connection.execute(insert(word_events), {**told, "correction_id": number, "note": note})


def _in_state(connection: Connection, state: str) -> list[Correction]:
    found = _CORRECTIONS.where(corrections.c.state == fixed(state)).order_by(corrections.c.message)
    return [_correction(row) for row in connection.execute(found).all()]


def _of_state(connection: Connection, message: str, state: str) -> Iterable[Correction]:
    found = _CORRECTIONS.where(corrections.c.message == message, corrections.c.state == fixed(state))
    return [_correction(row) for row in connection.execute(found).all()]


def _correction(row: Any) -> Correction:
    return Correction(
        row.id,
        row.message,
        row.zh,
        row.bo,
        row.from_zh,
        row.from_bo,
        (row.released_zh_sha, row.released_bo_sha),
        row.state,
        row.staff_id,
        row.author or "",
        row.made_at,
    )
