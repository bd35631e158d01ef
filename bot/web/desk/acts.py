"""Acts of supervision (督办) as the page of supervision shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from bot.staff_cards import unit_label
from bot.words.texts import Texts
from dialogs.engine.view import Day
from storage.supervisions import Act, CameOf


@dataclass(frozen=True)
class CameOfLine:
    """What came of an act, in words."""

    day: str
    who: str
    text: str


@dataclass(frozen=True)
class ActLine:
    """One act in words; `address` leads to its case, "" where it is about none."""

    id: str
    means: str
    unit: str
    number: str
    address: str
    day: str
    who: str
    what: str
    came_of: tuple[CameOfLine, ...]


def act_lines(texts: Texts, acts: list[Act], names: Mapping[str, str]) -> list[ActLine]:
    """The acts in words."""
    return [_line(texts, one, names) for one in acts]


def _line(texts: Texts, act: Act, names: Mapping[str, str]) -> ActLine:
    return ActLine(
        act.id,
        texts.text(f"staff-means-{act.means}"),
        unit_label(texts, act.unit),
        act.number or "",
        f"/cases/{quote(act.number)}" if act.number else "",
        texts.value(Day(act.on)),
        _name(texts, act.staff_id, names),
        act.what,
        tuple(_came_of(texts, one, names) for one in act.came_of),
    )


def _came_of(texts: Texts, one: CameOf, names: Mapping[str, str]) -> CameOfLine:
    return CameOfLine(texts.value(Day(one.on)), _name(texts, one.staff_id, names), one.text)


def _name(texts: Texts, staff_id: str | None, names: Mapping[str, str]) -> str:
    return names.get(staff_id or "") or texts.text("staff-by-someone")
