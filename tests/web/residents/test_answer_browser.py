"""An answer opened amid a complaint, on a phone's screen: it is what is seen first. Pictures as elsewhere."""

from __future__ import annotations

import asyncio

import pytest
from playwright.sync_api import expect

from tests.bot.test_papers import ACCEPT, ANSWER, FORWARD, moved
from tests.web.residents.conftest import Listening
from tests.web.residents.screen import Screen
from tests.web.residents.story import LANGUAGES, TO_EVIDENCE, TO_SUMMARY

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_opened_amid_a_complaint_is_seen_and_keeps_its_buttons(
    screen: Screen, listening: Listening, language: str
) -> None:
    screen.open()
    screen.play((*TO_EVIDENCE[language], "=evidence:skip", *TO_SUMMARY[language]))
    screen.button("summary:submit").tap()
    paper = screen.page.locator("button[value^='case:paper.receipt.']")
    number = str(paper.first.get_attribute("value")).rpartition(".")[2]
    told = moved(listening.house, number, FORWARD, ACCEPT, ANSWER)
    asyncio.run_coroutine_threadsafe(told, listening.loop).result(30)
    opens = screen.page.locator(f".notice button[value='case:open.{number}']")
    expect(opens).to_be_visible()
    screen.press("menu:menu")
    screen.press("menu:complaint")
    screen.press("consent:agree")
    screen.page.emulate_media(reduced_motion="reduce")  # it is scrolled at once
    opens.tap()
    answer = screen.page.locator("#log .apart")
    expect(answer).to_contain_text(ANSWER[1]["text"])
    screen.still()
    expect(answer.locator(".line").first).to_be_in_viewport()
    screen.picture(f"{language}-answer-apart")
    expect(screen.button("matter:work")).to_be_attached()
    answer.locator(f"button[value='case:review.{number}']").tap()
    expect(screen.page.locator(".notice")).not_to_have_count(0)
    expect(screen.last()).to_contain_text(number)
