"""Promises to staff who say a reply aloud from their phone: it is kept for the move it was asked for, goes
with it, and is never taken for another."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from bot.intake import accept_file
from bot.notices import OPENED, READ_BESIDE
from bot.spoken import Spoken
from cases.lifecycle import MOVES, Role
from cases.parts import SPOKEN
from storage import cases as case_rows
from storage.tables import files
from tests.bot import made_files
from tests.telegram.staff_day import Day
from tests.telegram.staff_presses import MARK, asked
from tests.web.desk.people import OVER_BOTH, joins

SAID = made_files.ogg(4)
KEPT = accept_file(SAID, "reply", "audio/ogg", "voice").data
ANSWER = "查清了，工资按合同补发。"


async def last(day: Day) -> tuple[str, str, bytes]:
    """The last move, its text, and what is heard with it."""
    stored = await day.case()
    entry = (await day.house.store.read(lambda c: case_rows.history(c, stored)))[-1]
    heard = await Spoken(day.house).opened(entry.parts.get("voice", ""))
    return entry.move, entry.parts.get("text", ""), heard.content if heard else b""


@OVER_BOTH
async def test_a_question_is_said_aloud_in_reply_to_what_the_bot_asks(day: Day) -> None:
    pema, number = await day.phone(day.pema), await day.taken_on()
    await pema.sends_voice(SAID, 4, reply_to=await asked(pema, number, "ask"))
    await pema.next_message()
    assert await last(day) == ("ask", "", KEPT)


async def test_words_under_a_recording_go_with_it(day: Day) -> None:
    pema, number = await day.phone(day.pema), await day.taken_on()
    asks = await asked(pema, number, "answer", ("supported",))
    await pema.sends_voice(SAID, 4, caption=ANSWER, reply_to=asks)
    await pema.next_message()
    assert await last(day) == ("answer", ANSWER, KEPT)


async def test_an_answer_said_aloud_waits_for_its_words(day: Day) -> None:
    pema, number = await day.phone(day.pema), await day.taken_on()
    await pema.sends_voice(SAID, 4, reply_to=await asked(pema, number, "answer", ("supported",)))
    again = await pema.next_message()
    assert "录音已存好" in again.text
    assert MARK in again.text
    assert (await last(day))[0] == "accept"
    await pema.sends(ANSWER, reply_to=again)
    await pema.next_message()
    assert await last(day) == ("answer", ANSWER, KEPT)


@pytest.mark.parametrize("trouble", ["no recording", "never comes", "another move"])
async def test_what_cannot_be_taken_is_told_and_nothing_is_moved(day: Day, trouble: str) -> None:
    pema, number = await day.phone(day.pema), await day.taken_on()
    move, chosen = ("meet", ("first",)) if trouble == "another move" else ("feed_back", ())
    asks = await asked(pema, number, move, chosen)
    said = b"OggS nothing" if trouble == "no recording" else SAID
    if trouble == "never comes":
        day.api.fail_next("getFile", 400)
    await pema.sends_voice(said, 4, reply_to=asks)
    told = (await pema.next_message()).text
    assert (
        told
        == {
            "no recording": "这个文件不是录音，请换一个。",
            "never comes": "录音没有收到，请再发一次。",
            "another move": "这里只收文字。",
        }[trouble]
    )
    assert (await last(day))[0] == "accept"
    assert await kept(day) == 0


async def test_what_was_said_for_one_answer_goes_with_no_other(day: Day) -> None:
    pema, number = await day.phone(day.pema), await day.taken_on()
    await pema.sends_voice(SAID, 4, reply_to=await asked(pema, number, "answer", ("supported",)))
    await pema.next_message()
    begun_anew = await asked(pema, number, "answer", ("not_supported",))
    await pema.sends("不属实。", reply_to=begun_anew)
    await pema.next_message()
    assert await last(day) == ("answer", "不属实。", b"")


async def test_what_was_said_too_late_goes_with_nothing_later(day: Day) -> None:
    pema, number = await day.phone(day.pema), await day.taken_on()
    first = await asked(pema, number, "ask")
    await pema.sends("正在核对。", reply_to=await asked(pema, number, "feed_back"))
    await pema.next_message()
    await pema.sends_voice(SAID, 4, reply_to=first)
    await pema.next_message()
    assert await kept(day) == 0
    await pema.sends("工地在哪里？", reply_to=await asked(pema, number, "ask"))
    await pema.next_message()
    assert await last(day) == ("ask", "工地在哪里？", b"")


async def test_a_picture_with_words_beneath_is_no_text(day: Day) -> None:
    pema, number = await day.phone(day.pema), await day.taken_on()
    await pema.sends_photo(caption="见图。", reply_to=await asked(pema, number, "ask"))
    assert (await pema.next_message()).text == "这里只收文字。"
    assert (await last(day))[0] == "accept"


async def test_one_who_may_not_see_the_case_leaves_no_recording_there(day: Day) -> None:
    pema, number = await day.phone(day.pema), await day.taken_on()
    asks = await asked(pema, number, "ask")
    tashi = await joins(day.house, "tashi", Role.UNIT, "jiaoyu")
    stranger = await day.phone(tashi)
    await stranger.sends_voice(SAID, 4, reply_to=asks)
    await stranger.next_message()
    assert await kept(day) == 0
    assert (await last(day))[0] == "accept"


async def kept(day: Day) -> int:
    """How many recordings there are."""
    return int(
        await day.house.store.read(
            lambda c: c.execute(select(func.count()).where(files.c.kind == "voice")).scalar_one()
        )
    )


def test_what_may_be_said_aloud_is_what_a_resident_opens_or_is_asked() -> None:
    assert set(SPOKEN) == {move.name for move in MOVES if move.notice in OPENED | READ_BESIDE}
