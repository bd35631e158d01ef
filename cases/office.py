"""What belongs to one office: its name, places, units, promises, channels, reception days.

Loaded from a folder such as `office/jiali` (`office.toml`, `places.csv`, `units.csv`, `reception.csv`); data
that cannot be right refuse to start.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cases.above import Review, above, read_review
from cases.calendar import Announced, WorkingDays
from cases.errors import OfficeInvalid
from cases.hours import Hours, read_hours
from cases.method import Step, read_method
from cases.office_rules import check
from cases.places import Level, Place, Places, official_name
from cases.reception_days import COLUMNS as RECEPTION
from cases.reception_days import Receiving, read_receiving
from cases.staff_times import StaffTimes, read_staff_times
from cases.tables import read_table, read_toml
from cases.units import COLUMNS as UNITS
from cases.units import FOUND_BY, Unit, is_yes, read_units

PLACES = ("code", "parent", "level", "zh", "bo", "bo_shown")
_Kind = TypeVar("_Kind")


@dataclass(frozen=True)
class Office:
    """One petition office. Texts must cope with a phone, an address or hours that are empty."""

    zh: str
    bo: str
    bo_shown: bool
    own_unit: str  # the office's own id in `units`
    level_above: str  # the id of the office above, which sealed complaints about the office go to
    case_prefix: str
    station: str
    time_zone: ZoneInfo
    phone: str
    address_zh: str
    address_bo: str
    hours_zh: str
    hours_bo: str
    hotlines: Mapping[str, str]  # national numbers by what they are for
    promises: Mapping[str, int]  # days, by clock
    channels: Mapping[str, str]  # full (file and follow) or guidance
    discipline_keys: tuple[str, ...]  # public keys; while empty, sealed matters take no text
    neutral_page: str  # where the quick way out leads
    places: Places
    units: Mapping[str, Unit]
    calendar: WorkingDays
    hours: Hours  # when somebody is there to answer
    staff: StaffTimes  # when the staff's phones are written to
    review: Review
    reception: tuple[Receiving, ...]  # when leaders receive residents; empty: not made known yet
    method: tuple[Step, ...] = ()  # the county's own, beside the law

    def name(self, locale: str) -> str:
        """The office's name for a reader of `zh` or `bo`."""
        return official_name(locale, self.zh, self.bo, self.bo_shown)

    def takes(self, unit: str) -> bool:
        """Whether a case may be forwarded to this unit."""
        return unit in self.units and self.units[unit].takes

    def above(self, unit: str) -> str | None:
        """The unit above this one, which reviews its answers; None above the highest known here."""
        return above(self.units, self.review, unit)

    def told_of_retaliation(self, unit: str) -> str:
        """Who is told that this unit takes revenge; of the office itself, the level above."""
        if unit in (self.own_unit, self.review.told):
            return self.level_above
        return self.units[unit].above or self.review.told

    def may_file(self, channel: str) -> bool:
        """Whether a case may be filed on this channel. A channel the office does not name may not."""
        return self.channels.get(channel) == "full"


def load_office(folder: Path, *, demo: bool = False) -> Office:
    """Read an office's folder. Raises OfficeInvalid with the file and what is wrong with it.

    `demo`: with the reception days of its demonstration, which are nobody's.
    """
    receiving = folder / "demo" / "reception.csv" if demo else folder / "reception.csv"
    data = read_toml(folder / "office.toml", error=OfficeInvalid)
    with _named("places.csv"):
        places = Places(_place(row) for row in read_table(folder / "places.csv", PLACES, error=OfficeInvalid))
    with _named("units.csv"):
        units = read_units(read_table(folder / "units.csv", UNITS, error=OfficeInvalid))
    with _named("reception.csv"):
        rows = read_table(receiving, RECEPTION, error=OfficeInvalid, may_be_empty=True)
        reception = read_receiving(rows)
    with _named("office.toml"):
        office = _office(data, places, units, reception)
    check(office)
    return office


@contextmanager
def _named(file: str) -> Iterator[None]:
    """Whatever is wrong with a file, as OfficeInvalid that begins with its name."""
    try:
        yield
    except OfficeInvalid as error:
        told = str(error)
        raise OfficeInvalid(told if told.startswith(file) else f"{file}: {told}") from error
    except ZoneInfoNotFoundError as error:
        raise OfficeInvalid(f"{file}: {error.args[0]}") from error
    except KeyError as error:
        raise OfficeInvalid(f"{file}: {error} is missing") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise OfficeInvalid(f"{file}: {error}") from error


def _place(row: Mapping[str, str]) -> Place:
    return Place(
        row["code"], row["parent"], Level(row["level"]), row["zh"], row["bo"] or None, is_yes(row, "bo_shown")
    )


def _given(data: Mapping[str, Any], key: str, kind: type[_Kind]) -> _Kind:
    """What a table of office.toml says under a key. Raises KeyError, OfficeInvalid where it is no `kind`."""
    value = data[key]
    if not isinstance(value, kind):
        raise OfficeInvalid(f"{key} is {_KINDS[kind]}, not {value!r}")
    return value


_KINDS: Mapping[type, str] = {
    str: "a text in quotes",
    bool: "true or false",
    dict: "a table",
    list: "a list in [ ]",
}


def _calendar(data: Mapping[str, Any]) -> WorkingDays:
    announced = (
        Announced(int(year), frozenset(_given(days, "off", list)), frozenset(_given(days, "working", list)))
        for year, days in data["announced"].items()
    )
    return WorkingDays(frozenset(_given(data, "regional_days_off", list)), tuple(announced))


def _office(
    data: Mapping[str, Any], places: Places, units: dict[str, Unit], reception: tuple[Receiving, ...]
) -> Office:
    name, contact = _given(data, "name", dict), _given(data, "contact", dict)
    if own := units.get(data["own_unit"]):  # the office's own are in office.toml
        told = {column: getattr(own, column) or contact.get(column, "") for column in FOUND_BY}
        units[own.id] = replace(own, **told)
    return Office(
        zh=_given(name, "zh", str),
        bo=_given(name, "bo", str),
        bo_shown=_given(name, "bo_shown", bool),
        own_unit=_given(data, "own_unit", str),
        level_above=_given(data, "level_above", str),
        case_prefix=_given(data, "case_prefix", str),
        station=_given(data, "station", str),
        time_zone=ZoneInfo(_given(data, "time_zone", str)),
        phone=_given(contact, "phone", str),
        address_zh=_given(contact, "address_zh", str),
        address_bo=_given(contact, "address_bo", str),
        hours_zh=_given(contact, "hours_zh", str),
        hours_bo=_given(contact, "hours_bo", str),
        hotlines=MappingProxyType(_given(data, "hotlines", dict)),
        promises=MappingProxyType(_given(data, "promises", dict)),
        channels=MappingProxyType(_given(data, "channels", dict)),
        discipline_keys=tuple(_given(data, "discipline_keys", list)),
        neutral_page=_given(data, "neutral_page", str),
        places=places,
        units=MappingProxyType(units),
        calendar=_calendar(data["calendar"]),
        hours=read_hours(data["hours"]),
        staff=read_staff_times(data["staff"]),
        review=read_review(data["review"]),
        reception=reception,
        method=read_method(data.get("method", ())),
    )
