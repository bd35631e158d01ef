"""Promises of writing to residents: kept replies, and that one who reads Tibetan is not answered in Chinese
unless somebody says so knowingly."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import Connection, update

from bot.wiring import House
from cases.lifecycle import Role
from storage import cases as case_rows
from storage import desk, held_replies
from storage.tables import cases, staff
from tests.bot.houses import SetTime
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH
CHINESE = "请把工资条发过来。"
TIBETAN = "གླ་ཕོགས་ཀྱི་ཡི་གེ་སྐུར་རོགས།"


async def translator(house: House) -> Browser:
    """A translator, signed in."""
    await joins(house, "lotsawa", Role.TRANSLATOR, "xinfang", language="bo")
    desk_of = Browser(house)
    await desk_of.signs_in("lotsawa")
    return desk_of


async def moves(house: House, number: str) -> list[str]:
    """The moves on record."""

    def look(connection: Connection) -> list[str]:
        stored = case_rows.find(connection, house.keyring, number)
        assert stored is not None
        return [one.move for one in case_rows.history(connection, stored)]

    return [one for one in await house.store.read(look) if one != "read"]


async def notices(house: House, number: str) -> int:
    """How many notices there are."""

    def look(connection: Connection) -> int:
        stored = case_rows.find(connection, house.keyring, number)
        assert stored is not None
        return len(desk.notices(connection, stored))

    return await house.store.read(look)


def listed(page: str) -> list[str]:
    """The replies that wait."""
    return re.findall(r'id="held-([0-9a-f]{16})"', page)


def as_chinese(page: str) -> str:
    """Where a reply that waits is sent as Chinese after all."""
    (found,) = re.findall(r'action="/desk(/cases/[^"]+/held/[0-9a-f]{16})"', page)
    return str(found)


@pytest.fixture
async def reader(house: House) -> Resident:
    """One who filed in Tibetan."""
    one = Resident(house, "reader", language="bo")
    await one.files()
    return one


async def test_chinese_to_a_reader_of_tibetan_waits_for_its_tibetan_and_then_goes_out(
    clerk: Browser, house: House, reader: Resident
) -> None:
    page = (await clerk.moves(reader.number, "ask", text=CHINESE)).text
    assert "已经交给翻译" in page
    assert await moves(house, reader.number) == ["file"]
    before = await notices(house, reader.number)
    there = await translator(house)
    page = (await there.opens("/translating")).text
    (one,) = listed(page)
    assert CHINESE in page
    assert reader.number not in page, "a translator reads the text and no more of the case"
    await there.sends(f"/translating/{one}", text=TIBETAN)
    assert await moves(house, reader.number) == ["file", "ask"]
    assert await notices(house, reader.number) > before
    shown = (await reader.presses(f"case:supply.{reader.number}")).bubble.text
    assert TIBETAN in shown
    assert CHINESE in shown, "and the words it was translated from"
    assert listed((await there.opens("/translating")).text) == []
    page = (await clerk.opens(f"/cases/{reader.number}")).text
    assert "藏文写好了" in page


async def test_what_is_sent_as_chinese_knowingly_goes_at_once(
    clerk: Browser, house: House, reader: Resident
) -> None:
    await clerk.moves(reader.number, "ask", text=CHINESE, as_chinese="yes")
    assert await moves(house, reader.number) == ["file", "ask"]


async def test_what_is_written_in_tibetan_goes_at_once_and_so_does_chinese_to_a_reader_of_chinese(
    clerk: Browser, house: House, reader: Resident, resident: Resident
) -> None:
    await clerk.moves(reader.number, "ask", text=TIBETAN)
    await clerk.moves(resident.number, "ask", text=CHINESE)
    for number in (reader.number, resident.number):
        assert await moves(house, number) == ["file", "ask"]


async def test_a_translation_in_chinese_is_refused_and_what_was_typed_stays(
    clerk: Browser, house: House, reader: Resident
) -> None:
    await clerk.moves(reader.number, "ask", text=CHINESE)
    there = await translator(house)
    (one,) = listed((await there.opens("/translating")).text)
    answer = await there.sends(f"/translating/{one}", text="工资条")
    assert answer.status_code == 422
    assert "工资条</textarea>" in answer.text
    assert await moves(house, reader.number) == ["file"]


async def test_two_translators_send_one_reply_once(clerk: Browser, house: House, reader: Resident) -> None:
    await clerk.moves(reader.number, "ask", text=CHINESE)
    there = await translator(house)
    (one,) = listed((await there.opens("/translating")).text)
    await there.sends(f"/translating/{one}", text=TIBETAN)
    await there.opens("/translating")
    answer = await there.sends(f"/translating/{one}", text=TIBETAN)
    assert answer.status_code == 409
    assert TIBETAN in answer.text, "what was typed is given back"
    assert (await moves(house, reader.number)).count("ask") == 1


async def test_a_reply_overtaken_meanwhile_goes_back_to_its_writer(
    clerk: Browser, house: House, reader: Resident
) -> None:
    await clerk.moves(reader.number, "ask", text=CHINESE)
    await clerk.moves(reader.number, "forward", unit="renshe", complexity="simple")
    there = await translator(house)
    (one,) = listed((await there.opens("/translating")).text)
    answer = await there.sends(f"/translating/{one}", text=TIBETAN)
    assert answer.status_code == 409
    assert "མ་བསྐུར་བར་འབྲི་མཁན་ལ་ཕྱིར་སྤྲད་ཟིན།" in answer.text
    assert f">{TIBETAN}</textarea>" in answer.text, "who translated it may still have use for it"
    assert listed(answer.text) == []
    assert await moves(house, reader.number) == ["file", "forward"]
    page = (await clerk.opens(f"/cases/{reader.number}")).text
    assert "已经退回" in page
    assert CHINESE in page


async def test_a_translator_gives_a_reply_back_and_of_one_who_left_none_goes_out(
    clerk: Browser, house: House, reader: Resident
) -> None:
    await clerk.moves(reader.number, "ask", text=CHINESE)
    there = await translator(house)
    (one,) = listed((await there.opens("/translating")).text)
    assert listed((await there.sends(f"/translating/{one}/back")).text) == []
    assert "已经退回" in (await clerk.opens(f"/cases/{reader.number}")).text
    await clerk.moves(reader.number, "ask", text=CHINESE)
    await house.store.write(lambda c: c.execute(update(staff).values(active=staff.c.login != "dorje")))
    (one,) = listed((await there.opens("/translating")).text)
    assert (await there.sends(f"/translating/{one}", text=TIBETAN)).status_code == 409
    assert await moves(house, reader.number) == ["file"]


async def test_a_restricted_case_waits_for_no_translator(
    clerk: Browser, house: House, reader: Resident
) -> None:
    await house.store.write(lambda c: c.execute(update(cases).values(restricted=True, unit="xinfang")))
    await clerk.moves(reader.number, "ask", text=CHINESE)
    assert await moves(house, reader.number) == ["file", "ask"]


async def test_where_both_languages_have_no_room_the_tibetan_goes_alone(
    clerk: Browser, house: House, reader: Resident
) -> None:
    chinese, tibetan = CHINESE * 300, TIBETAN * 100
    await clerk.moves(reader.number, "ask", text=chinese)
    there = await translator(house)
    (one,) = listed((await there.opens("/translating")).text)
    await there.sends(f"/translating/{one}", text=tibetan)
    assert await moves(house, reader.number) == ["file", "ask"]
    page = (await clerk.opens(f"/cases/{reader.number}")).text
    assert f">{tibetan}<" in page


async def test_who_does_not_translate_sees_no_list(house: House, clerk: Browser, reader: Resident) -> None:
    await clerk.moves(reader.number, "ask", text=CHINESE)
    unit = await joins(house, "unit", Role.UNIT, "renshe", language="bo")
    other = Browser(house)
    await other.signs_in("unit")
    assert listed((await other.opens("/translating")).text) == []
    [held] = await house.store.read(lambda c: held_replies.waiting(c, house.keyring, unit))
    assert (await other.sends(f"/translating/{held.id}", text=TIBETAN)).status_code == 409
    assert await moves(house, reader.number) == ["file"]


async def test_a_refused_move_is_refused_today_and_not_when_it_is_translated(
    clerk: Browser, house: House, reader: Resident
) -> None:
    answer = await clerk.moves(reader.number, "answer", text=CHINESE, outcome="supported")
    assert answer.status_code in (409, 422)
    there = await translator(house)
    assert listed((await there.opens("/translating")).text) == []


async def test_a_kept_reply_is_filled_in_the_language_its_reader_reads(
    clerk: Browser, house: House, reader: Resident, resident: Resident
) -> None:
    words = {
        "title_zh": "补材料",
        "title_bo": "ཡི་གེ་སྐུར་བ།",
        "text_zh": "{number}：请补材料。{unit}，{day}，{phone}",
        "text_bo": "{number} ཡི་གེ་སྐུར་རོགས།",
    }
    await clerk.opens("/replies")
    page = (await clerk.sends("/replies", **{"for": "all"}, **words)).text
    (one,) = re.findall(r'id="reply-([0-9a-f]{16})"', page)
    for who, text in ((resident, words["text_zh"]), (reader, words["text_bo"])):
        filled = await clerk.opens(f"/cases/{who.number}/replies/{one}")
        said = {"number": who.number, "unit": "嘉黎县信访局", "day": "2026年11月23日", "phone": "12345"}
        assert filled.text == text.format(**said)
    assert "补材料" in (await clerk.opens(f"/cases/{resident.number}")).text
    await clerk.opens("/replies")
    await clerk.sends(f"/replies/{one}/end", **{"for": "all"})
    assert (await clerk.opens(f"/cases/{resident.number}/replies/{one}")).status_code == 404


async def test_a_kept_reply_wants_both_languages_and_known_variables(clerk: Browser) -> None:
    words = {"title_zh": "一", "title_bo": "གཅིག", "text_zh": "{name}您好", "text_bo": "བཀྲ་ཤིས།"}
    await clerk.opens("/replies")
    answer = await clerk.sends("/replies", **words)
    assert answer.status_code == 422
    assert "{name}您好" in answer.text
    await clerk.opens("/replies")
    assert (await clerk.sends("/replies", **{**words, "text_zh": "好", "text_bo": " "})).status_code == 422
    await clerk.opens("/replies")
    assert (await clerk.sends("/replies", **{**words, "text_zh": "好" * 4001})).status_code == 422


async def test_a_unit_keeps_its_own_replies_and_no_others_see_them(labour: Browser, clerk: Browser) -> None:
    words = {"title_zh": "工资", "title_bo": "གླ་ཕོགས།", "text_zh": "请等。", "text_bo": "སྒུག་རོགས།"}
    await labour.opens("/replies")
    assert (await labour.sends("/replies", **{"for": "all"}, **words)).status_code == 422
    await labour.opens("/replies")
    assert "请等。" in (await labour.sends("/replies", **words)).text
    assert "请等。" not in (await clerk.opens("/replies")).text


async def test_a_reply_is_ended_once_and_by_those_whose_it_is(
    labour: Browser, clerk: Browser, house: House
) -> None:
    words = {"title_zh": "工资", "title_bo": "གླ་ཕོགས།", "text_zh": "请等。", "text_bo": "སྒུག་རོགས།"}
    await labour.opens("/replies")
    page = (await labour.sends("/replies", **words)).text
    (one,) = re.findall(r'id="reply-([0-9a-f]{16})"', page)
    for who, reply, whose in ((clerk, one, ""), (clerk, one, "all"), (labour, one, "all"), (labour, "0", "")):
        await who.opens("/replies")
        answer = await who.sends(f"/replies/{reply}/end", **{"for": whose})
        assert answer.status_code == 404
    assert "请等。" in (await labour.opens("/replies")).text
    assert (await labour.sends(f"/replies/{one}/end")).status_code == 200
    assert "请等。" not in labour.page.text
    assert (await labour.sends(f"/replies/{one}/end")).status_code == 404


@pytest.mark.parametrize("role", [Role.TRANSLATOR, Role.OUTREACH, Role.ADMIN])
async def test_who_has_no_case_keeps_no_replies(house: House, role: Role) -> None:
    words = {"title_zh": "工资", "title_bo": "གླ་ཕོགས།", "text_zh": "请等。", "text_bo": "སྒུག་རོགས།"}
    await joins(house, "other", role, "xinfang")
    other = Browser(house)
    await other.signs_in("other")
    assert (await other.opens("/replies")).status_code == 404
    for whose in ("", "all"):
        await other.opens("/account")
        assert (await other.sends("/replies", **{"for": whose}, **words)).status_code == 404


async def test_a_kept_reply_fills_what_the_resident_reads_and_no_note_of_the_office(
    clerk: Browser, labour: Browser, resident: Resident
) -> None:
    words = {"title_zh": "工资", "title_bo": "གླ་ཕོགས།", "text_zh": "请等。", "text_bo": "སྒུག་རོགས།"}
    await clerk.opens("/replies")
    await clerk.sends("/replies", **{"for": "all"}, **words)
    await clerk.moves(resident.number, "forward", unit="renshe", complexity="simple")
    page = (await labour.moves(resident.number, "accept", item="6")).text
    assert 'id="meet-text"' in page
    assert set(re.findall(r'data-fills="(\w+)-text"', page)) == {"ask", "feed_back", "mediate", "answer"}


async def test_a_reason_that_stands_on_a_notice_waits_for_its_tibetan_too(
    house: House, reader: Resident
) -> None:
    await joins(house, "head", Role.HEAD, "xinfang")
    head = Browser(house)
    await head.signs_in("head")
    await head.moves(reader.number, "decline", ground="in_hand", reason=CHINESE)
    assert await moves(house, reader.number) == ["file"]
    there = await translator(house)
    page = (await there.opens("/translating")).text
    (one,) = listed(page)
    assert CHINESE in page
    await there.sends(f"/translating/{one}", text=TIBETAN)
    assert await moves(house, reader.number) == ["file", "decline"]


async def test_who_wrote_a_reply_that_waits_may_still_send_it_as_chinese_and_nobody_else(
    clerk: Browser, house: House, reader: Resident
) -> None:
    page = (await clerk.moves(reader.number, "ask", text=CHINESE)).text
    send = as_chinese(page)
    await joins(house, "other", Role.CLERK, "xinfang")
    other = Browser(house)
    await other.signs_in("other")
    assert "/held/" not in (await other.opens(f"/cases/{reader.number}")).text
    assert (await other.sends(send)).status_code == 409
    assert await moves(house, reader.number) == ["file"]
    page = (await clerk.sends(send)).text
    assert "已经用汉文发出" in page
    assert "没等藏文，就用汉文发出了" in page
    assert await moves(house, reader.number) == ["file", "ask"]
    assert CHINESE in (await reader.presses(f"case:supply.{reader.number}")).bubble.text
    await clerk.opens(f"/cases/{reader.number}")
    assert (await clerk.sends(send)).status_code == 409
    assert listed((await (await translator(house)).opens("/translating")).text) == []


async def test_a_reply_overtaken_while_it_waited_is_not_sent_as_chinese_either(
    clerk: Browser, house: House, reader: Resident
) -> None:
    send = as_chinese((await clerk.moves(reader.number, "ask", text=CHINESE)).text)
    await clerk.moves(reader.number, "forward", unit="renshe", complexity="simple")
    await clerk.opens(f"/cases/{reader.number}")
    answer = await clerk.sends(send)
    assert (answer.status_code, "转送" in answer.text) == (409, True)
    assert await moves(house, reader.number) == ["file", "forward"]


async def test_an_extension_that_waits_is_named_as_due_and_can_be_made_on_the_last_day_of_the_law(
    clerk: Browser, labour: Browser, house: House, clock: SetTime, reader: Resident
) -> None:
    number = reader.number
    await clerk.moves(number, "forward", unit="renshe", complexity="simple")
    await labour.moves(number, "accept", item="6")
    await labour.moves(number, "ask", text="请写明月份。")
    await joins(house, "labour.head", Role.HEAD, "renshe")
    clock.later(days=1)
    head, there = Browser(house), await translator(house)
    await head.signs_in("labour.head")
    asks = (await head.moves(number, "extend", days="30", reason=CHINESE)).text
    assert "已经交给翻译" in asks
    assert "法律规定的最后一天：2027年1月22日，还有 59 天" in asks
    page = (await there.opens("/translating")).text
    assert page.index(CHINESE) < page.index("请写明月份。"), "the law presses here, and not there"
    assert page.count("འཕྱི་ཤོས") == 1, "the day alone, in her language"
    clock.later(days=59)
    await head.signs_in("labour.head")
    page = (await head.opens(f"/cases/{number}")).text
    assert "2027年1月22日，今天到期" in page
    assert "已经用汉文发出" in (await head.sends(as_chinese(page))).text
    assert (await moves(house, number))[-1] == "extend"
