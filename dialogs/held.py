"""What residents ask of the data held of them, and what comes of it:
《个人信息保护法》第四十四条 to 第五十条.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogs.outcomes import Effect, Outcome

OPENED_BY = ("resident", "clerk", "head", "supervisor", "discipline", "unit", "admin", "clock", "other")
OPENED_AS = ("read", "exported", "code", "moved")
"""What can be done with a case, as it is told its resident; every move is `moved`."""
TALK = ""
"""In place of a case's number: the conversation itself."""


@dataclass(frozen=True)
class Proof:
    """What lets a resident see a case: its code, proved a moment ago or typed now."""

    proved: bool = False
    code: str | None = None


@dataclass(frozen=True)
class Hold(Effect):
    """Say what is held. `draft`: a complaint is begun and not filed; `own`: cases filed from here."""

    draft: bool
    own: tuple[str, ...]


@dataclass(frozen=True)
class ReadAll(Effect):
    """Show all that is held, the conversation (`number` TALK) or a case, one `page` (from 1) of it."""

    number: str
    page: int
    proof: Proof


@dataclass(frozen=True)
class TakeCopy(Effect):
    """Make a copy to take away (第四十五条): the conversation, and the case of that number in whole; `also`
    other cases whose codes were typed a moment ago."""

    number: str
    proof: Proof
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Prove(Effect):
    """Check the code of one case, before the next is asked for."""

    number: str
    code: str


@dataclass(frozen=True)
class WhoRead(Effect):
    """Say who opened a case, and when."""

    number: str
    proved: bool


@dataclass(frozen=True)
class EraseAll(Effect):
    """Erase the conversation with all that belongs to no case (第四十七条)."""


@dataclass(frozen=True)
class Proven(Outcome):
    """The code fits."""

    number: str


@dataclass(frozen=True)
class TalkHeld:
    """A talk with a person that is over: the day it began, and until when it is kept."""

    on: date
    until: date


@dataclass(frozen=True)
class Held(Outcome):
    """What is held: `messages` of both sides since that day, `files` in no case, cases filed from here, and
    talks with a person, the newest first."""

    messages: int
    since: date | None
    files: int
    draft: bool
    cases: tuple[str, ...]
    talks: tuple[TalkHeld, ...] = ()


@dataclass(frozen=True)
class AllRead(Outcome):
    """That page was shown. `code`: it was proved by typing the code now."""

    number: str
    page: int
    pages: int
    code: bool = False


@dataclass(frozen=True)
class CopyMade(Outcome):
    """The copy is on its way."""

    number: str
    code: bool = False


@dataclass(frozen=True)
class Opened:
    """Something done with a case: the day, the role, the unit where the role is a unit's, what was done."""

    on: date
    role: str
    unit: str | None
    act: str


@dataclass(frozen=True)
class Openings(Outcome):
    """Who opened a case, oldest first; `earlier` others are told in the copy alone. Of a sealed matter
    only the day it was filed is told."""

    number: str
    filed_on: date
    openings: tuple[Opened, ...]
    earlier: int
    sealed: bool


@dataclass(frozen=True)
class Erased(Outcome):
    """Nothing of the conversation is left; its key is a new one."""
