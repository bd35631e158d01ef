"""A case in the staff's words, for the desk and the staff's bot alike: days left, names, refusals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.casework import CaseGone, Overtaken
from bot.words.texts import Texts
from cases.carried import authorities_of
from cases.case import Case
from cases.clocks import Running, is_overdue, nearest
from cases.errors import CaseError, MissingPart, MoveNotAllowed, PartInvalid
from cases.lifecycle import Move
from cases.office import Office
from cases.parts import PARTS, Form, Part
from cases.paths import AUTHORITIES
from dialogs.engine.view import Day, Say, Unit
from storage.cases import Stored
from storage.desk import Moved

SOON_DAYS = 1
"""So near a due day is marked."""


@dataclass(frozen=True)
class Left:
    """How long until a due day: a mark for the eye, and the words. `mark` is over, soon or calm."""

    mark: str
    words: str


def days_left(texts: Texts, due_on: date, today: date) -> Left:
    """How long until `due_on`; overdue from the day after."""
    days = (due_on - today).days
    if is_overdue(due_on, today):
        return Left("over", texts.text("staff-days-over", days=-days))
    if days == 0:
        return Left("soon", texts.text("staff-days-none"))
    return Left("soon" if days <= SOON_DAYS else "calm", texts.text("staff-days-left", days=days))


def status_label(texts: Texts, status: str) -> str:
    """Where a case stands, in a word."""
    return texts.text(f"staff-status-{status}")


def move_label(texts: Texts, move: str) -> str:
    """A move, or what else was done with a case, in a word."""
    message = f"staff-move-{move}"
    return texts.text(message) if message in texts.ids else move


def move_told(texts: Texts, move: Move, case: Case) -> str:
    """What a move does, above its form; of one that undoes another, which."""
    told = texts.text(f"staff-told-{move.name}")
    if move.undoes and case.before:
        return f"{told} {texts.text('staff-undoes', move=move_label(texts, case.before[-1].move))}"
    return told


def unit_label(texts: Texts, unit: str | None) -> str:
    """Who has the case."""
    return texts.value(Unit(unit)) if unit else texts.text("staff-unit-none")


def part_label(texts: Texts, part: str, move: str = "") -> str:
    """One field of a move's form; a text is named by its move."""
    own = f"staff-{part}-{move}"
    return texts.text(own if own in texts.ids else f"staff-part-{part}")


def choice_label(texts: Texts, part: str, value: str) -> str:
    """One choice of a part that has choices."""
    match PARTS[part].form if part in PARTS else Form.TEXT:
        case Form.UNIT:
            return unit_label(texts, value)
        case Form.UNITS:
            return " · ".join(unit_label(texts, unit) for unit in value.split())
        case Form.AUTHORITY:
            named = Say(f"path-who-{value}") if value in AUTHORITIES else Unit(value)
            return texts.value(named)
        case _:
            return texts.text(f"staff-{part}-{value}")


def choices_of(part: Part, office: Office) -> tuple[str, ...]:
    """What may be chosen for a part; nothing for free text."""
    match part.form:
        case Form.UNIT | Form.UNITS:
            return tuple(unit.id for unit in office.units.values() if unit.takes)
        case Form.AUTHORITY:
            return authorities_of(office)
        case _:
            return part.choices


def who(texts: Texts, role: str, staff_id: str | None, names: Mapping[str, str]) -> str:
    """Who did something: a member by name, the resident by what they are."""
    if staff_id:
        return names.get(staff_id) or texts.text("staff-by-someone")
    return texts.text("staff-by-clock" if role == "clock" else "staff-by-resident")


def minute(at: datetime, office: Office) -> str:
    """A time of the office's day, to the minute."""
    return f"{at.astimezone(office.time_zone):%m-%d %H:%M}"


def told_moved(texts: Texts, last: Moved, names: Mapping[str, str], office: Office) -> str:
    """That somebody was quicker: who, when, what."""
    return texts.text(
        "staff-refused-moved",
        who=who(texts, last.by_role, last.staff_id, names),
        time=minute(last.at, office),
        move=move_label(texts, last.move),
    )


def told_refused(
    texts: Texts, error: CaseError | CaseGone | Overtaken, move: str, names: Mapping[str, str], office: Office
) -> str:
    """Why a move was not made, in a sentence."""
    match error:
        case Overtaken():
            return told_moved(texts, error.last, names, office)
        case MoveNotAllowed():
            return texts.text("staff-refused-not-open", move=move_label(texts, move))
        case MissingPart():
            return texts.text("staff-refused-missing", part=part_label(texts, error.name, move))
        case PartInvalid(why="too_long"):
            most = PARTS[error.name].max_chars
            return texts.text("staff-refused-too_long", part=part_label(texts, error.name, move), limit=most)
        case PartInvalid():
            known = part_label(texts, error.name, move) if error.name in PARTS else ""
            return texts.text(f"staff-refused-{error.why}", part=known)
        case _:
            return texts.text("staff-no-case")


def due_clock(stored: Stored) -> Running | None:
    """The duty that runs out first."""
    return nearest(stored.case)


def card(texts: Texts, stored: Stored, today: date) -> str:
    """A case without personal details: number, matter, status, unit, due day; no name, village or text."""
    case = stored.case
    lines = [
        texts.text(
            "staff-card",
            number=case.number,
            matter=texts.text(f"matter-{case.matter}"),
            status=status_label(texts, case.status.value),
            unit=unit_label(texts, case.unit),
        )
    ]
    if clock := due_clock(stored):
        left = days_left(texts, clock.due_on, today).words
        told = texts.text(f"staff-term-{clock.clock}")
        lines.append(texts.text("staff-card-due", clock=told, day=Day(clock.due_on), left=left))
    if case.waiting_on_resident:
        lines.append(texts.text("staff-card-waiting"))
    return "\n".join(lines)


def makes_its_form(move: Move) -> bool:
    """Whether a member makes this move by choosing; filing is not made from a case."""
    return bool(move.leaves)
