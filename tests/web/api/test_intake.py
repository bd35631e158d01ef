"""Promises of cases handed down: filed once whatever is repeated, sealed, and told to the desk."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from bot.wiring import House
from cases.lifecycle import Role
from storage import cases as case_rows
from storage.cases import Recorded, Stored
from storage.staff import Member
from storage.tables import cases
from tests.bot.test_housekeeping import _all_alerts, _linked
from tests.web.api.caller import Caller
from tests.web.api.test_contract import GOOD

CLERK = Member("c" * 16, "clerk", "name", Role.CLERK, "xinfang", "zh", True, False)


async def stored(house: House, number: str) -> tuple[Stored, list[Recorded], bool]:
    """The case, its record, and whether that is whole."""

    def look(connection: Connection) -> tuple[Stored, list[Recorded], bool]:
        found = case_rows.find(connection, house.keyring, number)
        assert found is not None
        whole = case_rows.chain_holds(connection, house.keyring, found)
        return found, case_rows.history(connection, found), whole

    return await house.store.read(look)


async def how_many(house: House) -> int:
    """Cases in all."""
    return await house.store.read(lambda c: c.execute(select(func.count()).select_from(cases)).scalar_one())


async def test_a_case_handed_down_is_filed_by_the_office_with_its_clocks(above: Caller, house: House) -> None:
    answer = await above.hands_down(GOOD)
    assert answer.status_code == 201
    told = answer.json()
    assert told["status"] == "filed"
    assert told["national_number"] == GOOD["national_number"]
    assert {one["clock"] for one in told["clocks"]} == {"forward", "acceptance"}
    found, history, whole = await stored(house, told["number"])
    assert whole
    assert [(e.move, e.by_role) for e in history] == [("file", "clerk")]
    assert (found.channel, found.language, found.conversation_id) == ("above", "bo", None)
    registered = found.registered
    assert (registered.came_by, registered.persons, registered.repeated) == ("letter", 3, True)
    assert found.answers["facts"]["parts"] == [{"text": GOOD["facts"]}]
    assert (found.answers["name"], found.answers["phone"]) == ("次仁", "13908900001")
    assert found.identity == "confidential"
    again = await above.asks(answer.headers["location"].removeprefix("/api/v1"))
    assert again.json()["number"] == told["number"]


async def test_those_who_file_for_the_office_are_told_of_it_as_of_any_case(
    above: Caller, house: House
) -> None:
    clerk = await _linked(house, "clerk", Role.CLERK, "xinfang")
    number = (await above.hands_down(GOOD)).json()["number"]
    assert await _all_alerts(house) == [(clerk.id, "filed", number)]
    await above.hands_down(GOOD)
    assert await _all_alerts(house) == []


async def test_what_a_person_wrote_is_not_in_the_clear(above: Caller, house: House) -> None:
    await above.hands_down(GOOD)
    row = await house.store.read(lambda c: c.execute(select(cases)).one())
    text = repr(tuple(row))
    assert "次仁" not in text
    assert GOOD["facts"] not in text
    assert "次仁".encode() not in row.content


async def test_the_same_request_again_files_nothing(above: Caller, house: House) -> None:
    first = await above.hands_down(GOOD)
    again = await above.hands_down(dict(reversed(GOOD.items())))
    assert again.status_code == 201
    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers
    assert await how_many(house) == 1
    other = await above.hands_down({**GOOD, "facts": "别的"})
    assert (other.status_code, other.json()["type"]) == (422, "urn:lamton:problem:key-reused")


async def test_a_request_repeated_tells_what_was_told_then_and_not_what_became_of_the_case(
    above: Caller, house: House
) -> None:
    first = await above.hands_down(GOOD)
    number, now = first.json()["number"], house.time.now()
    parts = {"unit": "renshe", "complexity": "simple"}
    await house.store.write(lambda c: house.casework.move(c, number, "forward", CLERK, parts, now))
    house.time.later(days=3)  # type: ignore[attr-defined]
    for hidden in (False, True):
        await house.store.write(lambda c, hidden=hidden: c.execute(update(cases).values(restricted=hidden)))
        again = await above.hands_down(GOOD)
        assert (again.status_code, again.content) == (201, first.content)
    assert (await above.asks(f"/cases/{number}")).status_code == 404


async def test_the_same_request_twice_at_once_is_one_case(above: Caller, house: House) -> None:
    told = {k: v for k, v in GOOD.items() if k != "national_number"}
    answers = await asyncio.gather(*(above.hands_down(told) for _ in range(4)))
    assert [one.status_code for one in answers] == [201] * 4
    assert len({one.json()["number"] for one in answers}) == 1
    assert await how_many(house) == 1


async def test_the_same_key_of_another_system_is_another_case(above: Caller, house: House) -> None:
    told = {k: v for k, v in GOOD.items() if k != "national_number"}
    first = await above.hands_down(told)
    async with Caller(house) as other:
        await other.is_given("intake:write")
        second = await other.hands_down(told)
    assert first.json()["number"] != second.json()["number"]


async def test_a_case_that_is_here_already_is_named(above: Caller, house: House) -> None:
    number = (await above.hands_down(GOOD)).json()["number"]
    again = await above.hands_down(GOOD, key="their-key-2")
    assert again.status_code == 409
    assert again.json()["number"] == number

    def hide(connection: Connection) -> None:
        connection.execute(update(cases).values(restricted=True))

    await house.store.write(hide)
    assert (await above.hands_down(GOOD, key="their-key-3")).status_code == 201, "a hidden case is not there"


async def test_a_case_without_a_name_is_anonymous(above: Caller, house: House) -> None:
    told = {k: GOOD[k] for k in ("matter", "place", "facts", "came_by")}
    number = (await above.hands_down({**told, "place": "elsewhere"})).json()["number"]
    found, _, _ = await stored(house, number)
    assert (found.identity, found.registered.persons, found.language) == ("anonymous", 1, "zh")
    assert "name" not in found.answers
    assert (await above.asks(f"/cases/{number}")).json()["town"] is None


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"matter": "official_conduct"}, "matter"),
        ({"matter": "petition_staff"}, "matter"),
        ({"place": "540621100"}, "place"),
        ({"place": "110101001001"}, "place"),
        ({"person": {"name": "a", "phone": "12"}}, "person.phone"),
        ({"person": {"name": " "}}, "person.name"),
        ({"person": {"name": "\u200b\u2060"}}, "person.name"),
        ({"facts": ""}, "facts"),
        ({"facts": "\u200b \u202e"}, "facts"),
        ({"national_number": "XF20261123-0001\n"}, "national_number"),
        ({"scored": 5}, "it"),
    ],
)
async def test_what_cannot_be_taken_is_named_by_its_place_alone(
    above: Caller, house: House, change: dict[str, Any], fault: str
) -> None:
    answer = await above.hands_down({**GOOD, **change})
    assert answer.status_code == 422
    assert [one.split(":")[0] for one in answer.json()["faults"]] == [fault]
    assert GOOD["facts"] not in answer.text
    assert await how_many(house) == 0
    assert (await above.hands_down(GOOD)).status_code == 201, "the key was not spent"


async def test_a_request_that_is_none_is_refused(above: Caller, house: House) -> None:
    for key in ("short", "with space 12", "é" * 8, "a" * 65):
        answer = await above.hands_down(GOOD, key=key.encode("latin-1"))
        assert answer.status_code == 400
    headers = {"idempotency-key": "their-key-1"}
    kind = {"content-type": "application/json"}
    for content in (b"{", b"\xff", b'{"facts": "\\ud800"}', b"[" * 90_000):
        answer = await above.asks("/intake", method="POST", content=content, headers=headers | kind)
        assert answer.status_code == 400
    big = await above.asks("/intake", method="POST", content=b" " * 100_001, headers=headers | kind)
    assert big.status_code == 413
    form = await above.asks("/intake", method="POST", data={"a": "b"}, headers=headers)
    assert form.status_code == 415
    assert await how_many(house) == 0


async def test_the_desk_goes_on_with_it_though_nobody_is_there_to_write_to(
    above: Caller, house: House
) -> None:
    number = (await above.hands_down(GOOD)).json()["number"]
    now = house.time.now()
    parts = {"unit": "renshe", "complexity": "simple"}
    await house.store.write(lambda c: house.casework.move(c, number, "forward", CLERK, parts, now))
    assert (await above.asks(f"/cases/{number}")).json()["status"] == "forwarded"
