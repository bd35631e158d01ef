"""The form of each move open to a member, built from what the move carries (`cases.parts.parts_of`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.staff_cards import choice_label, choices_of, makes_its_form, minute, move_label, part_label
from bot.words.texts import Texts
from cases.case import Case
from cases.lifecycle import Move
from cases.office import Office
from cases.parts import Asked, parts_of
from storage.move_drafts import Draft

SHORT = 3
"""So few choices, or texts that want reading, stand open as radio buttons; more are a list."""
STAND_OPEN = ("item",)
NO_DRAFTS: Mapping[str, Draft] = MappingProxyType({})


@dataclass(frozen=True)
class Choice:
    """One thing to choose."""

    value: str
    label: str


@dataclass(frozen=True)
class FormField:
    """One field. `sort` is radio, list or text; `value` what was typed before."""

    name: str
    label: str
    sort: str
    choices: tuple[Choice, ...]
    max_chars: int
    needed: bool
    value: str
    hint: str


@dataclass(frozen=True)
class MoveForm:
    """One move as a form. `open`: it was just refused, or a draft is kept, and it stands open with what was
    typed; `restored` says when the draft was. `drafts`: it has texts, which are kept as they are typed."""

    name: str
    label: str
    told: str
    fields: tuple[FormField, ...]
    open: bool
    restored: str
    drafts: bool


def move_forms(
    texts: Texts,
    office: Office,
    case: Case,
    moves: tuple[Move, ...],
    tried: str,
    kept: Mapping[str, str],
    drafts: Mapping[str, Draft] = NO_DRAFTS,
) -> list[MoveForm]:
    """A form for every move; `tried` and `kept` bring back one that was refused, `drafts` what was begun."""
    found = []
    for move in (one for one in moves if makes_its_form(one)):
        draft = drafts.get(move.name) if move.name != tried else None
        typed = kept if move.name == tried else draft.parts if draft else {}
        fields = tuple(_field(texts, office, move, asked, typed) for asked in parts_of(move, case))
        found.append(
            MoveForm(
                move.name,
                move_label(texts, move.name),
                texts.text(f"staff-told-{move.name}"),
                fields,
                move.name == tried or draft is not None,
                texts.text("staff-draft-restored", time=minute(draft.at, office)) if draft else "",
                any(field.sort == "text" for field in fields),
            )
        )
    return found


def _field(texts: Texts, office: Office, move: Move, asked: Asked, kept: Mapping[str, str]) -> FormField:
    part = asked.part
    values = choices_of(part, office)
    sort = "text" if not values else "radio" if len(values) <= SHORT or part.name in STAND_OPEN else "list"
    return FormField(
        part.name,
        part_label(texts, part.name, move.name),
        sort,
        tuple(Choice(value, choice_label(texts, part.name, value)) for value in values),
        part.max_chars,
        asked.needed,
        kept.get(part.name, ""),
        texts.text("staff-text-hint", limit=part.max_chars) if sort == "text" and asked.needed else "",
    )
