"""The plain kinds of question: text, choice, number, money, since when, telephone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dialogs.engine.events import Event, Pressed, Said, Sent, Shared
from dialogs.engine.questions import Answer, Answers, Looked, Option, Refused
from dialogs.engine.reading import YUAN, read_day, read_number, read_phone
from dialogs.engine.view import Day, Say, Value, Yuan

Rows = tuple[tuple[Option, ...], ...]
Today = Callable[[], date]


def typed(event: Event) -> str:
    """The words typed; raises Refused where something else came."""
    match event:
        case Said(text) if text:
            return text
        case Said():
            raise Refused("empty")
        case Sent():
            raise Refused("no-files-here")
        case Pressed():
            raise Refused("not-an-option")
        case _:
            raise Refused("words-please")


@dataclass(frozen=True)
class Plain:
    """What most kinds share: nothing to press, nothing to open."""

    @property
    def declared(self) -> tuple[Option, ...]:
        """No options by name."""
        return ()

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> Rows:
        """Nothing to press."""
        return ()

    def opened(self, cursor: str | None) -> Say | None:
        """Nothing to open."""
        return None

    def leads(self, answers: Answers, cursor: str | None) -> tuple[Say, ...]:
        """Nothing to say before it."""
        return ()

    def up(self, cursor: str | None) -> str | None:
        """Back to the question itself."""
        return None


@dataclass(frozen=True)
class Text(Plain):
    """Words of the resident's own, up to `max_chars` characters."""

    max_chars: int
    accepts = ("text",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """The words as they are."""
        text = typed(event)
        if len(text) > self.max_chars:
            raise Refused("too-long", limit=self.max_chars, actual=len(text))
        return text

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """Non-empty and not too long."""
        return isinstance(answer, str) and 0 < len(answer) <= self.max_chars

    def shown(self, answer: Answer) -> Value | None:
        """The words."""
        return str(answer)


@dataclass(frozen=True)
class Choice(Plain):
    """One of a few options. `across` options stand in a row."""

    options: tuple[Option, ...]
    across: int = 1
    accepts = ("choice",)

    @property
    def declared(self) -> tuple[Option, ...]:
        """All of them."""
        return self.options

    def open(self, answers: Answers) -> tuple[Option, ...]:
        """The options that stand, given the answers so far."""
        return tuple(o for o in self.options if o.asked is None or o.asked.holds(answers))

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """The id of the option pressed."""
        if not isinstance(event, Pressed):
            raise Refused("press-please")
        if event.option not in (o.id for o in self.open(answers)):
            raise Refused("not-an-option")
        return event.option

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """An option that still stands."""
        return answer in (o.id for o in self.open(answers))

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> Rows:
        """The options, `across` in a row."""
        options = self.open(answers)
        return tuple(options[i : i + self.across] for i in range(0, len(options), self.across))

    def shown(self, answer: Answer) -> Value | None:
        """The option's label; None where its own message names it."""
        return next((o.label for o in self.options if o.id == answer), None)


def choice(*ids: str, across: int = 1) -> Choice:
    """`Choice` of options named by id alone."""
    return Choice(tuple(Option(i) for i in ids), across)


@dataclass(frozen=True)
class Number(Plain):
    """A whole number of persons or things, from `least` to `most`."""

    least: int
    most: int
    accepts = ("number",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """The number, in any digits."""
        number = read_number(typed(event))
        if number is None or number != number.to_integral_value():
            raise Refused("not-a-number")
        if not self.least <= number <= self.most:
            raise Refused("out-of-range", least=self.least, most=self.most)
        return int(number)

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """Within the range."""
        return type(answer) is int and self.least <= answer <= self.most

    def shown(self, answer: Answer) -> Value | None:
        """The number."""
        return int(answer)


_SUM = re.compile(r"\d{1,16}(\.\d{1,4})?", re.ASCII)  # as it is kept


@dataclass(frozen=True)
class Money(Plain):
    """A sum in yuan, above nought and at most `most_yuan`; kept as a decimal text."""

    most_yuan: int = 10_000_000_000
    accepts = ("money",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """The sum, from "3000", "1.5万", "三千块"."""
        sum_ = read_number(typed(event), YUAN)
        if sum_ is None:
            raise Refused("not-a-sum")
        if not 0 < sum_ <= self.most_yuan:
            raise Refused("out-of-range", least=1, most=self.most_yuan)
        return str(sum_.quantize(Decimal("0.01")))

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """A decimal text within the range."""
        if not isinstance(answer, str) or not _SUM.fullmatch(answer):
            return False
        return 0 < Decimal(answer) <= self.most_yuan

    def shown(self, answer: Answer) -> Value | None:
        """The sum, in yuan."""
        return Yuan(str(answer))


@dataclass(frozen=True)
class Since(Plain):
    """Since when: a day, month or year, or the resident's own words for it.

    Kept as `{"on": "2026-05-01", "precision": "month"}` or `{"words": "挖虫草的时候"}`.
    `today` tells the day in the office's time zone; a day after it is refused.
    """

    today: Today
    max_chars: int = 100
    accepts = ("date", "text")

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """A date where one can be read, else the words."""
        text = typed(event)
        today = self.today()
        found = read_day(text, today)
        if found is None:
            if len(text) > self.max_chars:
                raise Refused("too-long", limit=self.max_chars, actual=len(text))
            return {"words": text}
        if found[0] > today:
            raise Refused("in-the-future")
        return {"on": found[0].isoformat(), "precision": found[1]}

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """One of the two shapes."""
        if not isinstance(answer, dict):
            return False
        if "words" in answer:
            return isinstance(answer["words"], str) and 0 < len(answer["words"]) <= self.max_chars
        try:
            date.fromisoformat(answer["on"])
        except (KeyError, TypeError, ValueError):
            return False
        return answer.get("precision") in ("day", "month", "year")

    def shown(self, answer: Answer) -> Value | None:
        """The day, or the words."""
        return (
            answer["words"]
            if "words" in answer
            else Day(date.fromisoformat(answer["on"]), answer["precision"])
        )


@dataclass(frozen=True)
class Phone(Plain):
    """A telephone number of China, typed or shared with a tap."""

    accepts = ("phone",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """The number as digits."""
        phone = read_phone(event.phone if isinstance(event, Shared) else typed(event))
        if phone is None:
            raise Refused("not-a-phone")
        return phone

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """A number that could be rung."""
        return isinstance(answer, str) and read_phone(answer) == answer

    def shown(self, answer: Answer) -> Value | None:
        """The number."""
        return str(answer)
