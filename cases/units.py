"""The units of an office's area: who decides, who takes cases, where each is found (`units.csv`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cases.errors import OfficeInvalid
from cases.places import official_name

FOUND_BY = ("at", "address_zh", "address_bo", "phone", "hours_zh", "hours_bo")
COLUMNS = ("id", "zh", "bo", "bo_shown", "level", "kind", "takes", "above", *FOUND_BY)
LEVELS = ("township", "county", "city")


class UnitKind(StrEnum):
    """What a unit is."""

    PETITION = "petition"  # 信访局
    PARTY = "party"  # 县委、政法委, 督查
    GOVERNMENT = "government"  # 县、市人民政府
    TOWNSHIP = "township"  # 乡镇人民政府
    DEPARTMENT = "department"  # 政府工作部门
    COURT = "court"
    PROCURATORATE = "procuratorate"
    DISCIPLINE = "discipline"  # 纪委监委
    SERVICE = "service"  # 法律援助中心 and the like


@dataclass(frozen=True)
class Unit:
    """One unit. `takes`: the office may forward a case to it; the others have their own procedure."""

    id: str
    zh: str
    bo: str | None
    bo_shown: bool  # the Tibetan name may stand alone; otherwise the Chinese stands beside it
    level: str  # one of LEVELS
    kind: UnitKind
    takes: bool
    above: str = ""  # the unit above it; "" for a county's: its government
    # Where residents find it, as the office filled it in; "" is not known, and never invented.
    at: str = ""  # the place it sits in, by its code
    address_zh: str = ""
    address_bo: str = ""
    phone: str = ""
    hours_zh: str = ""
    hours_bo: str = ""

    @property
    def reachable(self) -> bool:
        """Whether anything is known of where it is or how to call it."""
        return bool(self.at or self.address_zh or self.address_bo or self.phone)

    def name(self, locale: str) -> str:
        """The official name for a reader of `zh` or `bo`."""
        return official_name(locale, self.zh, self.bo, self.bo_shown)


def is_yes(row: Mapping[str, str], column: str) -> bool:
    """What a column that is `yes` or empty says. Raises OfficeInvalid for anything else."""
    if row[column] not in ("", "yes"):
        named = row.get("id") or row.get("code")
        raise OfficeInvalid(f"{named}: {column} is 'yes' or empty, not {row[column]!r}")
    return row[column] == "yes"


def read_units(rows: list[dict[str, str]]) -> dict[str, Unit]:
    """The units of `units.csv`, by id. Raises OfficeInvalid, ValueError."""
    units = {
        row["id"]: Unit(
            id=row["id"],
            zh=row["zh"],
            bo=row["bo"] or None,
            bo_shown=is_yes(row, "bo_shown"),
            level=row["level"],
            kind=UnitKind(row["kind"]),
            takes=is_yes(row, "takes"),
            above=row["above"],
            **{column: row[column].strip() for column in FOUND_BY},
        )
        for row in rows
    }
    if len(units) != len(rows):
        raise OfficeInvalid("units.csv: two units have one id")
    return units
