"""Promises of reminders: who is told, once, on the record; nobody there means the next above."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from sqlalchemy import Connection, update

from bot import demo
from bot.casework import CaseGone
from bot.demo import file_sample
from bot.housekeeping import one_round
from bot.wiring import ROOT, House
from cases.lifecycle import Role
from storage import cases as case_rows
from storage import outbox, reminded, staff
from storage.staff import Member
from storage.tables import cases
from tests.bot.test_housekeeping import _all_alerts, _linked

SAMPLE = demo.load_samples(ROOT / "office" / "jiali" / "demo")[0]


async def joins(house: House, login: str, role: Role, unit: str = "xinfang") -> Member:
    """A new member; no phone is linked."""
    now = house.time.now()
    return await house.store.write(
        lambda c: staff.add(
            c,
            login=login,
            name=login,
            role=role,
            unit=unit,
            language="zh",
            password_hash="x",
            now=now,
            own_unit=house.office.own_unit,
        )
    )


async def moves(house: House, number: str, name: str, member: Member, **parts: str) -> None:
    """A move."""
    now = house.time.now()
    await house.store.write(lambda c: house.casework.move(c, number, name, member, parts, now))


async def told(house: House, number: str) -> list[Mapping[str, str]]:
    """The reminders in a case's record."""

    def look(connection: Connection) -> list[Mapping[str, str]]:
        stored = case_rows.find(connection, house.keyring, number)
        assert stored is not None
        assert case_rows.chain_holds(connection, house.keyring, stored)
        return [one.parts for one in case_rows.history(connection, stored) if one.move == "remind"]

    return await house.store.read(look)


async def days(house: House, count: int) -> None:
    """So many days pass, with a round each."""
    for _ in range(count):
        house.time.later(days=1)  # type: ignore[attr-defined]
        await one_round(house)


async def accepted(house: House) -> tuple[str, Member]:
    """A simple case that a unit has accepted, and its handler."""
    clerk, unit = await joins(house, "clerk", Role.CLERK), await joins(house, "unit", Role.UNIT, "renshe")
    number = await file_sample(house, SAMPLE)
    await moves(house, number, "forward", clerk, unit="renshe", complexity="simple")
    await moves(house, number, "accept", unit, item="6")
    return number, unit


async def test_a_duty_climbs_from_the_handler_to_the_supervisor_to_the_heads_each_once(house: House) -> None:
    number, unit = await accepted(house)
    supervisor = await joins(house, "supervisor", Role.SUPERVISOR)
    head = await joins(house, "head", Role.HEAD)
    unit_head = await joins(house, "unit_head", Role.HEAD, "renshe")
    await days(house, 65)
    answers = [one for one in await told(house, number) if one["clock"].startswith("answer")]
    assert [(one["kind"], one["stage"], set(one["told"].split())) for one in answers] == [
        ("promise", "half", {unit.id}),
        ("promise", "due", {unit.id}),
        ("promise", "promise_over", {supervisor.id}),
        ("law", "due", {unit.id}),
        ("law", "limit_over", {head.id, unit_head.id}),
    ]


async def test_where_nobody_stands_on_a_rung_the_next_above_is_told(house: House) -> None:
    number, _ = await accepted(house)
    head = await joins(house, "head", Role.HEAD)
    await days(house, 12)
    over = [one for one in await told(house, number) if one["stage"] == "promise_over"]
    assert [one["told"] for one in over if one["clock"] == "answer_simple"] == [head.id]


async def test_who_stands_on_two_rungs_is_told_once(house: House) -> None:
    number = await file_sample(house, SAMPLE)
    head = await joins(house, "head", Role.HEAD)  # of the unit that has it, and of the office
    await days(house, 17)
    over = [one for one in await told(house, number) if one["stage"] == "limit_over"]
    assert [one["told"] for one in over] == [head.id]


async def test_a_reminder_waits_for_somebody_who_exists(house: House) -> None:
    number = await file_sample(house, SAMPLE)
    await days(house, 2)
    assert await told(house, number) == []
    clerk = await joins(house, "clerk", Role.CLERK)
    await one_round(house)
    over = await told(house, number)
    assert [(one["stage"], one["told"]) for one in over if one["clock"] == "forward"] == [
        ("promise_over", clerk.id)
    ]


