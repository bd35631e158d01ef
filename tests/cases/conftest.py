"""What the tests of cases share: the office of Jiali, and a case brought to where a test needs it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cases.case import Case, Made, file_case, make_move
from cases.lifecycle import Heads, Role, move_named
from cases.office import Office, load_office

ROOT = Path(__file__).parents[2]
DAY = date(2026, 3, 2)  # a Monday with four quiet weeks ahead


@pytest.fixture(scope="session")
def office() -> Office:
    return load_office(ROOT / "office" / "jiali")


Make = Callable[..., Made]


def works_in(office: Office, case: Case, name: str, by: Role) -> str | None:
    """The unit of whoever may make a move: the unit that has the case, or the office."""
    if by is Role.HEAD and move_named(name).heads is Heads.ANOTHER:
        return office.own_unit
    return case.unit or (office.own_unit if by is Role.HEAD else None)


@pytest.fixture
def filed(office: Office) -> Callable[..., Made]:
    """File a case of a matter on a day."""

    def file(matter: str = "wages", today: date = DAY, by: Role = Role.RESIDENT) -> Made:
        return file_case("嘉信20260302-00482913", matter, by=by, today=today, office=office)

    return file


@pytest.fixture
def make(office: Office) -> Callable[..., Made]:
    """Make a move; parts are given by name."""

    def move(
        case: Case, name: str, by: Role, today: date = DAY, by_unit: str | None = None, **parts: str
    ) -> Made:
        return make_move(
            case,
            name,
            by=by,
            today=today,
            office=office,
            parts=parts,
            by_unit=by_unit or works_in(office, case, name, by),
        )

    return move


@pytest.fixture
def accepted(filed: Make, make: Make) -> Callable[..., Made]:
    """A case forwarded and accepted on DAY."""

    def accept(matter: str = "wages", item: str = "6", complexity: str = "simple", today: date = DAY) -> Made:
        case = filed(matter, today).case
        case = make(case, "forward", Role.CLERK, today, unit="renshe", complexity=complexity).case
        return make(case, "accept", Role.UNIT, today, item=item)

    return accept
