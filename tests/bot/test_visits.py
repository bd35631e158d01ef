"""Promises of appointments: the last place goes to one, a reminder comes once, a moved one is told of it.

Days off are skipped, five come at most, and nothing of a person lies open.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import Connection, select

from bot.conversation import Reply
from bot.demo import file_sample, load_samples
from bot.housekeeping import one_round
from bot.visits import SlotFull, VisitGone, VisitOvertaken
from bot.wiring import ROOT, House
from cases.lifecycle import Role
from dialogs.engine.events import Event, Pressed, Said
from storage import appointments as rows
from storage import outbox
from storage.appointments import Appointment
from storage.staff import Member
from storage.tables import appointments, keys, slots
from tests.bot.houses import demo_office, open_house, reloaded

SECRETARY, NEXT, DEPUTY = "20261202-0930-secretary", "20261202-1000-secretary", "20261126-1530-deputy"
NAME, PHONE = "次仁卓玛", "13908900001"
CLERK = Member("c" * 16, "clerk", "clerk", Role.CLERK, "xinfang", "zh", True, False)
DAY_BEFORE = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
"""Ten in the morning in Jiali, the day before the secretary receives."""
_updates = itertools.count(1)


@pytest_asyncio.fixture
async def house(database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """A house with the reception days of the demonstration."""
    async with open_house(tmp_path / "data", database_url, office=demo_office()) as made:
        yield made


@pytest_asyncio.fixture
async def other(house: House, database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """Another process's house over the same database, with a store of its own."""
    async with open_house(tmp_path / "data", database_url, house.time, demo_office()) as made:
        yield made


async def does(house: House, who: str, *steps: str | Event) -> Reply:
    """Buttons by their ids, and what is said."""
    reply = None
    for step in steps:
        event = Pressed(*step.split(":", 1)) if isinstance(step, str) else step
        reply = await house.conversations.hear("web", who, f"u{next(_updates)}", event)
    assert reply is not None
    return reply


def to_summary(slot: str, language: str = "zh", people: int = 2) -> tuple[str | Event, ...]:
    """All answers, with a name and a telephone."""
    return (
        *(f"language:{language}", "menu:visit", "visit:new", "consent:agree", f"slot:{slot}"),
        *("matter:wages", f"people:{people}", "speaks:bo", Said(NAME), Said(PHONE)),
    )


async def books(house: House, who: str, slot: str = SECRETARY, language: str = "zh") -> Reply:
    """A whole appointment."""
    return await does(house, who, *to_summary(slot, language), "summary:submit")


async def all_of(house: House) -> list[Appointment]:
    """Every appointment to come, opened."""
    since = date(2026, 11, 1)
    return await house.store.read(lambda c: rows.listed(c, house.keyring, CLERK, since=since))


async def only(house: House) -> Appointment:
    """The one there is."""
    (one,) = await all_of(house)
    return one


async def places(house: House) -> dict[str, int]:
    """How many places of each slot are gone."""
    return await house.store.read(lambda c: {row.id: row.taken for row in c.execute(select(slots)).all()})


async def notices(house: House) -> list[str]:
    """The texts of notices that wait for residents, taken away."""

    def take(connection: Connection) -> list[str]:
        found = []
        while claimed := outbox.claim(connection, house.keyring, "web", house.time.now()):
            for one in claimed:
                outbox.settle(connection, one.id, "sent", house.time.now())
                found += [one.body["text"]] if one.lane == outbox.NOTICE else []
        return found

    return await house.store.write(take)


def offered(reply: Reply) -> set[str]:
    """The ids of the buttons."""
    return {label.id for row in reply.bubble.rows for label in row}


async def owns(house: House, who: str, one: Appointment) -> bool:
    """Whether it stands in the list of this resident."""
    return one.number in (await does(house, who, "visit:mine")).bubble.text


def at(house: House, moment: datetime) -> None:
    """Set the clock."""
    house.time.at = moment  # type: ignore[attr-defined]


async def acts(house: House, name: str, one: Appointment, *more: str, member: Member = CLERK) -> Any:
    """Staff move, cancel or settle."""
    now, drawn = house.time.now(), one.changed
    return await house.store.write(
        lambda c: getattr(house.visits, name)(c, one.number, *more, member, drawn, now)
    )


async def test_an_appointment_tells_day_hours_place_and_who_and_seals_name_and_telephone(
    house: House,
) -> None:
    reply = await books(house, "a")
    one = await only(house)
    for told in (one.number, "2026年12月2日（星期三）", "09:30-10:00", "县委书记", "县信访接待室", "身份证"):
        assert told in reply.bubble.text
    assert (one.person, one.people, one.matter) == ({"name": NAME, "phone": PHONE}, 2, "wages")

    def cells(connection: Connection) -> bytes:
        found = connection.execute(select(appointments)).all()
        return b"|".join(c if isinstance(c, bytes) else str(c).encode() for row in found for c in row)

    raw = await house.store.read(cells)
    assert one.number.encode() in raw
    assert not [w for w in (NAME, PHONE) if w.encode() in raw]


