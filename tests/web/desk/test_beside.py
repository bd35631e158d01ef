"""Promises of what stands beside a case: method, notes, transcripts, related cases; residents see none."""

from __future__ import annotations

import re

from sqlalchemy import select

from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Sent
from storage.tables import case_notes, file_words
from tests.bot.made_files import ogg, pdf
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH
NOTE = "老板电话打不通，明天再打"


async def test_the_method_shows_what_is_done_and_what_is_owed(
    clerk: Browser, labour: Browser, resident: Resident
) -> None:
    page = (await clerk.opens(f"/cases/{resident.number}")).text
    assert "两告知、一反馈、三见面、一引导" in page
    assert page.count('<li class="owed">') == 7
    await clerk.moves(resident.number, "forward", unit="renshe", complexity="simple")
    await labour.moves(resident.number, "accept", item="6")
    await labour.moves(resident.number, "meet", meeting="first", text="见了面")
    page = (await labour.opens(f"/cases/{resident.number}")).text
    done = re.findall(r'<li class="done"><span[^>]*>([^<]+)', page)
    assert done == ["告知是否受理", "接手时见面"]


async def test_a_note_is_read_by_staff_alone_and_lies_sealed(
    clerk: Browser, house: House, resident: Resident
) -> None:
    await clerk.opens(f"/cases/{resident.number}")
    page = (await clerk.sends(f"/cases/{resident.number}/notes", note=NOTE)).text
    assert NOTE in page
    assert "多吉" in page
    row = await house.store.read(lambda c: c.execute(select(case_notes.c.note)).scalar_one())
    assert NOTE.encode() not in row
    for press in (f"case:show.{resident.number}", f"case:kept.{resident.number}"):
        assert NOTE not in (await resident.presses(press)).bubble.text


async def test_an_empty_note_is_refused_and_a_long_one_given_back(clerk: Browser, resident: Resident) -> None:
    await clerk.opens(f"/cases/{resident.number}")
    assert (await clerk.sends(f"/cases/{resident.number}/notes", note=" ")).status_code == 422
    await clerk.opens(f"/cases/{resident.number}")
    answer = await clerk.sends(f"/cases/{resident.number}/notes", note=NOTE * 400)
    assert answer.status_code == 422
    assert NOTE in answer.text


async def test_nothing_is_put_beside_a_case_that_is_not_theirs(house: House, resident: Resident) -> None:
    await joins(house, "teacher", Role.UNIT, "jiaoyu")
    async with Browser(house) as other:
        await other.signs_in("teacher")
        await other.opens("/")
        page = await other.opens("/account")
        assert page.status_code == 200
        for path in ("notes", "related", "unrelated", "transcripts/0"):
            words = {"note": "x", "words": "x", "other": resident.number}
            assert (await other.sends(f"/cases/{resident.number}/{path}", **words)).status_code == 404
            await other.opens("/account")


async def test_what_is_heard_in_a_recording_is_written_beside_it_and_lies_sealed(
    clerk: Browser, house: House, resident: Resident
) -> None:
    await resident.presses(f"case:supply.{resident.number}")
    came = await house.uploads.take("web", resident.address, ogg(), "话.ogg", "audio/ogg", "voice")
    await resident.does(Sent((came.attachment,)), (came,))
    await resident.presses("more:done")
    page = (await clerk.opens(f"/cases/{resident.number}")).text
    [file] = re.findall(r"/transcripts/([0-9a-f]+)", page)
    page = (await clerk.sends(f"/cases/{resident.number}/transcripts/{file}", words="牛被狼咬了")).text
    assert "牛被狼咬了</textarea>" in page
    await clerk.sends(f"/cases/{resident.number}/transcripts/{file}", words="牛犊被狼咬了")
    page = (await clerk.opens(f"/cases/{resident.number}")).text
    assert "牛犊被狼咬了</textarea>" in page
    [row] = await house.store.read(lambda c: c.execute(select(file_words)).all())
    assert "牛".encode() not in row.words
    assert page.count("记录录音") == 2, "each writing is on record"
    other = await Resident(house, "other").files()
    await clerk.opens(f"/cases/{other}")
    answer = await clerk.sends(f"/cases/{other}/transcripts/{file}", words="不是这件的")
    assert answer.status_code == 404, "the recording is none of that case's"


