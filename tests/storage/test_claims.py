"""Promises about who holds a case: one at a time, for a while, and who comes late is told who holds it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import Connection

from bot.casework import CaseGone, Held, Overtaken
from bot.wiring import House
from cases.errors import MoveNotAllowed
from cases.lifecycle import Role
from storage import cases as case_rows
from storage import claims, desk, staff
from storage.claims import LEASE, Claim
from storage.staff import Member
from tests.bot.houses import open_house
from tests.storage.residents import filed
from tests.storage.test_plans import _check, _recorded

FORWARD = {"unit": "renshe", "complexity": "simple"}
ASK = {"text": "请补充合同。"}


async def joins(house: House, login: str, role: Role = Role.CLERK, unit: str = "xinfang") -> Member:
    """A new member of staff."""
    return await house.store.write(
        lambda c: staff.add(
            c,
            login=login,
            name=login,
            role=role,
            unit=unit,
            language="zh",
            password_hash="x",
            now=house.time.now(),
        )
    )


@pytest_asyncio.fixture
async def other(house: House, url: str, tmp_path: Path) -> AsyncIterator[House]:
    """Another process's house over the same database, with a store of its own."""
    async with open_house(tmp_path / "data", url, house.time) as made:
        yield made


async def claim(house: House, number: str, member: Member) -> Claim:
    """The member claims the case."""
    return await house.store.write(lambda c: house.casework.claim(c, number, member, house.time.now()))


async def let_go(house: House, number: str, member: Member) -> None:
    """The member lets it go."""
    await house.store.write(lambda c: house.casework.let_go(c, number, member, house.time.now()))


async def move(
    house: House,
    number: str,
    name: str,
    member: Member,
    parts: dict[str, str],
    after: int | None = None,
    token: int | None = None,
) -> None:
    """The member makes a move, with what they had seen."""
    await house.store.write(
        lambda c: house.casework.move(c, number, name, member, parts, house.time.now(), after, token)
    )


async def history(house: House, number: str) -> list[str]:
    """What is on the case's record."""

    def look(connection: Connection) -> list[str]:
        stored = case_rows.find(connection, house.keyring, number)
        assert stored is not None
        assert case_rows.chain_holds(connection, house.keyring, stored)
        return [one.move for one in case_rows.history(connection, stored)]

    return await house.store.read(look)


async def holder(house: House, number: str) -> str | None:
    """The name of who holds the case."""

    def look(connection: Connection) -> str | None:
        stored = case_rows.find(connection, house.keyring, number)
        assert stored is not None
        found = claims.holders(connection, [stored.id], house.time.now()).get(stored.id)
        return found.name if found else None

    return await house.store.read(look)


def later(house: House, by: timedelta) -> None:
    """Time goes by."""
    house.time.later(seconds=by.total_seconds())  # type: ignore[attr-defined]


async def test_of_two_who_claim_at_once_through_two_stores_one_holds_the_case(
    house: House, other: House
) -> None:
    number, _ = await filed(house, "resident")
    members = [await joins(house, f"clerk{n}") for n in range(6)]
    tries = [claim(house if n % 2 else other, number, member) for n, member in enumerate(members)]
    came = await asyncio.gather(*tries, return_exceptions=True)
    won = [n for n, one in enumerate(came) if isinstance(one, Claim)]
    assert len(won) == 1
    lost = [one for one in came if isinstance(one, Held)]
    assert len(lost) == 5, came
    assert {one.claim.staff_id for one in lost} == {members[won[0]].id}, "the losers are told who holds it"
    assert await holder(house, number) == members[won[0]].login
    assert await history(house, number) == ["file", "claim"]


async def test_who_does_not_hold_a_case_moves_nothing_and_is_told_who_does(house: House) -> None:
    number, _ = await filed(house, "resident")
    dorje, norbu = await joins(house, "dorje"), await joins(house, "norbu")
    mine = await claim(house, number, dorje)
    with pytest.raises(Held) as refused:
        await move(house, number, "forward", norbu, FORWARD)
    assert refused.value.claim.staff_id == dorje.id
    assert refused.value.claim.until_at == mine.until_at
    assert isinstance(refused.value, Overtaken)
    await house.store.write(lambda c: house.casework.read(c, number, norbu, house.time.now()))
    await move(house, number, "forward", dorje, FORWARD, token=mine.token)
    assert await history(house, number) == ["file", "claim", "read", "forward"]


async def test_a_case_nobody_holds_is_moved_without_a_claim(house: House) -> None:
    number, _ = await filed(house, "resident")
    norbu = await joins(house, "norbu")
    await move(house, number, "forward", norbu, FORWARD)
    assert await history(house, number) == ["file", "forward"]