async def test_a_full_slot_is_not_offered_and_a_cancelled_place_is_again(house: House) -> None:
    await books(house, "a")
    await books(house, "b")
    seen = await does(house, "c", *to_summary(NEXT)[:4], "slot:day-20261202.secretary")
    assert f"slot:{NEXT}" in offered(seen)
    assert f"slot:{SECRETARY}" not in offered(seen)
    [one] = [o for o in await all_of(house) if await owns(house, "a", o)]
    asked = await does(house, "a", f"visit:cancel.{one.number}")
    assert f"visit:cancel-sure.{one.number}" in offered(asked)
    assert await places(house) == {SECRETARY: 2}, "it is asked first"
    await does(house, "a", f"visit:cancel-sure.{one.number}")
    assert await places(house) == {SECRETARY: 1}
    seen = await does(house, "d", *to_summary(NEXT)[:4], "slot:day-20261202.secretary")
    assert f"slot:{SECRETARY}" in offered(seen)


async def test_of_those_who_want_the_last_places_at_once_two_have_them_and_the_others_are_offered_the_next(
    house: House, other: House
) -> None:
    people = ("a", "b", "c", "d")
    for who in people:
        await does(house, who, *to_summary(SECRETARY))
    replies = await asyncio.gather(
        *(does(h, who, "summary:submit") for who, h in zip(people, (house, other) * 2, strict=True))
    )
    assert len(await all_of(house)) == 2
    lost = [(who, r) for who, r in zip(people, replies, strict=True) if r.asks is not None]
    assert len(lost) == 2
    for who, reply in lost:
        assert "刚刚被别人约走了" in reply.bubble.text
        assert reply.asks is not None
        assert (reply.asks.dialog, reply.asks.question) == ("visit", "slot")
        opened = await does(house, who, "slot:day-20261202.secretary")
        assert f"slot:{SECRETARY}" not in offered(opened)
        again = await does(house, who, f"slot:{NEXT}")
        assert NAME in again.bubble.text, "nothing else is asked again"
        await does(house, who, "summary:submit")
    assert await places(house) == {SECRETARY: 2, NEXT: 2}


