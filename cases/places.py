"""The places of an office's area, down to the village, by their official division codes.

A resident answers with a leaf: a village, a township itself (its nine digits and 000), or elsewhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cases.errors import OfficeInvalid, UnknownPlace

ELSEWHERE = "elsewhere"


class Level(StrEnum):
    """What a place is."""

    COUNTY = "county"  # 县
    TOWN = "town"  # 镇
    TOWNSHIP = "township"  # 乡
    ITSELF = "itself"  # the town or township itself, no village of it
    VILLAGE = "village"  # 村
    COMMUNITY = "community"  # 社区, 居委会
    ELSEWHERE = "elsewhere"  # outside the county


TOWNS = (Level.TOWN, Level.TOWNSHIP)
VILLAGES = (Level.VILLAGE, Level.COMMUNITY)
_PARENT_LEVELS: dict[Level, tuple[Level, ...]] = {
    Level.COUNTY: (),
    Level.ELSEWHERE: (),
    **dict.fromkeys(TOWNS, (Level.COUNTY,)),
    **dict.fromkeys((*VILLAGES, Level.ITSELF), TOWNS),
}


@dataclass(frozen=True)
class Place:
    """One place. Of ITSELF and ELSEWHERE the words are in `locales/`; `zh` is what exports write."""

    code: str
    parent: str  # "" at the top
    level: Level
    zh: str
    bo: str | None  # None: no Tibetan name is known
    bo_shown: bool  # the Tibetan name may stand alone; otherwise the Chinese stands beside it

    def name(self, locale: str) -> str:
        """The official name for a reader of `zh` or `bo`. In Tibetan, the Chinese is bracketed beside a name
        that is not sure, and alone where there is none."""
        return official_name(locale, self.zh, self.bo, self.bo_shown)

    @property
    def is_leaf(self) -> bool:
        """Whether a resident may answer with it."""
        return self.level not in (*TOWNS, Level.COUNTY)


_BRACKETS = str.maketrans("", "", "（）()")
"""Of a Chinese name that stands in brackets itself."""


def official_name(locale: str, zh: str, bo: str | None, bo_shown: bool) -> str:
    """A name that has no Tibetan, or no sure one, in brackets, as the style of the Tibetan texts has it;
    never brackets in brackets."""
    if locale != "bo":
        return zh
    beside = f"({zh.translate(_BRACKETS)})"
    if bo is None:
        return beside
    return bo if bo_shown else f"{bo} {beside}"


class Places:
    """The places of one office, in the order of its file."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Raises OfficeInvalid for a doubled code, a parent that does not exist or is of the wrong level."""
        self.by_code: Mapping[str, Place] = self._checked(tuple(places))

    @staticmethod
    def _checked(places: tuple[Place, ...]) -> dict[str, Place]:
        by_code = {place.code: place for place in places}
        if len(by_code) != len(places):
            raise OfficeInvalid("places.csv: two places have one code")
        for place in places:
            expected = _PARENT_LEVELS[place.level]
            parent = by_code.get(place.parent)
            if (parent.level not in expected) if parent else bool(expected or place.parent):
                raise OfficeInvalid(f"places.csv: {place.code} has no fitting parent")
        return by_code

    def __len__(self) -> int:
        return len(self.by_code)

    def get(self, code: str) -> Place:
        """The place of this code. Raises UnknownPlace."""
        try:
            return self.by_code[code]
        except KeyError:
            raise UnknownPlace(code) from None

    def towns(self) -> tuple[Place, ...]:
        """The towns and townships."""
        return tuple(place for place in self.by_code.values() if place.level in TOWNS)

    def children(self, parent: str) -> tuple[Place, ...]:
        """The places right under this one."""
        return tuple(place for place in self.by_code.values() if place.parent == parent)

    def path(self, code: str) -> tuple[Place, ...]:
        """From the county down to this place. Raises UnknownPlace."""
        place = self.get(code)
        return (*(self.path(place.parent) if place.parent else ()), place)

    def find(self, text: str) -> tuple[Place, ...]:
        """The leaves whose name has this part in it, names that begin with it first; none for an empty text.

        A village is also found by its township and itself together (`嘉黎镇阿琼村`), and a township itself,
        with its villages, by its own name. The county's name in front is passed over.
        """
        part = _plain(text)
        for county in (place for place in self.by_code.values() if place.level is Level.COUNTY):
            part = part.removeprefix(_plain(county.zh)) or part
        if not part:
            return ()
        ranked: list[tuple[int, Place]] = []
        for place in self.by_code.values():
            if not place.is_leaf:
                continue
            own = _plain(place.zh)
            above = _plain(self.by_code[place.parent].zh) if place.parent else ""
            tibetan = _plain(place.bo or "")
            if part in own or (part in tibetan):
                ranked.append((0 if own.startswith(part) or tibetan.startswith(part) else 1, place))
            elif part in above + own:
                ranked.append((2, place))
        ranked.sort(key=lambda pair: pair[0])  # stable: the file's order within a rank
        return tuple(place for _, place in ranked)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text)
    return "".join(
        char for char in folded if not char.isspace() and unicodedata.category(char)[0] not in "CP"
    )
