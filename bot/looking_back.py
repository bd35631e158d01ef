"""What a resident looks back at: their own cases, promises kept, notices, the same matter still open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.carrying import Asking, Carry
from bot.casework import Casework
from bot.filing import Filing
from bot.today import OfficeTime
from cases.clocks import Running
from cases.lifecycle import Status, notice_of
from dialogs.looking_back import (
    Kept,
    KeptRow,
    Mine,
    MineRow,
    NoticeAgain,
    Notices,
    ReadKept,
    ReadMine,
    ReadNotices,
)
from dialogs.outcomes import ClockShown, NotFound, Outcome
from dialogs.same import AlreadyOpen, LookAlike, NothingAlike
from storage import cases as case_rows
from storage import own_cases
from storage.case_clocks import ClockRow
from storage.cases import Recorded, Stored

SHOWN = 5
"""So many of one's own cases are listed."""


class LookingBack:
    """Reads alone: nothing here changes a case."""

    def __init__(self, casework: Casework, time: OfficeTime, filing: Filing) -> None:
        self._time, self._filing, self._office = time, filing, casework.office

    @property
    def carries(self) -> Mapping[type, Carry]:
        """What it carries out, by the effect's type."""
        return {
            ReadMine: self._mine,
            ReadKept: self._kept,
            ReadNotices: self._notices,
            LookAlike: self._alike,
        }

    def _mine(self, asking: Asking, effect: ReadMine) -> Outcome:
        rows = own_cases.newest(asking.connection, asking.kept.id, SHOWN)
        return Mine(tuple(MineRow(r.number, r.matter, r.status, r.unit) for r in rows))

    def _alike(self, asking: Asking, effect: LookAlike) -> Outcome:
        row = own_cases.open_of_matter(asking.connection, asking.kept.id, effect.matter)
        if row is None:
            return NothingAlike()
        return AlreadyOpen(row.number, row.matter, row.status, row.unit, row.filed_on)

    def _kept(self, asking: Asking, effect: ReadKept) -> Outcome:
        stored = self._filing.theirs(asking, effect.number, effect.proved, lock=False)
        if stored is None:
            return NotFound()
        today = self._time.day_of(asking.now)
        rows = [
            _kept_row(c, today)
            for c in case_rows.all_clocks(asking.connection, stored.id)
            if not c.running.row.window
        ]
        if stored.case.status is Status.WITHDRAWN:  # what stopped with it was neither kept nor broken
            history = case_rows.history(asking.connection, stored)
            last = next(e.on for e in reversed(history) if e.move == "withdraw")
            rows = [r for r in rows if r.done_on != last or r.late]
        return Kept(effect.number, tuple(rows))

    def _notices(self, asking: Asking, effect: ReadNotices) -> Outcome:
        stored = self._filing.theirs(asking, effect.number, effect.proved, lock=False)
        if stored is None:
            return NotFound()
        clocks = case_rows.all_clocks(asking.connection, stored.id)
        told, unit = [], self._office.own_unit
        for entry in case_rows.history(asking.connection, stored):
            unit = self._who(entry, stored, unit)
            notice = notice_of(entry.move, entry.before, entry.after) if entry.after else None
            if notice:
                told.append(NoticeAgain(notice, entry.on, unit, _started(clocks, entry), entry.parts))
        return Notices(effect.number, tuple(told))

    def _who(self, entry: Recorded, stored: Stored, before: str) -> str:
        """Who had the case after this entry: of a review, the organ asked."""
        named = entry.parts.get("unit") or entry.parts.get("organ")
        if entry.move == "uphold_objection":
            return self._office.own_unit
        if entry.move == "accept" and before == self._office.own_unit:
            return stored.case.unit or before
        return named or before


def _kept_row(row: ClockRow, today: date) -> KeptRow:
    clock = row.running
    late = max(0, ((row.stopped_on or today) - clock.due_on).days)
    return KeptRow(clock.clock, clock.kind.value, clock.due_on, row.stopped_on, late)


def _started(clocks: list[ClockRow], entry: Recorded) -> tuple[ClockShown, ...]:
    return tuple(
        ClockShown(c.running.clock, c.running.kind.value, c.running.due_on, c.running.provisional)
        for c in clocks
        if _set_by(c.running, entry) and not c.running.row.window
    )


def _set_by(clock: Running, entry: Recorded) -> bool:
    """Whether a move set a clock's day: it began with it, or was made longer by it."""
    longer = clock.row.longer is not None and clock.row.longer[0] == entry.move
    return longer or (clock.row.starts == entry.move and clock.started_on == entry.on)
