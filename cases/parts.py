"""What a move carries: the unit, the item, a text. Screens build their forms from `parts_of`.

Every part is a string, and is checked and written in one form by `part_forms`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cases.errors import MissingPart, PartInvalid, TableInvalid
from cases.lifecycle import MOVES, Move
from cases.matters import MATTERS, Kind
from cases.part_forms import (
    Danger,
    Form,
    Ground,
    Led,
    Means,
    Meeting,
    Opinion,
    Outcome,
    Part,
    Procedure,
    read_form,
)

if TYPE_CHECKING:
    from cases.case import Case

__all__ = [
    "ITEMS",
    "PARTS",
    "SPOKEN",
    "VOICE",
    "Asked",
    "Danger",
    "Form",
    "Ground",
    "Led",
    "Means",
    "Meeting",
    "Opinion",
    "Outcome",
    "Part",
    "Procedure",
    "check_parts",
    "parts_of",
    "read_parts",
]

VOICE = "voice"
"""The part in which a recording goes."""
ITEMS = ("1", "2", "3", "4", "5", "6")
MOST_LONGER = 30
"""第三十四条: the extension, in days."""
MOST_HEARING = 60
"""A hearing that is said to have taken longer was mistyped."""
PARTS: dict[str, Part] = {
    part.name: part
    for part in (
        Part("channel"),  # how it reached the office: telegram, web, letter, visit, call …
        Part("unit", form=Form.UNIT),  # an id of the office's units that takes cases
        Part("assisting", form=Form.UNITS, max_chars=400),  # the same, several: who assists
        Part("complexity", choices=("simple", "complex")),
        # The item of 《信访工作条例》第三十一条; only claims have one.
        Part("item", choices=ITEMS, kinds=(Kind.CLAIM,)),
        Part("text", max_chars=4000),  # a question, what the resident adds, an answer, what was said
        Part("files", max_chars=4000),  # ids of the files added, separated by spaces
        Part(VOICE, form=Form.RECORDING, max_chars=32),  # what staff say aloud to the resident
        Part("outcome", choices=tuple(Outcome)),
        Part("reason", max_chars=1000),
        Part("opinion", choices=tuple(Opinion)),
        Part("organ"),  # an id of the office's units: who is asked to review
        Part("ground", choices=tuple(Ground)),
        Part("path", choices=tuple(Procedure)),
        Part("authority", form=Form.AUTHORITY),  # a unit of the office, or an authority of the catalogue
        Part("led", choices=tuple(Led)),
        Part("amount", form=Form.MONEY),  # what it is about, in yuan
        Part("meeting", choices=tuple(Meeting)),
        Part("agreed", choices=("yes", "no")),
        Part("days", form=Form.NUMBER, most=MOST_LONGER),  # the extension
        Part("hearing_days", form=Form.NUMBER, most=MOST_HEARING),
        Part("done_on", form=Form.DAY),
        Part("signed_on", form=Form.DAY),  # when an answer was signed for, where that was not today
        Part("means", choices=tuple(Means)),
        Part("danger", choices=tuple(Danger)),
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
    """What the move carries, checked, trimmed and in one form; empty parts are left out.

    Raises MissingPart where something is lacking, PartInvalid where something is too long, not a choice,
    of the wrong form, or not carried by this move.
    """
    parts = {name: text.strip() for name, text in given.items() if text.strip()}
    asked = {one.part.name: one for one in parts_of(move, case)}
    for name, text in parts.items():
        if name not in asked:
            raise PartInvalid(name, "not_carried")
        parts[name] = read_form(asked[name].part, text)
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
        if move.leads and move.leads.value not in PARTS[move.leads.part].choices:
            raise TableInvalid(f"{move.name} leads on by no choice of {move.leads.part}")


check_parts(MOVES)
SPOKEN: tuple[str, ...] = tuple(m.name for m in MOVES if VOICE in (*m.needs, *m.one_of, *m.may))
"""The moves a recording may go with, by name."""
