"""What a turn asks of the world (effects), and what the world tells back (outcomes)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogs.engine.questions import Answers
from dialogs.engine.view import Paper


@dataclass(frozen=True)
class File:
    """File the complaint of this draft."""

    draft: str
    answers: Answers


@dataclass(frozen=True)
class LookUp:
    """Show the state of a case to one who gives its code; `code` None: to the one who filed it here."""

    number: str
    code: str | None


@dataclass(frozen=True)
class Open:
    """Show the text of the office's answer, and record that it was received (收到)."""

    number: str
    proved: bool


@dataclass(frozen=True)
class ReadQuestion:
    """Show what staff asked, before the resident adds to the case."""

    number: str
    proved: bool


@dataclass(frozen=True)
class Supply:
    """Add what was sent to a case."""

    number: str
    draft: str
    answers: Answers


@dataclass(frozen=True)
class Withdraw:
    """Take a complaint back (撤回)."""

    number: str
    proved: bool


@dataclass(frozen=True)
class DrawPaper:
    """Draw the paper of a notice (an id of NOTICES) that a case had."""

    number: str
    notice: str
    proved: bool


@dataclass(frozen=True)
class Forget:
    """Delete what a dropped draft had gathered."""

    draft: str


Effect = File | LookUp | Open | ReadQuestion | Supply | Withdraw | DrawPaper | Forget


@dataclass(frozen=True)
class ClockShown:
    """One clock as both sides see it. `kind` is "promise" or "law"; a provisional day is an aim."""

    name: str
    kind: str
    due_on: date
    provisional: bool


@dataclass(frozen=True)
class Filed:
    """The case stands; `again` when this draft had been filed before."""

    number: str
    code: str | None
    clocks: tuple[ClockShown, ...]
    again: bool = False


@dataclass(frozen=True)
class Found:
    """The state of a case. `open`: it can still be added to or taken back."""

    number: str
    status: str
    matter: str
    filed_on: date
    unit: str | None
    clocks: tuple[ClockShown, ...]
    waiting: bool
    answered: bool
    own: bool
    open: bool = True


@dataclass(frozen=True)
class Answered:
    """The office's answer: its outcome, its text, the last day to ask for review where there is one."""

    number: str
    outcome: str
    text: str
    review_by: date | None
    provisional: bool


@dataclass(frozen=True)
class StaffAsk:
    """What staff asked and has not been answered; None where they asked nothing."""

    text: str | None


@dataclass(frozen=True)
class Supplied:
    """What was sent now stands with the case."""

    number: str


@dataclass(frozen=True)
class Withdrawn:
    """The complaint is taken back."""

    number: str
    on: date


@dataclass(frozen=True)
class PaperReady:
    """The paper that was asked for."""

    paper: Paper


@dataclass(frozen=True)
class NotFound:
    """No such number with that code; which of the two was wrong is not told."""


@dataclass(frozen=True)
class Throttled:
    """Too many wrong codes; `minutes` to wait."""

    minutes: int


@dataclass(frozen=True)
class CodeNeeded:
    """The text was shown once; to show it again the code is asked (a phone may be shared)."""

    number: str


Outcome = (
    Filed
    | Found
    | Answered
    | StaffAsk
    | Supplied
    | Withdrawn
    | PaperReady
    | NotFound
    | Throttled
    | CodeNeeded
)
