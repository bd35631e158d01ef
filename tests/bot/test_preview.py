"""Promises of the preview sheet: all that is said is on it, in both languages, and it asks for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bot.preview.graph import lanes
from bot.preview.probing import refusals
from bot.preview.samples import lacking, outcomes
from bot.preview.sheet import Sheet
from bot.words.messages import LANGUAGES, read_folder
from cases.matters import MATTERS
from cases.office import load_office
from dialogs.rooms import WORDS
from tests.bot.processes import ROOT, command
from tests.web.residents.conftest import browser_type_launch_args

__all__ = ["browser_type_launch_args"]
MESSAGES = {language: read_folder(ROOT / "locales" / language)[0] for language in LANGUAGES}
PHONE_PX = 360


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    """The sheet of the office of Jiali."""
    return Sheet(ROOT, load_office(ROOT / "office" / "jiali"))


@pytest.fixture(scope="module")
def html(sheet: Sheet) -> str:
    """It, drawn."""
    return sheet.html()


def test_every_variable_of_every_message_has_a_sample() -> None:
    """Failing? A line in `SAMPLES` of bot/preview/samples.py, or in `BY_MESSAGE`."""
    every = (message for language in LANGUAGES for message in MESSAGES[language].values())
    assert [f"{message.id}: ${name}" for message in every for name in lacking(message)] == []


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_every_outcome_is_said_with_its_samples(sheet: Sheet, kind: type) -> None:
    """Failing? A line in `FIELDS` of bot/preview/samples.py for the field that is no such text."""
    for outcome in outcomes(kind):
        says, rows = WORDS[kind](outcome)
        for texts in sheet.texts.values():
            assert all(texts.say(said) for said in says)
            assert all(texts.value(button.label) for row in rows for button in row)


def test_every_message_stands_on_the_sheet(html: str) -> None:
    drawn = set(re.findall(r'id="m-([^"]+)"', html))
    assert MESSAGES["zh"].keys() - drawn == set()
    assert MESSAGES["bo"].keys() - drawn == set()


def test_every_choice_within_a_message_is_shown(sheet: Sheet, html: str) -> None:
    for choosing in (m for m in sheet.messages.values() if m.choices):
        shown = {pair.bubbles["zh"].paragraphs for pair in sheet.message(choosing)}
        assert len(shown) > 1, choosing.id
    assert "请用我们的网页，或者到" in html
    assert "请打开我们的网页：https://lamton.example" in html


def test_every_question_is_drawn_with_what_it_hangs_on(sheet: Sheet, html: str) -> None:
    for dialog in sheet.dialogs.values():
        arrows = {end for lane in lanes(dialog) for end in lane.ends}
        assert arrows == {place for place, q in enumerate(dialog.questions) if q.asked}
        for q in dialog.questions:
            assert f'<div class="pair" id="{dialog.id}-{q.id}">' in html
            assert f'<a href="#{dialog.id}-{q.id}">' in html
    assert all(f'id="matter-{matter}"' in html for matter in MATTERS)


def test_a_question_tells_what_it_refuses(sheet: Sheet) -> None:
    amount = sheet.dialogs["complaint"].question("amount")
    consent = sheet.dialogs["complaint"].question("consent")
    assert amount is not None
    assert consent is not None
    assert {"refused-not-a-sum", "refused-out-of-range"} <= {said.id for said in refusals(amount)}
    assert {"refused-consent-needed", "refused-consent-first"} <= {said.id for said in refusals(consent)}


def test_a_message_shows_how_far_its_reader_is(sheet: Sheet, html: str) -> None:
    for message, row in sheet.ledger.items():
        assert f'<a class="chip {row.status}" href="#m-{message}"' in html, message


def test_the_sheet_holds_all_it_needs(html: str) -> None:
    assert not re.search(r'(?:src|href)="(?!#|data:)', html)
    assert set(re.findall(r"url\(([^)]{9})", html)) == {'"data:fon'}
    assert "<script" not in html
    assert "@import" not in html


def test_the_command_writes_one_file(tmp_path: Path) -> None:
    out = tmp_path / "preview.html"
    done = command("preview", "--out", str(out))
    assert done.returncode == 0, done.stderr.decode()
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    refused = command("preview", "--out", str(tmp_path / "nowhere" / "preview.html"))
    assert refused.returncode == 2
    assert b"Traceback" not in refused.stderr


@pytest.mark.browser
def test_on_a_phone_nothing_is_cut_off_and_tibetan_has_its_room(
    html: str, tmp_path: Path, browser: Browser
) -> None:
    file = tmp_path / "preview.html"
    file.write_text(html, encoding="utf-8")
    asked: list[str] = []
    page = browser.new_page(viewport={"width": PHONE_PX, "height": 740})
    page.on("request", lambda request: asked.append(request.url.partition(":")[0]))
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE_PX
    assert page.evaluate(
        """[...document.querySelectorAll('.phone .line:lang(bo), .phone .choice:lang(bo)')].every(one => {
            const style = getComputedStyle(one);
            return parseFloat(style.lineHeight) >= 1.8 * parseFloat(style.fontSize);
        })"""
    )
    assert page.evaluate(
        """[...document.querySelectorAll('.phone .line, .phone .choice')].every(
            one => one.getBoundingClientRect().right <= innerWidth + 0.5)"""
    )
    assert page.evaluate("document.fonts.check('20px \"Lamton Tibetan\"', 'བོད')")
    wide = browser.new_page(viewport={"width": 1280, "height": 900})
    wide.goto(file.as_uri())
    assert wide.evaluate(
        "document.querySelectorAll('#complaint-facts .phone').length === 2 && "
        "[...document.querySelectorAll('#complaint-facts .phone')].every(one => one.offsetWidth === 360)"
    )
    for one in (page, wide):
        one.close()
    assert set(asked) <= {"file", "data"}
