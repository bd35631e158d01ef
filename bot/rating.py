"""Ratings, kept where nobody who handles a case sees who gave them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.carrying import Asking, Carry
from bot.case_told import RATED_IN, told_parts
from bot.casework import Casework
from bot.today import OfficeTime
from dialogs.outcomes import NotFound, Outcome
from dialogs.rating import NotRated, Rate, Rated
from storage import cases as case_rows
from storage import file_rows, ratings
from storage.sealing import Keyring


class Rating:
    """One rating a case, changed until the case is closed; nothing of it goes on the case's record."""

    def __init__(self, keyring: Keyring, casework: Casework, time: OfficeTime) -> None:
        self._keyring, self._office, self._time = keyring, casework.office, time

    @property
    def carries(self) -> Mapping[type, Carry]:
        """What it carries out, by the effect's type."""
        return {Rate: self._rate}

    def _rate(self, asking: Asking, effect: Rate) -> Outcome:
        connection = asking.connection
        stored = case_rows.find(connection, self._keyring, effect.number)
        if stored is None:
            return NotFound()
        if stored.case.status not in RATED_IN:
            return NotRated(effect.number)
        told, rating = told_parts(effect.answers, "why"), effect.answers["rating"]
        unit, on = stored.case.unit or self._office.own_unit, self._time.day_of(asking.now)
        ratings.put(connection, self._keyring, stored.id, unit, rating, told["text"], on)
        # A voice on why is no paper of the case: whoever handles it would know who rated.
        file_rows.take_over(connection, effect.draft, ratings.files_of(self._keyring, stored.id))
        return Rated(effect.number, rating)
