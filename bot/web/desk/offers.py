"""The matters and places a clerk may name by typing: suggestions, and what a name means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.web.desk.lists import place_label
from bot.wiring import House
from bot.words.texts import Texts
from cases.matters import MATTERS
from dialogs.finder import finder

MOST_OFFERED = 9
"""So many are offered where a name may mean several."""


@dataclass(frozen=True)
class Named:
    """One that may be meant: its id, and its name as it is shown."""

    id: str
    label: str


class Offers:
    """What may be named, of one office in one language."""

    def __init__(self, house: House, texts: Texts) -> None:
        self._house = house
        taken = (m for m in MATTERS.values() if not m.sealed)  # a sealed matter takes no text here
        self.matters = tuple(Named(m.id, texts.text(f"matter-{m.id}")) for m in taken)
        leaves = (p for p in house.office.places.by_code.values() if p.is_leaf)
        self.places = tuple(Named(p.code, place_label(house, texts, p.code)) for p in leaves)
        self._matter_of, self._place_of = _by_label(self.matters), _by_label(self.places)

    def matter_meant(self, typed: str) -> tuple[str, ...]:
        """The matters a name may mean: of this very name, with it in their name, else by what it tells of."""
        if exact := self._matter_of.get(_folded(typed)):
            return (exact,)
        part = _folded(typed)
        found = [m.id for m in self.matters if part in _folded(m.label) or part in MATTERS[m.id].zh]
        offered = found or [m for m in finder().offered(typed) if m in {one.id for one in self.matters}]
        return tuple(offered[:MOST_OFFERED])

    def place_meant(self, typed: str) -> tuple[str, ...]:
        """The places a name may mean, as residents' are found."""
        if exact := self._place_of.get(_folded(typed)):
            return (exact,)
        return tuple(place.code for place in self._house.office.places.find(typed)[:MOST_OFFERED])

    def named(self, ids: tuple[str, ...]) -> tuple[Named, ...]:
        """Their names, in the order given."""
        known = {one.id: one for one in (*self.matters, *self.places)}
        return tuple(known[one] for one in ids)


def _by_label(named: tuple[Named, ...]) -> Mapping[str, str]:
    return {_folded(one.label): one.id for one in named}


def _folded(label: str) -> str:
    return "".join(label.split()).strip("།་").casefold()
