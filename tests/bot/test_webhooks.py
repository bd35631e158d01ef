"""Promises of webhooks: each move told, signed, in order, again until taken, under one id; nothing more."""

from __future__ import annotations

import json
import ssl
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from jsonschema import Draft202012Validator
from sqlalchemy import Connection, select, update
from starlette.responses import Response

from bot.casework import CaseGone
from bot.demo import file_sample, load_samples
from bot.webhooks.sending import GIVE_UP_AFTER, Webhooks, waits
from bot.webhooks.signing import written
from bot.wiring import ROOT, House
from cases.case import file_case, make_move
from cases.lifecycle import Role
from storage import cases as case_rows
from storage import webhook_addresses as addresses
from storage import webhooks
from storage.conversations import Kept, new_key
from storage.staff import Member
from storage.tables import cases
from storage.webhook_tables import webhook_deliveries as deliveries
from tests.bot.certificates import certified
from tests.bot.receiver import Receiver, receiver
from tests.bot.test_reaching import resolves

SAMPLES = load_samples(ROOT / "office" / "jiali" / "demo")
CLERK = Member("c" * 16, "clerk", "name", Role.CLERK, "xinfang", "zh", True, False)
ADMIN = Member("a" * 16, "admin", "name", Role.ADMIN, "xinfang", "zh", True, False)
SCHEMA = json.loads((ROOT / "docs" / "webhook-event.schema.json").read_text(encoding="utf-8"))
SECOND = timedelta(seconds=1)
FORWARD = {"unit": "renshe", "complexity": "simple"}


@pytest_asyncio.fixture
async def other() -> AsyncIterator[Receiver]:
    """Another system."""
    async with receiver() as made:
        yield made


@pytest_asyncio.fixture
async def telling(house: House) -> AsyncIterator[Webhooks]:
    """The sending part of a process, without jitter."""
    made = sending(house)
    yield made
    await made.close()


def sending(house: House) -> Webhooks:
    """As a process makes it anew."""
    parts = (house.store, house.keyring, house.time, house.bell, house.office)
    return Webhooks(*parts, local=True, jitter=lambda: 0.0)


async def told_of(house: House, url: str) -> tuple[str, str]:
    """The address, from now on told of moves; its id and secret."""
    address, secret = await house.store.write(
        lambda c: addresses.add(c, house.keyring, url, ADMIN.id, house.time.now())
    )
    return address, written(secret)


async def moved(house: House, number: str, move: str, **parts: str) -> None:
    """A clerk's move."""
    now = house.time.now()
    await house.store.write(lambda c: house.casework.move(c, number, move, CLERK, parts, now))


async def rows(house: House) -> list[Any]:
    """All that is queued or was sent."""
    return await house.store.read(
        lambda c: list(c.execute(select(deliveries).order_by(deliveries.c.id)).all())
    )


def later(house: House, **by: float) -> None:
    """The clock goes on."""
    house.time.later(**by)  # type: ignore[attr-defined]


async def test_each_move_is_told_once_and_signed(house: House, other: Receiver, telling: Webhooks) -> None:
    _, secret = await told_of(house, other.url)
    number = await file_sample(house, SAMPLES[0])
    await moved(house, number, "forward", **FORWARD)
    while await telling.tell_due():
        pass
    assert other.moves == ["file", "forward"]
    for heard in other.heard:
        Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(heard.event)
        assert heard.headers["content-type"] == "application/cloudevents+json"
        assert heard.event["id"] == heard.headers["webhook-id"]
        assert heard.event["subject"] == heard.event["data"]["number"] == number
        assert heard.verified(secret)
        assert not heard.verified(written(bytes(32)))
    assert other.heard[1].event["data"] == {
        "number": number,
        "move": "forward",
        "before": "filed",
        "status": "forwarded",
        "on": house.time.today().isoformat(),
    }
    await telling.tell_due()
    assert len(other.heard) == 2
    assert [(row.state, row.answered, row.attempts) for row in await rows(house)] == [("sent", 204, 1)] * 2


async def test_nothing_a_person_wrote_is_told(house: House, other: Receiver, telling: Webhooks) -> None:
    await told_of(house, other.url)
    await file_sample(house, SAMPLES[0])
    await telling.tell_due()
    text = other.heard[0].body.decode()
    assert [a for a in SAMPLES[0].answers.values() if len(str(a)) > 3 and str(a) in text] == []


