"""Promises of the list of notices owed: nothing owed is forgotten, and who must be called is shown."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import Connection, update

from bot.housekeeping import one_round
from bot.wiring import House
from cases.lifecycle import Role
from storage import cases as case_rows
from storage import notices, outbox, owed
from storage.tables import outbox as outbox_rows
from tests.bot.houses import SetTime
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH


async def forwarded(house: House) -> str:
    """A case that was forwarded, its notice in the outbox."""
    number = await Resident(house, "a").files()
    clerk = await joins(house, "clerk2", Role.CLERK, "xinfang")
    parts, now = {"unit": "renshe", "complexity": "simple"}, house.time.now()
    await house.store.write(lambda c: house.casework.move(c, number, "forward", clerk, parts, now))
    return number


async def told(house: House, number: str) -> list[tuple[str, str | None]]:
    """Every notice of the case and how it was told."""

    def look(connection: Connection) -> list[tuple[str, str | None]]:
        stored = case_rows.find(connection, house.keyring, number)
        assert stored is not None
        return [(one.notice, one.means) for one in notices.of_case(connection, stored.key, stored.id)]

    return await house.store.read(look)


async def goes_out(house: House, state: str) -> None:
    """What the outbox holds of cases comes to this."""
    now = house.time.now()
    done = update(outbox_rows).where(outbox_rows.c.notice_id.is_not(None)).values(state=state, sent_at=now)
    await house.store.write(lambda c: c.execute(done))


def listed(page: str) -> list[str]:
    """The notices a page lists."""
    return re.findall(r'id="notice-[^"]+-(\d+)"', page)


async def test_a_reply_to_the_residents_own_move_is_its_notice(house: House) -> None:
    number = await Resident(house, "a").files()
    assert await told(house, number) == [("receipt", notices.REPLY)]


async def test_a_notice_is_owed_until_its_channel_delivered_it(clerk: Browser, house: House) -> None:
    number = await forwarded(house)
    page = (await clerk.opens("/notices")).text
    assert len(listed(page)) == 1
    assert "正在送" in page
    await one_round(house)
    assert await told(house, number) == [("receipt", notices.REPLY), ("forwarded", None)]
    await goes_out(house, "sent")
    assert listed((await clerk.opens("/notices")).text) == []
    await one_round(house)
    assert await told(house, number) == [("receipt", notices.REPLY), ("forwarded", notices.CHANNEL)]


async def test_a_notice_half_of_which_cannot_be_delivered_is_owed(clerk: Browser, house: House) -> None:
    number = await forwarded(house)
    await goes_out(house, "sent")

    def one_more(connection: Connection) -> None:
        row = (
            connection.execute(outbox_rows.select().where(outbox_rows.c.notice_id.is_not(None)))
            .mappings()
            .one()
        )
        other = {name: value for name, value in row.items() if name != "id"} | {"state": "blocked"}
        connection.execute(outbox_rows.insert().values(other))

    await house.store.write(one_more)
    await one_round(house)
    assert await told(house, number) == [("receipt", notices.REPLY), ("forwarded", None)]
    page = (await clerk.opens("/notices")).text
    assert len(listed(page)) == 1
    assert "送不到" in page


async def test_what_cannot_be_delivered_is_told_by_hand_and_that_is_on_record(
    clerk: Browser, house: House
) -> None:
    await Resident(house, "earlier").files()
    number = await forwarded(house)
    await goes_out(house, "blocked")
    page = (await clerk.opens("/notices")).text
    (notice,) = listed(page)
    assert "送不到" in page
    await clerk.sends(f"/cases/{number}/notices/{notice}", means="call", told="她本人接的")
    assert await told(house, number) == [("receipt", notices.REPLY), ("forwarded", "call")]
    page = (await clerk.opens("/notices")).text
    assert listed(page) == []
    case = (await clerk.opens(f"/cases/{number}")).text
    assert "告知" in case
    assert "她本人接的" in case


async def test_after_a_day_on_the_way_somebody_has_to_call(
    clerk: Browser, house: House, clock: SetTime
) -> None:
    await forwarded(house)
    assert "一天了还没送到" not in (await clerk.opens("/notices")).text
    clock.later(hours=10)
    assert "一天了还没送到" not in (await clerk.opens("/notices")).text
    clock.later(hours=14)
    await clerk.signs_in("dorje")
    assert "一天了还没送到" in (await clerk.opens("/notices")).text


async def test_one_told_by_two_is_recorded_once_and_nothing_typed_is_lost(
    clerk: Browser, house: House
) -> None:
    number = await forwarded(house)
    (notice,) = listed((await clerk.opens("/notices")).text)
    await clerk.sends(f"/cases/{number}/notices/{notice}", means="visit", told="她不在家")
    answer = await clerk.sends(f"/cases/{number}/notices/{notice}", means="call", told="她儿子接的")
    assert answer.status_code == 409
    assert "已经告知了" in answer.text
    assert ">她儿子接的</textarea>" in answer.text
    assert (await told(house, number))[-1] == ("forwarded", "visit")


async def test_a_way_nobody_knows_is_refused_and_the_note_stays(clerk: Browser, house: House) -> None:
    number = await forwarded(house)
    (notice,) = listed((await clerk.opens("/notices")).text)
    answer = await clerk.sends(f"/cases/{number}/notices/{notice}", means="pigeon", told="放飞了")
    assert answer.status_code == 422
    assert "请选怎么告知的" in answer.text
    assert "放飞了" in answer.text
    assert (await told(house, number))[-1] == ("forwarded", None)


async def test_a_note_is_refused_where_it_is_too_long_and_never_cut(clerk: Browser, house: House) -> None:
    number = await forwarded(house)
    (notice,) = listed((await clerk.opens("/notices")).text)
    long = "她" * 501
    answer = await clerk.sends(f"/cases/{number}/notices/{notice}", means="call", told=long)
    assert answer.status_code == 422
    assert "最多 500 字" in answer.text
    assert f">{long}</textarea>" in answer.text
    assert (await told(house, number))[-1] == ("forwarded", None)
    await clerk.sends(f"/cases/{number}/notices/{notice}", means="call", told=long[1:])
    assert long[1:] in (await clerk.opens(f"/cases/{number}")).text


async def test_of_a_note_is_kept_what_can_be_seen(clerk: Browser, house: House) -> None:
    number = await forwarded(house)
    (notice,) = listed((await clerk.opens("/notices")).text)
    await clerk.sends(f"/cases/{number}/notices/{notice}", means="call", told="\u202e她本人\x07接的\u202c")
    assert "她本人接的" in (await clerk.opens(f"/cases/{number}")).text


async def test_where_more_is_owed_than_a_page_lists_the_oldest_are_listed_and_it_says_so(
    clerk: Browser, house: House, clock: SetTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await forwarded(house)
    assert "先列最早的" not in (await clerk.opens("/notices")).text
    monkeypatch.setattr(owed, "MOST", 1)
    assert "先列最早的" not in (await clerk.opens("/notices")).text, "all of it is listed"
    clock.later(minutes=1)
    moved = {"unit": "renshe", "complexity": "simple"}
    second = await Resident(house, "b").files()
    await clerk.moves(second, "forward", **moved)
    page = (await clerk.opens("/notices")).text
    assert re.findall(r'id="notice-([^"]+)-\d+"', page) == [first]
    assert "先列最早的 1 条" in page


async def test_a_unit_sees_the_notices_of_its_own_cases_alone(house: House) -> None:
    number = await forwarded(house)
    await joins(house, "renshe", Role.UNIT, "renshe")
    await joins(house, "jiaoyu", Role.UNIT, "jiaoyu")
    theirs, others = Browser(house), Browser(house)
    await theirs.signs_in("renshe")
    await others.signs_in("jiaoyu")
    (notice,) = listed((await theirs.opens("/notices")).text)
    assert listed((await others.opens("/notices")).text) == []
    answer = await others.sends(f"/cases/{number}/notices/{notice}", means="call", told="")
    assert answer.status_code == 404


async def test_the_letters_of_a_notice_name_it(house: House) -> None:
    await forwarded(house)
    now = house.time.now()

    def owed_letters(connection: Connection) -> int:
        return len(connection.execute(outbox_rows.select().where(outbox_rows.c.notice_id.is_not(None))).all())

    assert await house.store.read(owed_letters) == 1
    claimed = await house.store.write(lambda c: outbox.claim(c, house.keyring, "web", now))
    assert claimed
