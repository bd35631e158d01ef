"""Looking a case up by its number and query code, and what is told of one; choosing the language."""

from __future__ import annotations

from dataclasses import dataclass

from cases.numbers import parse_case_number, read_code
from dialogs.engine.collecting import Story
from dialogs.engine.events import Event, Pressed, Sent
from dialogs.engine.kinds import Plain, choice, typed
from dialogs.engine.questions import Answer, Answers, Looked, Question, Refused
from dialogs.engine.session import Dialog
from dialogs.engine.view import Value

LANGUAGES = ("bo", "zh")


@dataclass(frozen=True)
class CaseNumber(Plain):
    """A case's number, typed in any form or pressed."""

    prefix: str
    accepts = ("text",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """The number in its one written form."""
        text = event.option if isinstance(event, Pressed) else typed(event)
        number = parse_case_number(text, self.prefix)
        if number is None:
            raise Refused("not-a-case-number")
        return number

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """A number in its written form."""
        return isinstance(answer, str) and parse_case_number(answer, self.prefix) == answer

    def shown(self, answer: Answer) -> Value | None:
        """The number."""
        return str(answer)


@dataclass(frozen=True)
class QueryCode(Plain):
    """The twenty digits on the receipt."""

    accepts = ("text",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """The code in its one written form."""
        code = read_code(typed(event))
        if code is None:
            raise Refused("not-a-code")
        return code

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """A code in its written form."""
        return isinstance(answer, str) and read_code(answer) == answer

    def shown(self, answer: Answer) -> Value | None:
        """Never shown again."""
        return "••••"


@dataclass(frozen=True)
class Addition(Story):
    """What a resident adds to a case: words, recordings, photos and documents."""

    max_files: int = 9
    accepts: tuple[str, ...] = ("text", "voice", "photos")

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """As a story is read, and files of every kind."""
        if isinstance(event, Sent):
            return self.with_files(event, kept, self.max_files)
        return super().read(event, kept, answers, cursor)


def progress(prefix: str) -> Dialog:
    """Looking up a case of an office whose numbers begin with `prefix`."""
    return Dialog(
        "progress",
        (Question("number", CaseNumber(prefix)), Question("code", QueryCode())),
        summary=False,
        looks=True,
    )


LANGUAGE = Dialog("language", (Question("language", choice(*LANGUAGES, across=2)),), summary=False)
