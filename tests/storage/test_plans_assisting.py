"""A unit's queue is found by an index, whether it leads or assists, among many cases of other units."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from bot.wiring import House
from cases.lifecycle import Role
from storage import desk, done_cases, filters
from storage.tables import cases
from tests.storage.residents import filed
from tests.storage.test_plans import _check, _member, _recorded

OTHERS = 2000
EVERY_OPEN_CASE = re.compile(r"SCAN cases\b|Index (Only )?Scan using ix_cases_(queue|done) ", re.IGNORECASE)


async def _among_many(house: House, number: str) -> None:
    """As many open cases of another unit, and the database told how many they are."""

    def copy(c: Connection) -> None:
        one: dict[str, Any] = dict(c.execute(select(cases).where(cases.c.number == number)).one()._mapping)
        rows = [
            {**one, "id": f"{n:016x}", "number": f"n{n}", "draft": f"d{n}", "unit": "jiaoyu", "assisting": ""}
            for n in range(OTHERS)
        ]
        c.execute(insert(cases), rows)
        c.exec_driver_sql("ANALYZE")

    await house.store.write(copy)


async def _forwarded(house: House, number: str, **parts: str) -> None:
    clerk = _member(Role.CLERK, house.office.own_unit)
    words = {"complexity": "simple", **parts}
    await house.store.write(
        lambda c: house.casework.move(c, number, "forward", clerk, words, house.time.now()) and None
    )


async def test_a_unit_finds_what_it_leads_and_what_it_assists_in_by_an_index(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    led, _ = await filed(house, "leads")
    helped, _ = await filed(house, "assists")
    await _forwarded(house, led, unit="renshe", assisting="nongye")
    await _forwarded(house, helped, unit="nongye", assisting="renshe lincao")
    await _among_many(house, helped)
    member, own, today = _member(Role.UNIT, "renshe"), house.office.own_unit, house.time.today()
    with _recorded(monkeypatch) as issued:
        page = await house.store.read(lambda c: desk.queue(c, member, own, today, filter="all"))
        many = await house.store.read(lambda c: desk.counts(c, member, own, today))
        for choice in filters.FILTERS:
            await house.store.read(lambda c, choice=choice: desk.queue(c, member, own, today, filter=choice))
        await house.store.read(lambda c: done_cases.listed(c, member))
    assert {row.number for row in page.rows} == {led, helped}
    assert (many["all"], many["mine"]) == (2, 1)  # it assists in the other: that is another's to act on
    await _check(house, issued)
    plans = await house.store.read(lambda c: {s: _plan(c, s, values) for s, values in issued.items()})
    assert {s: plan for s, plan in plans.items() if EVERY_OPEN_CASE.search(plan)} == {}


def _plan(connection: Connection, statement: str, values: Any) -> str:
    if not statement.lstrip().startswith("SELECT"):
        return ""
    how = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
    rows = connection.exec_driver_sql(f"{how} {statement}", tuple(values or ())).all()
    return "\n".join(str(row[3] if how.endswith("PLAN") else row[0]) for row in rows)


async def test_a_page_of_both_kinds_goes_on_where_it_ended(house: House) -> None:
    numbers = [(await filed(house, f"r{n}"))[0] for n in range(4)]
    for n, number in enumerate(numbers):
        lead, other = ("renshe", "nongye") if n % 2 else ("nongye", "renshe")
        await _forwarded(house, number, unit=lead, assisting=other)
    member, own, today = _member(Role.UNIT, "renshe"), house.office.own_unit, house.time.today()
    seen: list[str] = []
    after = None
    for _ in numbers:
        page = await house.store.read(
            lambda c, after=after: desk.queue(c, member, own, today, filter="all", after=after, limit=1)
        )
        seen += [row.number for row in page.rows]
        after = page.after
    assert after is None
    assert sorted(seen) == sorted(numbers)


async def test_a_unit_that_assists_no_more_sees_the_case_no_more(house: House) -> None:
    number, _ = await filed(house, "resident")
    await _forwarded(house, number, unit="nongye", assisting="renshe")
    theirs, own, today = _member(Role.UNIT, "renshe"), house.office.own_unit, house.time.today()
    assert (await house.store.read(lambda c: desk.counts(c, theirs, own, today)))["all"] == 1
    head, words = replace(_member(Role.HEAD, own), of_office=True), {"reason": "转错了"}
    await house.store.write(
        lambda c: house.casework.move(c, number, "correct", head, words, house.time.now()) and None
    )
    assert (await house.store.read(lambda c: desk.counts(c, theirs, own, today)))["all"] == 0
