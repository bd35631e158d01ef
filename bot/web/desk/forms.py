"""The form of each move open to a member, built from what the move carries (`cases.parts.parts_of`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.replying import AS_CHINESE, told_part
from bot.staff_cards import (
    choice_label,
    choices_of,
    makes_its_form,
    minute,
    move_label,
    move_told,
    part_label,
)
from bot.web.desk.file_lines import file_label
from bot.words.texts import Texts
from cases.case import Case
from cases.lifecycle import Move
from cases.office import Office
from cases.parts import VOICE, Asked, Form, parts_of
from storage.file_rows import Shown
from storage.move_drafts import Draft

SHORT = 3
"""So few choices, or texts that want reading, stand open as radio buttons; more are a list."""
STAND_OPEN = ("item", "danger")
SORTS = {
    Form.UNITS: "several",
    Form.NUMBER: "number",
    Form.DAY: "day",
    Form.MONEY: "short",
    Form.RECORDING: "voice",
}
NO_DRAFTS: Mapping[str, Draft] = MappingProxyType({})
NO_VOICES: Mapping[str, Shown] = MappingProxyType({})


@dataclass(frozen=True)
class Choice:
    """One thing to choose."""

    value: str
    label: str


@dataclass(frozen=True)
class FormField:
    """One field. `sort` is radio, list, several, number, day, short, voice or text; `value` what was typed
    before, of several between spaces, of a voice what is kept already; `most` of a number."""

    name: str
    label: str
    sort: str
    choices: tuple[Choice, ...]
    max_chars: int
    needed: bool
    value: str
    hint: str
    most: int = 0


@dataclass(frozen=True)
class MoveForm:
    """One move as a form. `open`: it was just refused, or a draft is kept, and it stands open with what was
    typed; `restored` says when the draft was. `drafts`: it has texts, which are kept as they are typed.
    `tells`: it tells the resident such a text, and `as_chinese` was chosen for it; `speaks`: a recording may
    go with it, and `said` is the id of one that is kept."""

    name: str
    label: str
    told: str
    fields: tuple[FormField, ...]
    open: bool
    restored: str
    drafts: bool
    tells: bool = False
    as_chinese: bool = False
    speaks: bool = False
    said: str = ""


def move_forms(
    texts: Texts,
    office: Office,
    case: Case,
    moves: tuple[Move, ...],
    tried: str,
    kept: Mapping[str, str],
    drafts: Mapping[str, Draft] = NO_DRAFTS,
    voices: Mapping[str, Shown] = NO_VOICES,
) -> list[MoveForm]:
    """A form for every move; `tried` and `kept` bring back one that was refused, `drafts` what was begun,
    `voices` the recordings that wait, by move."""
    found = []
    for move in (one for one in moves if makes_its_form(one)):
        draft = drafts.get(move.name) if move.name != tried else None
        typed = kept if move.name == tried else draft.parts if draft else {}
        if spoken := voices.get(move.name):
            typed = {**typed, VOICE: file_label(texts, spoken)}
        fields = tuple(_field(texts, office, move, asked, typed) for asked in parts_of(move, case))
        found.append(
            MoveForm(
                move.name,
                move_label(texts, move.name),
                move_told(texts, move, case),
                fields,
                move.name == tried or draft is not None or spoken is not None,
                texts.text("staff-draft-restored", time=minute(draft.at, office)) if draft else "",
                any(field.sort == "text" for field in fields),
                told_part(move.name) is not None,
                AS_CHINESE in typed,
                any(field.sort == "voice" for field in fields),
                spoken.id if spoken else "",
            )
        )
    return found


def _field(texts: Texts, office: Office, move: Move, asked: Asked, kept: Mapping[str, str]) -> FormField:
    part = asked.part
    values = choices_of(part, office)
    sort = SORTS.get(part.form) or ("text" if not values else "list")
    if values and sort == "list" and (len(values) <= SHORT or part.name in STAND_OPEN):
        sort = "radio"
    return FormField(
        part.name,
        part_label(texts, part.name, move.name),
        sort,
        tuple(Choice(value, choice_label(texts, part.name, value)) for value in values),
        part.max_chars,
        asked.needed,
        kept.get(part.name, ""),
        _hint(texts, move, asked, sort),
        part.most,
    )


def _hint(texts: Texts, move: Move, asked: Asked, sort: str) -> str:
    if sort == "voice":
        return texts.text("staff-voice-alone" if VOICE in move.one_of else "staff-voice-beside")
    main = asked.needed or asked.part.name in move.one_of
    return texts.text("staff-text-hint", limit=asked.part.max_chars) if sort == "text" and main else ""


def folded(words: Mapping[str, str]) -> dict[str, str]:
    """The fields of a form as parts of a move: each box of `several` bears its part and its value, between a
    point, and they become one."""
    parts = {name: value for name, value in words.items() if "." not in name}
    for name, value in words.items():
        part, _, boxed = name.partition(".")
        if boxed:
            parts[part] = f"{parts.get(part, '')} {value}".strip()
    return parts
