"""My data on the web: a link for the one who asked, for a quarter of an hour; all of it gone when deleted."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

from bot.web.residents.app import residents_app
from bot.wiring import House
from tests.web.residents.conftest import ADDRESS
from tests.web.residents.phone import Phone
from tests.web.residents.story import TO_EVIDENCE, TO_SUMMARY
from tests.web.residents.test_forms import play

NUMBER = re.compile(r"嘉信\d{8}-\d{8}")
LINK = re.compile(r'href="(/copy/\d+)"')
FACTS = TO_EVIDENCE["zh"][7]


def link_of(phone: Phone) -> str:
    """The link to the copy on the page."""
    found = LINK.findall(phone.answer.text)
    assert found, phone.page.bubbles
    return str(found[-1])


async def test_a_copy_is_fetched_by_its_link_alone_by_its_own_phone(phone: Phone, house: House) -> None:
    await phone.open()
    await play(phone, (*TO_EVIDENCE["zh"][:8], "我的信息", "=mine:export"))
    link = link_of(phone)
    answer = await phone.client.get(link)
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["cache-control"] == "no-store"
    with ZipFile(BytesIO(answer.content)) as copy:
        assert copy.testzip() is None
        assert FACTS in copy.read("conversation.json").decode()
    async with Phone(residents_app(house), ADDRESS) as stranger:
        assert (await stranger.client.get(link)).status_code == 404
        await stranger.open()
        await play(stranger, ("=language:zh",))
        assert (await stranger.client.get(link)).status_code == 404
    for number in (0, 10**9, 10**30):
        assert (await phone.client.get(f"/copy/{number}")).status_code == 404


async def test_the_link_is_gone_after_a_quarter_of_an_hour(phone: Phone, house: House) -> None:
    await phone.open()
    await play(phone, ("=language:zh", "=menu:mydata", "=mine:export"))
    link = link_of(phone)
    house.time.ahead = timedelta(minutes=16)
    assert (await phone.client.get(link)).status_code == 404
    await phone.open()
    assert link not in phone.answer.text


async def test_a_message_that_is_no_copy_is_not_fetched(phone: Phone) -> None:
    await phone.open()
    await play(phone, ("=language:zh",))
    for number in range(1, 6):
        assert (await phone.client.get(f"/copy/{number}")).status_code == 404


async def test_a_case_is_copied_by_its_code_and_the_page_holds_nothing_after_deleting(phone: Phone) -> None:
    await phone.open()
    await play(phone, (*TO_EVIDENCE["zh"], "=evidence:skip", *TO_SUMMARY["zh"], "=summary:submit"))
    number = NUMBER.search(phone.said)
    assert number
    code = re.search(r"(?:\d{4} ){4}\d{4}", phone.said)
    assert code
    await play(phone, ("=menu:menu", "=menu:mydata", "=mine:export", f"=which:{number[0]}", code[0]))
    answer = await phone.client.get(link_of(phone))
    with ZipFile(BytesIO(answer.content)) as copy:
        assert FACTS in copy.read(f"cases/{number[0]}.json").decode()
    link = link_of(phone)
    await play(phone, ("=mine:erase", "=sure:yes", "=surer:yes"))
    assert (await phone.client.get(link)).status_code == 404
    assert len(phone.page.bubbles) == 2
    assert number[0] not in phone.answer.text
    assert set(phone.page.buttons) == {"language:bo", "language:zh"}