async def test_a_member_who_was_cut_off_is_not_told(house: House) -> None:
    clerk, left = await joins(house, "clerk", Role.CLERK), await joins(house, "left", Role.CLERK)
    await house.store.write(lambda c: staff.set_active(c, left.id, False))
    number = await file_sample(house, SAMPLE)
    await days(house, 1)
    assert [one["told"] for one in await told(house, number)] == [clerk.id]


async def test_a_reminder_stands_in_the_members_own_list_until_it_is_seen(house: House) -> None:
    clerk, other = await joins(house, "clerk", Role.CLERK), await joins(house, "other", Role.CLERK)
    number = await file_sample(house, SAMPLE)
    await days(house, 1)
    listed = await house.store.read(lambda c: reminded.unseen(c, clerk))
    assert [(one.number, one.stage, one.clock) for one in listed] == [(number, "due", "forward")]
    now = house.time.now()
    await house.store.write(lambda c: reminded.seen(c, clerk, [listed[0].told], now))
    assert await house.store.read(lambda c: reminded.unseen(c, clerk)) == []
    assert await house.store.read(lambda c: reminded.unseen(c, other)) == listed, "each has their own"


@pytest.mark.parametrize("since", ["done", "hidden"])
async def test_what_was_done_since_or_is_hidden_by_now_stands_in_nobodys_list(
    house: House, since: str
) -> None:
    clerk = await joins(house, "clerk", Role.CLERK)
    number = await file_sample(house, SAMPLE)
    await days(house, 1)
    assert await house.store.read(lambda c: reminded.unseen(c, clerk))
    if since == "done":
        await moves(house, number, "forward", clerk, unit="renshe", complexity="simple")
    else:
        await house.store.write(lambda c: c.execute(update(cases).values(restricted=True, unit="xianwei")))
    assert await house.store.read(lambda c: reminded.unseen(c, clerk)) == []


@pytest.mark.parametrize("hidden", [{"restricted": True, "unit": "xianwei"}, {"matter": "official_conduct"}])
async def test_a_restricted_or_sealed_case_reminds_only_those_who_may_see_it(
    house: House, hidden: dict[str, object]
) -> None:
    clerk = await joins(house, "clerk", Role.CLERK)
    number = await file_sample(house, SAMPLE)
    hide = update(cases).where(cases.c.number == number).values(**hidden)
    await house.store.write(lambda c: c.execute(hide))
    await days(house, 3)
    assert await told(house, number) == []
    assert await house.store.read(lambda c: reminded.unseen(c, clerk)) == []
    with pytest.raises(CaseGone):
        await house.store.read(lambda c: house.casework.seen(c, number, clerk))


async def test_nobody_without_a_phone_rings(house: House) -> None:
    await joins(house, "clerk", Role.CLERK)
    await file_sample(house, SAMPLE)
    await days(house, 1)
    now = house.time.now()
    assert await house.store.write(lambda c: outbox.claim(c, house.keyring, "staff", now)) == []


async def test_two_clocks_of_a_case_at_one_stage_ring_a_phone_once_and_both_are_on_record(
    house: House,
) -> None:
    supervisor = await _linked(house, "supervisor", Role.SUPERVISOR, "xinfang")
    number = await file_sample(house, SAMPLE)
    house.time.later(days=5)  # type: ignore[attr-defined] - nothing ran meanwhile
    await one_round(house)
    over = [one for one in await told(house, number) if one["stage"] == "promise_over"]
    assert {one["clock"] for one in over} == {"forward", "acceptance"}
    assert [one for one in await _all_alerts(house) if one[1] == "promise_over"] == [
        (supervisor.id, "promise_over", number)
    ]


async def test_a_correction_takes_the_reminders_of_what_it_undoes_along(house: House) -> None:
    number, unit = await accepted(house)
    head = await joins(house, "head", Role.HEAD, "renshe")
    await days(house, 7)
    assert [one["stage"] for one in await told(house, number) if one["clock"] == "answer_simple"] == ["half"]
    await moves(house, number, "correct", head, reason="受理错了")
    assert await house.store.read(lambda c: reminded.unseen(c, unit)) == []
    await moves(house, number, "accept", unit, item="6")
    await days(house, 7)
    again = [one["stage"] for one in await told(house, number) if one["clock"] == "answer_simple"]
    assert again == ["half", "half"], "the new clock has its own half time"
