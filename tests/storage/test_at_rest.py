"""What lies in the database tells nothing without the office's key, and shows where it was tampered with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from bot.wiring import House
from dialogs.engine.events import Asked, Pressed, Said
from storage import cases as case_rows
from storage import conversations
from storage.sealing import Keyring, MasterKey, Tampered, WrongKey
from storage.tables import cases, events, keys
from tests.bench.turns import COMPLAINT
from tests.bot.houses import open_house
from tests.storage.residents import CHANNEL, everything, filed, key_of, say, say_all, stored

ADDRESS = "telegram-address-7216641"
TOLD = ("老板欠我三个月工资", "工地在县城东边", "请帮我要回工资", "扎西", "13800138000", "8000138")
"""What the resident of the complaint writes, and a part of the telephone."""


def _raw(data: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(data.glob("lamton.db*")))


async def test_the_file_holds_no_word_of_the_resident(sqlite_file: Path, tmp_path: Path) -> None:
    async with open_house(tmp_path / "data", f"sqlite:///{sqlite_file}") as house:
        number, code = await filed(house, ADDRESS)
        raw = _raw(sqlite_file.parent)
        assert number.encode() in raw, "this is the file the case lies in, its WAL with it"
        found = [w for w in (*TOLD, ADDRESS, code, code.replace(" ", "")) if w.encode() in raw]
        assert found == []
    assert [w for w in (*TOLD, ADDRESS, code) if w.encode() in _raw(sqlite_file.parent)] == []


async def test_no_cell_holds_a_word_of_the_resident(house: House) -> None:
    _, code = await filed(house, ADDRESS)
    cells = [
        cell if isinstance(cell, bytes) else str(cell).encode()
        for rows in (await everything(house)).values()
        for row in rows
        for cell in row
    ]
    for word in (*TOLD, ADDRESS, code):
        assert not any(word.encode() in cell for cell in cells), word


async def test_a_stolen_database_opens_nothing(house: House) -> None:
    number, _ = await filed(house, ADDRESS)
    thief = Keyring(MasterKey(bytes(32)))
    with pytest.raises(WrongKey):
        await house.store.read(lambda c: case_rows.find(c, thief, number))
    assert await house.store.read(lambda c: conversations.find(c, thief, CHANNEL, ADDRESS)) is None
    [row] = (await everything(house))["conversations"]
    with pytest.raises(Tampered):
        await house.store.read(lambda c: conversations.address_of(c, thief, row[0]))


async def test_a_sealed_cell_moved_to_another_row_is_refused(house: House) -> None:
    one, _ = await filed(house, "one")
    other, _ = await filed(house, "other")

    def swap(connection: Connection) -> None:
        stolen = select(cases.c.content, cases.c.key_id).where(cases.c.number == other)
        content, key_id = connection.execute(stolen).one()
        changed = update(cases).where(cases.c.number == one).values(content=content, key_id=key_id)
        connection.execute(changed)

    await house.store.write(swap)
    with pytest.raises(Tampered):
        await stored(house, one)


def _altered(connection: Connection, ids: list[int]) -> None:
    connection.execute(update(events).where(events.c.id == ids[1]).values(move="read", staff_id="nobody"))


def _altered_day(connection: Connection, ids: list[int]) -> None:
    day = connection.execute(select(events.c.on_day).where(events.c.id == ids[0])).scalar_one()
    connection.execute(
        update(events).where(events.c.id == ids[0]).values(on_day=day.replace(year=day.year - 1))
    )


def _removed(connection: Connection, ids: list[int]) -> None:
    connection.execute(delete(events).where(events.c.id == ids[1]))


def _cut_off(connection: Connection, ids: list[int]) -> None:
    connection.execute(delete(events).where(events.c.id == ids[-1]))


def _put_in(connection: Connection, ids: list[int]) -> None:
    row = dict(connection.execute(select(events).where(events.c.id == ids[-1])).mappings().one())
    connection.execute(insert(events), {**row, "id": ids[-1] + 1000})


def _swapped(connection: Connection, ids: list[int]) -> None:
    rows = [
        dict(connection.execute(select(events).where(events.c.id == i)).mappings().one()) for i in ids[1:3]
    ]
    connection.execute(delete(events).where(events.c.id.in_(ids[1:3])))
    connection.execute(insert(events), [{**rows[1], "id": ids[1]}, {**rows[0], "id": ids[2]}])


def _cut_with_its_link(connection: Connection, ids: list[int]) -> None:
    """Even the case's own link is put back: that of the entry before is known, but the newest is not it."""
    _altered(connection, ids)
    link = connection.execute(select(events.c.link).where(events.c.id == ids[0])).scalar_one()
    connection.execute(update(cases).values(chain=link))


