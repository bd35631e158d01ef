"""Promises of replies said aloud: what staff record is heard by its resident where they read the words, by
nobody else, and nothing that was recorded is lost."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import Connection, func, select

from bot.intake import accept_file
from bot.mydata.contents import contents_of
from bot.web.residents.app import residents_app
from bot.wiring import House
from cases.lifecycle import Role
from storage import cases as case_rows
from storage import conversations, scans
from storage.tables import files
from tests.bot import made_files
from tests.bot.houses import SetTime
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins
from tests.web.desk.test_replying import CHINESE, TIBETAN, listed, translator

pytestmark = OVER_BOTH
TOKEN = "a-token-of-22-letters_"
SAID = made_files.ogg(5)
KEPT = accept_file(SAID, "reply", "audio/ogg", "voice").data
ANSWER = "查清了，工资按合同补发。"


@pytest.fixture
async def resident(house: House) -> Resident:
    """One who filed about wages by the web chat."""
    one = Resident(house, TOKEN)
    await one.files()
    return one


@pytest.fixture
async def phone(house: House) -> AsyncIterator[httpx.AsyncClient]:
    """Their phone."""
    transport = httpx.ASGITransport(residents_app(house))
    cookies = {"lamton": TOKEN}
    async with httpx.AsyncClient(transport=transport, base_url="http://chat.test", cookies=cookies) as one:
        yield one


async def speaks(
    member: Browser, number: str, move: str, said: bytes = SAID, kind: str = "audio/ogg", /, **parts: str
) -> httpx.Response:
    """Make a move on the case's page with a recording in its form."""
    page = (await member.opens(f"/cases/{number}")).text
    return await sends(member, page, number, move, said, kind, **parts)


async def sends(
    member: Browser, page: str, number: str, move: str, said: bytes, kind: str = "audio/ogg", /, **parts: str
) -> httpx.Response:
    """The form of a page in view, once more or first."""
    hidden = dict(re.findall(r'name="(proof|after|claim)" value="([^"]*)"', page))
    form = page.partition(f'id="move-{move}"')[2].partition("</form>")[0]
    hidden |= re.findall(r'name="(said)" value="([^"]*)"', form)
    member.page = await member.client.post(
        f"/desk/cases/{number}/moves/{move}",
        data=hidden | parts,
        files={"voice": ("声音.ogg" if said else "", said, kind)},
        follow_redirects=True,
    )
    return member.page


async def heard(phone: httpx.AsyncClient) -> list[bytes]:
    """What can be heard on the page of the chat."""
    page = (await phone.get("/")).text
    addresses = re.findall(r'<audio class="clip" src="(/recording/\d+)"', page)
    return [(await phone.get(one)).content for one in addresses]


async def recorded(house: House) -> int:
    """How many recordings there are, waiting or with a case."""
    return int(
        await house.store.read(
            lambda c: c.execute(select(func.count()).where(files.c.kind == "voice")).scalar_one()
        )
    )


async def accepted(clerk: Browser, labour: Browser, number: str) -> None:
    """The labour bureau has the case."""
    await clerk.moves(number, "forward", unit="renshe", complexity="simple")
    await labour.moves(number, "accept", item="6")


async def test_a_question_said_aloud_alone_is_heard_where_it_is_answered(
    clerk: Browser, resident: Resident, phone: httpx.AsyncClient, house: House
) -> None:
    page = (await speaks(clerk, resident.number, "ask")).text
    assert page.count('src="/desk/files/') == 2, (
        "in the conversation, and among the files with its transcript"
    )
    assert await heard(phone) == []
    reply = await resident.presses(f"case:supply.{resident.number}")
    assert house.texts["zh"].text("staff-asks-aloud") in reply.bubble.text
    assert await heard(phone) == [KEPT]
    page = (await resident.supplies("工地在城关镇。")).bubble.text
    assert resident.number in page


