"""A conversation that was erased cannot be opened again; the cases filed from it stand."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, select

from bot import housekeeping
from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Pressed, Said, Sent
from storage import cases as case_rows
from storage import desk, erasing, held, query_codes
from storage.sealing import SealingError
from storage.staff import Member
from storage.tables import conversations, keys
from tests.bench.turns import COMPLAINT
from tests.bot.houses import SetTime, open_house
from tests.bot.made_files import photo_with_gps
from tests.storage.residents import CHANNEL, everything, filed, say, say_all, stored

TOLD = "后来又想起一件事"
ERASE = (
    Pressed("menu", "mydata"),
    Pressed("mine", "erase"),
    Pressed("sure", "yes"),
    Pressed("surer", "yes"),
)


async def erase(house: House, resident: str, step: int = 500) -> None:
    """The resident deletes all that is held here; asked twice."""
    for place, event in enumerate(ERASE):
        await say(house, resident, step + place, event)


async def wrapped(house: House) -> set[bytes]:
    """Every key the database holds."""
    return set(await house.store.read(lambda c: c.execute(select(keys.c.wrapped)).scalars().all()))


def opens(house: House, old: set[bytes], rows: dict[str, list[tuple[object, ...]]]) -> list[bytes]:
    """Cells that a key of before opens at any place it could have been sealed for."""
    found = []
    ids = {str(row[0]) for row in rows["conversations"]} | {""}
    places = [f"{kind}/{i}" for i in ids for kind in ("message", "conversations.state")]
    cells = [cell for part in rows.values() for row in part for cell in row if isinstance(cell, bytes)]
    for key in (house.keyring.unwrap(w) for w in old):
        for cell in cells:
            for place in places:
                try:
                    found.append(key.open(cell, place))
                except SealingError:
                    continue
    return found


async def test_nothing_said_in_an_erased_conversation_can_be_opened(house: House) -> None:
    await say_all(house, "resident", range(8))
    await say(house, "resident", 90, Said(TOLD))
    before = await wrapped(house)
    assert opens(house, before, await everything(house))
    await erase(house, "resident")
    after = await everything(house)
    assert not before & await wrapped(house)
    assert opens(house, before, after) == []
    assert len(after["keys"]) == 1


async def test_the_key_is_gone_from_the_file_too(sqlite_file: Path, tmp_path: Path) -> None:
    async with open_house(tmp_path / "data", f"sqlite:///{sqlite_file}") as house:
        await say_all(house, "resident", range(8))
        [old] = await wrapped(house)
        assert old in _raw(sqlite_file.parent)
        await erase(house, "resident")
        await housekeeping.one_round(house)
        assert old not in _raw(sqlite_file.parent)


def _raw(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("lamton.db*")))


async def test_files_in_no_case_leave_the_disk_and_those_of_a_case_stay(house: House) -> None:
    async def send(resident: str, step: int) -> None:
        one = await house.uploads.take(CHANNEL, resident, photo_with_gps(), "欠条.jpg", None, "photo")
        event = Sent((one.attachment,), "")
        await house.conversations.hear(CHANNEL, resident, f"{resident}/{step}", event, files=(one,))

    at_evidence = next(i for i, e in enumerate(COMPLAINT) if e == Pressed("evidence", "skip"))
    await say_all(house, "resident", range(at_evidence))
    await send("resident", 70)
    await say(house, "resident", 71, Pressed("evidence", "done"))
    receipt = None
    for step in range(at_evidence + 1, len(COMPLAINT)):
        receipt = (await say(house, "resident", step)).receipt or receipt
    assert receipt
    await say(house, "resident", 80, Pressed("menu", "complaint"))
    await send("resident", 81)
    assert len(_kept(house)) == 2
    await erase(house, "resident")
    [row] = (await everything(house))["files"]
    known = {str(cell) for cell in row}
    assert house.files.sweep(known, timedelta(0)) == 1
    assert len(_kept(house)) == 1


def _kept(house: House) -> list[Path]:
    folder = house.settings.data_dir / "files"
    return [p for p in folder.glob("??/*") if len(p.name) == 62]


async def test_the_case_stands_opens_by_its_code_and_its_notices_still_arrive(house: House) -> None:
    number, code = await filed(house, "resident")
    clerk = Member("0" * 16, "login", "name", Role.CLERK, house.office.own_unit, "zh", True, False)
    parts = {"unit": "renshe", "complexity": "simple"}
    now = house.time.now()
    await house.store.write(lambda c: house.casework.move(c, number, "forward", clerk, parts, now))
    await erase(house, "resident")
    case = await stored(house, number)
    assert case.answers["name"] == "扎西"
    assert await house.store.read(lambda c: case_rows.chain_holds(c, house.keyring, case))
    assert len(await house.store.read(lambda c: desk.notices(c, case))) == 1
    assert await house.store.read(lambda c: query_codes.code_fits(c, house.keyring, number, code))
    await house.store.write(
        lambda c: house.casework.move(c, number, "ask", clerk, {"text": "哪一天？"}, house.time.now())
    )
    told = await house.store.read(lambda c: desk.notices(c, case))
    assert [n.state for n in told][-1] == "queued"


async def test_who_erased_is_a_stranger_to_their_own_case_until_the_code_is_typed(house: House) -> None:
    number, code = await filed(house, "resident")
    await erase(house, "resident")
    await say(house, "resident", 600, Pressed("language", "zh"))
    reply = await say(house, "resident", 601, Pressed("case", f"show.{number}"))
    assert reply.asks
    assert reply.asks.question == "code"
    told = house.texts["zh"].text("matter-wages")
    assert told not in reply.bubble.text, "an old button says no more than its own number"
    reply = await say(house, "resident", 602, Said(code))
    assert number in reply.bubble.text
    assert told in reply.bubble.text


async def test_an_update_that_comes_again_after_erasing_is_not_heard_again(house: House) -> None:
    await say_all(house, "resident", range(8))
    await erase(house, "resident")
    before = await everything(house)
    for step in (7, 503):
        assert (await say(house, "resident", step, COMPLAINT[5])).again
    assert await everything(house) == before


async def test_asked_once_nothing_is_erased(house: House) -> None:
    await say_all(house, "resident", range(8))
    for place, event in enumerate((*ERASE[:3], Pressed("surer", "no"))):
        reply = await say(house, "resident", 500 + place, event)
    kept = await house.store.read(lambda c: _state(c, house))
    assert kept["drafts"]["complaint"]["answers"]["matter"] == "wages"
    assert house.texts["bo"].text("mydata-kept") in reply.bubble.text


def _state(connection: Connection, house: House) -> dict[str, object]:
    from storage.conversations import find

    kept = find(connection, house.keyring, CHANNEL, "resident")
    assert kept
    return kept.state


async def test_an_empty_conversation_is_swept_away_with_its_address(house: House) -> None:
    await say_all(house, "resident", range(8))
    await erase(house, "resident")
    number, _ = await filed(house, "another")
    await erase(house, "another")
    assert isinstance(house.time, SetTime)
    house.time.later(days=31)
    await housekeeping.one_round(house)
    rows = await everything(house)
    left = await house.store.read(lambda c: c.execute(select(conversations.c.id)).scalars().all())
    assert len(left) == 1, "that of the case, whose notices it takes, stays"
    assert (await stored(house, number)).conversation_id == left[0]
    assert len(rows["keys"]) == 2


async def test_copies_of_copies_do_not_grow(house: House) -> None:
    await say_all(house, "resident", range(8))
    await say(house, "resident", 90, Said(TOLD))
    for step in range(520, 523):
        await say(house, "resident", step, Pressed("menu", "mydata"))
        await say(house, "resident", step + 100, Pressed("mine", "whole"))

    def told(connection: Connection) -> int:
        from storage.conversations import find

        kept = find(connection, house.keyring, CHANNEL, "resident")
        assert kept
        return sum(TOLD in m.text for m in held.messages(connection, kept.id, kept.key_id, kept.key))

    assert await house.store.read(told) == 1


async def test_the_erasing_leaves_the_writer_as_it_was(sqlite_file: Path, tmp_path: Path) -> None:
    async with open_house(tmp_path / "data", f"sqlite:///{sqlite_file}") as house:
        before = await house.store.write(_secure_delete)
        await say_all(house, "resident", range(3))
        await erase(house, "resident")
        assert await house.store.write(_secure_delete) == before


def _secure_delete(connection: Connection) -> object:
    return connection.exec_driver_sql("PRAGMA secure_delete").scalar()


def test_somebody_decided_what_of_each_table_is_erased() -> None:
    decided = {
        "inbox": "emptied",
        "files": "erased where they belong to no case",
        "cases": "stay",  # 《信访工作条例》第二十一条、第二十二条
        "chats": "erased, with what was said and sent in them",
        "appointments": "stay; name and telephone are forgotten after their day",
    }
    named = {c.table.name for c in erasing._NAMING_ONE}
    assert named == decided.keys(), "a new table names a conversation: what of it is erased?"
