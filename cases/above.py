"""Who stands above a unit: who reviews its answers (第三十五、三十六条), who is told where it takes revenge
on one who complained (第十八条, 第四十六条).

The office's own data: `[review]` of `office.toml`, and the column `above` of `units.csv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class Review:
    """`government` stands above every unit of the county that names nobody else. An organ in `accepts_for`
    has authorised the office to take requests for review; of retaliation, `told` is told, and only those in
    `readers` read such reports on the desk. `places` say where an organ takes requests, by language.
    """

    government: str
    accepts_for: frozenset[str]
    told: str
    readers: frozenset[str]
    places: Mapping[str, Mapping[str, str]]

    @property
    def named(self) -> frozenset[str]:
        """Every unit it names."""
        return frozenset({self.government, self.told, *self.accepts_for, *self.readers, *self.places})

    def place(self, organ: str, language: str) -> str:
        """Where an organ takes requests; "" where the office has not filled it in."""
        return self.places.get(organ, {}).get(language, "")


def read_review(data: Mapping[str, Any]) -> Review:
    """The table `[review]`. Raises KeyError, TypeError."""
    places = {unit: MappingProxyType({**place}) for unit, place in data["places"].items()}
    return Review(
        data["government"],
        frozenset(data["accepts_for"]),
        data["told"],
        frozenset(data["readers"]),
        MappingProxyType(places),
    )


def above(units: Mapping[str, Any], review: Review, unit: str) -> str | None:
    """The unit above this one; None above the highest the office knows."""
    one = units[unit]
    if one.above:
        return str(one.above)
    return review.government if one.level != "city" and unit != review.government else None
