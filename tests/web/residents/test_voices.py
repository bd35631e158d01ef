"""Clips and drafts on the web: a player in the bubble, a quiet mark, the Chinese beneath."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bot.wiring import House
from tests.bot.recorded import office_with_voice
from tests.web.residents.phone import Phone
from tests.web.residents.screen import Screen

LANGUAGES = ("zh", "bo")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with clips in both languages."""
    made = office_with_voice(tmp_path, "listening-on", "menu", "complaint-consent")
    monkeypatch.setenv("LAMTON_OFFICE", str(made))
    return made


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_listens_has_a_player_beside_the_words(office: Path, screen: Screen, language: str) -> None:
    screen.open()
    screen.play((f"=language:{language}",))
    expect(screen.page.locator("audio.clip")).to_have_count(0)
    screen.press("menu:listen")
    players = screen.last().locator("audio.clip")
    expect(players).to_have_count(2)
    for player in players.all():
        assert player.get_attribute("preload") == "none"
        assert player.get_attribute("controls") is not None
        seconds = player.evaluate(
            "e => new Promise(done => { e.onloadedmetadata = () => done(e.duration); e.load() })"
        )
        assert seconds > 0
    screen.fits()
    screen.picture(f"{language}-20-listening")
    screen.press("menu:complaint")
    expect(screen.last().locator("audio.clip")).to_have_count(1)
    screen.picture(f"{language}-21-listening-consent")


@pytest.mark.browser
def test_a_draft_has_a_quiet_mark_and_its_chinese_beneath(screen: Screen) -> None:
    screen.open()
    expect(screen.page.locator(".draft")).to_have_count(0)
    screen.play(("=language:bo", "=menu:complaint"))
    before = screen.bubbles().count()
    draft = screen.last().locator(".draft")
    expect(draft).to_have_count(1)
    expect(draft.locator(".chinese")).to_be_hidden()
    screen.picture("bo-22-draft")
    summary = draft.locator("summary")
    box = summary.bounding_box()
    assert box
    assert box["height"] >= 44
    summary.tap()
    expect(draft.locator(".chinese")).to_contain_text("给信访局和办事单位看")
    expect(draft.locator(".chinese li").first).to_contain_text("མོས་མཐུན།")
    expect(draft.locator(".chinese li").first).to_contain_text("同意")
    screen.picture("bo-23-draft-in-chinese")
    screen.fits()
    assert screen.bubbles().count() == before  # nothing was sent, and the language stays
    screen.press("consent:agree")
    expect(screen.page.locator("html")).to_have_attribute("lang", "bo")
    expect(screen.last().locator(".draft")).to_have_count(1)


async def test_a_clip_is_the_same_for_everybody_and_nothing_else_is_handed_out(
    office: Path, house: House, phone: Phone
) -> None:
    (name,) = (n for n in house.clips.current["bo"].values() if "/menu." in n)
    answer = await phone.client.get(f"/voice/{name}", headers={"range": "bytes=0-9"})
    assert answer.status_code == 206
    assert answer.headers["content-type"] == "audio/ogg"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.content == (office / "voice" / "bo" / "menu.ogg").read_bytes()[:10]
    for wrong in (
        "bo/menu.ogg",
        "bo/voice.csv",
        "bo/..%2Fvoice.csv",
        name.replace(".", ".0", 1),
    ):
        assert (await phone.client.get(f"/voice/{wrong}")).status_code == 404


async def test_a_press_for_the_chinese_is_understood_without_a_script(phone: Phone, house: House) -> None:
    await phone.open()
    await phone.press("language:bo")
    assert house.texts["bo"].text("draft-mark") in phone.said
    assert "words:zh" not in phone.page.buttons
    await phone.send(press="words:zh")
    assert house.texts["zh"].text("welcome") in phone.said
    assert house.texts["bo"].text("draft-mark") not in phone.said
    assert phone.page.lang == "bo"
