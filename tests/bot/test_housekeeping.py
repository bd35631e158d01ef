"""Promises of the clock: each reminder once; what nobody needs is cleared away, and nothing else."""

from __future__ import annotations

import asyncio
import os
import secrets
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot import demo, housekeeping
from bot.demo import file_sample
from bot.housekeeping import one_round
from bot.wiring import ROOT, House
from cases.lifecycle import Role
from dialogs.engine.events import Pressed, Said, Sent
from storage import cases as case_rows
from storage import conversations, outbox, staff, staff_phones, tries
from storage.staff import Member
from storage.tables import files, inbox, keys, link_codes, staff_sessions
from storage.tables import tries as try_rows
from tests.bot import made_files
from tests.bot.houses import reloaded

SAMPLE = demo.load_samples(ROOT / "office" / "jiali" / "demo")[0]
LATER = 40


async def _linked(house: House, login: str, role: Role, unit: str) -> Member:
    def work(connection: Connection) -> Member:
        now = house.time.now()
        member = staff.add(
            connection,
            login=login,
            name=login,
            role=role,
            unit=unit,
            language="zh",
            password_hash="x",
            now=now,
            own_unit="xinfang",
        )
        code = staff_phones.new_link_code(connection, house.keyring, member.id, now)
        linked = staff_phones.link(connection, house.keyring, code, login, now)
        assert linked is not None
        return linked

    return await house.store.write(work)


async def _alerts(house: House) -> list[tuple[str, str, str]]:
    """Recipient, alert and number of what waits for staff, taken away; a digest with it."""

    def take(connection: Connection) -> list[tuple[str, str, str]]:
        claimed = outbox.claim(connection, house.keyring, "staff", house.time.now())
        for one in claimed:
            outbox.settle(connection, one.id, "sent", house.time.now())
        return [
            (one.recipient, one.body["alert"], one.body["number"]) for one in claimed if "alert" in one.body
        ]

    return await house.store.write(take)


async def _all_alerts(house: House) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    while more := await _alerts(house):
        found += more
    return found


def _later(house: House, **by: float) -> None:
    house.time.later(**by)  # type: ignore[attr-defined]


async def test_a_duty_is_told_on_its_last_day_and_once_when_it_is_overdue(house: House) -> None:
    clerk = await _linked(house, "clerk", Role.CLERK, "xinfang")
    number = await file_sample(house, SAMPLE)
    await _all_alerts(house)
    await one_round(house)
    assert await _all_alerts(house) == []
    _later(house, days=1)  # the office promised to forward within a day
    await one_round(house)
    await one_round(house)
    assert await _all_alerts(house) == [(clerk.id, "due", number)]
    _later(house, days=1)
    await one_round(house)
    await one_round(house)
    told = [(clerk.id, "promise_over", number), (clerk.id, "half", number)]  # half: telling of acceptance
    assert await _all_alerts(house) == told


async def test_two_processes_tell_of_a_duty_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await _linked(house, "clerk", Role.CLERK, "xinfang")
    number = await file_sample(house, SAMPLE)
    await _all_alerts(house)
    _later(house, days=1)
    other = await reloaded(house, monkeypatch)
    await asyncio.gather(*(one_round(h) for h in (house, other, house, other)))
    assert [(what, which) for _, what, which in await _all_alerts(house)] == [("due", number)]


async def test_a_clock_that_stopped_reminds_nobody_and_a_unit_is_told_of_its_own(house: House) -> None:
    clerk = await _linked(house, "clerk", Role.CLERK, "xinfang")
    unit = await _linked(house, "unit", Role.UNIT, "renshe")
    await _linked(house, "other", Role.UNIT, "jiaoyu")
    number = await file_sample(house, SAMPLE)
    now = house.time.now()
    parts = {"unit": "renshe", "complexity": "simple"}
    await house.store.write(lambda c: house.casework.move(c, number, "forward", clerk, parts, now))
    await _all_alerts(house)
    _later(house, days=1)
    await one_round(house)
    assert await _all_alerts(house) == []
    _later(house, days=2)  # acceptance is promised within three days of filing
    await one_round(house)
    assert {who for who, _, _ in await _all_alerts(house)} == {unit.id}


