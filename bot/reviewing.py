"""Requests for review, carried out: made where the reviewing organ has authorised the office, else a form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.carrying import Asking, Carry
from bot.case_told import clocks_shown, told_parts
from bot.casework import Casework
from bot.filing import Filing
from bot.today import OfficeTime
from cases.clocks import Running
from cases.errors import MoveNotAllowed
from cases.path import PathKind
from cases.paths import PATHS
from cases.reviews import ASKINGS, Asked, May, may_ask, organ_of
from dialogs.engine.view import Paper, Unit
from dialogs.outcomes import NotFound, Outcome
from dialogs.papers import review_form_paper
from dialogs.reviewing import AskReview, ReadReview, ReviewAsked, ReviewForm, ReviewOffer, ReviewRefused
from storage import cases as case_rows
from storage import file_rows
from storage.cases import Stored
from storage.sealing import Keyring

WINDOWS = frozenset(one.window for one in ASKINGS.values())
COURT = frozenset({PathKind.LITIGATION, PathKind.RECONSIDERATION})
"""Paths of a matter that may still be open once a review is not."""


def reaches_court(matter: str) -> bool:
    """Whether a path of this matter leads to a court or to reconsideration, by the catalogue of paths."""
    return any(path.kind in COURT for path in PATHS[matter].paths)


class Reviewing:
    """Review and re-review of an answer (《信访工作条例》第三十五、三十六条)."""

    def __init__(self, keyring: Keyring, casework: Casework, time: OfficeTime, filing: Filing) -> None:
        self._keyring, self._casework, self._time, self._filing = keyring, casework, time, filing
        self._office = casework.office

    @property
    def carries(self) -> Mapping[type, Carry]:
        """What it carries out, by the effect's type."""
        return {ReadReview: self._read, AskReview: self._ask}

    def _read(self, asking: Asking, effect: ReadReview) -> Outcome:
        stored = self._filing.theirs(asking, effect.number, effect.proved, lock=False)
        if stored is None:
            return NotFound()
        today = self._time.day_of(asking.now)
        asked, organ = may_ask(stored.case, today), organ_of(stored.case, self._office)
        if asked.may is not May.YES or asked.window is None or organ is None:
            return self._refused(asking, stored, asked)
        window = asked.window
        return ReviewOffer(
            effect.number,
            ASKINGS[stored.case.status].again,
            organ,
            window.due_on,
            window.provisional,
            (window.due_on - today).days,
            organ in self._office.review.accepts_for,
        )

    def _refused(self, asking: Asking, stored: Stored, asked: Asked) -> ReviewRefused:
        last_on: date | None = asked.window.due_on if asked.window else None
        may = asked.may
        if may is May.PASSED and last_on is None:  # closed since: its windows are on record
            ran = [c for c in stored.case.stopped if c.clock in WINDOWS]
            last_on = ran[-1].due_on if ran else None
        # nobody may review what was closed without; or the office's data name nobody above
        if may is May.YES or (may is May.PASSED and last_on is None):
            may = May.OTHER
        return ReviewRefused(stored.case.number, may.value, last_on, reaches_court(stored.case.matter))

    def _ask(self, asking: Asking, effect: AskReview) -> Outcome:
        stored = case_rows.find(asking.connection, self._keyring, effect.number, lock=True)
        if stored is None:
            return NotFound()
        today = self._time.day_of(asking.now)
        asked, organ = may_ask(stored.case, today), organ_of(stored.case, self._office)
        if asked.may is not May.YES or asked.window is None or organ is None:
            return self._refused(asking, stored, asked)
        asks, told = ASKINGS[stored.case.status], told_parts(effect.answers, "why")
        if organ not in self._office.review.accepts_for:
            return self._form(asking, stored, organ, asked, told["text"])
        try:
            made, stored = self._filing.made(asking, stored, asks.move, {**told, "organ": organ})
        except MoveNotAllowed:
            return self._refused(asking, stored, asked)
        file_rows.take_over(asking.connection, effect.draft, stored.id)
        self._casework.alert(asking.connection, "review", stored, asking.now)
        return ReviewAsked(effect.number, asks.again, organ, today, clocks_shown(made))

    def _form(self, asking: Asking, stored: Stored, organ: str, asked: Asked, text: str) -> ReviewForm:
        assert asked.window is not None
        again = ASKINGS[stored.case.status].again
        first = self._office.above(stored.case.unit or self._office.own_unit)
        answered = (first if again else None) or stored.case.unit or self._office.own_unit
        return ReviewForm(
            stored.case.number,
            again,
            organ,
            answered,
            self._office.review.place(organ, asking.language),
            asked.window.started_on,
            asked.window.due_on,
            str(stored.answers.get("name") or ""),
            str(stored.answers.get("phone") or ""),
            text,
            None if again else self._paper(asking, stored, organ, answered, asked.window),
        )

    def _paper(
        self, asking: Asking, stored: Stored, organ: str, answered: str, window: Running
    ) -> Paper | None:
        """The same to fill in by hand; a re-review has none yet."""
        record = case_rows.history(asking.connection, stored)
        answers = [one.on for one in record if one.move == "answer"]
        return review_form_paper(
            stored.case.number,
            answered,
            answered_on=answers[-1],
            received_on=window.started_on,
            last_on=window.due_on,
            above=Unit(organ),
            today=self._time.day_of(asking.now),
        )