async def test_whose_lease_ran_out_and_was_taken_is_refused_even_after_it_was_let_go(house: House) -> None:
    number, _ = await filed(house, "resident")
    dorje, norbu = await joins(house, "dorje"), await joins(house, "norbu")
    old = await claim(house, number, dorje)
    for over in (LEASE, timedelta(minutes=1)):  # at its end, and after it
        later(house, over)
        assert await holder(house, number) is None
    taken = await claim(house, number, norbu)
    assert taken.token > old.token
    with pytest.raises(Held) as refused:
        await move(house, number, "forward", dorje, FORWARD, token=old.token)
    assert refused.value.claim.staff_id == norbu.id
    await let_go(house, number, norbu)
    with pytest.raises(Held):
        await move(house, number, "forward", dorje, FORWARD, token=old.token)
    fresh = await claim(house, number, dorje)
    assert fresh.token > taken.token
    await move(house, number, "forward", dorje, FORWARD, token=fresh.token)


async def test_a_lease_that_ran_out_untaken_still_serves(house: House) -> None:
    number, _ = await filed(house, "resident")
    dorje = await joins(house, "dorje")
    mine = await claim(house, number, dorje)
    later(house, LEASE * 2)
    await move(house, number, "ask", dorje, ASK, token=mine.token)
    assert await history(house, number) == ["file", "claim", "ask"]


async def test_working_on_it_holds_it_longer(house: House) -> None:
    number, _ = await filed(house, "resident")
    dorje, norbu = await joins(house, "dorje"), await joins(house, "norbu")
    await claim(house, number, dorje)
    later(house, LEASE * 0.9)
    await move(house, number, "ask", dorje, ASK)
    later(house, LEASE * 0.9)
    with pytest.raises(Held):
        await claim(house, number, norbu)
    again = await claim(house, number, dorje)  # asked for again: longer, and no second record
    later(house, LEASE * 0.9)
    assert await holder(house, number) == "dorje"
    assert again.token == 1
    assert await history(house, number) == ["file", "claim", "ask"]


async def test_handing_the_case_on_lets_it_go(house: House) -> None:
    number, _ = await filed(house, "resident")
    dorje = await joins(house, "dorje")
    pema, tashi = (
        await joins(house, "pema", Role.UNIT, "renshe"),
        await joins(house, "tashi", Role.UNIT, "renshe"),
    )
    await claim(house, number, dorje)
    await move(house, number, "forward", dorje, FORWARD)
    assert await holder(house, number) is None
    await claim(house, number, pema)
    with pytest.raises(Held):
        await claim(house, number, tashi)
    await move(house, number, "accept", pema, {"item": "6"})
    assert await holder(house, number) == "pema", "accepted, it is still hers to work on"
    await move(house, number, "answer", pema, {"outcome": "explained", "text": "已经说明。"})
    assert await holder(house, number) is None


async def test_let_go_is_free_at_once_and_lets_go_of_nobody_elses(house: House) -> None:
    number, _ = await filed(house, "resident")
    dorje, norbu = await joins(house, "dorje"), await joins(house, "norbu")
    await claim(house, number, dorje)
    await let_go(house, number, norbu)
    assert await holder(house, number) == "dorje"
    stored = await house.store.read(lambda c: case_rows.find(c, house.keyring, number))
    assert stored is not None
    await house.store.write(lambda c: claims.end(c, stored.id, norbu.id, house.time.now()))
    assert await holder(house, number) == "dorje", "a claim is ended for its holder alone"
    await let_go(house, number, dorje)
    await let_go(house, number, dorje)
    assert await holder(house, number) is None
    await claim(house, number, norbu)
    assert await history(house, number) == ["file", "claim", "let_go", "claim"]


async def test_only_who_works_on_a_case_may_hold_it_and_oversight_is_not_kept_back(house: House) -> None:
    number, _ = await filed(house, "resident")
    dorje = await joins(house, "dorje")
    watches = await joins(house, "watches", Role.SUPERVISOR)
    stranger = await joins(house, "stranger", Role.UNIT, "jiaoyu")
    with pytest.raises(MoveNotAllowed):
        await claim(house, number, watches)
    with pytest.raises(CaseGone):
        await claim(house, number, stranger)
    with pytest.raises(CaseGone):
        await let_go(house, number, stranger)
    await claim(house, number, dorje)
    await house.store.write(lambda c: house.casework.read(c, number, watches, house.time.now()))
    assert await holder(house, number) == "dorje"


async def test_the_holders_of_a_page_of_rows_come_in_one_query_by_index(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    dorje = await joins(house, "dorje")
    numbers = [(await filed(house, f"resident{n}"))[0] for n in range(3)]
    await claim(house, numbers[1], dorje)
    with _recorded(monkeypatch) as issued:
        await claim(house, numbers[2], dorje)
        await let_go(house, numbers[2], dorje)

        def look(connection: Connection) -> tuple[dict[str, str], list[str]]:
            today = house.time.today()
            page = desk.queue(connection, dorje, "xinfang", today)
            before = len(issued)
            held = claims.holders(connection, [row.id for row in page.rows], house.time.now())
            assert len(issued) == before + 1
            mine = connection.execute(
                desk.select(desk.cases.c.number).where(claims.held_by(dorje.id, house.time.now()))
            ).scalars()
            return {row.number: held[row.id].name for row in page.rows if row.id in held}, list(mine)

        named, mine = await house.store.read(look)
    assert named == {numbers[1]: "dorje"}
    assert mine == [numbers[1]]
    assert await house.store.read(partial(claims.holders, case_ids=[], now=house.time.now())) == {}
    await _check(house, issued)
