"""Promises to a resident with a phone's browser, in both languages. Pictures with LAMTON_PICTURES=folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.web.residents.screen import Screen
from tests.web.residents.story import LANGUAGES, TO_EVIDENCE, TO_SUMMARY, photo

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_complaint_on_a_phone(screen: Screen, language: str, tmp_path: Path) -> None:
    screen.open()
    screen.fits()
    screen.picture(f"{language}-1-language")
    steps = TO_EVIDENCE[language]
    screen.play(steps[:1])
    screen.fits()
    screen.picture(f"{language}-2-menu")
    screen.play(steps[1:2])
    screen.picture(f"{language}-3-consent")
    screen.play(steps[2:3])
    screen.fits()
    screen.picture(f"{language}-4-matter")
    screen.play(steps[3:4])
    screen.press("matter:back")
    screen.play(steps[3:5])
    screen.picture(f"{language}-5-place")
    screen.fits()
    screen.play(steps[5:7])
    screen.picture(f"{language}-6-facts")
    screen.play(steps[7:11])
    assert screen.page.locator("#text").input_value() == ""
    screen.say("???")  # a mistake: what is refused stays in the box
    expect(screen.page.locator("#text")).to_have_value("???")
    screen.picture(f"{language}-7-refused")
    screen.play(steps[11:])
    paper = tmp_path / "欠条.jpg"
    paper.write_bytes(photo())
    screen.page.locator("input[name=photo]").set_input_files(paper)
    expect(screen.page.locator("#chosen img")).to_be_visible()
    screen.picture(f"{language}-8-photo")
    screen.page.locator(".send").tap()
    expect(screen.page.locator("#log .own img")).to_be_visible()
    expect(screen.page.locator("#chosen")).to_be_hidden()
    screen.picture(f"{language}-9-photo-sent")
    screen.press("evidence:done")
    screen.play(TO_SUMMARY[language])
    screen.picture(f"{language}-10-summary")
    screen.fits()
    screen.button("summary:submit").tap()
    expect(screen.last()).to_contain_text(re.compile(r"嘉信\d{8}-\d{8}"))
    expect(screen.page.locator("#log")).not_to_contain_text("8600")
    screen.picture(f"{language}-11-receipt")
    screen.page.reload()
    expect(screen.last()).to_contain_text(re.compile(r"嘉信\d{8}-\d{8}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lost_connection_loses_no_word_and_doubles_none(
    screen: Screen, context: BrowserContext, language: str
) -> None:
    screen.open()
    screen.play(TO_EVIDENCE[language][:7])
    before = screen.bubbles().count()
    screen.expected = ("ERR_", "htmx:afterRequest", "htmx:sendError")
    reached: list[int] = []

    def answer_lost(route: Route) -> None:
        reached.append(1)
        route.fetch()  # it is heard, and the answer never arrives
        route.abort("connectionreset")

    screen.page.route("**/say", answer_lost, times=1)
    screen.page.route("**/events*", lambda route: route.abort())
    words = TO_EVIDENCE[language][7]
    screen.page.locator("#text").fill(words)
    screen.page.locator(".send").tap()
    expect(screen.page.locator("#offline")).to_be_visible()
    expect(screen.page.locator("#text")).to_have_value(words)
    screen.picture(f"{language}-12-no-network")
    screen.page.locator("[data-resend]").tap()
    expect(screen.page.locator("#offline")).to_be_hidden()
    expect(screen.page.locator("#text")).to_have_value("")
    expect(screen.bubbles()).to_have_count(before + 2)
    expect(screen.page.locator("#log .own", has_text=words)).to_have_count(1)
    assert reached


def test_a_press_without_network_is_sent_when_it_is_back(screen: Screen, context: BrowserContext) -> None:
    screen.open()
    screen.play(TO_EVIDENCE["zh"][:2])
    screen.expected = ("ERR_", "htmx:afterRequest", "htmx:sendError")
    context.set_offline(True)
    screen.button("consent:agree").tap()
    expect(screen.page.locator("#offline")).to_be_visible()
    context.set_offline(False)
    expect(screen.button("matter:work")).to_be_visible()
    expect(screen.page.locator("#offline")).to_be_hidden()


def test_a_double_tap_is_one_answer(screen: Screen) -> None:
    screen.open()
    screen.play(TO_EVIDENCE["zh"][:2])
    before = screen.bubbles().count()
    screen.button("consent:agree").dblclick()
    expect(screen.button("matter:work")).to_be_visible()
    screen.still()
    expect(screen.bubbles()).to_have_count(before + 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_voice_is_recorded_heard_and_sent(screen: Screen, language: str) -> None:
    screen.open()
    screen.play(TO_EVIDENCE[language][:7])
    screen.page.locator("[data-record]").tap()
    expect(screen.page.locator("#recorder")).to_be_visible()
    expect(screen.page.locator("#time")).to_have_text("0:01")
    screen.picture(f"{language}-13-recording")
    screen.page.locator("[data-stop]").tap()
    expect(screen.page.locator("#heard")).to_be_visible()
    screen.picture(f"{language}-14-recorded")
    screen.page.locator("[data-send-voice]").tap()
    expect(screen.page.locator("#log .own audio")).to_be_visible()
    expect(screen.page.locator("#recorder")).to_be_hidden()
    expect(screen.button("facts:done")).to_be_visible()


def test_a_voice_thought_better_of_is_not_sent(screen: Screen) -> None:
    screen.open()
    screen.play(TO_EVIDENCE["zh"][:7])
    before = screen.bubbles().count()
    screen.page.locator("[data-record]").tap()
    screen.page.locator("[data-discard]").tap()
    expect(screen.page.locator("#recorder")).to_be_hidden()
    expect(screen.bubbles()).to_have_count(before)


def test_the_language_is_switched_with_words_half_written(screen: Screen) -> None:
    screen.open()
    screen.play(TO_EVIDENCE["zh"][:7])
    screen.page.locator("#text").fill("还没有写完")
    screen.page.locator("button[value='language:bo']").first.tap()
    expect(screen.page.locator("html")).to_have_attribute("lang", "bo")
    expect(screen.page.locator("#text")).to_have_value("还没有写完")
    screen.page.locator("#text").fill("")
    screen.say("ངས་ལས་ཀ་བྱས་པ་ཡིན།")
    expect(screen.button("facts:done")).to_be_visible()


def test_after_a_change_of_language_the_open_question_is_in_view(screen: Screen) -> None:
    screen.open()
    screen.play(TO_EVIDENCE["zh"][:6])
    for language in ("bo", "zh"):
        screen.page.locator(f"button[value='language:{language}']").first.tap()
        expect(screen.page.locator("html")).to_have_attribute("lang", re.compile(f"^{language}"))
        expect(screen.last()).to_be_in_viewport()


def test_what_was_refused_does_not_wait_in_the_box_for_the_next_question(screen: Screen) -> None:
    screen.open()
    screen.play(TO_EVIDENCE["zh"][:10])
    screen.play(("2026年3月",))
    screen.say("???")
    expect(screen.page.locator("#text")).to_have_value("???")
    screen.press("amount:skip")
    expect(screen.page.locator("#text")).to_have_value("")
    screen.page.locator("#text").fill("还没有写完")
    screen.press("people:skip")
    expect(screen.page.locator("#text")).to_have_value("还没有写完")


def test_two_pages_of_one_conversation_show_the_same(screen: Screen, context: BrowserContext) -> None:
    screen.open()
    screen.play(TO_EVIDENCE["zh"][:2])
    other = Screen(context.new_page(), screen.url)
    other.open()
    other.page.locator("#text").fill("写了一半")
    screen.press("consent:agree")
    expect(other.button("matter:work")).to_be_visible()
    expect(other.page.locator("#text")).to_have_value("写了一半")
    expect(other.bubbles()).to_have_count(screen.bubbles().count())
    other.page.locator("#text").fill("")
    other.press("matter:work")
    expect(screen.button("matter:wages")).to_be_visible()
    assert other.complaints == []


def test_leaving_goes_to_a_neutral_page_and_back_does_not_return(screen: Screen) -> None:
    screen.page.route(
        "**/*", lambda r: r.fulfill(body="weather") if "weather" in r.request.url else r.fallback()
    )
    screen.open()
    screen.play(TO_EVIDENCE["zh"][:2])
    screen.page.locator("[data-leave]").tap()
    screen.page.wait_for_url("**weather**")
    screen.page.go_back()
    expect(screen.page.locator("#log")).to_have_count(0)


def test_leaving_and_clearing_shows_the_phones_next_user_nothing(screen: Screen) -> None:
    screen.page.route(
        "**/*", lambda r: r.fulfill(body="weather") if "weather" in r.request.url else r.fallback()
    )
    screen.open()
    screen.play(TO_EVIDENCE["zh"][:4])
    screen.page.locator(".menu summary").tap()
    screen.picture("zh-15-more")
    screen.page.locator("button[name=clear]").tap()
    screen.page.wait_for_url("**weather**")
    screen.open()
    expect(screen.button("language:zh")).to_be_visible()
    expect(screen.bubbles()).to_have_count(1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_a_very_small_screen_in_large_letters(screen: Screen, language: str) -> None:
    screen.page.set_viewport_size({"width": 320, "height": 568})
    screen.open()
    screen.fits()
    screen.play(TO_EVIDENCE[language][:1])
    screen.page.locator(".menu summary").tap()
    screen.page.locator("button[name=size][value=large]").tap()
    expect(screen.page.locator("html")).to_have_class(re.compile("large"))
    screen.fits()
    screen.play(TO_EVIDENCE[language][1:5])
    screen.fits()
    screen.picture(f"{language}-16-small-large-letters")
    assert screen.letters()[0] >= 24
    screen.page.reload()
    expect(screen.page.locator("html")).to_have_class(re.compile("large"))


def test_tibetan_is_set_with_room_for_its_stacks(screen: Screen) -> None:
    screen.open()
    screen.play(TO_EVIDENCE["bo"][:2])
    size, height = screen.letters()
    assert size >= 20
    assert height >= 1.9 * size
    line = screen.last().locator(".line").first
    assert line.evaluate("e => document.fonts.check('20px \"Lamton Tibetan\"', 'བོད')")
    assert line.get_attribute("lang") == "bo"
