"""A move made in steps: each button carries the whole way so far, so nothing waits in memory.

    m|forward|412.7|20261123-00482913|qk3v|e2xa|!

are the move, the last event the member had seen and the token of their claim, the case's number, what was
chosen (`short`), and that it is sure. A page of a long list is `~2`. What is written is asked for by a
message to be replied to, whose last line is its mark: `⌁ answer supported 412.7`.
"""

from __future__ import annotations

import re
from base64 import b32encode
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from typing import Final

from bot.staff_cards import choices_of, makes_its_form
from cases.case import Case
from cases.lifecycle import Move
from cases.numbers import parse_case_number
from cases.office import Office
from cases.parts import Part, parts_of

MAX_BYTES: Final = 64
SURE: Final = "!"
SHORT_CHARS: Final = 4
"""A choice as a button carries it; a test holds that no two choices of one part are alike."""
MOST_BRIEF: Final = 64
"""A part without choices that is no longer than this, a number or a day, is carried on like a choice."""
_BRIEF = re.compile(r"[a-z0-9._-]{1,32}")
_SEEN = re.compile(r"([0-9]{1,18})(?:\.([0-9]{1,9}))?")
_MARK = re.compile(rf"⌁(♪?) ([a-z_]{{1,20}}((?: {_BRIEF.pattern})*)) ({_SEEN.pattern})\Z")


class TooLong(ValueError):
    """A button does not fit; moves whose buttons might not are left to the desk."""


@dataclass(frozen=True)
class Step:
    """How far a member has come with a move. `after`: the last event they had seen; `claim`: the token of the
    claim they held, if any; `chosen`: as a button carries it; `page` from 0; `spoken`: it was said aloud,
    and its words are asked for."""

    move: str
    after: int
    number: str
    chosen: tuple[str, ...] = ()
    page: int = 0
    sure: bool = False
    claim: int | None = None
    spoken: bool = False

    def data(self, prefix: str) -> str:
        """As a button carries it. Raises TooLong."""
        more = (SURE,) if self.sure else (f"~{self.page}",) if self.page else ()
        number = self.number.removeprefix(prefix)
        text = "|".join(("m", self.move, self._seen, number, *self.chosen, *more))
        if len(text.encode()) > MAX_BYTES:
            raise TooLong(self.move)
        return text

    @property
    def mark(self) -> str:
        """As the last line of a message to be replied to."""
        return f"⌁{'♪' if self.spoken else ''} {' '.join((self.move, *self.chosen))} {self._seen}"

    @property
    def _seen(self) -> str:
        return str(self.after) if self.claim is None else f"{self.after}.{self.claim}"

    def choose(self, value: str) -> Step:
        """The next step: a choice (`short`), or what was written for a brief part."""
        return replace(self, chosen=(*self.chosen, value), page=0)

    def values(self, asked: Iterable[Ask]) -> tuple[str, ...] | None:
        """What was chosen and written so far, in full; None where a choice is no longer there."""
        found = []
        for ask, value in zip(asked, self.chosen, strict=False):
            meant = next((one for one in ask.choices if value in (one, short(one))), None)
            if ask.choices and meant is None:
                return None
            found.append(meant or value)
        return tuple(found)


@dataclass(frozen=True)
class Ask:
    """One part a move still wants: to be chosen, or written where there are no choices."""

    part: Part
    choices: tuple[str, ...]

    @property
    def brief(self) -> bool:
        """Whether it is a short thing, such as a number or a day."""
        return not self.choices and self.part.max_chars <= MOST_BRIEF


@cache
def short(value: str) -> str:
    """A choice in four letters; one as short stays as it is."""
    if len(value) <= SHORT_CHARS:
        return value
    return b32encode(sha256(value.encode()).digest()).decode().lower()[:SHORT_CHARS]


def brief_of(text: str) -> str | None:
    """What was typed for a brief part, as a step carries it; None where it cannot be one."""
    text = text.strip().lower()
    return text if _BRIEF.fullmatch(text) else None


def card_data(number: str, prefix: str) -> str:
    """The button that shows a case."""
    return f"c|{number.removeprefix(prefix)}"


def read_step(data: str, prefix: str) -> Step | None:
    """A step, or None for what nobody here wrote."""
    match data.split("|"):
        case ["m", move, seen, short_number, *rest] if found := _SEEN.fullmatch(seen):
            number = parse_case_number(short_number, prefix)
            if number is None:
                return None
            claim = int(found[2]) if found[2] else None
            step = Step(move, int(found[1]), number, tuple(rest), claim=claim)
            last = rest[-1] if rest else ""
            if last == SURE:
                return replace(step, chosen=tuple(rest[:-1]), sure=True)
            if last.startswith("~") and last[1:].isdecimal() and len(last) < 5:
                return replace(step, chosen=tuple(rest[:-1]), page=int(last[1:]))
            return step
        case _:
            return None


def read_prompt(text: str, prefix: str) -> Step | None:
    """The step a prompt of ours stands for."""
    marked = _MARK.search(text)
    lines = text.split("\n")
    number = next((n for line in lines if (n := parse_case_number(line, prefix))), None)
    if marked is None or number is None:
        return None
    move, *chosen = marked[2].split(" ")
    claim = int(marked[6]) if marked[6] else None
    return Step(move, int(marked[5]), number, tuple(chosen), claim=claim, spoken=bool(marked[1]))


def asks_of(move: Move, case: Case, office: Office) -> tuple[Ask, ...]:
    """What the move must carry: first what is chosen, then what is short, last the text."""
    needed = [one.part for one in parts_of(move, case) if one.needed]
    if move.one_of and not any(part.name in move.one_of for part in needed):
        needed += [one.part for one in parts_of(move, case) if one.part.name in move.one_of][:1]
    found = [Ask(part, tuple(choices_of(part, office))) for part in needed]
    return tuple(sorted(found, key=lambda ask: (not ask.choices, not ask.brief)))


def made_here(move: Move, case: Case, office: Office) -> bool:
    """Whether the move can be made by choices and one text; what else there is wants the desk."""
    asked = asks_of(move, case, office)
    if not makes_its_form(move) or sum(not (ask.choices or ask.brief) for ask in asked) > 1:
        return False
    longest = tuple("x" * SHORT_CHARS if ask.choices else "x" * 10 for ask in asked)
    chosen = longest if all(ask.choices or ask.brief for ask in asked) else longest[:-1]
    try:
        Step(move.name, 10**10 - 1, case.number, chosen, sure=True, claim=999).data(office.case_prefix)
    except TooLong:
        return False
    return True
