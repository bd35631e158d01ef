"""Promises about a case: what is shown to whom, that its opening is on record, and what its moves do."""

from __future__ import annotations

import asyncio
import re
from functools import partial

import pytest
from sqlalchemy import Connection, update

from bot.wiring import House
from cases.lifecycle import Status
from storage import cases as case_rows
from storage import desk, query_codes
from storage.cases import Stored
from storage.errors import StorageBusy
from storage.tables import events, files
from tests.bot.houses import SetTime
from tests.web.desk.people import NAME, OVER_BOTH, PHONE, STORY, Browser, Resident

pytestmark = OVER_BOTH


async def stored(house: House, number: str) -> Stored:
    """The case as it stands."""
    found = await house.store.read(lambda c: case_rows.find(c, house.keyring, number))
    assert found is not None
    return found


async def moves(house: House, number: str) -> list[str]:
    """What was done with it."""
    case = await stored(house, number)
    return [e.move for e in await house.store.read(lambda c: case_rows.history(c, case))]


async def notices(house: House, number: str) -> list[str]:
    """What its resident was told."""
    case = await stored(house, number)
    return [n.text for n in await house.store.read(lambda c: desk.notices(c, case))]


async def test_the_page_shows_what_the_resident_said_under_each_question(
    clerk: Browser, resident: Resident
) -> None:
    page = (await clerk.opens(f"/cases/{resident.number}")).text
    for label, answer in (
        ("情况", STORY["zh"]),
        ("姓名", NAME["zh"]),
        ("电话", PHONE),
        ("什么事", "拖欠工资"),
    ):
        assert re.search(f"<dt>{label}</dt><dd[^>]*>{answer}</dd>", page)
    assert "《信访工作条例》第二十二条" in page
    assert "还有 15 天" in page
    assert "记录完整" in page


async def test_who_asked_to_be_kept_secret_is_named_to_the_office_alone(
    clerk: Browser, labour: Browser, house: House
) -> None:
    secret = Resident(house, "secret")
    number = await secret.files(identity="confidential")
    page = (await clerk.moves(number, "forward", unit="renshe", complexity="simple")).text
    assert NAME["zh"] in page
    theirs = (await labour.opens(f"/cases/{number}")).text
    assert STORY["zh"] in theirs
    assert "保密（只有信访局能看）" in theirs
    assert NAME["zh"] not in theirs
    assert PHONE not in theirs


async def test_an_opening_is_on_record_once_an_hour_and_sign_in(
    clerk: Browser, resident: Resident, house: House, clock: SetTime
) -> None:
    path = f"/cases/{resident.number}"
    await asyncio.gather(*(clerk.client.get(f"/desk{path}") for _ in range(4)))
    assert (await moves(house, resident.number)).count("read") == 1
    for _ in range(3):
        await clerk.opens(path)
    assert (await moves(house, resident.number)).count("read") == 1
    clock.later(minutes=61)
    await clerk.opens(path)
    assert (await moves(house, resident.number)).count("read") == 2
    await clerk.sends("/sign-out")
    clock.later(minutes=1)
    await clerk.signs_in("dorje")
    page = await clerk.opens(path)
    assert (await moves(house, resident.number)).count("read") == 3
    assert "多吉" in page.text.split('id="events"')[1]


async def test_forward_accept_ask_answer_reach_the_resident_in_their_language(
    clerk: Browser, labour: Browser, house: House
) -> None:
    told = {}
    for language in ("zh", "bo"):
        one = Resident(house, f"r-{language}", language)
        number = await one.files()
        await clerk.moves(number, "forward", unit="renshe", complexity="complex", reason="请尽快办理")
        await labour.moves(number, "accept", item="6")
        await labour.moves(number, "ask", text="请发合同的照片。", as_chinese="yes")
        await one.supplies("合同在这里。")
        answer = {"outcome": "supported", "text": "工资已经要回来了。", "as_chinese": "yes"}
        page = await labour.moves(number, "answer", **answer)
        assert "已经答复" in page.text
        assert "工资已经要回来了。" in page.text
        assert "合同在这里。" in page.text
        case = (await stored(house, number)).case
        assert (case.status, case.unit, case.complex, case.item) == (Status.ANSWERED, "renshe", True, 6)
        done = [m for m in await moves(house, number) if m != "read"]
        assert done == ["file", "forward", "accept", "ask", "add", "answer"]
        told[language] = await notices(house, number)
        assert len(told[language]) == 4
        assert not any("工资已经要回来了" in text or "请发合同" in text for text in told[language])
    assert "已经转给嘉黎县人力资源和社会保障局" in told["zh"][0]
    assert all(re.search("[\u0f40-\u0fbc]{3}", text) for text in told["bo"])
    assert not any("已经" in text for text in told["bo"])


