"""Values as each language writes them: days in our own forms, money by Babel, the office's own data.

CLDR's Tibetan dates mix two sets of digits, so days are written here. Numbers use 0-9 in both languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from cases.matters import chinese_number
from dialogs.engine.view import Day

if TYPE_CHECKING:
    from cases.office import Office

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


def cites(articles: Iterable[tuple[str, int]], language: str) -> str:
    """Articles by law: 《劳动合同法》第三十条、第八十五条. Laws have no official name but the Chinese one."""
    by_law: dict[str, list[int]] = {}
    for law, number in articles:
        by_law.setdefault(law, []).append(number)
    told = [
        f"《{law}》{'、'.join(f'第{chinese_number(number)}条' for number in sorted(numbers))}"
        for law, numbers in by_law.items()
    ]
    return "；".join(told) if language == "zh" else " ".join(f"({one})" for one in told)


def listed(values: Iterable[str], language: str) -> str:
    """Values on one line; a Tibetan value may be several phrases, so a stroke parts them."""
    return "；".join(values) if language == "zh" else " / ".join(v.rstrip("། ") for v in values)


def yuan(amount: str, language: str) -> str:
    """A decimal text as a grouped number; fen only where there are any."""
    value = Decimal(amount)
    form = "#,##0" if value == value.to_integral_value() else "#,##0.00"
    return format_decimal(value, locale=BABEL[language], format=form)


def contacts(office: Office, language: str, places: Mapping[str, str]) -> dict[str, str]:
    """Where each unit is found, by `unit/part`; `none` where the office has not filled it in yet."""
    found: dict[str, str] = {}
    for unit in office.units.values():
        either = _either(language)
        where = (places.get(unit.at, ""), either(unit.address_zh, unit.address_bo))
        found[f"{unit.id}/where"] = " ".join(part for part in where if part) or NONE
        found[f"{unit.id}/phone"] = unit.phone or NONE
        found[f"{unit.id}/hours"] = either(unit.hours_zh, unit.hours_bo) or NONE
    return found


def _either(language: str) -> Callable[[str, str], str]:
    """Of a Chinese and a Tibetan text the reader's; the Chinese in brackets where there is no Tibetan."""
    return lambda zh, bo: zh if language == "zh" else bo or (f"({zh})" if zh else "")


OFFICE_VALUES = ("office", "office_above", "office_phone", "office_address", "office_hours")
"""What any message may take without being given it: the office's own data. Unknown is the word `NONE`."""
NONE = "none"


def office_values(office: Office, language: str) -> dict[str, str]:
    """The office's own data in a language; `none` where the office has not filled it in yet."""
    either = _either(language)
    written = {
        "office": office.name(language),
        "office_above": office.units[office.level_above].name(language),
        "office_phone": office.phone,
        "office_address": either(office.address_zh, office.address_bo),
        "office_hours": either(office.hours_zh, office.hours_bo),
    }
    return {name: value or NONE for name, value in written.items()}