async def test_a_pdf_opens_in_the_browser_without_running_anything(
    clerk: Browser, house: House, resident: Resident
) -> None:
    await resident.presses(f"case:supply.{resident.number}")
    came = await house.uploads.take("web", resident.address, pdf(), "合同.pdf", "application/pdf", "document")
    await resident.does(Sent((came.attachment,)), (came,))
    await resident.presses("more:done")
    page = (await clerk.opens(f"/cases/{resident.number}")).text
    [path] = set(re.findall(r'href="/desk(/files/[0-9a-f]+)"', page))
    answer = await clerk.opens(path)
    assert answer.headers["content-disposition"].startswith("inline")
    assert "script-src" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


async def test_two_cases_are_put_together_by_a_person_and_taken_apart(clerk: Browser, house: House) -> None:
    one, other = await Resident(house, "a").files(), await Resident(house, "b").files()
    await clerk.opens(f"/cases/{one}")
    await clerk.sends(f"/cases/{one}/related", other=other)
    for here, there in ((one, other), (other, one)):
        page = (await clerk.opens(f"/cases/{here}")).text
        assert f'href="/desk/cases/{there}"' in page or there in page.split('id="related"')[1]
    await clerk.sends(f"/cases/{one}/related", other=one)
    assert f'href="/desk/cases/{one}"' not in clerk.page.text.split('id="related"')[1], "not to itself"
    await clerk.sends(f"/cases/{other}/unrelated", other=one)
    assert other not in (await clerk.opens(f"/cases/{one}")).text


async def test_a_related_case_that_one_may_not_see_is_not_shown(
    clerk: Browser, labour: Browser, house: House
) -> None:
    one, other = await Resident(house, "a").files(), await Resident(house, "b").files()
    await clerk.opens(f"/cases/{one}")
    await clerk.sends(f"/cases/{one}/related", other=other)
    await clerk.moves(one, "forward", unit="renshe", complexity="simple")
    page = (await labour.opens(f"/cases/{one}")).text
    assert other not in page
    assert (await labour.sends(f"/cases/{one}/related", other=other)).status_code == 404


async def test_a_supervisor_reads_no_note_no_draft_and_no_reason_and_puts_none_there(
    clerk: Browser, labour: Browser, house: House, resident: Resident
) -> None:
    number, reason = resident.number, "这不是我们管的"
    await clerk.opens(f"/cases/{number}")
    await clerk.sends(f"/cases/{number}/notes", note=NOTE)
    await clerk.moves(number, "forward", unit="renshe", complexity="simple")
    await labour.opens(f"/cases/{number}")
    await labour.sends(f"/cases/{number}/drafts/accept", text=NOTE)
    await labour.moves(number, "object", reason=reason)
    assert reason in (await labour.opens(f"/cases/{number}")).text
    await joins(house, "sangye", Role.SUPERVISOR, "dangwei_zhengfu")
    async with Browser(house) as above:
        await above.signs_in("sangye")
        page = (await above.opens(f"/cases/{number}")).text
        assert number in page
        assert NOTE not in page
        assert reason not in page
        answer = await above.sends(f"/cases/{number}/notes", note="督查写的话")
        assert answer.status_code == 404
    assert "督查写的话" not in (await clerk.opens(f"/cases/{number}")).text


async def test_the_national_number_stands_on_the_page(clerk: Browser, resident: Resident) -> None:
    await clerk.opens(f"/cases/{resident.number}/national")
    await clerk.sends(f"/cases/{resident.number}/national", national="54062120261127001")
    assert "<span>54062120261127001</span>" in (await clerk.opens(f"/cases/{resident.number}")).text
