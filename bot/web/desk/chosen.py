"""What is chosen of the queue, as it stands in the address: `?show=overdue&town=540621101`.

Whatever an address says that nobody can choose is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from urllib.parse import parse_qsl, urlencode

from bot.staff_cards import status_label, unit_label
from bot.wiring import House
from bot.words.texts import Texts
from cases.lifecycle import OPEN, Status
from cases.matters import Kind
from cases.registering import CAME_BY
from dialogs.engine.view import Place
from storage.filters import FILTERS, NOT_FORWARDED, WHOLE, Facets
from storage.sight import sees_beyond_unit
from storage.staff import Member

SERVICE = "service"
FACETS = tuple(field.name for field in fields(Facets))
After = tuple[date, str]


@dataclass(frozen=True)
class Facet:
    """One facet as a field: its name, its label, (value, label) of each choice, and what is chosen."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True)
class Chosen:
    """A filter, facets, and where in the list one stands."""

    show: str = "mine"
    facets: Facets = WHOLE
    after: After | None = None

    @property
    def query(self) -> str:
        """As it stands in an address, without where one stands in the list: what a saved view keeps."""
        return urlencode({"show": self.show} | {k: v for k, v in asdict(self.facets).items() if v})

    @property
    def here(self) -> str:
        """The same, with where one stands."""
        if self.after is None:
            return self.query
        return f"{self.query}&{urlencode({'after': after_text(self.after)})}"

    def shows(self, name: str) -> str:
        """The address of another filter with the same facets."""
        return replace(self, show=name, after=None).query

    def goes_on(self, after: After | None) -> str:
        """The address of another page of the same list; None leads to its beginning."""
        return replace(self, after=after).here


def filters_for(member: Member) -> tuple[str, ...]:
    """The filters a member is shown: whoever sees their own unit alone has no use for "all"."""
    return tuple(n for n in FILTERS if n != "all" or sees_beyond_unit(member))


def choices(house: House, status: tuple[Status, ...] = OPEN) -> Mapping[str, tuple[str, ...]]:
    """What may be chosen of each facet."""
    office = house.office
    return {
        "kind": tuple(Kind),
        "status": tuple(status),
        "unit": (NOT_FORWARDED, *(u.id for u in office.units.values() if u.takes)),
        "came_by": (SERVICE, *CAME_BY),
        "town": tuple(place.code for place in office.places.towns()),
    }


def read_chosen(
    house: House, asked: Mapping[str, str], status: tuple[Status, ...] = OPEN, *, first: str = "mine"
) -> Chosen:
    """What an address or a form asks for, of what there is; `first` where it names no list."""
    known = choices(house, status)
    facets = Facets(**{name: asked[name] for name in FACETS if asked.get(name) in known[name]})
    show = asked.get("show", "")
    return Chosen(show if show in FILTERS else first, facets, read_after(asked.get("after", "")))


def read_query(house: House, query: str) -> Chosen:
    """The same of a query in one piece, such as a saved view's."""
    return replace(read_chosen(house, dict(parse_qsl(query))), after=None)


def facet_fields(
    house: House, texts: Texts, member: Member, facets: Facets, status: tuple[Status, ...] = OPEN
) -> list[Facet]:
    """The facets as fields; the units for those who see more than one."""
    label_of = {
        "kind": lambda value: texts.text(f"staff-kind-{value}"),
        "status": lambda value: status_label(texts, value),
        "unit": lambda value: unit_label(texts, None if value == NOT_FORWARDED else value),
        "came_by": lambda value: texts.text(f"staff-channel-{value}"),
        "town": lambda value: texts.value(Place(value)),
    }
    return [
        Facet(
            name,
            texts.text(f"staff-facet-{name}"),
            tuple((value, label_of[name](value)) for value in values),
            getattr(facets, name),
        )
        for name, values in choices(house, status).items()
        if name != "unit" or sees_beyond_unit(member)
    ]


def after_text(after: After) -> str:
    """A place in a list, for an address."""
    return f"{after[0].isoformat()}.{after[1]}"


def read_after(text: str) -> After | None:
    """A place in a list from an address; None where it is none."""
    day, _, last = text.partition(".")
    try:
        return (date.fromisoformat(day), last) if last.isalnum() else None
    except ValueError:
        return None
