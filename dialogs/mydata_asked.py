"""What is asked of a resident who looks at their own data: the questions of the dialog, and their kinds."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs import held
from dialogs.engine.events import Event, Pressed
from dialogs.engine.kinds import Choice, Plain, Rows
from dialogs.engine.questions import Answer, Answers, If, Looked, Option, Question, Refused, when
from dialogs.engine.session import Dialog
from dialogs.engine.view import Say, Value, say
from dialogs.progress import QueryCode

MYDATA, ALL = "mydata", "all"
WAYS = ("whole", "export", "readers", "draft", "erase")


@dataclass(frozen=True)
class Ways(Choice):
    """What can be done with one's data; a draft and cases only where there are any."""

    def open(self, answers: Answers) -> tuple[Option, ...]:
        """The ways that stand open."""
        lacking = {"draft": "draft", "readers": "own"}
        return tuple(o for o in self.options if o.id not in lacking or answers.get(lacking[o.id]))

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """One of them; what stood open when it was chosen is not asked again."""
        return answer in WAYS


@dataclass(frozen=True)
class Which(Plain):
    """The conversation, or a case: kept as `{"number", "owed"}`, `owed` where its code is to be typed."""

    accepts = ("choice",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """A case of one's own, or the conversation."""
        if not isinstance(event, Pressed):
            raise Refused("press-please")
        if event.option not in (o.id for row in self.rows(kept, answers, cursor) for o in row):
            raise Refused("not-an-option")
        number = held.TALK if event.option == "talk" else event.option
        if number == ALL:
            return {"number": ALL, "owed": bool(answers.get("asking"))}
        known = number in (held.TALK, answers.get("proved")) or answers.get("mine") == "readers"
        return {"number": number, "owed": not known}

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """As it is kept."""
        return isinstance(answer, dict) and {"number", "owed"} <= answer.keys()

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> Rows:
        """The newest cases first; what they are not asked for, the conversation."""
        own = tuple((Option(n, n),) for n in reversed(tuple(answers.get("own") or ())[-5:]))
        if answers.get("mine") == "readers":
            return own
        every = ((Option(ALL),),) if own and answers.get("mine") == "export" else ()
        return (*every, *own, (Option("talk"),))

    def shown(self, answer: Answer) -> Value | None:
        """The number."""
        if answer["number"] == ALL:
            return say("mydata-which-all")
        return answer["number"] or say("mydata-which-talk")


@dataclass(frozen=True)
class CodeOwed(If):
    """Holds where a case was chosen whose code is to be typed."""

    def holds(self, answers: Answers) -> bool:
        """Say whether it is."""
        answer = answers.get(self.question)
        return isinstance(answer, dict) and answer.get("number") != ALL and bool(answer.get("owed"))


@dataclass(frozen=True)
class CodeOfEach(QueryCode):
    """The code of one case after the other; the one that is asked for is named."""

    def leads(self, answers: Answers, cursor: str | None) -> tuple[Say, ...]:
        """Which case."""
        return (say("mydata-code-of", number=str(answers.get("asking"))),)


@dataclass(frozen=True)
class CaseToAsk(If):
    """Holds where everything is to be copied and the code of a case is still to be typed."""

    def holds(self, answers: Answers) -> bool:
        """Say whether one is."""
        answer = answers.get(self.question)
        return isinstance(answer, dict) and answer.get("number") == ALL and bool(answer.get("owed"))


@dataclass(frozen=True)
class Sure(Choice):
    """Whether all is really to go: first told what goes and what stays, and why."""

    def leads(self, answers: Answers, cursor: str | None) -> tuple[Say, ...]:
        """What goes; what the law has the office keep."""
        return (say("mydata-goes"), say("mydata-stays" if answers.get("own") else "mydata-stays-nothing"))


DIALOG = Dialog(
    MYDATA,
    (
        Question("mine", Ways(tuple(Option(way) for way in WAYS), across=1)),
        Question("which", Which(), asked=when("mine", "whole", "export", "readers")),
        Question("code", QueryCode(), asked=CodeOwed("which", frozenset())),
        Question("code_each", CodeOfEach(), asked=CaseToAsk("which", frozenset()), optional=True),
        Question("sure", Sure((Option("yes"), Option("no"))), asked=when("mine", "erase")),
        Question("surer", Choice((Option("no"), Option("yes"))), asked=when("sure", "yes")),
    ),
    summary=False,
    looks=True,
)


def left_of(known: Answers) -> list[str]:
    """The cases whose codes are still to be asked for, the newest first."""
    done = {*known.get("proven", {}), *known.get("skipped", ())}
    return [number for number in reversed(known["own"]) if number not in done]
