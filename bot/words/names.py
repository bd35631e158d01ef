"""Names of places and units in a language, from the office's data.

Official names stay official: where nobody has vouched for a Tibetan spelling, the Chinese stands beside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.words.values import tibetan_name

if TYPE_CHECKING:
    from cases.office import Office


def place_names(office: Office, language: str) -> dict[str, str]:
    """Every place's name by its code."""
    return {
        p.code: p.zh if language == "zh" else tibetan_name(p.zh, p.bo, sure=p.bo_sure)
        for p in office.places.tree
    }


def unit_names(office: Office, language: str) -> dict[str, str]:
    """Every unit's name by its id."""
    return {
        u.id: u.zh if language == "zh" else tibetan_name(u.zh, u.bo, sure=u.bo_sure) for u in office.units
    }
