"""Promises of every form of the desk: whatever breaks while a text is sent, the text is given back."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from bot.web.desk import drawing, kept_replies
from bot.web.desk.visit import TEXTS
from bot.wiring import House
from cases.lifecycle import Role
from cases.parts import PARTS, Form
from storage.errors import StorageBusy
from tests.web.desk.people import Browser, Resident, joins

WRITTEN = "她说村里去年冬天就没有水了，孩子们要走三里路去背。"
LONG = 1000
"""A part of a move that takes so many characters is written in a large field."""
FORMS: tuple[tuple[str, dict[str, str]], ...] = (
    ("/cases/{number}/notes", {"note": WRITTEN}),
    ("/cases/{number}/transcripts/1", {"words": WRITTEN}),
    ("/cases/{number}/notices/1", {"means": "call", "told": WRITTEN}),
    ("/cases/{number}/away/keep", {"why": WRITTEN}),
    ("/supervision/suggestions", {"kind": "improve_work", "unit": "renshe", "text": WRITTEN}),
    ("/supervision/suggestions/0", {"adopted": "whole", "text": WRITTEN}),
    ("/supervision/acts", {"means": "circular", "unit": "renshe", "on": "2026-11-23", "text": WRITTEN}),
    ("/supervision/acts/0", {"text": WRITTEN}),
    ("/translating/0", {"text": WRITTEN}),
    ("/translations/welcome/sign", {"after": "0", "status": "needs_change", "note": WRITTEN}),
    ("/replies", {"title_zh": "水", "title_bo": "ཆུ།", "text_zh": WRITTEN, "text_bo": "ཆུ།"}),
    ("/talks/0/write", {"text": WRITTEN}),
)


@pytest.fixture
async def head(house: House) -> Browser:
    """The head of the office, signed in: nearly every form is theirs."""
    await joins(house, "head", Role.HEAD, "xinfang")
    browser = Browser(house)
    await browser.signs_in("head")
    return browser


async def sent_to(browser: Browser, resident: Resident, path: str, words: dict[str, str]) -> httpx.Response:
    """A form sent from a page of the desk."""
    await browser.opens("/account")
    return await browser.sends(path.format(number=resident.number), **words)


@pytest.mark.parametrize(("path", "words"), FORMS, ids=[path for path, _ in FORMS])
async def test_a_text_is_given_back_where_the_database_is_busy(
    head: Browser,
    resident: Resident,
    house: House,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    words: dict[str, str],
) -> None:
    async def busy(_: object) -> None:
        raise StorageBusy

    await head.opens("/account")
    with monkeypatch.context() as down:
        down.setattr(house.store, "write", busy)
        answer = await head.sends(path.format(number=resident.number), **words)
    assert answer.status_code == 503
    assert f">{WRITTEN}</textarea>" in answer.text


async def test_a_text_is_given_back_by_a_fault_and_of_a_case_that_is_theirs_no_more(
    clerk: Browser, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobodys = Resident(house, "nobody", number="嘉信20261123-00999999")
    gone = await sent_to(clerk, nobodys, "/cases/{number}/notes", {"note": WRITTEN})
    assert gone.status_code == 404
    assert f">{WRITTEN}</textarea>" in gone.text

    async def breaks(_: object) -> None:
        raise ValueError(WRITTEN)

    await clerk.opens("/account")
    monkeypatch.setattr(house.store, "write", breaks)
    broken = await clerk.sends(f"/cases/{nobodys.number}/notes", note=WRITTEN)
    assert broken.status_code == 500
    assert f">{WRITTEN}</textarea>" in broken.text


async def test_no_password_is_given_back_and_nothing_of_a_form_that_is_not_ours(
    clerk: Browser, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await clerk.opens("/account")
    foreign = await clerk.sends("/supervision/suggestions", proof="theirs", text=WRITTEN)
    assert foreign.status_code == 403
    assert WRITTEN not in foreign.text

    async def busy(_: object) -> None:
        raise StorageBusy

    await clerk.opens("/account")
    monkeypatch.setattr(house.store, "write", busy)
    answer = await clerk.sends("/account/password", old=WRITTEN, new=WRITTEN, again=WRITTEN)
    assert answer.status_code == 503
    assert WRITTEN not in answer.text


def test_every_field_in_which_one_writes_at_length_is_given_back() -> None:
    found = {part.name for part in PARTS.values() if part.form is Form.TEXT and part.max_chars >= LONG}
    found |= {name for name in kept_replies.FIELDS if name.startswith("text")}
    for template in (Path(drawing.__file__).parent / "templates").glob("*.html"):
        found |= set(re.findall(r'<textarea[^>]*? name="([^"{]+)"', template.read_text("utf-8")))
    assert found - {"files"} <= set(TEXTS), "files are ids, not words"
