"""What staff put beside a case: notes among themselves, transcripts of recordings, cases it belongs with.

Notes and transcripts are sealed under the case's key. A related case is named by a person, never matched, and
shown to those alone who may see both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.sealing import DataKey
from storage.sight import visible
from storage.staff import Member
from storage.tables import case_notes, cases, file_words, files, related_cases

_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Note:
    """One note of a member of staff."""

    staff_id: str
    at: datetime
    text: str


@dataclass(frozen=True)
class Words:
    """What is heard in a recording, as a member of staff wrote it down."""

    staff_id: str
    at: datetime
    text: str


@dataclass(frozen=True)
class Related:
    """Another case that belongs with one."""

    number: str
    matter: str
    status: str
    made_on: date


def add_note(
    connection: Connection, key: DataKey, case_id: str, staff_id: str, text: str, now: datetime
) -> None:
    """A note beside a case."""
    sealed = key.seal_json({"text": text}, _note_place(case_id))
    row = {"case_id": case_id, "staff_id": staff_id, "at": now, "note": sealed}
    connection.execute(insert(case_notes), row)


def notes(connection: Connection, key: DataKey, case_id: str) -> list[Note]:
    """Every note of a case, oldest first."""
    found = connection.execute(
        select(case_notes).where(case_notes.c.case_id == case_id).order_by(case_notes.c.id)
    )
    return [
        Note(row.staff_id, row.at, str(key.open_json(row.note, _note_place(case_id))["text"]))
        for row in found
    ]


def write_words(
    connection: Connection, key: DataKey, case_id: str, file: str, staff_id: str, text: str, now: datetime
) -> bool:
    """What is heard in a recording, in place of what was written before; False: none of the case's files."""
    theirs = select(files.c.id).where(files.c.id == file, files.c.case_id == case_id)
    if connection.execute(theirs).first() is None:
        return False
    row = {
        "staff_id": staff_id,
        "at": now,
        "words": key.seal_json({"text": text}, _words_place(file)),
    }
    put = _INSERT[connection.dialect.name](file_words).values(file_id=file, case_id=case_id, **row)
    connection.execute(put.on_conflict_do_update(index_elements=["file_id"], set_=row))
    return True


def words(connection: Connection, key: DataKey, case_id: str) -> dict[str, Words]:
    """The transcripts of a case's recordings, by file."""
    found = connection.execute(select(file_words).where(file_words.c.case_id == case_id))
    return {
        row.file_id: Words(
            row.staff_id, row.at, str(key.open_json(row.words, _words_place(row.file_id))["text"])
        )
        for row in found
    }


def relate(connection: Connection, one: str, other: str, staff_id: str, on: date) -> bool:
    """Put two cases together; False where they are already, or are one."""
    if one == other:
        return False
    first, second = sorted((one, other))
    put = _INSERT[connection.dialect.name](related_cases).values(
        one_id=first, other_id=second, staff_id=staff_id, made_on=on
    )
    return bool(connection.execute(put.on_conflict_do_nothing()).rowcount > 0)


def part(connection: Connection, one: str, other: str) -> None:
    """Take two cases apart again."""
    first, second = sorted((one, other))
    connection.execute(
        delete(related_cases).where(related_cases.c.one_id == first, related_cases.c.other_id == second)
    )


def related(connection: Connection, case_id: str, member: Member) -> list[Related]:
    """The cases that belong with one, of those the member may see."""
    beside = or_(
        and_(related_cases.c.one_id == case_id, related_cases.c.other_id == cases.c.id),
        and_(related_cases.c.other_id == case_id, related_cases.c.one_id == cases.c.id),
    )
    found = connection.execute(
        select(cases.c.number, cases.c.matter, cases.c.status, related_cases.c.made_on)
        .join_from(related_cases, cases, beside)
        .where(or_(related_cases.c.one_id == case_id, related_cases.c.other_id == case_id), visible(member))
        .order_by(related_cases.c.made_on, cases.c.number)
    )
    return [Related(*row) for row in found]


def _note_place(case_id: str) -> str:
    return f"case_notes.note/{case_id}"


def _words_place(file: str) -> str:
    return f"file_words.words/{file}"
