"""Promises of talking with a person: the house is silent meanwhile, nothing is lost, the place comes back."""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, select

from bot.conversation import Incoming, Reply
from bot.housekeeping import one_round
from bot.talking import TalkGone, TalkOvertaken
from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Event, Pressed, Said, Sent
from storage import chats as rows
from storage import file_rows, outbox
from storage import staff as staff_rows
from storage.chats import RESIDENT, SEEN, STAFF, Chat, Line
from storage.staff import Member
from storage.tables import chat_lines, chats, files, keys
from tests.bot.houses import reloaded
from tests.bot.made_files import photo_with_gps

OPEN_AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday, ten in the morning in Jiali."""
FRIDAY_EVENING = datetime(2026, 11, 27, 11, 0, tzinfo=UTC)
WORDS = "村里的水管坏了，没有人来修"
ANYBODY = Member("0" * 16, "clerk", "clerk", Role.CLERK, "xinfang", "zh", True, False)
_updates = itertools.count(1)


async def does(house: House, *steps: str | Event, who: str = "a", files: tuple[Incoming, ...] = ()) -> Reply:
    """Buttons by their ids, and what is said; the last reply."""
    reply = None
    for step in steps:
        event = Pressed(*step.split(":", 1)) if isinstance(step, str) else step
        reply = await house.conversations.hear("web", who, f"p{next(_updates)}", event, files=files)
    assert reply is not None
    return reply


async def letters(house: House) -> list[str]:
    """The texts that wait for residents, taken away, in order."""

    def take(connection: Connection) -> list[str]:
        found = []
        while claimed := outbox.claim(connection, house.keyring, "web", house.time.now()):
            for one in claimed:
                outbox.settle(connection, one.id, "sent", house.time.now())
                found.append(one.body["text"])
        return found

    return await house.store.write(take)


async def begins(house: House, *before: str | Event, at: datetime = OPEN_AT) -> Reply:
    """A talk is open; the letters until then are taken."""
    house.time.at = at  # type: ignore[attr-defined]
    reply = await does(house, "language:zh", *before, "menu:person")
    await letters(house)
    return reply


async def the_chat(house: House) -> tuple[Chat, list[Line]]:
    """The one open chat and its lines."""

    def look(connection: Connection) -> tuple[Chat, list[Line]]:
        [chat] = rows.listed(connection, house.keyring, ANYBODY)
        return chat, rows.lines(connection, chat)

    return await house.store.read(look)


async def joins(house: House, login: str, role: Role = Role.CLERK, unit: str = "xinfang") -> Member:
    """A member of staff."""
    now = house.time.now()
    return await house.store.write(
        lambda c: staff_rows.add(
            c,
            login=login,
            name=login,
            role=role,
            unit=unit,
            language="zh",
            password_hash="x",
            now=now,
            own_unit="xinfang",
        )
    )


async def test_while_a_talk_is_open_the_house_is_silent_and_the_staff_have_every_word(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = await begins(house, "menu:complaint", "consent:agree")
    assert "接到信访局的工作人员了" in begun.bubble.text
    assert "12388" in begun.bubble.text
    await does(house, Said(WORDS))
    assert await letters(house) == [house.texts["zh"].text("person-passed")], "one line, of the first"
    house = await reloaded(house, monkeypatch)
    for said in ("返回", "帮助", "没有", "拖欠工资"):
        reply = await does(house, Said(said))
        assert reply.bubble.text == ""
    assert await letters(house) == []
    _, lines = await the_chat(house)
    assert [line.body["text"] for line in lines] == [WORDS, "返回", "帮助", "没有", "拖欠工资"]


async def test_what_is_said_lies_sealed(house: House) -> None:
    await begins(house)
    await does(house, Said(WORDS))
    cells = await house.store.read(lambda c: c.execute(select(chat_lines.c.body)).scalars().all())
    assert cells
    assert not [cell for cell in cells if WORDS.encode() in cell]


async def test_who_leaves_is_asked_once_and_stands_where_they_stood(house: House) -> None:
    await begins(house, "menu:complaint", "consent:agree")
    for word in ("菜单", "取消"):
        asked = await does(house, Said(word))
        assert {b.id for row in asked.bubble.rows for b in row} == {"person:end-sure", "person:stay"}
    back = await does(house, "person:end-sure")
    assert back.asks is not None
    assert (back.asks.dialog, back.asks.question) == ("complaint", "matter")
    assert (await does(house, Said("喂"))).bubble.text, "the house answers again"


async def test_danger_is_told_of_even_then(house: House) -> None:
    await begins(house)
    reply = await does(house, Said("我不想活了"))
    assert reply.bubble.text.startswith(house.texts["zh"].text("danger-self_harm")[:6])
    assert len((await the_chat(house))[1]) == 1


async def test_the_staff_s_words_come_in_order_and_a_close_gives_the_place_back(house: House) -> None:
    await begins(house, "menu:complaint", "consent:agree")
    await does(house, Said(WORDS))
    await letters(house)
    clerk, now = await joins(house, "clerk"), house.time.now()
    chat, _ = await the_chat(house)
    await house.store.write(lambda c: house.talking.take(c, chat.id, clerk))
    for text in ("请问哪个村？", "水管坏了几天？"):
        await house.store.write(lambda c, t=text: house.talking.write(c, chat.id, clerk, t, now))
    await house.store.write(lambda c: house.talking.close(c, chat.id, clerk, now))
    first, second, closed = await letters(house)
    assert first == "信访局工作人员：\n请问哪个村？"
    assert second.endswith("水管坏了几天？")
    assert closed.startswith(house.texts["zh"].text("person-closed"))
    assert house.texts["zh"].text("complaint-matter") in closed
    here = await house.conversations.place("web", "a")
    assert here is not None
    assert here.asks is not None
    assert here.asks.dialog == "complaint"
    with pytest.raises(TalkOvertaken):
        await house.store.write(lambda c: house.talking.write(c, chat.id, clerk, "还有", now))
    assert await letters(house) == []


async def test_of_two_clerks_one_takes_it_and_the_other_hears_who(house: House) -> None:
    await begins(house)
    chat, _ = await the_chat(house)
    both = [await joins(house, "first"), await joins(house, "second")]
    done = await asyncio.gather(
        *(house.store.write(lambda c, m=m: house.talking.take(c, chat.id, m)) for m in both),
        return_exceptions=True,
    )
    [lost] = [one for one in done if one is not None]
    assert isinstance(lost, TalkOvertaken)
    holder = (await the_chat(house))[0].holder
    assert lost.holder == holder == both[done.index(None)].name
    outside = await joins(house, "labour", Role.UNIT, "renshe")
    with pytest.raises(TalkGone):
        await house.store.write(lambda c: house.talking.take(c, chat.id, outside))


async def test_outside_hours_it_is_told_when_somebody_answers_and_the_message_is_kept(house: House) -> None:
    begun = await begins(house, at=FRIDAY_EVENING)
    assert "2026年11月30日 09:30" in begun.bubble.text
    await does(house, Said(WORDS))
    assert (await the_chat(house))[1][0].body == {"text": WORDS}


async def test_an_update_that_comes_twice_is_told_once(house: House) -> None:
    await begins(house)
    for _ in range(2):
        await house.conversations.hear("web", "a", "the same", Said(WORDS))
    assert len((await the_chat(house))[1]) == 1
    assert len(await letters(house)) == 1


async def test_a_photo_reaches_the_chat_and_goes_with_an_erased_conversation(house: House) -> None:
    await begins(house)
    one = await house.uploads.take("web", "a", photo_with_gps(), "水管.jpg", "image/jpeg", "photo")
    await does(house, Sent((one.attachment,), "就是这个"), files=(one,))
    chat, [line] = await the_chat(house)
    assert line.body == {"text": "就是这个", "files": [one.attachment.id]}
    [shown] = await house.store.read(lambda c: file_rows.of_case(c, house.keyring, chat.id))
    assert (shown.name, shown.state) == ("水管.jpg", "kept")
    await does(house, "person:end", "menu:mydata", "mine:erase", "sure:yes", "surer:yes")
    for table in (chats, chat_lines, files):
        assert await house.store.read(lambda c, t=table: c.execute(select(t)).all()) == []
    assert len(await house.store.read(lambda c: c.execute(select(keys)).all())) == 1


async def test_a_day_after_the_staff_s_last_word_the_clock_closes_it_and_never_one_that_waits(
    house: House,
) -> None:
    await begins(house)
    await does(house, Said(WORDS))
    await letters(house)
    house.time.later(hours=30)  # type: ignore[attr-defined]
    await one_round(house)
    chat, _ = await the_chat(house)
    clerk, now = await joins(house, "clerk"), house.time.now()
    await house.store.write(lambda c: house.talking.take(c, chat.id, clerk))
    await house.store.write(lambda c: house.talking.write(c, chat.id, clerk, "明天去修", now))
    await letters(house)
    house.time.later(hours=25)  # type: ignore[attr-defined]
    await one_round(house)
    [told] = await letters(house)
    assert told.startswith(house.texts["zh"].text("person-closed-silent")[:8])
    assert (await does(house, Said("喂"))).bubble.text
    house.time.later(days=91)  # type: ignore[attr-defined]
    await one_round(house)
    assert await house.store.read(lambda c: c.execute(select(chats)).all()) == []


async def test_who_read_a_talk_is_on_record_once(house: House) -> None:
    await begins(house)
    await does(house, Said(WORDS))
    clerk, now = await joins(house, "clerk"), house.time.now()
    chat, _ = await the_chat(house)
    for _ in range(2):
        await house.store.write(lambda c: rows.seen(c, chat, clerk.id, now))
    assert [(line.by, line.name) for line in (await the_chat(house))[1]] == [
        (RESIDENT, None),
        (SEEN, "clerk"),
    ]
    assert STAFF not in {line.by for line in (await the_chat(house))[1]}


async def test_what_comes_after_a_talk_was_closed_behind_the_resident_s_back_is_not_lost_unsaid(
    house: House,
) -> None:
    await begins(house)
    chat, _ = await the_chat(house)
    await house.store.write(lambda c: rows.close(c, chat.id, house.time.now()))
    told = await does(house, Said(WORDS))
    assert "刚才这一条没有收到" in told.bubble.text
    assert told.asks is None, "the house is there again"
