"""Promises about ratings: one a case, changed at will, and no way from a rating to who gave it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Pressed, Said
from storage import cases as case_rows
from storage import desk, ratings, tables
from storage.staff import Member
from tests.storage.residents import everything, filed, say, stored

WHY = "打了三次电话才有人接。"
UNIT = Member("1" * 16, "unit", "unit", Role.UNIT, "renshe", "zh", True, False)
CLERK = Member("0" * 16, "clerk", "clerk", Role.CLERK, "xinfang", "zh", True, False)


async def _answered(house: House, resident: str) -> str:
    number, _ = await filed(house, resident)
    for name, member, parts in (
        ("forward", CLERK, {"unit": "renshe", "complexity": "simple"}),
        ("accept", UNIT, {"item": "6"}),
        ("answer", UNIT, {"outcome": "explained", "text": "…"}),
    ):
        await house.store.write(
            lambda c, name=name, member=member, parts=parts: house.casework.move(
                c, number, name, member, parts, house.time.now()
            )
        )
    return number


async def _rates(house: House, resident: str, number: str, rating: str, step: int = 200) -> None:
    await say(house, resident, step, Pressed("case", f"rate.{number}"))
    await say(house, resident, step + 1, Pressed("rating", rating))
    await say(house, resident, step + 2, Said(WHY))
    await say(house, resident, step + 3, Pressed("why", "done"))


async def test_a_rating_leaves_the_case_as_it_was(house: House) -> None:
    number = await _answered(house, "resident")
    before = await everything(house)
    await _rates(house, "resident", number, "not")
    after = await everything(house)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"conversations", "inbox", "outbox", "ratings"}
    case = await stored(house, number)
    notices = await house.store.read(lambda c: desk.notices(c, case))
    told = str(
        [n.text for n in notices]
        + [e.parts for e in await house.store.read(lambda c: case_rows.history(c, case))]
    )
    assert WHY not in told
    assert "不满意" not in told


async def test_a_row_of_ratings_names_neither_case_nor_person(house: House) -> None:
    number = await _answered(house, "resident")
    await _rates(house, "resident", number, "not")
    case = await stored(house, number)
    (row,) = (await everything(house))["ratings"]
    told = b"".join(v if isinstance(v, bytes) else str(v).encode() for v in row)
    for known in (case.id, number, case.conversation_id or "", WHY):
        assert known.encode() not in told


async def test_a_later_rating_takes_the_place_of_the_first(house: House) -> None:
    number = await _answered(house, "resident")
    await _rates(house, "resident", number, "not")
    await _rates(house, "resident", number, "satisfied", 300)
    rows = await house.store.read(lambda c: c.execute(select(tables.ratings.c.rating)).scalars().all())
    assert rows == ["satisfied"]


async def test_counts_of_fewer_than_five_are_not_told(house: House) -> None:
    day = house.time.today()

    def put(connection: Connection, case_id: str, rating: str) -> None:
        ratings.put(connection, house.keyring, case_id, "renshe", rating, "", day)

    async def told() -> Any:
        return await house.store.read(lambda c: ratings.counts(c, "renshe", day - timedelta(days=1), day))

    for n in range(4):
        await house.store.write(lambda c, n=n: put(c, str(n), "not"))
    assert await told() == {}
    await house.store.write(lambda c: put(c, "4", "satisfied"))
    assert await told() == {"not": 4, "satisfied": 1}


@pytest.mark.parametrize("move", ["withdraw"])
async def test_what_was_taken_back_is_not_rated(house: House, move: str) -> None:
    number, _ = await filed(house, "resident")
    await say(house, "resident", 150, Pressed("case", f"{move}-sure.{number}"))
    await _rates(house, "resident", number, "not")
    assert (await everything(house))["ratings"] == []