async def test_what_is_not_taken_is_told_again_with_the_same_id(
    house: House, other: Receiver, telling: Webhooks
) -> None:
    await told_of(house, other.url)
    await file_sample(house, SAMPLES[0])
    other.answers += [Response(status_code=500), Response(status_code=307, headers={"location": other.url})]
    assert await telling.tell_due() == 1
    assert await telling.tell_due() == 0, "not at once"
    later(house, seconds=6)
    assert await telling.tell_due() == 1
    later(house, seconds=11)
    assert await telling.tell_due() == 1
    assert len(other.heard) == 3, "a redirect is not followed"
    assert len(set(other.ids)) == 1
    assert len({one.body for one in other.heard}) == 1
    [row] = await rows(house)
    assert (row.state, row.answered, row.attempts) == ("sent", 204, 3)


async def test_the_moves_of_a_case_wait_for_the_one_before_and_other_cases_do_not(
    house: House, other: Receiver, telling: Webhooks
) -> None:
    await told_of(house, other.url)
    first = await file_sample(house, SAMPLES[0])
    await moved(house, first, "forward", **FORWARD)
    other.answers += [Response(status_code=500)]
    await telling.tell_due()
    second = await file_sample(house, SAMPLES[1])
    await telling.tell_due()
    assert [one.event["subject"] for one in other.heard] == [first, second]
    later(house, minutes=1)
    while await telling.tell_due():
        pass
    assert other.moves == ["file", "file", "file", "forward"]


async def test_one_address_waits_for_no_other(house: House, other: Receiver, telling: Webhooks) -> None:
    await told_of(house, "http://127.0.0.1:9/hook")
    await told_of(house, other.url)
    number = await file_sample(house, SAMPLES[0])
    await moved(house, number, "forward", **FORWARD)
    while await telling.tell_due():
        pass
    assert other.moves == ["file", "forward"]


async def test_a_move_given_up_ends_no_address_that_takes_others(
    house: House, other: Receiver, telling: Webhooks
) -> None:
    address, _ = await told_of(house, other.url)
    await file_sample(house, SAMPLES[0])
    other.answers += [Response(status_code=400)]
    await telling.tell_due()
    later(house, seconds=GIVE_UP_AFTER.total_seconds() + 60)
    await file_sample(house, SAMPLES[1])
    other.answers += [Response(status_code=204), Response(status_code=400)]
    poison, *_ = await rows(house)
    await house.store.write(  # the other is told first
        lambda c: c.execute(
            update(deliveries).where(deliveries.c.id == poison.id).values(due_at=house.time.now() + SECOND)
        )
    )
    await telling.tell_due()
    later(house, seconds=2)
    await telling.tell_due()
    assert [row.state for row in await rows(house)] == ["failed", "sent"]
    found = await house.store.read(lambda c: addresses.by_id(c, address))
    assert found is not None
    assert found.state == addresses.ON


async def test_retry_after_is_obeyed(house: House, other: Receiver, telling: Webhooks) -> None:
    await told_of(house, other.url)
    await file_sample(house, SAMPLES[0])
    other.answers += [Response(status_code=503, headers={"retry-after": "600"})]
    await telling.tell_due()
    await file_sample(house, SAMPLES[1])
    later(house, seconds=599)
    assert await telling.tell_due() == 0, "nothing else goes there meanwhile"
    later(house, seconds=2)
    assert await telling.tell_due() == 2
    now = house.time.now()
    assert waits(format_datetime(now + timedelta(seconds=90)), now) == timedelta(seconds=90)
    assert waits("soon", now) is None
    assert waits("99999999999999999999", now) == timedelta(days=1)


async def test_an_address_that_is_gone_gets_nothing_more(
    house: House, other: Receiver, telling: Webhooks
) -> None:
    address, _ = await told_of(house, other.url)
    number = await file_sample(house, SAMPLES[0])
    await moved(house, number, "forward", **FORWARD)
    other.answers += [Response(status_code=410)]
    await telling.tell_due()
    await file_sample(house, SAMPLES[1])
    later(house, days=1)
    assert await telling.tell_due() == 0
    assert [row.state for row in await rows(house)] == ["dropped", "dropped"]
    found = await house.store.read(lambda c: addresses.by_id(c, address))
    assert found is not None
    assert found.state == addresses.GONE


