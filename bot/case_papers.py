"""The papers of a case, drawn up from its record: what was told, on that day, with the days it then set."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from bot.carrying import Asking, Carry
from bot.case_told import outcome_of
from cases.clocks import Running
from cases.corrections import standing
from cases.lifecycle import Role, Status, move_named, notice_of
from cases.notices import NOTICES
from cases.office import Office
from cases.reviews import READINGS
from dialogs.engine.view import Paper
from dialogs.notice_values import notice_values
from dialogs.outcomes import ClockShown, CodeNeeded, DrawPaper, NotFound, Outcome, PaperReady
from dialogs.papers import Done, notice_paper
from dialogs.state import PROOF
from storage import cases as case_rows
from storage.cases import Recorded, Stored
from storage.notices import Told
from storage.sealing import Keyring


class CasePapers:
    """The papers of one office's cases."""

    def __init__(self, keyring: Keyring, office: Office) -> None:
        self._keyring, self._office = keyring, office

    @property
    def carries(self) -> Mapping[type, Carry]:
        """What it carries out, by the effect's type."""
        return {DrawPaper: self._draw}

    def _draw(self, asking: Asking, asked: DrawPaper) -> Outcome:
        """The paper of a notice, for the one who filed here or gave the code.

        One that is neutral in the conversation is given where the code was, or where its owner has just
        opened it: a phone may be shared.
        """
        connection = asking.connection
        stored = case_rows.find(connection, self._keyring, asked.number)
        if stored is None or not (asked.proved or stored.conversation_id == asking.kept.id):
            return NotFound()
        record = case_rows.history(connection, stored)
        paper = paper_of(connection, stored, record, asked.notice, self._office)
        if paper is None:
            return NotFound()
        opened = asked.proved or _just_opened(record, asked.notice, asking.now)
        if NOTICES[asked.notice].neutral and not opened:
            return CodeNeeded(asked.number)
        return PaperReady(asked.number, paper)


def papers_of(record: list[Recorded], told: list[Told]) -> list[int]:
    """Which of a case's notices have a paper, from 1: those that no correction undid."""
    return [
        nth
        for nth, one in enumerate(told, 1)
        if _owed_by(record, one.notice, sum(later.notice == one.notice for later in told[nth:])) is not None
    ]


def nth_paper(
    connection: Connection, stored: Stored, record: list[Recorded], told: list[Told], nth: int, office: Office
) -> Paper | None:
    """The paper of the nth notice of a case, from 1 (`told`: all of them); None where it has none, or a
    correction undid it."""
    if not 1 <= nth <= len(told):
        return None
    name = told[nth - 1].notice
    since = sum(one.notice == name for one in told[nth:])
    return _drawn(connection, stored, record, _owed_by(record, name, since), name, office)


def paper_of(
    connection: Connection, stored: Stored, record: list[Recorded], notice: str, office: Office
) -> Paper | None:
    """The paper of the last notice of this kind a case had; None where it had none, or a correction undid
    it."""
    if notice != "corrected":
        record = standing(record)
    return _drawn(connection, stored, record, _owed_by(record, notice, 0), notice, office)


def _owed_by(record: list[Recorded], notice: str, since: int) -> int | None:
    """The place in the record of the move that owed a notice of this kind, after which came so many more."""
    owing = [n for n, one in enumerate(record) if notice_of(one.move, one.before, one.after) == notice]
    if len(owing) <= since:
        return None
    place = owing[-1 - since]
    stands = notice == "corrected" or any(one is record[place] for one in standing(record))
    return place if stands else None


def _drawn(
    connection: Connection,
    stored: Stored,
    record: list[Recorded],
    place: int | None,
    notice: str,
    office: Office,
) -> Paper | None:
    if place is None:
        return None
    event = record[place]
    after = Status(event.after or stored.case.status)
    # who had it then: of a review, the organ that was asked
    units = (one.parts.get("unit") or one.parts.get("organ") for one in reversed(record[: place + 1]))
    named = next(filter(None, units), None)
    unit = named or (stored.case.unit if notice != "receipt" else None) or office.own_unit
    told = tuple(
        ClockShown(c.clock, c.kind.value, c.due_on, c.provisional)
        for c in (row.running for row in case_rows.all_clocks(connection, stored.id))
        if _told(c, event)
    )
    values = notice_values(notice, stored.case.number, unit, event.on, event.parts)
    done = Done(
        notice,
        stored.case.number,
        event.on,
        values,
        told,
        after,
        stored.case.item,
        outcome_of(event.parts),
        event.parts.get("text" if NOTICES[notice].neutral else "reason", "") if NOTICES[notice].full else "",
    )
    return notice_paper(done)


def _told(clock: Running, event: Recorded) -> bool:
    """Whether a clock was set by this move, or is the resident's own window that began since."""
    starts = clock.row.starts == event.move and clock.started_on == event.on
    by_this = starts or (clock.row.longer is not None and clock.row.longer[0] == event.move)
    received = next((one.received_by for one in READINGS.values() if one.brought_by == event.move), None)
    return by_this or (clock.row.window and clock.row.starts == received)


def _just_opened(record: list[Recorded], notice: str, now: datetime) -> bool:
    """Whether its owner has just opened what this notice told of, and nothing else."""
    received = {
        one.received_by for one in READINGS.values() if move_named(one.brought_by).notice == notice
    } - {None}
    return any(
        one.move in received and one.by_role == Role.RESIDENT.value and now - one.at <= PROOF
        for one in record
    )
