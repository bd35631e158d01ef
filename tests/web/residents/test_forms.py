"""Promises to a resident whose browser runs no scripts."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import func, select

from bot.wiring import House
from storage.tables import cases as cases_table
from storage.tables import conversations, inbox, outbox
from tests.bot.houses import disk_gives_nothing
from tests.web.residents.phone import Phone
from tests.web.residents.story import LANGUAGES, TO_EVIDENCE, TO_SUMMARY, photo


async def play(phone: Phone, steps: tuple[str, ...]) -> None:
    """Take steps of a story, loading the page anew between every two."""
    for step in steps:
        await (phone.press(step[1:]) if step.startswith("=") else phone.say(step))
        assert not phone.page.trouble, (step, phone.page.trouble)
        await phone.open()


async def count(house: House, table: object) -> int:
    """How many rows."""
    query = select(func.count()).select_from(table)  # type: ignore[arg-type]
    return int(await house.store.read(lambda connection: connection.execute(query).scalar_one()))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_whole_complaint_is_filed_with_forms_alone(phone: Phone, house: House, language: str) -> None:
    await phone.open()
    await play(phone, TO_EVIDENCE[language])
    assert phone.page.lang == {"zh": "zh-CN", "bo": "bo"}[language]
    assert {"photo", "document", "voice"} <= phone.page.inputs
    await phone.send(files=[("photo", ("欠条.jpg", photo(), "image/jpeg"))])
    picture = re.search(r'img src="(/file/[0-9a-f]+)"', phone.answer.text)
    assert picture
    shown = await phone.client.get(picture[1])
    assert shown.headers["content-type"] == "image/jpeg"
    assert "sandbox" in shown.headers["content-security-policy"]
    await phone.press("evidence:done")
    await play(phone, TO_SUMMARY[language])
    await phone.press("summary:submit")
    number = re.search(r"嘉信\d{8}-\d{8}", phone.said)
    assert number, phone.said
    assert re.search(r"\d{4}-\d{4}-\d{4}", phone.said.replace(" ", "-"))
    assert await count(house, cases_table) == 1
    # What was filed is not shown again on a phone others may hold; the receipt is.
    await phone.open()
    assert number[0] in phone.page.text
    assert "8600" not in phone.page.text
    assert (await phone.client.get(picture[1])).status_code == 404


async def test_nothing_is_stored_and_no_cookie_set_before_the_first_form(phone: Phone, house: House) -> None:
    page = await phone.open()
    assert set(page.buttons) == {"language:bo", "language:zh"}
    assert "请选择语言" in page.text
    assert "སྐད་ཡིག" in page.text
    assert not phone.client.cookies
    assert await count(house, conversations) == 0
    await phone.press("language:zh")
    assert len(phone.client.cookies["lamton"]) == 22
    assert await count(house, conversations) == 1
    cookie = phone.answer.history[0].headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


async def test_the_first_form_sent_twice_begins_one_conversation(phone: Phone, house: House) -> None:
    await phone.open()
    first = dict(phone.page.hidden)
    await phone.press("language:zh")
    phone.client.cookies.clear()
    await phone.send(**first, press="language:zh")
    assert await count(house, conversations) == 1


async def test_a_double_tap_and_a_resend_change_nothing(phone: Phone, house: House) -> None:
    await phone.open()
    await phone.press("language:zh")
    form = dict(phone.page.hidden)
    await phone.press("menu:complaint")
    once = phone.page.bubbles
    rows = await count(house, outbox), await count(house, inbox)
    await phone.send(**form, press="menu:complaint")
    assert phone.page.bubbles == once
    assert (await count(house, outbox), await count(house, inbox)) == rows
    await phone.open()
    assert phone.page.bubbles == once


async def test_two_submits_file_one_case(phone: Phone, house: House) -> None:
    await phone.open()
    await play(phone, (*TO_EVIDENCE["zh"], "=evidence:skip", *TO_SUMMARY["zh"]))
    form = dict(phone.page.hidden)
    await phone.press("summary:submit")
    await phone.send(**form, press="summary:submit")
    await phone.send(**{**form, "turn": "another-nonce-0123456789"}, press="summary:submit")
    assert await count(house, cases_table) == 1


async def test_words_changed_after_a_lost_answer_stay_in_the_box(phone: Phone) -> None:
    await phone.open()
    await play(phone, TO_EVIDENCE["zh"][:7])
    form = dict(phone.page.hidden)
    await phone.say("第一次写的话")
    await phone.send(**form, text="第一次写的话，又加了几个字")
    assert phone.page.box == "第一次写的话，又加了几个字"
    assert "前面发的一条已经收到" in phone.page.trouble


@pytest.mark.parametrize("language", LANGUAGES)
async def test_text_far_too_long_is_refused_kindly_and_stays_in_the_box(phone: Phone, language: str) -> None:
    await phone.open()
    await play(phone, TO_EVIDENCE[language][:7])
    long = ("长" if language == "zh" else "ཀ་") * 100_000
    await phone.say(long[:100_000])
    assert phone.page.box == long[:100_000]
    assert "8,000" in phone.said
    assert phone.page.hidden["turn"]


async def test_a_press_keeps_what_was_being_typed(phone: Phone) -> None:
    await phone.open()
    await play(phone, TO_EVIDENCE["zh"][:7])
    await phone.send(press="facts:back", text="还没有写完")
    assert phone.page.box == "还没有写完"


async def test_the_language_is_switched_without_losing_place_or_words(phone: Phone) -> None:
    await phone.open()
    await play(phone, TO_EVIDENCE["zh"][:7])
    asked = phone.page.hidden["draft"]
    await phone.send(press="language:bo", text="还没有写完")
    assert phone.page.lang == "bo"
    assert phone.page.box == "还没有写完"
    assert phone.page.hidden["draft"] == asked
    assert phone.page.bubbles[-2] == ("own", "བོད་ཡིག")


async def test_only_the_newest_buttons_can_be_pressed(phone: Phone) -> None:
    await phone.open()
    await play(phone, TO_EVIDENCE["zh"][:4])
    assert not [b for b in phone.page.buttons if b.startswith(("menu:", "consent:"))]
    stale = {**phone.page.hidden}
    await phone.send(**stale, press="consent:agree")
    assert "过时" in phone.said


async def test_a_link_with_a_payload_opens_what_it_names(phone: Phone) -> None:
    await phone.open("/?start=complaint")
    await phone.press("language:zh")
    assert "consent:agree" in phone.page.buttons
    await phone.open("/?start=progress")
    await phone.press("start:progress")
    assert "progress" in phone.answer.text or "编号" in phone.said


async def test_a_bad_file_is_told_of_and_the_good_one_kept(phone: Phone) -> None:
    await phone.open()
    await play(phone, TO_EVIDENCE["zh"])
    await phone.send(
        files=[
            ("photo", ("a.jpg", b"MZ\x90\x00 an executable", "image/jpeg")),
            ("photo", ("b.jpg", photo(), "image/jpeg")),
            ("document", ("c.pdf", b"", "application/pdf")),
        ]
    )
    assert "空的" in phone.page.text
    assert phone.answer.text.count("<img src=") == 1
    assert "evidence:done" in phone.page.buttons


async def test_a_picture_the_disk_does_not_give_is_not_there(phone: Phone, house: House) -> None:
    await phone.open()
    await play(phone, TO_EVIDENCE["zh"])
    await phone.send(files=[("photo", ("a.jpg", photo(), "image/jpeg"))])
    picture = re.search(r'img src="(/file/[0-9a-f]+)"', phone.answer.text)
    assert picture
    assert (await phone.client.get(picture[1])).status_code == 200
    disk_gives_nothing(house)
    assert (await phone.client.get(picture[1])).status_code == 404


async def test_the_number_of_a_case_is_asked_and_its_code_is_not_shown_again(phone: Phone) -> None:
    await phone.open()
    await play(phone, ("=language:zh", "=menu:progress", "嘉信20261123-00482913", "1234 5678 9012 3456 7890"))
    assert "1234 5678" not in phone.page.text
    assert "1234 5678" not in phone.answer.text


async def test_while_a_person_is_talked_to_the_page_shows_what_was_said_and_the_house_adds_nothing(
    phone: Phone, house: House
) -> None:
    await phone.open()
    for press in ("language:zh", "menu:person"):
        await phone.press(press)
    await phone.say("水管坏了")
    before = len(phone.page.bubbles)
    await phone.say("没有人来修")
    assert not phone.page.trouble
    assert [side for side, _ in phone.page.bubbles[before:]] == ["own"]
    assert set(phone.page.buttons) >= {"person:end"}
    await phone.press("person:end")
    assert "menu:complaint" in phone.page.buttons
