"""Numbers written in Tibetan words: ལྔ, བཅུ་གཅིག, ཉེར་ལྔ, སུམ་བརྒྱ, ཁྲི་གསུམ་དང་ལྔ་སྟོང.

Hundreds and thousands follow their figure (ལྔ་སྟོང) or, with ཕྲག, stand before it (སྟོང་ཕྲག་ལྔ); ten thousands
stand before it (ཁྲི་གསུམ). What may be read in two ways is not read.
"""

from __future__ import annotations

import re

_UNITS = {
    "གཅིག": 1,
    "ཆིག": 1,
    "གཉིས": 2,
    "ཉིས": 2,
    "གསུམ": 3,
    "སུམ": 3,
    "བཞི": 4,
    "ལྔ": 5,
    "དྲུག": 6,
    "བདུན": 7,
    "བརྒྱད": 8,
    "དགུ": 9,
}
_TENS = {
    "བཅུ": 10,
    "ཉི་ཤུ": 20,
    "སུམ་ཅུ": 30,
    "བཞི་བཅུ": 40,
    "ལྔ་བཅུ": 50,
    "དྲུག་ཅུ": 60,
    "བདུན་ཅུ": 70,
    "བརྒྱད་ཅུ": 80,
    "དགུ་བཅུ": 90,
}
_JOINTS = {
    "ཉེར": 20,
    "རྩ": 20,
    "སོ": 30,
    "ཞེ": 40,
    "ང": 50,
    "རེ": 60,
    "དོན": 70,
    "གྱ": 80,
    "གོ": 90,
}
"""The syllable between a ten and its unit; it may stand for the ten alone. རྩ joins any ten."""
_TEENS = {"བཅོ་ལྔ": 15, "བཅོ་བརྒྱད": 18} | {f"བཅུ་{word}": 10 + n for word, n in _UNITS.items()}
_SMALL: dict[str, int] = {**_UNITS, **_TENS, **_TEENS}
for _joint, _ten in _JOINTS.items():
    for _word, _unit in _UNITS.items():
        if _joint != "རྩ":
            _SMALL[f"{_joint}་{_word}"] = _ten + _unit
        for _whole, _value in _TENS.items():
            if _value == _ten or (_joint == "རྩ" and _value > 10):
                _SMALL[f"{_whole}་{_joint}་{_word}"] = _value + _unit
_HUNDREDS = {"བརྒྱ": 100, "སྟོང": 1000}
_MYRIADS = {"ཁྲི": 10_000, "འབུམ": 100_000}


def read_tibetan(text: str) -> int | None:
    """The number these syllables say; None where they are no number, or no certain one. 0 is no number."""
    total, least = 0, 10**9
    for group in re.split(r"་དང་", re.sub(r"་ཐམ་པ(?=་|$)", "", text.strip("་། "))):
        syllables = [s for s in group.split("་") if s]
        whole = len(syllables)
        while syllables:
            found = _part(syllables)
            if found is None:
                return None
            value, unit, rest = found
            bare = value == unit and len(syllables) - len(rest) == 1 and unit > 1
            if unit >= least or (bare and (rest or len(syllables) < whole)):
                return None  # སྟོང་ལྔ: five thousand to one, a thousand and five to another
            total, least, syllables = total + value, unit, rest
    return total or None


def _part(syllables: list[str]) -> tuple[int, int, list[str]] | None:
    """What the first syllables say: its value, the unit it counts, and the rest."""
    first, rest = syllables[0], syllables[1:]
    counted = rest[:1] == ["ཕྲག"]
    before = _MYRIADS.get(first) or (_HUNDREDS.get(first) if counted else None)
    if before:
        figure = _longest(rest[1:] if counted else rest)
        if figure is not None:
            return before * figure[0], before, figure[1]
        return None if rest else (before, before, rest)
    if first in _HUNDREDS:
        return _HUNDREDS[first], _HUNDREDS[first], rest
    figure = _longest(syllables)
    if figure is None:
        return None
    value, rest = figure
    if value < 10 and rest and rest[0] in _HUNDREDS:
        return value * _HUNDREDS[rest[0]], _HUNDREDS[rest[0]], rest[1:]
    return value, 1, rest


def _longest(syllables: list[str]) -> tuple[int, list[str]] | None:
    """The longest number below a hundred at the beginning, and the rest."""
    for length in range(min(4, len(syllables)), 0, -1):
        value = _SMALL.get("་".join(syllables[:length]))
        if value is not None:
            return value, syllables[length:]
    return None