async def test_a_draft_nobody_came_back_to_is_erased_with_its_files_and_a_filed_case_stays(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await file_sample(house, SAMPLE, "terminal")
    await _draft(house, "old")
    _later(house, days=LATER - 15)
    await _draft(house, "new")
    _later(house, days=15)
    assert (await one_round(house)).drafts == 1
    assert (await one_round(house)).drafts == 0
    assert await _asked(house, "old") is None
    assert await _asked(house, "new") == "request"
    kept = await house.store.read(_counts)
    assert kept["files"] == 1
    assert await house.store.read(lambda c: _answers(c, house, number))


async def test_erasing_a_draft_leaves_a_blocked_resident_blocked(house: House) -> None:
    await _draft(house, "old")

    def block(connection: Connection) -> str:
        kept = conversations.find(connection, house.keyring, "terminal", "old")
        assert kept is not None
        conversations.block(connection, kept.id)
        return kept.id

    await house.store.write(block)
    _later(house, days=LATER)
    await one_round(house)
    kept = await house.store.read(lambda c: conversations.find(c, house.keyring, "terminal", "old"))
    assert kept is not None
    assert kept.blocked
    assert kept.state["language"] == "zh"


async def test_old_sessions_codes_and_tries_are_cleared_and_live_ones_stay(house: House) -> None:
    member = await _linked(house, "clerk", Role.CLERK, "xinfang")
    window = housekeeping.TRIES_KEPT

    def fill(connection: Connection) -> None:
        now = house.time.now()
        staff.open_session(connection, house.keyring, member.id, f"token {now}", now)
        staff_phones.new_link_code(connection, house.keyring, member.id, now)
        tries.failed(connection, house.keyring.lookup("guess", str(now)), window, now)

    await house.store.write(fill)
    _later(house, days=2)
    await house.store.write(
        lambda c: staff.open_session(c, house.keyring, member.id, "live", house.time.now())
    )
    await one_round(house)
    counts = await house.store.read(_counts)
    assert (counts["staff_sessions"], counts["link_codes"], counts["tries"]) == (1, 0, 0)


async def test_what_came_in_is_forgotten_after_a_week(house: House) -> None:
    await _say(house, "old", Pressed("language", "zh"))
    _later(house, days=6)
    assert (await one_round(house)).inbox == 0
    _later(house, days=2)
    assert (await one_round(house)).inbox == 1
    assert (await house.store.read(_counts))["inbox"] == 0


async def test_a_file_no_row_names_is_swept_and_a_named_one_stays(sqlite_house: House) -> None:
    house = sqlite_house
    await _draft(house, "old")
    folder = house.settings.data_dir / "files"
    named = _stored(folder)
    orphan = folder / house.files.put(b"nobody names this")[:2]
    for path in folder.rglob("*"):
        os.utime(path, (0, 0))
    assert (await one_round(house)).files == 1
    assert _stored(folder) == named
    assert orphan.is_dir()


def _stored(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file())


async def _say(house: House, address: str, event: Any, *incoming: Any) -> Any:
    return await house.conversations.hear("terminal", address, secrets.token_hex(8), event, files=incoming)


async def _draft(house: House, address: str) -> None:
    """A complaint begun, with a photo, and left at what is asked for."""
    data = made_files.picture()
    await _say(house, address, Pressed("language", "zh"))
    photo = await house.uploads.take("terminal", address, data, "a.jpg", None, "photo")
    await _say(house, address, Sent((photo.attachment,)), photo)
    presses = (("consent", "agree"), ("matter", SAMPLE.answers["matter"]), ("place", SAMPLE.answers["place"]))
    for question, option in presses:
        await _say(house, address, Pressed(question, option))
    await _say(house, address, Said("说过的话"))
    await _say(house, address, Pressed("facts", "done"))


async def _asked(house: House, address: str) -> str | None:
    reply = await house.conversations.place("terminal", address)
    return reply.asks.question if reply and reply.asks else None


def _counts(connection: Connection) -> dict[str, int]:
    tables = (files, inbox, keys, link_codes, staff_sessions, try_rows)
    return {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}


def _answers(connection: Connection, house: House, number: str) -> dict[str, Any]:
    stored = case_rows.find(connection, house.keyring, number)
    assert stored is not None
    return dict(stored.answers)