async def test_an_answer_is_written_and_may_be_read_out_too(
    clerk: Browser, labour: Browser, resident: Resident, phone: httpx.AsyncClient
) -> None:
    await accepted(clerk, labour, resident.number)
    refused = await speaks(labour, resident.number, "answer", outcome="supported")
    assert refused.status_code == 422, "an answer is given in writing, whatever is said"
    assert "已存好" in refused.text
    await sends(labour, refused.text, resident.number, "answer", b"", outcome="supported", text=ANSWER)
    assert labour.page.status_code == 200
    await resident.presses(f"case:open.{resident.number}")
    assert ANSWER in (await phone.get("/")).text
    assert await heard(phone) == [KEPT], "what was kept went with the form that was sent again"


async def test_what_was_kept_may_be_left_out_and_what_comes_later_takes_its_place(
    clerk: Browser, labour: Browser, resident: Resident, phone: httpx.AsyncClient, house: House
) -> None:
    await accepted(clerk, labour, resident.number)
    page = (await speaks(labour, resident.number, "answer", outcome="supported")).text
    page = (await sends(labour, page, resident.number, "answer", made_files.ogg(9), outcome="supported")).text
    assert await recorded(house) == 1, "one recording waits for one move"
    await sends(
        labour, page, resident.number, "answer", b"", outcome="supported", text=ANSWER, left_out="yes"
    )
    await resident.presses(f"case:open.{resident.number}")
    assert await heard(phone) == []
    assert await recorded(house) == 0


async def test_the_same_form_sent_twice_keeps_one_recording(
    clerk: Browser, labour: Browser, resident: Resident, house: House
) -> None:
    await accepted(clerk, labour, resident.number)
    page = (await labour.opens(f"/cases/{resident.number}")).text
    for _ in range(2):
        await sends(labour, page, resident.number, "feed_back", SAID)
    assert await recorded(house) == 1


async def test_what_is_no_recording_is_refused_and_the_words_stay(
    clerk: Browser, resident: Resident, house: House
) -> None:
    photo = made_files.picture()
    page = await speaks(clerk, resident.number, "ask", photo, "image/jpeg", text="工地在哪里？")
    assert page.status_code == 422
    assert "这个文件不是录音" in page.text
    assert "工地在哪里？" in page.text
    assert await recorded(house) == 0
    page = await speaks(clerk, resident.number, "ask", b"OggS-not", text="工地在哪里？")
    assert (page.status_code, await recorded(house)) == (422, 0)


async def test_neither_word_nor_voice_is_no_question(clerk: Browser, resident: Resident) -> None:
    page = (await clerk.opens(f"/cases/{resident.number}")).text
    assert (await sends(clerk, page, resident.number, "ask", b"")).status_code == 422


async def test_a_recording_is_brought_and_never_named(
    clerk: Browser, labour: Browser, resident: Resident, phone: httpx.AsyncClient, house: House
) -> None:
    await speaks(clerk, resident.number, "ask")
    said = await house.store.read(
        lambda c: c.execute(select(files.c.id).where(files.c.kind == "voice")).scalar_one()
    )
    await clerk.moves(resident.number, "ask", text="工地在哪里？", voice=said)
    await resident.presses(f"case:supply.{resident.number}")
    assert await heard(phone) == []


async def test_who_may_not_make_the_move_leaves_nothing(
    clerk: Browser, resident: Resident, house: House
) -> None:
    await joins(house, "tashi", Role.UNIT, "jiaoyu")
    async with Browser(house) as stranger:
        await stranger.signs_in("tashi")
        page = (await stranger.opens("/account")).text
        assert (await sends(stranger, page, resident.number, "ask", SAID)).status_code == 404
        assert await recorded(house) == 0


