"""Promises of groups and lost phones as they are stored: codes used once, chats sealed, queries by index."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from bot.digest import send_digests
from bot.wiring import House
from cases.lifecycle import Role
from storage import digests, groups, staff, staff_phones
from storage.groups import Group
from storage.tables import staff_groups
from tests.storage.residents import filed
from tests.storage.test_claims import joins, later
from tests.storage.test_plans import SMALL, _check, _recorded


async def link(house: House, code: str, member: str, chat: str = "-100200300") -> Group | None:
    """The member links a chat."""
    now = house.time.now()
    return await house.store.write(lambda c: groups.link(c, house.keyring, code, member, chat, "zh", now))


async def new_code(house: House, member: str, unit: str = "renshe") -> str:
    """A code for the member."""
    now = house.time.now()
    return await house.store.write(lambda c: groups.new_code(c, house.keyring, unit, member, now))


async def test_a_code_links_once_in_time_and_for_whom_it_was_made(house: House) -> None:
    code = await new_code(house, "a" * 16)
    assert await link(house, code, "b" * 16) is None
    first = await link(house, code, "a" * 16)
    assert first is not None
    assert first.unit == "renshe"
    assert await link(house, code, "a" * 16) is None, "used"
    old = await new_code(house, "a" * 16)
    later(house, timedelta(minutes=11))
    assert await link(house, old, "a" * 16) is None, "old"
    replaced = await new_code(house, "a" * 16)
    newer = await new_code(house, "a" * 16)
    assert await link(house, replaced, "a" * 16) is None, "a newer one voids it"
    again = await link(house, newer, "a" * 16)
    assert again is not None
    linked = await house.store.read(lambda c: groups.of_unit(c, "renshe"))
    assert [one.id for one in linked] == [again.id], "one chat is one group"


async def test_the_chat_of_a_group_is_sealed_and_may_move(house: House) -> None:
    group = await link(house, await new_code(house, "a" * 16), "a" * 16)
    assert group is not None
    row = await house.store.read(lambda c: c.execute(select(staff_groups)).one())
    assert b"100200300" not in bytes(row.chat) + bytes(row.chat_hash)

    def move(connection: Connection) -> tuple[str | None, Group | None, Group | None]:
        groups.moved(connection, house.keyring, group.id, "-100999")
        chat = groups.chat_of(connection, house.keyring, group.id)
        old = groups.by_chat(connection, house.keyring, "-100200300")
        return chat, old, groups.by_chat(connection, house.keyring, "-100999")

    assert await house.store.write(move) == ("-100999", None, group)


async def test_cutting_off_a_phone_ends_all_that_it_could_use(house: House) -> None:
    dorje, now = await joins(house, "dorje", Role.HEAD), house.time.now()

    def all_of_it(connection: Connection) -> list[object]:
        code = staff_phones.new_link_code(connection, house.keyring, dorje.id, now)
        assert staff_phones.link(connection, house.keyring, code, "42", now)
        unused = staff_phones.new_link_code(connection, house.keyring, dorje.id, now)
        for_group = groups.new_code(connection, house.keyring, "xinfang", dorje.id, now)
        staff.open_session(connection, house.keyring, dorje.id, "token", now)
        staff_phones.cut_off(connection, dorje.id)
        return [
            staff_phones.by_chat(connection, house.keyring, "42"),
            staff_phones.chat_of(connection, house.keyring, dorje.id),
            staff_phones.link(connection, house.keyring, unused, "42", now),
            groups.link(connection, house.keyring, for_group, dorje.id, "-1", "zh", now),
            staff.of_session(connection, house.keyring, "token", now),
        ]

    assert await house.store.write(all_of_it) == [None] * 5


async def test_a_digest_is_marked_once_a_day(house: House) -> None:
    dorje, today = await joins(house, "dorje"), house.time.today()
    days = (today, today, today + timedelta(days=1), today)
    marked = [await house.store.write(lambda c, d=d: digests.mark(c, dorje.id, d)) for d in days]
    assert marked == [True, False, True, False]


async def test_groups_and_digests_walk_no_table_that_grows(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filed(house, "resident")
    dorje, now = await joins(house, "dorje"), house.time.now()
    code = await house.store.write(lambda c: staff_phones.new_link_code(c, house.keyring, dorje.id, now))
    await house.store.write(lambda c: staff_phones.link(c, house.keyring, code, "42", now))
    later(house, timedelta(days=1))
    with _recorded(monkeypatch) as issued:
        group = await link(house, await new_code(house, dorje.id), dorje.id)
        assert group is not None
        await house.store.read(lambda c: groups.of_unit(c, "renshe"))
        await house.store.read(lambda c: groups.by_id(c, group.id))
        await house.store.read(lambda c: groups.by_chat(c, house.keyring, "-100200300"))
        assert await house.store.write(lambda c: send_digests(c, house, house.time.now())) == 1
        await house.store.write(lambda c: groups.unlink(c, group.id))
        await house.store.write(lambda c: staff_phones.cut_off(c, dorje.id))
    assert any("INSERT INTO digests" in statement for statement in issued)
    assert {"staff", "link_codes", "staff_sessions"} <= SMALL
    await _check(house, issued)