async def test_after_days_a_move_is_given_up_and_shown_and_can_be_sent_by_hand(
    house: House, other: Receiver, telling: Webhooks
) -> None:
    address, _ = await told_of(house, other.url)
    await file_sample(house, SAMPLES[0])
    other.answers += [Response(status_code=500), Response(status_code=500)]
    await telling.tell_due()
    later(house, seconds=GIVE_UP_AFTER.total_seconds() + 60)
    await telling.tell_due()
    [row] = await rows(house)
    assert (row.state, row.answered) == ("failed", 500)
    found = await house.store.read(lambda c: addresses.by_id(c, address))
    assert found is not None
    assert found.state == addresses.FAILED
    now = house.time.now()
    await house.store.write(lambda c: addresses.set_state(c, address, addresses.ON, now))
    for queued in (True, False):
        asked = await house.store.write(lambda c: addresses.send_again(c, address, row.event_id, ADMIN, now))
        assert asked is queued
    await telling.tell_due()
    assert len(set(other.ids)) == 1
    assert [row.state for row in await rows(house)] == ["sent"]


async def test_killed_between_sending_and_noting_nothing_is_lost_and_the_id_stays(
    house: House, other: Receiver
) -> None:
    await told_of(house, other.url)
    await file_sample(house, SAMPLES[0])
    now = house.time.now()
    claimed = await house.store.write(lambda c: webhooks.claim(c, now, 10))
    killed = sending(house)
    _, keys = (
        "",
        await house.store.read(lambda c: addresses.secrets_of(c, house.keyring, claimed[0].address_id, now)),
    )
    await killed._post(other.url, claimed[0], keys)  # and then the process is gone
    await killed.close()
    again = sending(house)
    assert await again.tell_due() == 0, "still leased"
    later(house, seconds=webhooks.LEASE.total_seconds() + 1)
    assert await again.tell_due() == 1
    await again.close()
    assert len(other.heard) == 2
    assert len(set(other.ids)) == 1
    assert len({one.body for one in other.heard}) == 1
    assert [row.state for row in await rows(house)] == ["sent"]


@pytest.mark.parametrize("code", [500, 410, None])
async def test_who_lost_its_lease_undoes_nothing_that_another_process_noted(
    house: House, other: Receiver, telling: Webhooks, code: int | None
) -> None:
    address, _ = await told_of(house, other.url)
    await file_sample(house, SAMPLES[0])
    now = house.time.now()
    [slow] = await house.store.write(lambda c: webhooks.claim(c, now, 10))
    later(house, seconds=webhooks.LEASE.total_seconds() + 1)
    assert await telling.tell_due() == 1
    late = sending(house)
    if code:
        await late._answered(slow, code, "")
    else:
        await late._again(slow, fault="ReadTimeout", silent=True)
    await late.close()
    [row] = await rows(house)
    assert (row.state, row.answered, row.attempts) == ("sent", 204, 2)
    found = await house.store.read(lambda c: addresses.by_id(c, address))
    assert found is not None
    assert (found.state, found.failing_since_at) == (addresses.ON, None)


async def test_what_was_dropped_under_way_is_not_queued_again_but_that_it_arrived_is_noted(
    house: House, other: Receiver, telling: Webhooks
) -> None:
    address, _ = await told_of(house, other.url)
    for sample in SAMPLES[:2]:
        await file_sample(house, sample)
    now = house.time.now()
    first, second = await house.store.write(lambda c: webhooks.claim(c, now, 10))
    await house.store.write(lambda c: addresses.set_state(c, address, addresses.GONE, now))
    await telling._answered(first, 500, "")
    await telling._answered(second, 204, "")
    assert [(row.state, row.answered) for row in await rows(house)] == [("dropped", None), ("sent", 204)]


async def test_a_move_that_is_undone_is_not_told(house: House, other: Receiver, telling: Webhooks) -> None:
    await told_of(house, other.url)
    number = await file_sample(house, SAMPLES[0])
    now = house.time.now()

    def breaks(connection: Connection) -> None:
        house.casework.move(connection, number, "forward", CLERK, FORWARD, now)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await house.store.write(breaks)
    while await telling.tell_due():
        pass
    assert other.moves == ["file"]


