"""What a question is: an id, a kind that reads replies, and a condition. Pure data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from dialogs.engine.events import Event
from dialogs.engine.view import Say, Value

Answer = Any  # a JSON value: a session is stored as JSON
Answers = Mapping[str, Answer]

ACCEPTS = ("text", "choice", "number", "money", "date", "phone", "place", "voice", "photos", "skip")
"""The words in which a question says what it takes."""


class Refused(Exception):
    """The reply is no answer to this question; the session stays as it was.

    `reason` ends the message id `refused-<reason>`; `details` fill the message.
    """

    def __init__(self, reason: str, **details: Value) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details


@dataclass(frozen=True)
class Looked:
    """The reply opened a branch or a page of the question; nothing is answered yet."""

    cursor: str | None


@dataclass(frozen=True)
class Option:
    """One thing to choose; `label` is None where the message `<dialog>-<question>-<id>` names it."""

    id: str
    label: Value | None = None
    asked: If | None = None


class Kind(Protocol):
    """How one sort of question reads replies."""

    @property
    def accepts(self) -> tuple[str, ...]:
        """What it takes, in the words of `ACCEPTS`."""

    @property
    def declared(self) -> tuple[Option, ...]:
        """Every option it may ever show by name, conditions or not."""

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """Return the JSON answer that `event` makes of what was `kept`, or raise Refused."""

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """Say whether `answer` is whole, and one this kind would give today."""

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> tuple[tuple[Option, ...], ...]:
        """The options to press, in rows."""

    def opened(self, cursor: str | None) -> Say | None:
        """What the opened branch or page has to say before the question."""

    def leads(self, answers: Answers, cursor: str | None) -> tuple[Say, ...]:
        """What is said before the question, by the answers so far."""

    def up(self, cursor: str | None) -> str | None:
        """Where Back leads from the cursor; None: the question as first asked."""

    def shown(self, answer: Answer) -> Value | None:
        """The answer as a value to show; None where the option's own message names it."""


@dataclass(frozen=True)
class If:
    """A condition as data, so that a dialog can be checked and drawn.

    Holds when the answer to `question` is one of `one_of`.
    """

    question: str
    one_of: frozenset[str]

    def holds(self, answers: Answers) -> bool:
        """Say whether the answers so far meet the condition."""
        answer = answers.get(self.question)
        return isinstance(answer, str) and answer in self.one_of

    @property
    def questions(self) -> frozenset[str]:
        """The questions it depends on."""
        return frozenset({self.question})


@dataclass(frozen=True)
class Either:
    """Holds when all conditions of any one row hold."""

    rows: tuple[tuple[If, ...], ...]

    def holds(self, answers: Answers) -> bool:
        """Say whether the answers so far meet one row."""
        return any(all(one.holds(answers) for one in row) for row in self.rows)

    @property
    def questions(self) -> frozenset[str]:
        """The questions it depends on."""
        return frozenset(one.question for row in self.rows for one in row)


def when(question: str, *one_of: str) -> If:
    """`If` with its answers in a row."""
    return If(question, frozenset(one_of))


@dataclass(frozen=True, eq=False)  # a question is itself alone: dialogs look for it often
class Question:
    """One question. Its id is permanent: a new meaning takes a new id.

    Its words are the messages `<dialog>-<id>` (the question) and `<dialog>-<id>-label` (its
    name in the summary). `asked` None: always asked. `stops`: the dialog goes no further here.
    `quiet`: not told again in the summary. `text`: another message that asks it.
    """

    id: str
    kind: Kind
    asked: If | Either | None = None
    optional: bool = False
    stops: bool = False
    quiet: bool = False
    text: str = ""
