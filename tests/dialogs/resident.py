"""A resident in tests: does one thing after another; the state goes through JSON between every two."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from dialogs.engine.events import Asked, Event, Said
from dialogs.engine.view import View
from dialogs.moment import Heard, Moment
from dialogs.outcomes import Effect, Outcome
from dialogs.reception import Reception
from dialogs.state import State
from tests.dialogs.play import press


class Resident:
    """Somebody with a phone, before one channel's reception."""

    def __init__(self, reception: Reception, language: str | None = "zh") -> None:
        self.reception = reception
        self.state = State(language=language)
        self.now = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
        self.view: View = reception.place(self.state)
        self.effects: list[Effect] = []
        self.secret = False
        self._turns = 0

    def does(self, *events: Event | str) -> Resident:
        """Events one after another; a text `question:option` presses, `/word` asks, anything else is said."""
        for event in events:
            self._turns += 1
            moment = Moment(self.now, f"draft{self._turns}")
            self._take(self.reception.hear(self._reloaded(), self._read(event), moment))
        return self

    def is_told(self, outcome: Outcome) -> Resident:
        """The world answers the last effect."""
        self._turns += 1
        moment = Moment(self.now, f"draft{self._turns}")
        self._take(self.reception.told(self._reloaded(), outcome, moment))
        return self

    def waits(self, **time: int) -> Resident:
        """Time passes."""
        self.now += timedelta(**time)
        return self

    @property
    def asked(self) -> str | None:
        """The open question as `dialog.question`; None at the menu."""
        return f"{self.view.asks.dialog}.{self.view.asks.question}" if self.view.asks else None

    @property
    def sees(self) -> list[str]:
        """The ids of the messages shown."""
        return [s.id for s in self.view.says]

    @property
    def buttons(self) -> list[str]:
        """The ids of the buttons shown."""
        return [b.id for row in self.view.rows for b in row]

    def _read(self, event: Event | str) -> Event:
        if not isinstance(event, str):
            return event
        if event.startswith("/"):
            return Asked(*event[1:].split(" ", 1))
        question, colon, _ = event.partition(":")
        return (
            press(event)
            if colon and question.replace("_", "").isalpha() and question.isascii()
            else Said(event)
        )

    def _reloaded(self) -> State:
        return State.from_json(json.loads(json.dumps(self.state.to_json())), self.reception.dialogs)

    def _take(self, heard: Heard) -> None:
        self.state, self.view, self.secret = heard.state, heard.view, heard.secret
        self.effects.extend(heard.effects)