@pytest.mark.parametrize(
    "tampering",
    [_altered, _altered_day, _removed, _cut_off, _put_in, _swapped, _cut_with_its_link],
    ids=lambda f: f.__name__.strip("_"),
)
async def test_the_record_of_a_case_shows_tampering(
    house: House, tampering: Callable[[Connection, list[int]], None]
) -> None:
    number, _ = await filed(house, "resident")
    await filed(house, "another")
    for what in ("read", "exported", "read"):
        await house.store.write(lambda c, what=what: _recorded(c, house, number, what))
    case = await stored(house, number)
    assert await house.store.read(lambda c: case_rows.chain_holds(c, house.keyring, case))

    def tamper(connection: Connection) -> None:
        found = select(events.c.id).where(events.c.case_id == case.id).order_by(events.c.id)
        tampering(connection, list(connection.execute(found).scalars()))

    await house.store.write(tamper)
    case = await stored(house, number)
    assert not await house.store.read(lambda c: case_rows.chain_holds(c, house.keyring, case))


def _recorded(connection: Connection, house: House, number: str, what: str) -> None:
    case = case_rows.find(connection, house.keyring, number, lock=True)
    assert case is not None
    case_rows.record(
        connection,
        house.keyring,
        case,
        what,
        role="clerk",
        staff_id="somebody",
        on=house.time.today(),
        now=house.time.now(),
    )


async def test_a_forgotten_draft_takes_its_key_and_its_rows_with_it(house: House) -> None:
    await say_all(house, "resident", range(12))
    before = await everything(house)
    [old_key] = {row[0] for row in before["keys"]}
    await say(house, "resident", 100, Asked("cancel"))
    await say(house, "resident", 101, Pressed("draft", "delete"))
    after = await everything(house)
    assert old_key not in {row[0] for row in after["keys"]}
    assert len(after["keys"]) == 1
    assert len(after["inbox"]) < len(before["inbox"])
    assert not _rows_of(after, old_key)


async def test_a_filed_case_takes_the_key_and_the_conversation_has_a_new_one(house: House) -> None:
    number, _ = await filed(house, "resident")
    kept = await house.store.read(lambda c: conversations.find(c, house.keyring, CHANNEL, "resident"))
    assert kept is not None
    case = await stored(house, number)
    assert case.key_id != kept.key_id
    assert case.key._raw != kept.key._raw
    await say(house, "resident", 100, Said("谢谢"))
    [later] = [row for row in (await everything(house))["inbox"] if key_of("resident", 100) in row]
    assert kept.key_id in later
    assert case.key_id not in later


async def test_forgetting_after_filing_leaves_the_case_whole(house: House) -> None:
    number, _ = await filed(house, "resident")
    offset = 200
    for step in range(2, 12):
        await say(house, "resident", offset + step, COMPLAINT[step])
    await say(house, "resident", 300, Asked("cancel"))
    await say(house, "resident", 301, Pressed("draft", "delete"))
    case = await stored(house, number)
    assert case.answers["name"] == "扎西"
    assert {row[0] for row in (await everything(house))["keys"]} >= {case.key_id}


def _rows_of(rows: dict[str, list[tuple[Any, ...]]], key_id: str) -> list[tuple[Any, ...]]:
    return [row for name in rows if name != keys.name for row in rows[name] if key_id in row]
