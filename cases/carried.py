"""What a move carries, held against the case, the office and the day: units it knows, days that have been."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from cases.errors import PartInvalid
from cases.paths import AUTHORITIES

if TYPE_CHECKING:
    from cases.case import Case
    from cases.office import Office


def authorities_of(office: Office) -> tuple[str, ...]:
    """Whom a matter may be led to: the office's units, those of other procedures first, and the authorities
    of the catalogue."""
    units = sorted(office.units.values(), key=lambda unit: unit.takes)
    return (*(unit.id for unit in units if unit.id != office.own_unit), *sorted(AUTHORITIES))


def check_carried(
    carried: Mapping[str, str], case: Case, today: date, office: Office, answered_on: date | None = None
) -> None:
    """`answered_on`: when what is received was given. Raises PartInvalid: a unit that takes no cases or
    assists itself, nobody to be led to, a day to come, before the case, or before there was an answer."""
    if "unit" in carried and not office.takes(carried["unit"]):
        raise PartInvalid("unit", "not_a_choice")
    for unit in carried.get("assisting", "").split():
        if not office.takes(unit) or unit == carried.get("unit"):
            raise PartInvalid("assisting", "not_a_choice")
    if "authority" in carried and carried["authority"] not in (*office.units, *AUTHORITIES):
        raise PartInvalid("authority", "not_a_choice")
    if "done_on" in carried and not case.filed_on <= date.fromisoformat(carried["done_on"]) <= today:
        raise PartInvalid("done_on", "not_a_day")
    given = answered_on or case.filed_on
    if "signed_on" in carried and not given <= date.fromisoformat(carried["signed_on"]) <= today:
        raise PartInvalid("signed_on", "not_since_answer")
