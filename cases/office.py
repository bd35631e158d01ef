"""What belongs to one office: its name, places, units, promises, channels, reception days.

Loaded from a folder such as `office/jiali` (`office.toml`, `places.csv`, `units.csv`, `reception.csv`); data
that cannot be right refuse to start.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cases.above import Review, above, read_review
from cases.calendar import Announced, WorkingDays
from cases.clocks import PROMISES
from cases.errors import OfficeInvalid
from cases.hours import Hours, read_hours
from cases.method import Step, read_method
from cases.places import Level, Place, Places, official_name
from cases.reception_days import Receiving, read_receiving
from cases.staff_times import StaffTimes, read_staff_times
from cases.units import FOUND_BY, Unit, UnitKind, is_yes, read_units

CHANNEL_MODES = ("full", "guidance")


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
    try:
        data = tomllib.loads((folder / "office.toml").read_text(encoding="utf-8"))
        places = Places(_place(row) for row in _rows(folder / "places.csv"))
        units = read_units(_rows(folder / "units.csv"))
        receiving = folder / "demo" / "reception.csv" if demo else folder / "reception.csv"
        office = _office(data, places, units, read_receiving(_rows(receiving)))
    except OfficeInvalid:
        raise
    except (OSError, KeyError, TypeError, ValueError, ZoneInfoNotFoundError) as error:
        raise OfficeInvalid(f"{folder.name}: {type(error).__name__}: {error}") from error
    _check(office)
    return office


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _place(row: Mapping[str, str]) -> Place:
    return Place(
        row["code"], row["parent"], Level(row["level"]), row["zh"], row["bo"] or None, is_yes(row, "bo_shown")
    )


def _calendar(data: Mapping[str, Any]) -> WorkingDays:
    announced = (
        Announced(int(year), frozenset(days["off"]), frozenset(days["working"]))
        for year, days in data["announced"].items()
    )
    return WorkingDays(frozenset(data["regional_days_off"]), tuple(announced))


def _office(
    data: Mapping[str, Any], places: Places, units: dict[str, Unit], reception: tuple[Receiving, ...]
) -> Office:
    name, contact = data["name"], data["contact"]
    if own := units.get(data["own_unit"]):  # the office's own are in office.toml
        told = {column: getattr(own, column) or contact.get(column, "") for column in FOUND_BY}
        units[own.id] = replace(own, **told)
    return Office(
        zh=name["zh"],
        bo=name["bo"],
        bo_shown=name["bo_shown"],
        own_unit=data["own_unit"],
        level_above=data["level_above"],
        case_prefix=data["case_prefix"],
        station=data["station"],
        time_zone=ZoneInfo(data["time_zone"]),
        phone=contact["phone"],
        address_zh=contact["address_zh"],
        address_bo=contact["address_bo"],
        hours_zh=contact["hours_zh"],
        hours_bo=contact["hours_bo"],
        hotlines=MappingProxyType(data["hotlines"]),
        promises=MappingProxyType(data["promises"]),
        channels=MappingProxyType(data["channels"]),
        discipline_keys=tuple(data["discipline_keys"]),
        neutral_page=data["neutral_page"],
        places=places,
        units=MappingProxyType(units),
        calendar=_calendar(data["calendar"]),
        hours=read_hours(data["hours"]),
        staff=read_staff_times(data["staff"]),
        review=read_review(data["review"]),
        reception=reception,
        method=read_method(data.get("method", ())),
    )


def _check(office: Office) -> None:
    calendar = office.calendar
    named = (*calendar.regional, *(day for one in calendar.announced for day in (*one.off, *one.working)))
    rules = {
        "own_unit is a unit that takes cases": office.takes(office.own_unit),
        "level_above is a unit": office.level_above in office.units,
        "[review] and `above` name units": office.review.named
        | {u.above for u in office.units.values() if u.above}
        <= set(office.units),
        "above each unit that takes cases stand a reviewing organ and one above it": all(
            (organ := office.above(unit.id)) and office.above(organ)
            for unit in office.units.values()
            if unit.takes
        ),
        "station is two digits": re.fullmatch("[0-9]{2}", office.station),
        "case_prefix is letters alone": re.fullmatch(r"[^\W\d_]+", office.case_prefix),
        f"promises are {', '.join(PROMISES)}": set(office.promises) == set(PROMISES),
        "a promise is a whole number of days, one or more": all(
            type(days) is int and days >= 1 for days in office.promises.values()
        ),
        "a channel is full or guidance": set(office.channels.values()) <= set(CHANNEL_MODES),
        "a unit's name that is shown in Tibetan exists": all(
            unit.bo or not unit.bo_shown for unit in office.units.values()
        ),
        "a place's name that is shown in Tibetan exists": all(
            place.bo or not place.bo_shown for place in office.places.by_code.values()
        ),
        "a unit sits at a place of the list": all(
            not unit.at or unit.at in office.places.by_code for unit in office.units.values()
        ),
        "days of the calendar are dates": all(type(day) is date for day in named),
        "a township's unit bears the code of its place": all(
            unit.id in office.places.by_code
            for unit in office.units.values()
            if unit.kind is UnitKind.TOWNSHIP
        ),
    }
    for rule, holds in rules.items():
        if not holds:
            raise OfficeInvalid(f"this does not hold: {rule}")
