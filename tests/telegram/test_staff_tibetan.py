"""Promises of the staff's bot to one who reads Tibetan: what is written in Chinese waits for the translators,
and whoever wrote it is told so."""

from __future__ import annotations

import pytest

from bot.replying import translate
from cases.lifecycle import MOVES, Role
from dialogs.engine.events import Said
from storage import held_replies
from storage.held_replies import Held
from storage.staff import Member
from tests.telegram.staff_day import Day, steps
from tests.telegram.staff_presses import makes, shown
from tests.web.desk.people import OVER_BOTH, Resident, joins

CHINESE = "请把工资条发过来。"
TIBETAN = "གླ་ཕོགས་ཀྱི་ཡི་གེ་སྐུར་རོགས།"
WORKED_ON = {"ask": (), "feed_back": (), "mediate": ("yes",), "answer": ("explained",)}
"""Moves of a unit whose text the resident reads, and what is chosen on the way."""
OF_REVIEW = {"answer_review", "conclude"}


async def reader(day: Day) -> str:
    """One who reads Tibetan, with a case their unit has accepted; its number."""
    day.resident = Resident(day.house, "reader", language="bo")
    return await day.taken_on()


async def waiting(day: Day, lotsawa: Member) -> list[Held]:
    """What the translators have before them."""
    return await day.house.store.read(lambda c: held_replies.waiting(c, day.house.keyring, lotsawa))


def test_every_text_of_a_move_that_a_resident_reads_is_tried_here() -> None:
    told = {
        m.name for m in MOVES if m.notice and "text" in (*m.needs, *m.one_of) and set(m.by) - {Role.RESIDENT}
    }
    assert told == WORKED_ON.keys() | OF_REVIEW


@OVER_BOTH
@pytest.mark.parametrize("move", WORKED_ON)
async def test_chinese_to_a_reader_of_tibetan_waits_and_then_goes_out(day: Day, move: str) -> None:
    lotsawa = await joins(day.house, "lotsawa", Role.TRANSLATOR, "xinfang", language="bo")
    pema = await day.phone(day.pema)
    number = await reader(day)
    before = len(await day.notices())
    told = await makes(pema, number, move, WORKED_ON[move], (CHINESE,))
    assert told.text.startswith("已经交给翻译。藏文写好就发出。"), "the member is told that it waits"
    assert await day.moves() == ["file", "forward", "accept"]
    assert len(await day.notices()) == before
    (held,) = await waiting(day, lotsawa)
    assert (held.move, held.parts["text"]) == (move, CHINESE)
    house, now = day.house, day.clock.now()
    await house.store.write(
        lambda c: translate(c, house.casework, house.keyring, lotsawa, held.id, TIBETAN, now)
    )
    assert await day.moves() == ["file", "forward", "accept", move]
    assert len(await day.notices()) == before + 1
    assert await waiting(day, lotsawa) == []
    door = "supply" if move in ("ask", "feed_back") else "open"
    read = await day.resident.presses(f"case:{door}.{number}")
    if move == "mediate":  # an agreement is shown to who types the code
        assert TIBETAN not in read.bubble.text
        await day.resident.does(Said(day.resident.code))
        read = await day.resident.presses(f"case:{door}.{number}")
    assert TIBETAN in read.bubble.text


async def test_tibetan_written_on_a_phone_goes_out_at_once(day: Day) -> None:
    pema = await day.phone(day.pema)
    number = await reader(day)
    await makes(pema, number, "ask", written=(TIBETAN,))
    assert (await day.moves())[-1] == "ask"


async def test_what_the_resident_does_not_read_waits_for_nobody(day: Day) -> None:
    pema = await day.phone(day.pema)
    number = await reader(day)
    await makes(pema, number, "meet", ("first",), (CHINESE,))
    assert (await day.moves())[-1] == "meet"


async def test_a_text_overtaken_while_it_waited_is_given_back(day: Day) -> None:
    lotsawa = await joins(day.house, "lotsawa", Role.TRANSLATOR, "xinfang", language="bo")
    pema = await day.phone(day.pema)
    number = await reader(day)
    for text in (CHINESE, "请把合同也发过来。"):
        await makes(pema, number, "ask", written=(text,))
        day.clock.later(minutes=1)
    house, now = day.house, day.clock.now()
    first, second = await waiting(day, lotsawa)
    for held in (first, second):
        await house.store.write(
            lambda c, held=held: translate(c, house.casework, house.keyring, lotsawa, held.id, TIBETAN, now)
        )
    assert (await day.moves()).count("ask") == 1
    states = await house.store.read(lambda c: held_replies.of_case(c, house.keyring, first.case_id))
    assert [one.state for one in states] == [held_replies.MADE, held_replies.GIVEN_BACK]


@OVER_BOTH
async def test_who_is_in_a_hurry_sends_it_as_chinese_knowingly(day: Day) -> None:
    lotsawa = await joins(day.house, "lotsawa", Role.TRANSLATOR, "xinfang", language="bo")
    pema = await day.phone(day.pema)
    norbu = await day.phone(await joins(day.house, "norbu", Role.UNIT, "renshe"))
    number = await reader(day)
    told = await makes(pema, number, "ask", written=(CHINESE,))
    assert told.text.startswith("已经交给翻译")
    button = "就用汉文发：请反映人补充"
    assert button in told.labels
    theirs = await shown(norbu, number)
    assert button not in theirs.labels, "another did not write it"
    sent = next(b.data for row in told.buttons for b in row if b.label == button)
    await norbu.presses_raw(f"{sent}|!", theirs)
    await norbu.waits_for_edit(theirs, 1)
    assert theirs.text.startswith("别人已经办了")
    assert (await day.moves())[-1] == "accept"
    await steps(pema, told, button)
    assert "这位反映人读藏文" in told.text
    assert (await day.moves())[-1] == "accept", "not before she is sure"
    await steps(pema, told, "就用汉文发")
    assert told.text.startswith("已经用汉文发出")
    assert button not in told.labels
    assert (await day.moves())[-1] == "ask"
    assert await waiting(day, lotsawa) == []
    assert CHINESE in (await day.resident.presses(f"case:supply.{number}")).bubble.text
    before = told.edits
    await pema.presses_raw(f"{sent}|!", told)
    await pema.waits_for_edit(told, before + 1)
    assert "别人已经办了这一条" in told.text
    assert (await day.moves()).count("ask") == 1


async def test_what_was_overtaken_while_it_waited_is_not_sent_as_chinese(day: Day) -> None:
    pema = await day.phone(day.pema)
    number = await reader(day)
    told = await makes(pema, number, "ask", written=(CHINESE,))
    await makes(pema, number, "meet", ("first",), (CHINESE,))
    await steps(pema, told, "就用汉文发：请反映人补充", "就用汉文发")
    assert "见面" in told.text.split(number)[0], "what somebody did meanwhile is named"
    assert (await day.moves()).count("ask") == 0