async def test_a_restricted_case_and_a_sealed_matter_are_told_to_nobody(
    house: House, other: Receiver, telling: Webhooks
) -> None:
    await told_of(house, other.url)
    now, office = house.time.now(), house.office

    def restricted(connection: Connection) -> None:
        made = file_case(
            "嘉信20261123-00999999",
            "wages",
            by=Role.RESIDENT,
            today=house.time.today(),
            office=office,
        )
        made = replace(made, case=replace(made.case, restricted=True))
        key_id, key = new_key(connection, house.keyring)
        kept = Kept(None, "web", key_id, key, {}, now, False)  # type: ignore[arg-type]
        case_rows.add(
            connection,
            house.keyring,
            kept,
            made,
            draft="d",
            code="1",
            language="zh",
            answers={},
            now=now,
        )

    await house.store.write(restricted)
    assert await rows(house) == []
    number = await file_sample(house, SAMPLES[0])
    assert len(await rows(house)) == 1
    for change in ({"restricted": True}, {"restricted": False, "matter": "official_conduct"}):
        await house.store.write(
            lambda c, change=change: (
                c.execute(update(cases).where(cases.c.number == number).values(**change)).rowcount
            )
        )
        await house.store.write(lambda c: c.execute(update(deliveries).values(state=webhooks.QUEUED)))
        await telling.tell_due()
        assert [one.state for one in await rows(house)] == ["dropped"]
    with pytest.raises(CaseGone):  # no clerk sees it; what moves it is its resident
        await moved(house, number, "forward", **FORWARD)

    def withdrawn(connection: Connection) -> None:
        stored = case_rows.find(connection, house.keyring, number, lock=True)
        assert stored
        by = Role.RESIDENT
        made = make_move(stored.case, "withdraw", by=by, today=now.date(), office=office)
        assert made.case.matter == "official_conduct"
        case_rows.save_move(connection, house.keyring, stored, made, now, None)

    await house.store.write(withdrawn)
    assert len(await rows(house)) == 1, "what is sealed is not even queued"
    assert other.heard == []


async def test_a_new_secret_signs_beside_the_old_one_for_days(
    house: House, other: Receiver, telling: Webhooks
) -> None:
    address, old = await told_of(house, other.url)
    now = house.time.now()
    new = written(
        await house.store.write(lambda c: addresses.rotate(c, house.keyring, address, ADMIN.id, now))
    )
    await file_sample(house, SAMPLES[0])
    await telling.tell_due()
    assert other.heard[0].verified(old)
    assert other.heard[0].verified(new)
    later(house, seconds=addresses.OLD_SECRET_VALID.total_seconds())
    await file_sample(house, SAMPLES[1])
    await telling.tell_due()
    assert not other.heard[1].verified(old)
    assert other.heard[1].verified(new)


async def test_nobody_there_is_no_harm_and_the_rest_waits(house: House, telling: Webhooks) -> None:
    address, _ = await told_of(house, "http://127.0.0.1:9/hook")
    await file_sample(house, SAMPLES[0])
    await telling.tell_due()
    [row] = await rows(house)
    assert (row.state, row.answered) == ("queued", None)
    assert row.fault
    found = await house.store.read(lambda c: addresses.by_id(c, address))
    assert found is not None
    assert found.failing_since_at == house.time.now()


async def test_two_processes_tell_each_move_once(house: House, other: Receiver) -> None:
    await told_of(house, other.url)
    for sample in SAMPLES[:3]:
        await file_sample(house, sample)
    both = sending(house), sending(house)
    assert sum([await one.tell_due() for one in both]) == 3
    assert len(set(other.ids)) == len(other.heard) == 3
    for one in both:
        await one.close()


async def test_an_address_that_is_off_is_told_nothing_of_that_time(
    house: House, other: Receiver, telling: Webhooks
) -> None:
    address, _ = await told_of(house, other.url)
    now = house.time.now()
    await house.store.write(lambda c: addresses.set_state(c, address, addresses.OFF, now))
    number = await file_sample(house, SAMPLES[0])
    await house.store.write(lambda c: addresses.set_state(c, address, addresses.ON, now))
    await moved(house, number, "forward", **FORWARD)
    await telling.tell_due()
    assert other.moves == ["forward"]


@pytest.mark.parametrize(("name", "taken"), [("hooks.test", True), ("another.test", False)])
async def test_the_name_is_verified_though_the_call_goes_to_an_address(
    sqlite_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, *, taken: bool
) -> None:
    house = sqlite_house
    authority, certificate, key = certified(tmp_path, name)
    resolves(monkeypatch, "127.0.0.1")
    async with receiver(certificate, key) as other:
        url = other.url.replace("http://127.0.0.1", "https://hooks.test")
        await told_of(house, url)
        await file_sample(house, SAMPLES[0])
        parts = (house.store, house.keyring, house.time, house.bell, house.office)
        telling = Webhooks(*parts, local=True, trusted=ssl.create_default_context(cafile=str(authority)))
        await telling.tell_due()
        await telling.close()
    [row] = await rows(house)
    assert (row.state == "sent", bool(other.heard)) == (taken, taken)
    if taken:
        assert other.heard[0].headers["host"].startswith("hooks.test:")
