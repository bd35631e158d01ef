"""A year's dashboard is few statements, and each finds its rows by an index."""

from __future__ import annotations

from datetime import date

import pytest

from bot.figures.counted import count
from bot.wiring import House
from cases.figures import FIGURES
from cases.lifecycle import Role
from cases.periods import year_of
from storage import activities
from storage.figures.eyes import county_eyes, own_eyes
from storage.figures.rows import rows
from storage.figures.which import behind, filed_in, of_value
from tests.figures.year import YEAR, Matter, Year
from tests.storage import test_plans
from tests.storage.test_plans import _check, _member, _recorded

MOST_STATEMENTS = 7
"""Registered, moves, clocks, ratings, supervision, activities, breakdowns; for each of the two periods."""
OF_WHAT_IS_KNOWN = 5
"""Those that look at cases once more, for what may be subtracted by eyes that are not exact."""


@pytest.mark.parametrize("role", [Role.CLERK, Role.UNIT])
async def test_a_years_dashboard_walks_no_table(
    house: House, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    # what was put together first is small, and in memory
    monkeypatch.setattr(test_plans, "SMALL", test_plans.SMALL | {"alike"})
    year, member = Year(house), _member(role, "renshe")
    await year.has(Matter(date(YEAR, 3, 3), "wages", owed_fen=100))
    await year.did("outreach", date(YEAR, 3, 3), ("540621100201",), sessions=1)
    await year.urged("call", 1, date(YEAR, 3, 3))
    period = year_of(YEAR)
    for eyes in (own_eyes(member), county_eyes(member)):
        with _recorded(monkeypatch) as issued:
            await house.store.read(lambda c, eyes=eyes: count(c, eyes, period, date(2026, 1, 9)))
        assert len(issued) <= MOST_STATEMENTS + (0 if eyes.exact else OF_WHAT_IS_KNOWN)
        await _check(house, issued)


async def test_the_cases_behind_a_number_walk_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await Year(house).has(Matter(date(YEAR, 3, 3)))
    period, member = year_of(YEAR), _member(Role.CLERK, "xinfang")
    after = (date(YEAR, 9, 9), "f" * 16)
    with _recorded(monkeypatch) as issued:
        for tally in {one.opens for one in FIGURES} - {""}:
            await house.store.read(lambda c, tally=tally: rows(c, member, behind(tally, period), after))
        for by, value in (("unit", "renshe"), ("unit", ""), ("place", "540621100"), ("came_by", "call")):
            chosen = filed_in(period) & of_value(by, value)
            await house.store.read(lambda c, chosen=chosen: rows(c, member, chosen))
    await _check(house, issued)


async def test_the_list_of_activities_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    year = Year(house)
    entry = await year.did("outreach", date(YEAR, 3, 3), ("540621100201",), sessions=1)
    with _recorded(monkeypatch) as issued:
        await house.store.read(activities.listed)
        await house.store.write(lambda c: activities.strike(c, entry, "m"))
        await house.store.read(lambda c: activities.kind_of(c, entry))
    assert any(s.startswith("UPDATE activities") for s in issued)
    await _check(house, issued)
