"""What a resident should see, as data: message ids and what fills them, never words.

`bot.words` turns a view into a language; a transport draws it. A value that fills a message is one of

    str, int          the resident's own words, or a plain number
    Say               another message
    Day               a date, written as the language writes dates
    Yuan              a sum of money in yuan
    Place, Unit       names that come from the office's data
    Contact           where a unit of it is found
    Named             a name given in both languages, the Tibetan perhaps empty
    Several, Listed   values told one after another, each on its line or all on one
    Cites             articles of laws
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Day:
    """A calendar day in the office's time zone; `precision` is "day", "month" or "year"."""

    on: date
    precision: str = "day"


@dataclass(frozen=True)
class Yuan:
    """A sum in yuan, as a decimal text such as "1633500.00"."""

    amount: str


@dataclass(frozen=True)
class Place:
    """A village, township or county by its division code."""

    code: str


@dataclass(frozen=True)
class Unit:
    """A unit of the office's list by its id."""

    id: str


@dataclass(frozen=True)
class Contact:
    """How a unit of the office's list is found: its `where`, `phone` or `hours`; "none" where not known."""

    unit: str
    part: str


@dataclass(frozen=True)
class Named:
    """A name of the office's own in both languages; where `bo` is empty the Chinese stands in brackets."""

    zh: str
    bo: str


@dataclass(frozen=True)
class Several:
    """Values told one after another, each on its own line."""

    values: tuple[Value, ...]


@dataclass(frozen=True)
class Listed:
    """Values told one after another on one line."""

    values: tuple[Value, ...]


@dataclass(frozen=True)
class Cites:
    """Articles as (law, number): the law's short official name."""

    articles: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Say:
    """A message by id, with its named values in order."""

    id: str
    args: tuple[tuple[str, Value], ...] = ()


Value = str | int | Day | Yuan | Place | Unit | Named | Contact | Several | Listed | Cites | Say


def say(message: str, **args: Value) -> Say:
    """`Say` with its values as keywords."""
    return Say(message, tuple(args.items()))


@dataclass(frozen=True)
class Button:
    """One thing to press; its id is `question:option`."""

    question: str
    option: str
    label: Value

    @property
    def id(self) -> str:
        """The button's id, as a driver of `rehearse --json` presses it."""
        return f"{self.question}:{self.option}"


@dataclass(frozen=True)
class Asks:
    """Which question is open and what it takes (words of `questions.ACCEPTS`).

    `heeds`: the words of the house understood when they are typed here; None: all of them.
    """

    dialog: str
    question: str
    accepts: tuple[str, ...]
    heeds: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Paper:
    """A document to print, as data; `bot.papers` words it in both languages and draws it.

    `kind` is a notice's id, `card` or `review_form`; `about` the number of a case, or of a card its matter.
    `text` is what somebody wrote and nobody translates. `blanks` are filled in by hand: a label, and how many
    lines it needs.
    """

    kind: str
    about: str
    on: date
    heading: Say
    says: tuple[Say, ...]
    articles: Cites
    remedy: tuple[Say, ...] = ()
    text: str = ""
    blanks: tuple[tuple[Say, int], ...] = ()


@dataclass(frozen=True)
class View:
    """What to show: sentences in order, rows of buttons beneath, and the question now open.

    `asks` is None only at the menu. `draft` names the session its buttons belong to, so
    that a press from an older one is told apart. `step` is the 1-based place on the route
    and the count of questions on it as far as known. `paper` goes with it as a document,
    `recording` (a file's id) to be heard.
    """

    says: tuple[Say, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    asks: Asks | None = None
    draft: str = ""
    step: tuple[int, int] | None = None
    paper: Paper | None = None
    recording: str = ""
