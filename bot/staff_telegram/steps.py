"""A move made in steps: each button carries the whole way so far, so nothing waits in memory.

    m|forward|412|20261123-00482913|renshe|simple|!

are the move, the last event the member had seen, the case's number, what was chosen, and that it is sure.
A page of a long list is `~2`. A text is asked for by a message to be replied to, whose last line is its mark:
`⌁ answer supported 412`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from bot.staff_cards import choices_of
from cases.case import Case
from cases.lifecycle import Move
from cases.numbers import parse_case_number
from cases.office import Office
from cases.parts import Part, parts_of

MAX_BYTES: Final = 64
SURE: Final = "!"
_MARK = re.compile(r"⌁ ([a-z_]{1,16}((?: [a-z0-9_]{1,32})*)) ([0-9]{1,18})\Z")


class TooLong(ValueError):
    """A button does not fit; ids are kept short by a test over all units."""


@dataclass(frozen=True)
class Step:
    """How far a member has come with a move. `after`: the last event they had seen; `page` from 0."""

    move: str
    after: int
    number: str
    chosen: tuple[str, ...] = ()
    page: int = 0
    sure: bool = False

    def data(self, prefix: str) -> str:
        """As a button carries it. Raises TooLong."""
        more = (SURE,) if self.sure else (f"~{self.page}",) if self.page else ()
        short = self.number.removeprefix(prefix)
        text = "|".join(("m", self.move, str(self.after), short, *self.chosen, *more))
        if len(text.encode()) > MAX_BYTES:
            raise TooLong(self.move)
        return text

    @property
    def mark(self) -> str:
        """As the last line of a message to be replied to."""
        return f"⌁ {' '.join((self.move, *self.chosen))} {self.after}"

    def choose(self, value: str) -> Step:
        """The next step."""
        return replace(self, chosen=(*self.chosen, value), page=0)


def card_data(number: str, prefix: str) -> str:
    """The button that shows a case."""
    return f"c|{number.removeprefix(prefix)}"


def read_data(data: str | None, prefix: str) -> Step | str | None:
    """A step, the number of a case to show, or None for what nobody here wrote."""
    match (data or "").split("|"):
        case ["c", short]:
            return parse_case_number(short, prefix)
        case ["m", move, after, short, *rest] if after.isascii() and after.isdigit() and len(after) < 19:
            number = parse_case_number(short, prefix)
            if number is None:
                return None
            last = rest[-1] if rest else ""
            if last == SURE:
                return Step(move, int(after), number, tuple(rest[:-1]), sure=True)
            if last.startswith("~") and last[1:].isdecimal() and len(last) < 5:
                return Step(move, int(after), number, tuple(rest[:-1]), page=int(last[1:]))
            return Step(move, int(after), number, tuple(rest))
        case _:
            return None


def read_prompt(text: str, prefix: str) -> Step | None:
    """The step a prompt of ours stands for."""
    marked = _MARK.search(text)
    lines = text.split("\n")
    number = next((n for line in lines if (n := parse_case_number(line, prefix))), None)
    if marked is None or number is None:
        return None
    move, *chosen = marked[1].split(" ")
    return Step(move, int(marked[3]), number, tuple(chosen))


def to_choose(move: Move, case: Case, office: Office) -> tuple[Part, ...]:
    """The needed parts that have choices, in order."""
    return tuple(a.part for a in parts_of(move, case) if a.needed and choices_of(a.part, office))


def to_write(move: Move, case: Case, office: Office) -> Part | None:
    """The needed part that is free text."""
    return next((a.part for a in parts_of(move, case) if a.needed and not choices_of(a.part, office)), None)


def parts_chosen(step: Step, move: Move, case: Case, office: Office) -> dict[str, str]:
    """What was chosen, by part."""
    names = [part.name for part in to_choose(move, case, office)]
    return dict(zip(names, step.chosen, strict=False))