async def test_another_phone_hears_nothing_and_a_player_may_ask_for_a_piece(
    clerk: Browser, resident: Resident, phone: httpx.AsyncClient, house: House
) -> None:
    await speaks(clerk, resident.number, "ask")
    await resident.presses(f"case:supply.{resident.number}")
    (address,) = re.findall(r'src="(/recording/\d+)"', (await phone.get("/")).text)
    piece = await phone.get(address, headers={"range": "bytes=0-3"})
    assert (piece.status_code, piece.content) == (206, b"OggS")
    other = Resident(house, "b-token-of-22-letters_")
    await other.presses("language:zh")
    phone.cookies.set("lamton", other.address)
    assert (await phone.get(address)).status_code == 404
    phone.cookies.clear()
    assert (await phone.get(address)).status_code == 404
    assert (await phone.get("/recording/999999999")).status_code == 404


async def test_chinese_words_wait_with_their_voice_and_a_voice_alone_waits_for_nobody(
    clerk: Browser, house: House, phone: httpx.AsyncClient
) -> None:
    reader = Resident(house, TOKEN, language="bo")
    await reader.files()
    page = (await speaks(clerk, reader.number, "ask", text=CHINESE)).text
    assert "已经交给翻译" in page
    there = await translator(house)
    (one,) = listed((await there.opens("/translating")).text)
    await there.sends(f"/translating/{one}", text=TIBETAN)
    await reader.presses(f"case:supply.{reader.number}")
    assert await heard(phone) == [KEPT]
    said = made_files.ogg(7)
    await speaks(clerk, reader.number, "ask", said)
    reply = await reader.presses(f"case:supply.{reader.number}")
    assert house.texts["bo"].text("staff-asks-aloud") in reply.bubble.text
    assert (await heard(phone))[-1] == accept_file(said, "reply", "audio/ogg", "voice").data


async def test_a_copy_of_what_is_held_holds_what_was_told_and_nothing_unopened(
    clerk: Browser, labour: Browser, resident: Resident, house: House
) -> None:
    await accepted(clerk, labour, resident.number)
    await speaks(labour, resident.number, "feed_back", made_files.ogg(3))
    await speaks(labour, resident.number, "answer", outcome="supported", text=ANSWER)
    assert await in_copy(house, resident.number) == 1
    await resident.presses(f"case:open.{resident.number}")
    assert await in_copy(house, resident.number) == 2


async def test_a_recording_that_never_went_is_forgotten_after_a_day(
    clerk: Browser, labour: Browser, resident: Resident, house: House, clock: SetTime
) -> None:
    await accepted(clerk, labour, resident.number)
    await speaks(labour, resident.number, "answer", outcome="supported")
    clock.later(hours=25)
    day = house.time.now() - timedelta(days=1)
    await house.store.write(lambda c: scans.forget_loose(c, day))
    assert await recorded(house) == 0
    page = (await labour.opens(f"/cases/{resident.number}")).text
    assert "已存好" not in page

    def reads(connection: Connection) -> bool:
        stored = case_rows.find(connection, house.keyring, resident.number)
        return stored is not None and bool(case_rows.history(connection, stored))

    assert await house.store.read(reads), "the key of the case stays"


async def test_a_text_far_too_long_is_given_back_whole_with_its_recording_kept(
    clerk: Browser, resident: Resident
) -> None:
    long = "长" * 100_000
    page = await speaks(clerk, resident.number, "ask", text=long)
    assert page.status_code == 422
    assert long in page.text
    assert "已存好" in page.text


async def test_what_was_kept_since_goes_with_no_form_that_did_not_show_it(
    clerk: Browser, labour: Browser, resident: Resident, phone: httpx.AsyncClient
) -> None:
    await accepted(clerk, labour, resident.number)
    older = (await labour.opens(f"/cases/{resident.number}")).text
    page = (await speaks(labour, resident.number, "answer", outcome="supported")).text
    played = await labour.client.get(f"/desk/cases/{resident.number}/spoken/answer")
    assert played.content == KEPT, "who kept it can hear it before it goes"
    assert '/spoken/answer"' in page
    assert (await clerk.client.get(f"/desk/cases/{resident.number}/spoken/answer")).status_code == 404
    await sends(labour, older, resident.number, "answer", b"", outcome="not_supported", text="不属实。")
    await resident.presses(f"case:open.{resident.number}")
    assert await heard(phone) == []


