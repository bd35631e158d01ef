"""Promises of the morning digest: once a day to whom something is due, on working days, whatever restarts."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from bot.demo import file_sample
from bot.digest import next_in, send_digests
from bot.housekeeping import one_round
from bot.wiring import House
from cases.lifecycle import Role
from storage import desk, outbox, staff, staff_phones
from storage.tables import cases
from tests.bot.houses import open_house, reloaded
from tests.bot.test_housekeeping import SAMPLE, _later, _linked


async def digests(house: House) -> list[tuple[str, str]]:
    """Recipient and day of the digests that wait, taken away with all else."""
    found: list[tuple[str, str]] = []

    def take(connection: Connection) -> bool:
        claimed = outbox.claim(connection, house.keyring, "staff", house.time.now())
        for one in claimed:
            outbox.settle(connection, one.id, "sent", house.time.now())
            if "digest" in one.body:
                found.append((one.recipient, one.body["digest"]))
        return bool(claimed)

    while await house.store.write(take):
        pass
    return found


async def test_a_digest_comes_once_each_working_morning_while_something_is_due(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = await _linked(house, "clerk", Role.CLERK, "xinfang")
    await _linked(house, "unit", Role.UNIT, "renshe")  # owes nothing
    await file_sample(house, SAMPLE)
    await one_round(house)
    assert await digests(house) == [], "nothing is due on the first day"
    _later(house, hours=23)  # Tuesday, eight in the morning: the promise of a day ends today
    await one_round(house)
    assert await digests(house) == [], "not before its hour"
    _later(house, hours=1)
    await one_round(house)
    other = await reloaded(house, monkeypatch)
    await one_round(other)
    _later(house, hours=2)
    await one_round(house)
    assert await digests(house) == [(clerk.id, "2026-11-24")]
    _later(house, days=1)
    await one_round(house)
    assert await digests(house) == [(clerk.id, "2026-11-25")], "and again while it is overdue"
    _later(house, days=3)  # Saturday
    await one_round(house)
    assert await digests(house) == []


async def test_two_processes_send_one_digest(house: House, tmp_path: Path) -> None:
    await _linked(house, "clerk", Role.CLERK, "xinfang")
    await file_sample(house, SAMPLE)
    _later(house, days=1)
    now = house.time.now()
    async with open_house(tmp_path / "data", house.settings.database_url, house.time) as other:
        sent = await asyncio.gather(
            *(h.store.write(lambda c, h=h: send_digests(c, h, now)) for h in (house, other, house, other))
        )
    assert sorted(sent) == [0, 0, 0, 1]
    assert len(await digests(house)) == 1


async def test_whoever_is_not_linked_or_was_cut_off_gets_none(house: House) -> None:
    clerk = await _linked(house, "clerk", Role.CLERK, "xinfang")
    await file_sample(house, SAMPLE)
    await house.store.write(lambda c: staff_phones.cut_off(c, clerk.id))
    _later(house, days=1)
    assert await house.store.write(lambda c: send_digests(c, house, house.time.now())) == 0
    assert not (await house.store.read(staff.everyone))[0].linked


async def test_a_sealed_matter_is_counted_in_no_digest_though_its_reader_sees_it(house: House) -> None:
    reader = await _linked(house, "reader", Role.DISCIPLINE, "jiwei_jianwei")
    await file_sample(house, SAMPLE)
    sealed = update(cases).values(matter="official_conduct", unit="jiwei_jianwei")
    await house.store.write(lambda c: c.execute(sealed))
    _later(house, days=2)
    listed = await house.store.read(lambda c: desk.queue(c, reader, "xinfang", house.time.today(), limit=9))
    assert len(listed.rows) == 1
    assert await house.store.write(lambda c: send_digests(c, house, house.time.now())) == 0


async def test_the_clock_wakes_for_the_digest(house: House) -> None:
    assert next_in(house, house.time.now()).total_seconds() == 24 * 3600
    _later(house, minutes=-20)
    assert next_in(house, house.time.now()).total_seconds() == 20 * 60