async def test_a_notice_follows_the_language_the_resident_reads_now(
    clerk: Browser, resident: Resident, house: House
) -> None:
    await resident.presses("language:bo")
    await clerk.moves(resident.number, "ask", text="请发合同的照片。", as_chinese="yes")
    assert "འཕྲིན་གསར་པ" in (await notices(house, resident.number))[0]


async def test_what_is_missing_or_wrong_is_said_and_the_words_stay(
    clerk: Browser, resident: Resident, house: House
) -> None:
    number = resident.number
    page = await clerk.moves(number, "forward", unit="", complexity="simple", reason="写了一半的说明")
    assert page.status_code == 422
    assert "请填：承办单位" in page.text
    assert "写了一半的说明" in page.text
    assert 'value="simple" required checked' in page.text
    page = await clerk.sends(f"/cases/{number}/moves/forward", unit="dangwei_zhengfu", complexity="simple")
    assert "没有这个选项" in page.text
    long = "长" * 100_000
    page = await clerk.sends(f"/cases/{number}/moves/ask", text=long)
    assert page.status_code == 422
    assert "太长了，最多 4,000 字" in page.text
    assert long in page.text
    assert [m for m in await moves(house, number) if m != "read"] == ["file"]


async def test_two_clerks_at_once_move_once_and_the_second_is_told_who(
    clerk: Browser, labour: Browser, resident: Resident, house: House
) -> None:
    number = resident.number
    second = Browser(house)
    await second.signs_in("dorje")
    await clerk.opens(f"/cases/{number}")
    await second.opens(f"/cases/{number}")
    await clerk.sends(f"/cases/{number}/moves/forward", unit="renshe", complexity="simple")
    for move, words in (
        ("forward", {"unit": "minzheng", "complexity": "simple", "reason": "我写的说明"}),
        ("ask", {"text": "我写的说明"}),
    ):
        page = await second.sends(f"/cases/{number}/moves/{move}", after="1", **words)
        assert page.status_code == 409
        assert "多吉在 11-23 09:00 已经办了“转送”" in page.text
        assert "我写的说明" in page.text
    assert [m for m in await moves(house, number) if m != "read"] == ["file", "forward"]
    assert len(await notices(house, number)) == 1


async def test_a_form_sent_twice_by_a_double_tap_is_one_move(
    clerk: Browser, resident: Resident, house: House
) -> None:
    number = resident.number
    page = (await clerk.opens(f"/cases/{number}")).text
    words = dict(re.findall(r'name="(proof|after)" value="([^"]*)"', page)) | {"text": "请发合同的照片。"}
    path = f"/desk/cases/{number}/moves/ask"
    answers = await asyncio.gather(*(clerk.client.post(path, data=words) for _ in range(4)))
    assert sorted(a.status_code for a in answers) == [303, 409, 409, 409]
    assert (await moves(house, number)).count("ask") == 1
    assert len(await notices(house, number)) == 1


async def test_a_case_that_is_not_ones_own_cannot_be_moved_or_read(
    labour: Browser, clerk: Browser, resident: Resident, house: House
) -> None:
    await labour.opens("/account")
    number = resident.number
    for path, words in (
        (f"/cases/{number}/moves/ask", {"text": "x", "after": "1"}),
        (f"/cases/{number}/code", {"seen_as": "id_card"}),
    ):
        page = await labour.sends(path, **words)
        assert page.status_code == 404
        await labour.opens("/account")
    await clerk.moves(number, "forward", unit="renshe", complexity="simple")
    page = await labour.moves(number, "forward", unit="minzheng", complexity="simple")
    assert page.status_code == 409
    assert [m for m in await moves(house, number) if m != "read"] == ["file", "forward"]