async def test_the_same_recording_may_be_brought_again(
    clerk: Browser, labour: Browser, resident: Resident, phone: httpx.AsyncClient, house: House
) -> None:
    assert (await speaks(clerk, resident.number, "ask")).status_code == 200
    assert (await speaks(clerk, resident.number, "ask")).status_code == 200
    await resident.presses(f"case:supply.{resident.number}")
    assert await heard(phone) == [KEPT]
    await accepted(clerk, labour, resident.number)
    await speaks(labour, resident.number, "answer", outcome="supported", text=ANSWER)
    await joins(house, "gonpo", Role.HEAD, "xinfang")
    async with Browser(house) as head:
        await head.signs_in("gonpo")
        await head.moves(resident.number, "correct", reason="写错了")
        assert "已经更正" in head.page.text
    await speaks(labour, resident.number, "answer", outcome="supported", text=f"更正：{ANSWER}")
    await resident.presses(f"case:open.{resident.number}")
    assert (await heard(phone))[-1] == KEPT
    assert len(await heard(phone)) == 2


async def reader_of(house: House) -> Resident:
    """One who reads Tibetan."""
    reader = Resident(house, TOKEN, language="bo")
    await reader.files()
    return reader


async def in_copy(house: House, number: str) -> int:
    """How many recordings a resident's copy of their case holds."""

    def look(connection: Connection) -> int:
        kept = conversations.find(connection, house.keyring, "web", TOKEN)
        assert kept is not None
        entries = contents_of(connection, house, kept, (number,), "zh", 10**9)
        return sum(one.path.endswith(".ogg") for one in entries)

    return await house.store.read(look)


async def test_a_reply_that_goes_out_takes_no_other_recording_with_it(clerk: Browser, house: House) -> None:
    reader = await reader_of(house)
    await speaks(clerk, reader.number, "ask", text=CHINESE)
    await speaks(clerk, reader.number, "ask", made_files.ogg(9), text="长" * 9000)
    there = await translator(house)
    (one,) = listed((await there.opens("/translating")).text)
    await there.sends(f"/translating/{one}", text=TIBETAN)
    assert "已存好" in (await clerk.opens(f"/cases/{reader.number}")).text
    assert await in_copy(house, reader.number) == 1


async def test_a_reply_given_back_brings_its_recording_to_its_writer(
    clerk: Browser, house: House, phone: httpx.AsyncClient
) -> None:
    reader = await reader_of(house)
    await speaks(clerk, reader.number, "ask", text=CHINESE)
    there = await translator(house)
    (one,) = listed((await there.opens("/translating")).text)
    await there.sends(f"/translating/{one}/back")
    page = (await clerk.opens(f"/cases/{reader.number}")).text
    assert "已存好" in page
    assert await in_copy(house, reader.number) == 0
    await sends(clerk, page, reader.number, "ask", b"", text=CHINESE, as_chinese="yes")
    await reader.presses(f"case:supply.{reader.number}")
    assert await heard(phone) == [KEPT]
    assert await in_copy(house, reader.number) == 1


async def test_what_waited_and_went_out_in_chinese_is_in_the_copy(clerk: Browser, house: House) -> None:
    reader = await reader_of(house)
    page = (await speaks(clerk, reader.number, "ask", text=CHINESE)).text
    (held,) = set(re.findall(r'action="[^"]*/held/([0-9a-f]{16})"', page))
    await clerk.sends(f"/cases/{reader.number}/held/{held}")
    assert await in_copy(house, reader.number) == 1


async def test_a_number_larger_than_any_is_not_there(phone: httpx.AsyncClient, resident: Resident) -> None:
    assert (await phone.get("/recording/99999999999999999999999")).status_code == 404
