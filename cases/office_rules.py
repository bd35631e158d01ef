"""What must hold of an office's data: one rule a row, each with its words; the first that fails is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from cases.clocks import PROMISES
from cases.errors import OfficeInvalid
from cases.units import LEVELS, UnitKind

if TYPE_CHECKING:
    from cases.office import Office

CHANNELS = ("telegram", "web", "terminal")
"""By which residents write; each files cases, or guides alone."""
CHANNEL_MODES = ("full", "guidance")
HOTLINES = ("police", "fire", "ambulance", "mental_health", "government")
"""The national numbers that messages and papers name; an office may add others."""


def _days_fall_in_their_year(office: Office) -> bool:
    """An arrangement may reach into the last days of the year before."""
    return all(
        day.year == one.year or (day.year, day.month) == (one.year - 1, 12)
        for one in office.calendar.announced
        for day in (*one.off, *one.working)
    )


def _nobody_above_themselves(office: Office) -> bool:
    for unit in office.units:
        seen, at = {unit}, office.above(unit)
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = office.above(at)
    return True


def _days(office: Office) -> tuple[date, ...]:
    calendar = office.calendar
    return (*calendar.regional, *(day for one in calendar.announced for day in (*one.off, *one.working)))


RULES: dict[str, Callable[[Office], object]] = {
    "an office has its name in both languages": lambda o: o.zh.strip() and o.bo.strip(),
    "a place has its Chinese name": lambda o: all(p.zh.strip() for p in o.places.by_code.values()),
    "a unit has an id and its Chinese name": lambda o: all(u.id and u.zh.strip() for u in o.units.values()),
    f"a unit's level is {', '.join(LEVELS)}": lambda o: all(u.level in LEVELS for u in o.units.values()),
    "own_unit is a unit that takes cases": lambda o: o.takes(o.own_unit),
    "level_above is a unit": lambda o: o.level_above in o.units,
    "[review] and `above` name units": lambda o: (
        o.review.named | {u.above for u in o.units.values() if u.above} <= set(o.units)
    ),
    "no unit stands above itself": _nobody_above_themselves,
    "above each unit that takes cases stand a reviewing organ and one above it": lambda o: all(
        (organ := o.above(unit.id)) and o.above(organ) for unit in o.units.values() if unit.takes
    ),
    "a place in [review.places] is told in zh and bo": lambda o: all(
        set(place) == {"zh", "bo"} and all(str(said).strip() for said in place.values())
        for place in o.review.places.values()
    ),
    "station is two digits": lambda o: re.fullmatch("[0-9]{2}", o.station),
    "case_prefix is letters alone": lambda o: re.fullmatch(r"[^\W\d_]+", o.case_prefix),
    f"promises are {', '.join(PROMISES)}": lambda o: set(o.promises) == set(PROMISES),
    "a promise is a whole number of days, one or more": lambda o: all(
        type(days) is int and days >= 1 for days in o.promises.values()
    ),
    f"the hotlines {', '.join(HOTLINES)} are there, each a number in quotes": lambda o: (
        set(HOTLINES) <= set(o.hotlines)
        and all(type(n) is str and re.fullmatch("[0-9]{3,11}", n) for n in o.hotlines.values())
    ),
    f"a channel is one of {', '.join(CHANNELS)}": lambda o: set(o.channels) <= set(CHANNELS),
    "a channel is full or guidance": lambda o: all(mode in CHANNEL_MODES for mode in o.channels.values()),
    "neutral_page is an https address, or empty": lambda o: (
        not o.neutral_page or re.fullmatch(r"https://[^\s/]+(/\S*)?", o.neutral_page)
    ),
    "discipline_keys is empty: this release cannot seal to them, and takes no sealed matter": lambda o: (
        not o.discipline_keys
    ),
    "a unit's name that is shown in Tibetan exists": lambda o: all(
        unit.bo or not unit.bo_shown for unit in o.units.values()
    ),
    "a place's name that is shown in Tibetan exists": lambda o: all(
        place.bo or not place.bo_shown for place in o.places.by_code.values()
    ),
    "a unit sits at a place of the list": lambda o: all(
        not unit.at or unit.at in o.places.by_code for unit in o.units.values()
    ),
    "days of the calendar are dates": lambda o: all(type(day) is date for day in _days(o)),
    "a day of [calendar.announced] falls in its year, or in December before it": _days_fall_in_their_year,
    "a township's unit bears the code of its place": lambda o: all(
        unit.id in o.places.by_code for unit in o.units.values() if unit.kind is UnitKind.TOWNSHIP
    ),
}


def check(office: Office) -> None:
    """Raises OfficeInvalid with the rule that does not hold."""
    for rule, holds in RULES.items():
        if not holds(office):
            raise OfficeInvalid(f"this does not hold: {rule}")
