"""Whose eyes figures are counted for: what is kept from one is in none of their numbers."""

from __future__ import annotations

from datetime import date

from sqlalchemy import update

from bot.figures.counted import count
from bot.wiring import House
from cases.lifecycle import Role
from cases.periods import year_of
from storage import cases as case_rows
from storage import recusals
from storage.figures.eyes import Eyes, county_eyes, own_eyes
from storage.figures.rows import rows
from storage.figures.which import filed_in
from storage.tables import cases
from tests.figures.year import YEAR, Matter, Year
from tests.storage.test_plans import _member
from tests.storage.test_sight import joins

ON, BEFORE, AFTER = date(YEAR, 3, 3), date(YEAR - 1, 3, 3), date(YEAR + 1, 1, 20)


async def matters(house: House, eyes: Eyes) -> object:
    """How many matters of the year these eyes are told of; None where that is hidden."""
    found = await house.store.read(lambda c: count(c, eyes, year_of(YEAR), AFTER))
    return found.told("matters").now


async def changed(house: House, number: str, **values: object) -> None:
    """A case of another kind than the year makes them."""
    this = update(cases).where(cases.c.number == number).values(**values)
    await house.store.write(lambda c: c.execute(this) and None)


async def test_a_sealed_matter_is_counted_for_the_discipline_desk_and_a_restricted_one_for_its_unit(
    house: House,
) -> None:
    year = Year(house)
    await year.has(Matter(ON), Matter(ON))
    for number, restricted in zip(year.numbers, (False, True), strict=True):
        await changed(house, number, matter="official_conduct", restricted=restricted)
    for role, unit, many in (
        (Role.DISCIPLINE, "jiwei_jianwei", 1),
        (Role.UNIT, "renshe", 1),
        (Role.UNIT, "lincao", 0),
        (Role.CLERK, "xinfang", 0),
    ):
        assert await matters(house, own_eyes(_member(role, unit))) == many, role


async def test_who_keeps_away_from_a_matter_has_it_in_no_number_of_the_county(house: House) -> None:
    year, member = Year(house), await joins(house, Role.UNIT, "renshe")
    await year.has(*[Matter(day, unit="lincao") for day in (ON, BEFORE) for _ in range(10)])
    assert await matters(house, county_eyes(member)) == 10
    stored = await house.store.read(lambda c: case_rows.find(c, house.keyring, year.numbers[0]))
    assert stored is not None
    now = house.time.now()
    await house.store.write(lambda c: recusals.add(c, stored, member.id, "亲戚", member.id, now))
    assert await matters(house, county_eyes(member)) == 9


async def test_few_a_year_before_hide_the_number_too(house: House) -> None:
    year, member = Year(house), _member(Role.UNIT, "renshe")
    await year.has(*[Matter(ON, unit="lincao") for _ in range(9)], *[Matter(BEFORE) for _ in range(4)])
    assert await matters(house, county_eyes(member)) is None  # beside nine it would be told


async def test_only_what_is_counted_of_ones_own_is_subtracted(house: House) -> None:
    year, member = Year(house), _member(Role.UNIT, "renshe")
    await year.has(*[Matter(day, unit="lincao") for day in (ON, BEFORE) for _ in range(5)])
    own = len(year.numbers)
    await year.has(*[Matter(ON) for _ in range(3)])
    for number in year.numbers[own:]:
        await changed(house, number, restricted=True)  # in the unit's own numbers, and in no others
    assert await matters(house, own_eyes(member)) == 3
    assert await matters(house, county_eyes(member)) == 5


async def test_the_cases_behind_a_number_come_in_pages_and_the_last_leads_nowhere(house: House) -> None:
    year, clerk = Year(house), _member(Role.CLERK, "xinfang")
    await year.has(*[Matter(ON.replace(day=day)) for day in (3, 4, 5, 6)])
    chosen, seen, after = filed_in(year_of(YEAR)), list[str](), None
    for more in (True, False):
        page, after = await house.store.read(lambda c, a=after: rows(c, clerk, chosen, a, limit=2))
        seen += [one.number for one in page]
        assert (after is not None) is more
    assert seen == year.numbers[::-1]


async def test_a_breakdown_has_the_most_first(house: House) -> None:
    await Year(house).has(*[Matter(ON, unit=unit) for unit in ("lincao", "renshe", "renshe")])
    found = await house.store.read(
        lambda c: count(c, own_eyes(_member(Role.CLERK, "xinfang")), year_of(YEAR), AFTER)
    )
    assert [(row.value, row.matters) for row in found.breakdowns["unit"]] == [("renshe", 2), ("lincao", 1)]
