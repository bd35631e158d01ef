"""A store: work that is answered is on the disk; work that failed left nothing, and harmed nobody else's."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import Connection, insert, select

import storage.postgres_store
import storage.sqlite_store
from storage.errors import StorageBusy, StorageDown, StorageError, StorageFull
from storage.store import Bell, Store, Work, open_store
from storage.tables import keys
from tests.storage.processes import child, go_on, told


def put(name: str) -> Work[str]:
    """Work that stores one row and tells its name."""

    def work(connection: Connection) -> str:
        connection.execute(insert(keys), {"id": name, "wrapped": b"w" * 40})
        return name

    return work


def spoiled(name: str) -> Work[str]:
    """Work that stores one row, then fails."""

    def work(connection: Connection) -> str:
        put(name)(connection)
        raise LookupError(name)

    return work


def names(connection: Connection) -> list[str]:
    """Every row there is."""
    return sorted(connection.execute(select(keys.c.id)).scalars())


async def test_one_that_fails_undoes_none_of_its_batch(store: Store) -> None:
    answers = await asyncio.gather(
        *(store.write((spoiled if n % 7 == 3 else put)(f"{n:02}")) for n in range(60)), return_exceptions=True
    )
    stands = [f"{n:02}" for n in range(60) if n % 7 != 3]
    assert [a for a in answers if isinstance(a, str)] == stands
    assert [str(a) for a in answers if isinstance(a, LookupError)] == [f"{n:02}" for n in range(3, 60, 7)]
    assert await store.read(names) == stands


async def test_work_is_done_in_the_order_it_came(store: Store) -> None:
    done: list[int] = []
    await asyncio.gather(*(store.write(lambda _c, n=n: done.append(n)) for n in range(200)))
    assert done == list(range(200))


async def test_a_read_sees_every_commit_that_was_answered(store: Store) -> None:
    for n in range(20):
        await store.write(put(str(n)))
        assert str(n) in await store.read(names)


async def test_nobody_sees_what_is_not_committed(sqlite_file: Path) -> None:
    store = await open_store(f"sqlite:///{sqlite_file}")
    half_way, looked = threading.Event(), threading.Event()

    def slow(connection: Connection) -> None:
        put("half")(connection)
        half_way.set()
        assert looked.wait(30)

    writing = asyncio.create_task(store.write(slow))
    await asyncio.to_thread(half_way.wait, 30)
    assert await store.read(names) == []
    looked.set()
    await writing
    assert await store.read(names) == ["half"]
    await store.close()


async def test_close_finishes_what_waits(url: str) -> None:
    store = await open_store(url)
    writing = [asyncio.create_task(store.write(put(f"{n:03}"))) for n in range(150)]
    await asyncio.sleep(0)  # every task has handed in its work
    await store.close()
    assert await asyncio.gather(*writing) == [f"{n:03}" for n in range(150)]
    with pytest.raises(StorageDown):
        await store.write(put("late"))
    again = await open_store(url)
    assert len(await again.read(names)) == 150
    await again.close()


async def test_who_no_longer_waits_for_an_answer_harms_nobody(store: Store) -> None:
    writing = [asyncio.create_task(store.write(put(f"{n}"))) for n in range(9)]
    await asyncio.sleep(0)
    writing[4].cancel()
    answers = await asyncio.gather(*writing, return_exceptions=True)
    assert [a for a in answers if isinstance(a, str)] == [str(n) for n in range(9) if n != 4]
    assert await store.read(names) == [str(n) for n in range(9)], "it was under way, and stands"


async def test_a_read_can_write_nothing_on_sqlite(sqlite_file: Path) -> None:
    store = await open_store(f"sqlite:///{sqlite_file}")
    with pytest.raises(StorageError):
        await store.read(put("sly"))
    assert await store.read(names) == []
    await store.close()


async def test_a_full_disk_stores_nothing_and_afterwards_it_works_again(sqlite_file: Path) -> None:
    store = await open_store(f"sqlite:///{sqlite_file}")
    pages = await store.write(lambda c: int(c.exec_driver_sql("PRAGMA page_count").scalar_one()))
    await store.write(lambda c: c.exec_driver_sql(f"PRAGMA max_page_count={pages}").scalar_one() and None)

    def big(connection: Connection) -> None:
        connection.execute(insert(keys), {"id": "big", "wrapped": b"w" * 200_000})

    answers = await asyncio.gather(
        store.write(put("before")), store.write(big), store.write(put("after")), return_exceptions=True
    )
    assert isinstance(answers[1], StorageFull)
    stands = [a for a in answers if isinstance(a, str)]
    assert await store.read(names) == sorted(stands), "what was answered stands, the rest does not"
    assert all(isinstance(a, str | StorageFull) for a in answers)

    await store.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count=1000000").scalar_one() and None)
    await store.write(big)
    assert "big" in await store.read(names)
    await store.close()


async def test_a_file_locked_by_another_process_is_busy_and_afterwards_it_works(
    sqlite_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{sqlite_file}"
    monkeypatch.setattr(storage.sqlite_store, "BUSY_SECONDS", 0.01)
    store = await open_store(url)
    with child("lock", url, "-") as process:
        assert told(process) == "ready"
        answers = await asyncio.gather(*(store.write(put(str(n))) for n in range(3)), return_exceptions=True)
        assert all(isinstance(a, StorageBusy) for a in answers)
        assert await store.read(names) == [], "others still read"
        go_on(process)
        assert told(process) == "done"
    assert await store.write(put("now")) == "now"
    assert await store.read(names) == ["now"]
    await store.close()


async def test_two_stores_over_one_database_take_turns(url: str) -> None:
    one, other = await open_store(url), await open_store(url)
    await asyncio.gather(
        *(s.write(put(f"{n:02}-{k}")) for n in range(40) for k, s in enumerate((one, other)))
    )
    assert len(await one.read(names)) == 80
    await one.close()
    await other.close()


async def test_a_commit_is_on_the_disk(store: Store, url: str) -> None:
    if url.startswith("sqlite"):
        pragmas = [
            await store.write(lambda c, p=p: c.exec_driver_sql(f"PRAGMA {p}").scalar_one())
            for p in ("synchronous", "journal_mode", "foreign_keys")
        ]
        assert pragmas == [2, "wal", 1], "2 is FULL"
    else:
        shown = await store.write(lambda c: c.exec_driver_sql("SHOW synchronous_commit").scalar_one())
        assert shown == "on"


@pytest.mark.postgres
async def test_connections_that_were_cut_are_made_anew(postgres_url: str) -> None:
    store = await open_store(postgres_url)
    await asyncio.gather(*(store.read(names) for _ in range(8)))  # fill the pool
    for n in range(3):
        await _cut_all(postgres_url)
        assert await store.write(put(f"cut-{n}")) == f"cut-{n}"
        await _cut_all(postgres_url)
        assert f"cut-{n}" in await store.read(names)
    await store.close()


@pytest.mark.postgres
async def test_a_connection_cut_within_a_turn_loses_nothing(postgres_url: str) -> None:
    store = await open_store(postgres_url)
    cuts = iter([True])

    def cut_once(connection: Connection) -> str:
        put("within")(connection)
        if next(cuts, False):
            connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
        return "within"

    assert await store.write(cut_once) == "within"
    assert (await store.read(names)).count("within") == 1
    await store.close()


@pytest.mark.postgres
async def test_who_waits_too_long_for_a_row_is_told_so(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(storage.postgres_store._ON_SERVER, "lock_timeout", "10ms")
    store = await open_store(postgres_url)
    await store.write(put("row"))
    held = await asyncpg.connect(postgres_url)
    async with held.transaction():
        await held.execute("SELECT * FROM keys WHERE id = 'row' FOR UPDATE")
        with pytest.raises(StorageBusy):
            await store.write(
                lambda c: c.execute(select(keys).where(keys.c.id == "row").with_for_update()).all()
            )
    await held.close()
    assert await store.write(put("row-after")) == "row-after"
    await store.close()


async def test_a_database_that_is_not_there_is_down(tmp_path: Path) -> None:
    with pytest.raises(StorageDown):
        await open_store("postgresql://nobody@127.0.0.1:1/nothing")
    (tmp_path / "not.db").write_bytes(b"this is no database" * 1000)
    with pytest.raises(StorageDown):
        await open_store(f"sqlite:///{tmp_path / 'not.db'}")


async def test_an_error_quotes_no_value(store: Store) -> None:
    def wrong(connection: Connection) -> None:
        connection.execute(insert(keys), {"id": "扎西的电话", "wrapped": None})

    with pytest.raises(Exception, match=r"(?i)null") as raised:
        await store.write(wrong)
    assert "扎西" not in str(raised.value)


async def _cut_all(url: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await connection.close()


@pytest.mark.parametrize("steps", range(5))
async def test_a_cancellation_that_meets_a_ring_still_cancels(steps: int) -> None:
    bell = Bell()
    waiting = asyncio.create_task(bell.wait(60))
    await asyncio.sleep(0)
    bell.ring()
    for _ in range(steps):
        await asyncio.sleep(0)
    if waiting.done():
        return  # it had the ring before
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
