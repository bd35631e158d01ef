"""What a move carries: the unit, the item, a text. Screens build their forms from `parts_of`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cases.errors import MissingPart, PartInvalid, TableInvalid
from cases.lifecycle import MOVES, Move
from cases.matters import MATTERS, Kind

if TYPE_CHECKING:
    from cases.case import Case


class Outcome(StrEnum):
    """How a request was answered, 《信访工作条例》第三十二条."""

    SUPPORTED = "supported"  # 予以支持
    EXPLAINED = "explained"  # 合理但缺乏法律依据, 解释说明
    NOT_SUPPORTED = "not_supported"  # 不予支持


class Opinion(StrEnum):
    """What a review came to, 《信访工作条例》第三十五、三十六条."""

    UPHELD = "upheld"  # 维持
    CHANGED = "changed"  # 变更或者撤销


@dataclass(frozen=True)
class Part:
    """One thing a move carries, always a string. Empty `choices` with `max_chars` is free text."""

    name: str
    choices: tuple[str, ...] = ()
    max_chars: int = 64
    kinds: tuple[Kind, ...] = tuple(Kind)  # carried only in matters of these kinds


ITEMS = ("1", "2", "3", "4", "5", "6")
PARTS: dict[str, Part] = {
    part.name: part
    for part in (
        Part("channel"),  # how it reached the office: telegram, web, letter, visit, call …
        Part("unit"),  # an id of the office's units that takes cases
        Part("complexity", choices=("simple", "complex")),
        # The item of 《信访工作条例》第三十一条; only claims have one.
        Part("item", choices=ITEMS, kinds=(Kind.CLAIM,)),
        Part("text", max_chars=4000),  # a question, what the resident adds, an answer
        Part("files", max_chars=4000),  # ids of the files added, separated by spaces
        Part("outcome", choices=tuple(Outcome)),
        Part("reason", max_chars=1000),
        Part("opinion", choices=tuple(Opinion)),
        Part("organ"),  # an id of the office's units: who is asked to review
    )
}


@dataclass(frozen=True)
class Asked:
    """One field of a move's form."""

    part: Part
    needed: bool


def parts_of(move: Move, case: Case) -> tuple[Asked, ...]:
    """The parts this move carries for this case, needed ones first."""
    held = {"unit": case.unit, "complexity": case.complex, "item": case.item}
    needed = (*move.needs, *(name for name in move.fills if held.get(name) is None))
    optional = (*(name for name in move.fills if name not in needed), *move.one_of, *move.may)
    kind = MATTERS[case.matter].kind
    asked = [Asked(PARTS[name], needed=True) for name in needed]
    asked += [Asked(PARTS[name], needed=False) for name in optional]
    return tuple(one for one in asked if kind in one.part.kinds)


def read_parts(move: Move, case: Case, given: Mapping[str, str]) -> dict[str, str]:
    """What the move carries, checked and trimmed; empty parts are left out.

    Raises MissingPart where something is lacking, PartInvalid where something is too long, not a choice,
    or not carried by this move.
    """
    parts = {name: text.strip() for name, text in given.items() if text.strip()}
    asked = {one.part.name: one for one in parts_of(move, case)}
    for name, text in parts.items():
        if name not in asked:
            raise PartInvalid(name, "not_carried")
        part = asked[name].part
        if part.choices and text not in part.choices:
            raise PartInvalid(name, "not_a_choice")
        if len(text) > part.max_chars:
            raise PartInvalid(name, "too_long")
    for name, one in asked.items():
        if one.needed and name not in parts:
            raise MissingPart(name)
    if move.one_of and not any(name in parts for name in move.one_of):
        raise MissingPart(move.one_of[0])
    return parts


def check_parts(moves: tuple[Move, ...]) -> None:
    """Refuse a move that carries an unknown part. Raises TableInvalid."""
    for move in moves:
        for name in (*move.needs, *move.fills, *move.one_of, *move.may):
            if name not in PARTS:
                raise TableInvalid(f"{move.name} carries an unknown part: {name}")


check_parts(MOVES)
