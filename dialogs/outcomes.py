"""What a turn asks of the world (effects), and what the world tells back (outcomes)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dialogs.engine.questions import Answers
from dialogs.engine.view import Paper


class Effect:
    """What a turn asks of the world; each room has its own kinds."""

    @property
    def brings(self) -> Mapping[str, str]:
        """The files that came with it and no draft holds: by id, what they are kept under."""
        return {}


class Outcome:
    """What the world tells back; each room says it in its own words. `alone`: the open question is not told
    again beneath it; `apart`: it is, in a bubble of its own; `paper`: a document goes with it; `recording`:
    the id of a file in which staff say it aloud."""

    alone = False
    apart = False
    paper: Paper | None = None
    recording: str = ""


@dataclass(frozen=True)
class OfCase(Effect):
    """What is asked of one case. `proved`: its code was typed a moment ago; else it was filed from here."""

    number: str
    proved: bool


@dataclass(frozen=True)
class ToldOf(Effect):
    """What was told of one case, under its draft's id."""

    number: str
    draft: str
    answers: Answers


@dataclass(frozen=True)
class File(Effect):
    """File the complaint of this draft."""

    draft: str
    answers: Answers


@dataclass(frozen=True)
class LookUp(Effect):
    """Show the state of a case to one who gives its code; `code` None: to the one who filed it here, or who
    typed its code a moment ago (`proved`)."""

    number: str
    code: str | None
    proved: bool = False


class Open(OfCase):
    """Show the text of the office's answer, and record that it was received (收到)."""


class ReadQuestion(OfCase):
    """Show what staff asked, before the resident adds to the case."""


class Supply(ToldOf):
    """Add what was sent to a case."""


class Withdraw(OfCase):
    """Take a complaint back (撤回)."""


@dataclass(frozen=True)
class DrawPaper(OfCase):
    """Draw the paper of a notice (an id of NOTICES) that a case had."""

    notice: str


@dataclass(frozen=True)
class Forget(Effect):
    """Delete what a dropped draft had gathered."""

    draft: str


@dataclass(frozen=True)
class Unsay(Effect):
    """Blank what was typed so far: it may speak of the sealed matter that was then chosen."""


@dataclass(frozen=True)
class ClockShown:
    """One clock as both sides see it. `kind` is "promise" or "law"; a provisional day is an aim. `left` are
    the days until its last, negative once it is over; None where what is said is read on other days too."""

    name: str
    kind: str
    due_on: date
    provisional: bool
    left: int | None = None


@dataclass(frozen=True)
class ReminderShown:
    """That staff were reminded of a clock: at which stage (`cases.reminders`), on which day."""

    clock: str
    stage: str
    on: date


@dataclass(frozen=True)
class Filed(Outcome):
    """The case stands; `again` when this draft had been filed before."""

    number: str
    code: str | None
    clocks: tuple[ClockShown, ...]
    again: bool = False


@dataclass(frozen=True)
class Found(Outcome):
    """The state of a case. `open`: it can still be added to or taken back; `answered`: there is something to
    read; `ask`: "review" or "rereview" may be asked for today; `unit` is the reviewing
    organ while one reviews."""

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
    ask: str | None = None
    rates: bool = False
    restricted: bool = False
    reminders: tuple[ReminderShown, ...] = ()
    apart = True


@dataclass(frozen=True)
class Answered(Outcome):
    """The office's answer, or what a review came to: its outcome, its text, the last day to ask for review,
    or `again` for re-review, where there is one; `final`: nothing follows on the same facts; `notice`: the
    notice that told of it."""

    number: str
    outcome: str
    text: str
    review_by: date | None
    provisional: bool
    again: bool = False
    final: bool = False
    notice: str = "answered"
    recording: str = ""
    apart = True


@dataclass(frozen=True)
class StaffAsk(Outcome):
    """What staff asked and has not been answered, or told (`asks` False) of how it goes: in words, aloud, or
    both; neither where they did neither."""

    text: str = ""
    asks: bool = True
    recording: str = ""


@dataclass(frozen=True)
class Supplied(Outcome):
    """What was sent now stands with the case."""

    number: str


@dataclass(frozen=True)
class Withdrawn(Outcome):
    """The complaint is taken back."""

    number: str
    on: date


@dataclass(frozen=True)
class PaperReady(Outcome):
    """The paper that was asked for, of the case of that number."""

    number: str
    paper: Paper


@dataclass(frozen=True)
class NotFound(Outcome):
    """No such number with that code; which of the two was wrong is not told."""


@dataclass(frozen=True)
class Throttled(Outcome):
    """Too many wrong codes; `minutes` to wait."""

    minutes: int


@dataclass(frozen=True)
class CodeNeeded(Outcome):
    """The text was shown once; to show it again the code is asked (a phone may be shared)."""

    number: str