async def test_the_same_draft_submitted_twice_is_one_appointment(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = await does(house, "a", *to_summary(SECRETARY))
    submit = Pressed("summary", "submit", shown.draft)
    other = await reloaded(house, monkeypatch)
    await asyncio.gather(does(house, "a", submit), does(other, "a", submit), does(house, "a", submit))
    assert len(await all_of(house)) == 1
    again = await does(house, "a", *to_summary(SECRETARY)[:4])
    assert "slot:day-20261202.secretary" in offered(again)
    inside = await does(house, "a", "slot:day-20261202.secretary")
    assert f"slot:{SECRETARY}" not in offered(inside), "it is theirs already"


async def test_nobody_takes_all_places(house: House) -> None:
    for slot in (DEPUTY, SECRETARY, NEXT):
        await books(house, "a", slot)
    assert "先取消一次" in (await does(house, "a", "visit:new")).bubble.text
    assert len(await all_of(house)) == 3


async def test_five_representatives_at_most(house: House) -> None:
    asked = await does(house, "a", *to_summary(SECRETARY)[:6])
    for more in (Pressed("people", "6"), Said("六个人"), Said("12")):
        refused = await does(house, "a", more)
        assert "《信访工作条例》第二十条" in refused.bubble.text
        assert refused.asks == asked.asks
    assert (await does(house, "a", Said("5"))).asks != asked.asks


async def test_one_s_own_case_is_offered_and_stands_with_the_appointment(house: House) -> None:
    sample = load_samples(ROOT / "office" / "jiali" / "demo")[0]
    stranger = await file_sample(house, sample)
    seen = await does(house, "a", *to_summary(SECRETARY)[:5])
    assert not [o for o in offered(seen) if stranger in o]
    await does(house, "a", f"matter:{stranger}")
    assert (await does(house, "a", "matter:wages")).asks is not None


async def test_a_reminder_comes_once_the_day_before_and_says_nothing_of_the_matter(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await books(house, "a")
    await books(house, "b", language="bo")
    await notices(house)
    at(house, DAY_BEFORE.replace(hour=1, minute=59))
    assert (await one_round(house)).visits == 0
    at(house, DAY_BEFORE)
    other = await reloaded(house, monkeypatch)
    done = await asyncio.gather(*(one_round(h) for h in (house, other, house, other)))
    assert sum(one.visits for one in done) == 2
    await one_round(house)
    told = await notices(house)
    assert len(told) == 2
    assert any("提醒您" in text and "12月2日" in text for text in told)
    assert any("དྲན་སྐུལ" in text for text in told)
    assert not [w for w in (NAME, PHONE, "书记", "工资", "信访", "གླ་ཕོགས") for t in told if w in t]


async def test_two_processes_that_remind_at_once_remind_once(house: House, other: House) -> None:
    for who in ("a", "b"):
        for slot in (SECRETARY, NEXT):
            await books(house, who, slot)
    await notices(house)
    at(house, DAY_BEFORE)
    now = house.time.now()
    turns = (h.store.write(partial(h.visits.remind, now=now)) for h in (house, other))
    assert sum(await asyncio.gather(*turns)) == 4
    assert len(await notices(house)) == 4


async def test_a_reminder_missed_while_the_process_was_down_comes_as_soon_as_it_is_up(house: House) -> None:
    await books(house, "a")
    await books(house, "b", DEPUTY)
    await notices(house)
    at(house, datetime(2026, 12, 2, 1, 29, tzinfo=UTC))  # a minute before; the deputy's is long past
    await one_round(house)
    (told,) = await notices(house)
    assert "12月2日" in told
    at(house, datetime(2026, 12, 2, 2, 0, tzinfo=UTC))
    assert (await one_round(house)).visits == 0


async def test_one_booked_after_the_hour_of_its_reminder_is_told_once_only(house: House) -> None:
    at(house, DAY_BEFORE.replace(hour=3))
    booked = await books(house, "a")
    assert "前一天" not in booked.bubble.text
    await one_round(house)
    assert await notices(house) == []


async def test_a_cancelled_one_reminds_nobody(house: House) -> None:
    await books(house, "a")
    await books(house, "b", NEXT)
    first, second = await all_of(house)
    await does(house, "a", f"visit:cancel-sure.{first.number}")
    await acts(house, "cancel", second)
    (told,) = await notices(house)
    assert "取消" in told
    assert second.number in told
    at(house, DAY_BEFORE)
    assert (await one_round(house)).visits == 0
    assert await notices(house) == []


async def test_a_reminder_that_has_not_gone_out_is_taken_back_with_its_appointment(house: House) -> None:
    await books(house, "a")
    await notices(house)
    at(house, DAY_BEFORE)
    await one_round(house)
    await does(house, "a", f"visit:cancel-sure.{(await only(house)).number}")
    assert await notices(house) == []


async def test_a_moved_one_is_told_with_both_times_and_reminded_anew(house: House) -> None:
    await books(house, "a", DEPUTY)
    await notices(house)
    at(house, datetime(2026, 11, 25, 2, 0, tzinfo=UTC))
    assert (await one_round(house)).visits == 1
    await notices(house)
    await acts(house, "move", await only(house), SECRETARY)
    (told,) = await notices(house)
    assert told.index("11月26日") < told.index("12月2日")
    at(house, datetime(2026, 11, 26, 2, 0, tzinfo=UTC))
    assert (await one_round(house)).visits == 0
    at(house, DAY_BEFORE)
    assert (await one_round(house)).visits == 1
    assert (await one_round(house)).visits == 0
    assert await places(house) == {DEPUTY: 0, SECRETARY: 1}


async def test_staff_move_nobody_to_a_full_slot_and_nothing_that_changed_meanwhile(house: House) -> None:
    for who in ("a", "b"):
        await books(house, who)
    await books(house, "c", NEXT)
    *_, third = await all_of(house)
    with pytest.raises(SlotFull):
        await acts(house, "move", third, SECRETARY)
    with pytest.raises(SlotFull):
        await acts(house, "move", third, "20261203-0000-nobody")
    await acts(house, "move", third, "20261202-1030-secretary")
    with pytest.raises(VisitOvertaken):
        await acts(house, "cancel", third)
    unit = Member("u" * 16, "u", "u", Role.UNIT, "renshe", "zh", True, False)
    with pytest.raises(VisitGone):
        await acts(house, "cancel", (await all_of(house))[2], member=unit)
    assert [one.state for one in await all_of(house)] == ["booked"] * 3


async def test_somebody_else_s_appointment_is_not_cancelled(house: House) -> None:
    await books(house, "a")
    one = await only(house)
    told = await does(house, "b", "language:zh", f"visit:cancel-sure.{one.number}")
    assert "没有找到" in told.bubble.text
    assert (await only(house)).state == "booked"


async def test_name_and_telephone_are_forgotten_thirty_days_after(house: House) -> None:
    await books(house, "a")
    key = (await only(house)).key_id
    at(house, datetime(2027, 1, 1, 2, 0, tzinfo=UTC))
    await one_round(house)
    assert (await only(house)).person == {"name": NAME, "phone": PHONE}
    at(house, datetime(2027, 1, 3, 2, 0, tzinfo=UTC))
    await one_round(house)
    assert (await only(house)).person == {}
    assert await house.store.read(lambda c: c.execute(select(keys.c.id).where(keys.c.id == key)).all()) == []
