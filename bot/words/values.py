"""Values as each language writes them: days in our own forms, money by Babel, names from the office's data.

CLDR's Tibetan dates mix two sets of digits, so days are written here. Numbers use 0-9 in both languages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_decimal

from dialogs.engine.view import Day

BABEL = {"zh": "zh_CN", "bo": "bo_CN"}


@dataclass(frozen=True)
class DayForms:
    """How a language writes a day, a month and a year."""

    day: str
    month: str
    year: str

    def written(self, day: Day) -> str:
        """The day, as precisely as it is known."""
        form = {"month": self.month, "year": self.year}.get(day.precision, self.day)
        return form.format(y=day.on.year, m=day.on.month, d=day.on.day)


DAYS: Mapping[str, DayForms] = {
    "zh": DayForms("{y}年{m}月{d}日", "{y}年{m}月", "{y}年"),
    # The form of the region's People's Congress: no spaces inside, digits 0-9.
    "bo": DayForms("{y}ལོའི་ཟླ་{m}ཚེས་{d}ཉིན", "{y}ལོའི་ཟླ་{m}", "{y}ལོ"),
}


def yuan(amount: str, language: str) -> str:
    """A decimal text as a grouped number; fen only where there are any."""
    value = Decimal(amount)
    form = "#,##0" if value == value.to_integral_value() else "#,##0.00"
    return format_decimal(value, locale=BABEL[language], format=form)


Named = Callable[[str], str]
"""From a code or id to a name; raises KeyError."""


def tibetan_name(zh: str, bo: str, *, sure: bool) -> str:
    """A name inside a Tibetan sentence: alone where the spelling is sure, with the Chinese where it is not.

    Without a Tibetan spelling the Chinese stands alone, in ASCII brackets.
    """
    if not bo:
        return f"({zh})"
    return bo if sure else f"{bo.rstrip('་')}་ ({zh})"
