"""A room of the house: one part of what residents can do, with all it adds to the front, as data.

A new dialog is a module with a `ROOM`, and its line in `dialogs/rooms.py`; nothing else asks which one it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from dialogs.engine.kinds import Today
from dialogs.engine.session import Dialog
from dialogs.engine.turn import Submitted
from dialogs.engine.view import Button, Say
from dialogs.moment import Heard, Moment
from dialogs.outcomes import Effect
from dialogs.state import State

if TYPE_CHECKING:
    from cases.office import Office
    from dialogs.reception import Reception

Rows = tuple[tuple[Button, ...], ...]
Dialogs = Callable[["Office", Today], tuple[Dialog, ...]]
Submit = Callable[["Reception", State, Submitted, Moment], Heard]
"""What follows when a dialog has all its answers."""
Open = Callable[["Reception", State, Moment], Heard]
"""What a way in opens: a button of the menu, or a command."""
Back = Callable[["Reception", State], Heard]
"""Where Back leads from a dialog's first question, where it stands upon another dialog."""
Press = Callable[["Reception", State, str, Moment], Heard | None]
"""What a button does that may be pressed from anywhere, by its option; None: it is stale."""
CasePress = Callable[["Reception", State, str, Moment], Heard | None]
"""The same for a button `case:<action>.<number>`, by the case's number."""
Words = Callable[[Any], tuple[tuple[Say, ...], Rows]]
"""What is said of an outcome, and the buttons that go with it."""
Answered = Callable[["Reception", State, Moment], tuple[Effect, ...]]
"""What follows at once from an answer just given, or from a dialog just begun."""
After = Callable[[State, Any, Moment], State]
"""What an outcome changes in the conversation, before it is told."""
_NONE: Mapping[Any, Any] = MappingProxyType({})


def _no_dialogs(office: Office, today: Today) -> tuple[Dialog, ...]:
    return ()


@dataclass(frozen=True)
class Room:
    """What one room adds. `submitted` is by dialog, `presses` by question, `cases` by action, the last two
    by the outcome's type. `answered` is by dialog and question, "" for its beginning; `opens` by the menu's
    option, `back` by dialog. What is said in a `secret` dialog is kept nowhere but in what comes of it, nor
    in one `as_its_matter` where its `matter` is a sealed one. A `passing` one is closed by a pause."""

    dialogs: Dialogs = _no_dialogs
    submitted: Mapping[str, Submit] = field(default_factory=lambda: _NONE)
    presses: Mapping[str, Press] = field(default_factory=lambda: _NONE)
    cases: Mapping[str, CasePress] = field(default_factory=lambda: _NONE)
    words: Mapping[type, Words] = field(default_factory=lambda: _NONE)
    after: Mapping[type, After] = field(default_factory=lambda: _NONE)
    answered: Mapping[tuple[str, str], Answered] = field(default_factory=lambda: _NONE)
    opens: Mapping[str, Open] = field(default_factory=lambda: _NONE)
    back: Mapping[str, Back] = field(default_factory=lambda: _NONE)
    secret: frozenset[str] = frozenset()
    as_its_matter: frozenset[str] = frozenset()
    passing: frozenset[str] = frozenset()
