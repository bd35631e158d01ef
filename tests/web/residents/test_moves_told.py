"""Promises to a resident on the web about what is done with their case: each notice, its text, its paper."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.reminding import remind
from bot.wiring import House
from cases.lifecycle import Role
from tests.web.desk.people import joins
from tests.web.residents.phone import Phone
from tests.web.residents.story import LANGUAGES, TO_EVIDENCE, TO_SUMMARY
from tests.web.residents.told_of_moves import NOTICES, TEXT, check_paper, office_does

RECEIPT = re.compile(r"(嘉信\d{8}-\d{8})[\s\S]*?((?:\d{4}[- ]){4}\d{4})")


async def files(phone: Phone, language: str) -> tuple[str, str]:
    """A whole complaint; its number and code."""
    await phone.open()
    for step in (*TO_EVIDENCE[language], "=evidence:skip", *TO_SUMMARY[language], "=summary:submit"):
        await (phone.press(step[1:]) if step.startswith("=") else phone.say(step))
    found = RECEIPT.search(phone.said)
    assert found, phone.said
    return found[1], found[2]


def shown(text: str) -> str:
    """Words without their lines and marks, to compare what was sent with what a page shows."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notice", NOTICES)
async def test_what_was_decided_is_told_with_its_text_and_its_paper(
    phone: Phone, house: House, notice: str, language: str
) -> None:
    told = NOTICES[notice]
    number, code = await files(phone, language)
    text = await office_does(house, number, told, language)
    await phone.open()
    assert shown(text) in shown(phone.page.text)
    assert f"case:{told.beneath}.{number}" in phone.page.buttons
    if told.opens:
        await phone.press(f"case:{told.opens}.{number}")
        if told.opens == "open":  # an agreement is shown to who types the code
            await phone.say(code)
            await phone.press(f"case:open.{number}")
        assert TEXT[language] in phone.page.text
    if told.paper:
        before = set(re.findall(r'href="(/paper/\d+)"', phone.answer.text))
        await phone.press(f"case:paper.{notice}.{number}")
        if told.opens:
            await phone.say(code)
            await phone.press(f"case:notices.{number}")
            await phone.press(f"case:paper.{notice}.{number}")
        (link,) = set(re.findall(r'href="(/paper/\d+)"', phone.answer.text)) - before
        check_paper(house, (await phone.client.get(link)).content, number)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_reminder_of_the_staff_is_seen_in_the_progress(
    phone: Phone, house: House, language: str
) -> None:
    number, _ = await files(phone, language)
    await joins(house, "dorje", Role.CLERK, "xinfang")
    house.time.ahead = timedelta(days=20)
    assert await house.store.write(lambda c: remind(c, house, house.time.now()))
    await phone.press(f"case:show.{number}")
    assert house.texts[language].text("reminded-limit_over") in phone.page.text
