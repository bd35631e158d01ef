"""What fills the words of a notice, in the conversation, on paper and when it is read again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cases.paths import AUTHORITIES
from dialogs.engine.view import Day, Say, Unit, Value

TOLD_PARTS: Mapping[str, tuple[str, ...]] = {
    "declined": ("ground",),
    "redirected": ("path", "authority", "led"),
}
"""The parts of its move that a notice tells, beside number, unit and day."""


def notice_values(
    notice: str, number: str, unit: str, on: date, parts: Mapping[str, str]
) -> dict[str, Value]:
    """What fills `notice-<id>`. `parts` are those of the move that owed it."""
    told = {name: _told(name, parts[name]) for name in TOLD_PARTS.get(notice, ()) if name in parts}
    return {"number": number, "unit": Unit(unit), "day": Day(on), **told}


def _told(name: str, value: str) -> Value:
    match name:
        case "ground":
            return Say(f"ground-{value}")
        case "path":
            return Say(f"procedure-{value}")
        case "led":
            return Say(f"led-{value}")
        case _:
            return Say(f"path-who-{value}") if value in AUTHORITIES else Unit(value)
