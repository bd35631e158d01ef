"""Promises of the staff's bot, run for real through the Bot API double: updates in, cards and moves out."""

from __future__ import annotations

import logging

import pytest

from cases.lifecycle import Role, Status
from storage import staff, staff_phones
from tests.telegram.bot_api import STAFF_TOKEN
from tests.telegram.staff_day import Day, card, card_in_time, steps
from tests.web.desk.people import joins


async def test_a_new_case_comes_as_a_card_and_is_forwarded(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    number = await day.resident.files()
    told = await card(dorje)
    assert told.text.startswith("新的事\n" + number)
    assert "还有 1 天" in told.text
    assert "转送" in told.labels
    await steps(dorje, told, "转送", "嘉黎县人力资源和社会保障局", "简单", "确定")
    assert told.text.startswith("已经转送")
    assert (await day.case()).case.unit == "renshe"
    assert "已经转给嘉黎县人力资源和社会保障局" in (await day.notices())[-1]


async def test_a_unit_accepts_asks_and_answers(day: Day) -> None:
    pema = await day.phone(day.pema)
    number = await day.resident.files()
    await day.house.store.write(
        lambda c: day.house.casework.move(
            c, number, "forward", day.clerk, {"unit": "renshe", "complexity": "simple"}, day.clock.now()
        )
    )
    day.house.bell.ring()
    told = await card(pema)
    assert told.text.startswith("转送了一件事")
    await steps(pema, told, "受理", "6", "确定")
    assert (await day.case()).case.item == 6

    await pema.presses("请反映人补充", told)
    asks = await pema.next_message()
    assert number in asks.text
    await pema.sends("请发合同的照片。", reply_to=asks)
    assert "正在等反映人补充" in (await card(pema)).text
    assert (await day.case()).case.waiting_on_resident

    await day.resident.supplies("合同在这里。")
    more = await card(pema)
    assert more.text.startswith("反映人补充了")
    await steps(pema, more, "答复")
    await pema.presses("予以支持", more)
    asks = await pema.next_message()
    await pema.sends("工资已经要回来了。", reply_to=asks)
    await pema.next_message()
    assert (await day.case()).case.status is Status.ANSWERED
    assert await day.moves() == ["file", "forward", "accept", "ask", "add", "answer"]
    heard = "\n".join(await day.notices())
    assert "工资已经要回来了" not in heard  # the notice is neutral: a phone may be shared


async def test_a_unit_hears_that_its_case_is_supervised(day: Day) -> None:
    number = await day.resident.files()
    sangye = await joins(day.house, "sangye", Role.SUPERVISOR, "dangwei_zhengfu")
    pema = await day.phone(day.pema)
    await day.made("forward", day.clerk, unit="renshe", complexity="simple")
    await day.made("supervise", sangye, means="call", text="请按期办结。")
    await card(pema)
    told = await card(pema)
    assert told.text.startswith("这件事被督办了")
    assert number in told.text
    assert "请按期办结" not in told.text, "what was said stands at the desk"


async def test_the_other_language_is_the_members_own(day: Day) -> None:
    await day.house.store.write(lambda c: staff.set_language(c, day.clerk.id, "bo"))
    dorje = await day.phone(day.clerk)
    await day.resident.files()
    told = await card(dorje)
    assert told.text.startswith("ཞུ་དོན་གསར་པ།")
    assert "བརྒྱུད་སྤྲོད།" in told.labels


async def test_a_chat_that_is_not_linked_gets_one_neutral_sentence(day: Day) -> None:
    number = await day.resident.files()
    stranger = day.api.user(bot=day.api.staff)
    for text in ("/start", f"/case {number}", "/queue", number, "/unlink"):
        await stranger.sends(text)
        assert (await stranger.next_message()).text == "这里只供工作人员使用。"
    assert await day.moves() == ["file"]


async def test_an_old_or_used_code_is_refused_and_guessing_is_slow(day: Day) -> None:
    used = await day.house.store.write(
        lambda c: staff_phones.new_link_code(c, day.house.keyring, day.clerk.id, day.clock.now())
    )
    first, second = day.api.user(bot=day.api.staff), day.api.user(bot=day.api.staff)
    await first.sends(f"/link {used}")
    await first.waits_for(2)
    await second.sends(f"/link {used}")
    assert "不对" in (await second.next_message()).text
    late = await day.house.store.write(
        lambda c: staff_phones.new_link_code(c, day.house.keyring, day.pema.id, day.clock.now())
    )
    day.clock.later(minutes=11)
    await second.sends(f"/link {late}")
    assert "不对" in (await second.next_message()).text
    for _ in range(5):
        await second.sends("/link 0000000000")
        told = await second.next_message()
    assert "试的次数太多" in told.text


async def test_a_button_of_an_older_state_changes_nothing(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    number = await day.resident.files()
    told = await card(dorje)
    await day.house.store.write(
        lambda c: day.house.casework.move(
            c, number, "forward", day.clerk, {"unit": "minzheng", "complexity": "simple"}, day.clock.now()
        )
    )
    pressed = await dorje.presses("转送", told)
    await dorje.waits_for_edit(told)
    await pressed.answer()
    assert "过时" in pressed.notice
    assert "多吉在" in told.text
    assert "转送" not in told.labels
    assert await day.moves() == ["file", "forward"]
    for forged in ("m|forward|1|x", "m|close|1|20261123-00000000", "", "whatever", "m|forward|1"):
        pressed = await dorje.presses_raw(forged or "-", told)
        await pressed.answer()
    assert await day.moves() == ["file", "forward"]


async def test_the_same_update_twice_moves_once(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    await day.resident.files()
    told = await card(dorje)
    await dorje.presses("请反映人补充", told)
    asks = await dorje.next_message()
    day.api.deliver_twice()
    await dorje.sends("请发合同的照片。", reply_to=asks)
    await dorje.next_message()
    await day.api.all_taken(day.api.staff)
    await dorje.sends("又问一次。", reply_to=asks)  # the prompt was answered already
    assert "已经办了" in (await dorje.next_message()).text
    assert (await day.moves()).count("ask") == 1
    assert len(await day.notices()) == 1
    day.api.deliver_twice()
    await dorje.sends("/queue")
    await dorje.sends("/help")
    assert "待办，最急的在前" in (await dorje.next_message()).text
    assert "/unlink" in (await dorje.next_message()).text  # and not the queue once more


async def test_two_at_once_are_one_move(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    other = await joins(day.house, "norbu", Role.CLERK, "xinfang", name="罗布")
    norbu = await day.phone(other)
    await day.resident.files()
    at_dorje, at_norbu = await card(dorje), await card(norbu)
    for user, message in ((dorje, at_dorje), (norbu, at_norbu)):
        await steps(user, message, "转送", "嘉黎县自然资源局", "复杂")
    with day.api.held(day.api.staff):
        await dorje.presses("确定", at_dorje)
        await norbu.presses("确定", at_norbu)
    await dorje.waits_for_edit(at_dorje, 4)
    await norbu.waits_for_edit(at_norbu, 4)
    told = sorted((at_dorje.text.split("\n")[0], at_norbu.text.split("\n")[0]))
    assert "已经办了“转送”" in told[0]
    assert told[1].startswith("已经转送")
    assert await day.moves() == ["file", "forward"]
    assert len(await day.notices()) == 1


async def test_the_queue_a_case_and_help_are_one_word_away(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    number = await day.resident.files()
    await card(dorje)
    await dorje.sends("/queue")
    queue = await card(dorje)
    assert number in queue.labels
    await steps(dorje, queue, number)
    assert queue.text.startswith(number)
    await dorje.sends(f"/case {number}")
    assert (await card(dorje)).text.startswith(number)
    await dorje.sends("/case 2026")
    assert "请写编号" in (await dorje.next_message()).text
    await dorje.sends_sticker()
    assert "/help" in (await dorje.next_message()).text
    await dorje.sends("/help")
    assert "/queue" in (await dorje.next_message()).text


async def test_what_is_not_ones_own_is_not_there(day: Day) -> None:
    pema = await day.phone(day.pema)
    number = await day.resident.files()
    await pema.sends(f"/case {number}")
    assert (await pema.next_message()).text == "没有这件事，或者不归您看。"
    await pema.sends("/queue")
    assert (await pema.next_message()).text == "现在没有待办。"


async def test_a_list_of_units_has_pages_and_a_way_back(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    number = await day.resident.files()
    told = await card(dorje)
    await steps(dorje, told, "转送", "后面的", "后面的", "前面的")
    await steps(dorje, told, "不办了")
    assert told.text.startswith(number)
    assert await day.moves() == ["file"]


async def test_an_unlinked_phone_hears_nothing_more(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    await dorje.sends("/unlink")
    assert "断开" in (await dorje.next_message()).text
    await day.resident.files()
    await dorje.sends("/queue")
    assert (await dorje.next_message()).text == "这里只供工作人员使用。"


async def test_a_flood_and_an_outage_lose_no_card(day: Day) -> None:
    dorje = await day.phone(day.clerk)
    day.api.fail_next("sendMessage", 429, retry_after=1)
    await day.resident.files()
    assert (await card_in_time(day, dorje)).text.startswith("新的事")


async def test_the_log_holds_no_token(day: Day, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    dorje = await day.phone(day.clerk)
    day.api.fail_next("sendMessage", 500)
    await day.resident.files()
    await card_in_time(day, dorje)
    assert STAFF_TOKEN not in caplog.text
    assert STAFF_TOKEN.split(":")[1] not in caplog.text
