"""The same thing twice, and two things at once: one outcome, whichever process hears it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

import bot.filing
from bot.wiring import House
from cases.numbers import case_number, new_serial
from dialogs.engine.events import Asked, Said
from storage import cases as case_rows
from tests.bench.turns import COMPLAINT
from tests.bot.houses import emptied, open_house
from tests.storage.processes import two_at_once
from tests.storage.residents import everything, filed, how_many_cases, say, say_all

LAST = len(COMPLAINT) - 1
SEVEN, EIGHT = new_serial(lambda _below: 7), new_serial(lambda _below: 8)


async def test_the_same_update_twice_changes_nothing(house: House) -> None:
    await say_all(house, "resident", range(12))
    before = await everything(house)
    reply = await say(house, "resident", 11)
    assert reply.again
    assert await everything(house) == before


async def test_the_same_update_many_times_at_once_is_heard_once(house: House) -> None:
    await say_all(house, "resident", range(LAST))
    replies = await asyncio.gather(*(say(house, "resident", LAST) for _ in range(8)))
    assert sum(reply.again for reply in replies) == 7
    assert sum(reply.receipt is not None for reply in replies) == 1
    assert await how_many_cases(house) == 1


async def test_two_processes_hear_one_submit_each_and_one_case_is_filed(url: str, tmp_path: Path) -> None:
    async with open_house(tmp_path / "data", url) as house:
        await say_all(house, "resident", range(LAST))
    one, other = await asyncio.to_thread(
        two_at_once,
        ("submit", url, str(tmp_path / "data"), "resident/one", "resident"),
        ("submit", url, str(tmp_path / "data"), "resident/other", "resident"),
    )
    assert [one["receipt"], other["receipt"]].count(None) == 1, "one receipt"
    async with open_house(tmp_path / "data", url) as house:
        assert await how_many_cases(house) == 1


async def test_two_first_words_at_once_make_one_conversation(house: House, url: str, tmp_path: Path) -> None:
    async with open_house(tmp_path / "data", url) as other:
        await asyncio.gather(
            *(say(h, "resident", n, Asked("start")) for n in range(6) for h in (house, other))
        )
    rows = await everything(house)
    assert len(rows["conversations"]) == 1
    assert len(rows["keys"]) == 1, "no key is left that belongs to nothing"
    assert len(rows["inbox"]) == 6


async def test_numbers_are_unique_however_many_file_at_once(house: House, url: str, tmp_path: Path) -> None:
    async with open_house(tmp_path / "data", url) as other:
        receipts = await asyncio.gather(*(filed(h, f"{n}") for n, h in enumerate([house, other] * 6)))
    assert len({number for number, _ in receipts}) == 12
    assert await how_many_cases(house) == 12


async def test_a_number_that_is_taken_is_drawn_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([SEVEN, SEVEN, EIGHT])
    monkeypatch.setattr(bot.filing, "new_serial", lambda _below: next(drawn))
    first, _ = await filed(house, "one")
    second, _ = await filed(house, "two")
    day = house.time.today()
    assert (first, second) == tuple(
        case_number(house.office.case_prefix, day, house.office.station, serial) for serial in (SEVEN, EIGHT)
    )


@pytest.mark.postgres
async def test_two_who_draw_one_number_at_the_same_instant_get_two(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Only where several write at once can a number be taken between the look and the insert.
    drawn, looks = iter([SEVEN, SEVEN, EIGHT]), iter([False, False])
    real = case_rows.number_taken
    monkeypatch.setattr(bot.filing, "new_serial", lambda _below: next(drawn))
    monkeypatch.setattr(case_rows, "number_taken", lambda c, n: next(looks, None) or real(c, n))
    await emptied(postgres_url)
    async with open_house(tmp_path / "data", postgres_url) as house:
        first, second = await filed(house, "one"), await filed(house, "two")
        assert (first[0][-6:], second[0][-6:]) == (SEVEN, EIGHT)
        assert await how_many_cases(house) == 2


async def test_words_of_one_resident_are_heard_in_order(house: House) -> None:
    facts = COMPLAINT.index(Said("请帮我要回工资")) - 1
    await say_all(house, "resident", range(facts))
    pieces = [f"第{n}句。" for n in range(12)]
    await asyncio.gather(*(say(house, "resident", 100 + n, Said(p)) for n, p in enumerate(pieces)))
    await say_all(house, "resident", range(facts, len(COMPLAINT)))
    [case] = (await everything(house))["cases"]
    stored = await house.store.read(lambda c: case_rows.find(c, house.keyring, case[1]))
    assert stored is not None
    told = [part["text"] for part in stored.answers["facts"]["parts"]]
    assert told[-len(pieces) :] == pieces