async def test_a_lost_code_is_renewed_by_a_clerk_who_saw_the_person(
    clerk: Browser, labour: Browser, resident: Resident, house: House
) -> None:
    number, old = resident.number, resident.code
    await clerk.opens(f"/cases/{number}")
    assert (await clerk.sends(f"/cases/{number}/code", seen_as="")).status_code == 422
    page = await clerk.sends(f"/cases/{number}/code", seen_as="id_card")
    code = re.search(r'<p class="code">([^<]+)</p>', page.text)
    assert code is not None
    assert code[1] not in (await clerk.opens(f"/cases/{number}")).text
    assert "看了身份证" in clerk.page.text

    async def fits(text: str) -> bool:
        return await house.store.read(lambda c: query_codes.code_fits(c, house.keyring, number, text))

    assert await fits(code[1])
    assert not await fits(old)
    await clerk.sends(f"/cases/{number}/moves/forward", unit="renshe", complexity="simple")
    await labour.opens(f"/cases/{number}")
    assert "换查询码" not in labour.page.text.split('id="events"')[0]
    assert (await labour.sends(f"/cases/{number}/code", seen_as="id_card")).status_code == 403


async def test_a_picture_is_shown_to_who_may_see_the_case_alone(
    clerk: Browser, labour: Browser, house: House
) -> None:
    one = Resident(house, "r")
    number = await one.files(photo=True)
    page = (await clerk.opens(f"/cases/{number}")).text
    path = re.search(r'<img src="/desk(/files/[^"]+)"', page)
    assert path is not None
    file = await clerk.opens(path[1])
    assert file.headers["content-type"] == "image/jpeg"
    assert file.headers["x-content-type-options"] == "nosniff"
    assert file.headers["content-disposition"].startswith("inline")
    assert "sandbox" in file.headers["content-security-policy"]
    assert file.content.startswith(b"\xff\xd8")
    piece = await clerk.client.get(f"/desk{path[1]}", headers={"range": "bytes=0-1"})
    assert (piece.status_code, piece.content) == (206, b"\xff\xd8")
    assert (await labour.opens(path[1])).status_code == 404
    assert (await clerk.opens("/files/0000000000000000")).status_code == 404


async def test_a_file_that_is_not_to_be_had_says_so(clerk: Browser, house: House) -> None:
    one = Resident(house, "r")
    number = await one.files(photo=True)
    for state, reason, told in (
        ("waiting", None, "还在取"),
        ("refused", "unreachable", "没有收下：取不到"),
        ("refused", "damaged", "没有收下：不合要求"),
    ):
        changed = update(files).values(state=state, reason=reason)
        await house.store.write(partial(Connection.execute, statement=changed))
        page = (await clerk.opens(f"/cases/{number}")).text
        assert told in page
        assert "<img" not in page


async def test_what_was_tampered_with_shows(clerk: Browser, resident: Resident, house: House) -> None:
    await clerk.opens(f"/cases/{resident.number}")
    await house.store.write(
        lambda c: c.execute(update(events).where(events.c.move == "read").values(staff_id="somebody else"))
    )
    assert "记录被改动过" in (await clerk.opens(f"/cases/{resident.number}")).text


async def test_a_busy_database_gives_the_words_back(
    clerk: Browser, resident: Resident, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await clerk.opens(f"/cases/{resident.number}")

    async def busy(_: object) -> None:
        raise StorageBusy

    with monkeypatch.context() as down:
        down.setattr(house.store, "write", busy)
        page = await clerk.sends(f"/cases/{resident.number}/moves/ask", text="请发合同的照片。")
    assert page.status_code == 503
    assert "没有存下" in page.text
    assert "请发合同的照片。" in page.text
    with monkeypatch.context() as down:
        down.setattr(house.store, "read", busy)
        assert (await clerk.opens("/")).status_code == 503


async def test_markup_in_what_people_wrote_stays_text(clerk: Browser, resident: Resident) -> None:
    page = await clerk.moves(resident.number, "ask", text="<script>alert(1)</script>")
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in page.text
