"""Replies kept ready in both languages, and what fills them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bot.words.texts import Texts
from cases.case import Case
from cases.office import Office
from dialogs.engine.view import Day, Unit
from storage.canned import Canned

VARIABLES: Final = ("number", "unit", "day", "phone")
"""What a kept reply may hold: the case's number, who has it, today, the office's telephone."""
_VARIABLE: Final = re.compile(r"\{(\w+)\}")


def filled(canned: Canned, texts: Texts, case: Case, office: Office, today: date) -> str:
    """A kept reply with its variables filled in, in the language of `texts`."""
    said = {
        "number": case.number,
        "unit": texts.value(Unit(case.unit or office.own_unit)),
        "day": texts.value(Day(today)),
        "phone": office.phone or office.hotlines["government"],
    }
    return _VARIABLE.sub(lambda found: said.get(found[1], found[0]), canned.text(texts.language))


def unknown_variables(text: str) -> list[str]:
    """The variables of a text that nothing fills."""
    return sorted(set(_VARIABLE.findall(text)) - set(VARIABLES))
