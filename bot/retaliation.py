"""Reports of retaliation, filed above the unit they are about (《信访工作条例》第十八条, 第四十六条)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from bot.carrying import Asking, Carry
from bot.case_told import clocks_shown
from bot.casework import Casework
from bot.filing import Filing
from bot.today import OfficeTime
from cases.case import report_retaliation
from cases.numbers import new_code
from dialogs.outcomes import Filed, NotFound, Outcome
from dialogs.retaliation import ReadRetaliation, ReportRetaliation, RetaliationOffer, RetaliationTold
from storage import cases as case_rows
from storage import file_rows
from storage.sealing import Keyring

LINKED = "linked"
"""The answer under which the case a report belongs to is sealed; whoever may open the report reads it."""


class Retaliation:
    """A case of its own, seen by those who are told alone."""

    def __init__(self, keyring: Keyring, casework: Casework, time: OfficeTime, filing: Filing) -> None:
        self._keyring, self._casework, self._time, self._filing = keyring, casework, time, filing
        self._office = casework.office

    @property
    def carries(self) -> Mapping[type, Carry]:
        """What it carries out, by the effect's type."""
        return {ReadRetaliation: self._read, ReportRetaliation: self._report}

    def _read(self, asking: Asking, effect: ReadRetaliation) -> Outcome:
        stored = self._filing.theirs(asking, effect.number, effect.proved, lock=False)
        if stored is None or stored.case.restricted:
            return NotFound()
        told = self._office.told_of_retaliation(stored.case.unit or self._office.own_unit)
        return RetaliationOffer(effect.number, told, told in self._office.review.readers)

    def _report(self, asking: Asking, effect: ReportRetaliation) -> Outcome:
        connection, now = asking.connection, asking.now
        if number := case_rows.number_of_draft(connection, effect.draft):
            return Filed(number, None, (), again=True)
        about = case_rows.find(connection, self._keyring, effect.number)
        if about is None:
            return NotFound()
        unit = about.case.unit or self._office.own_unit
        told, code = self._office.told_of_retaliation(unit), new_code(secrets.randbelow)
        if told not in self._office.review.readers:  # a release or the office's data changed meanwhile
            return RetaliationOffer(effect.number, told, here=False)
        made = report_retaliation(
            self._filing.free_number(connection, now),
            told=told,
            today=self._time.day_of(now),
            office=self._office,
            parts={"channel": asking.kept.channel},
        )
        case_id = case_rows.add(
            connection,
            self._keyring,
            asking.kept,
            made,
            draft=effect.draft,
            code=code,
            language=asking.language,
            answers={
                "facts": effect.answers["facts"],
                "identity": "confidential",
                "place": about.place,
                LINKED: {"number": about.case.number, "unit": unit},
            },
            now=now,
        )
        file_rows.take_over(connection, effect.draft, case_id)
        self._casework.alert_of(connection, "filed", made.case, now)
        return RetaliationTold(made.case.number, code, clocks_shown(made), told=told)
