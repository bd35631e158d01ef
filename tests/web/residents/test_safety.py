"""Promises about what the residents' web refuses, and how; and what it never tells."""

from __future__ import annotations

import logging

import httpx
import pytest
from sqlalchemy import select

from bot.web.residents import forms, saying
from bot.web.residents.app import residents_app
from bot.wiring import House
from storage.errors import StorageDown
from storage.tables import outbox
from tests.web.residents.conftest import ADDRESS
from tests.web.residents.phone import Phone, read
from tests.web.residents.test_forms import play


async def gone(work: object) -> None:
    """A database that is not there."""
    raise StorageDown("gone: 13908900001")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "", "referer": "https://elsewhere.example/"},
        {"origin": ""},
    ],
)
async def test_a_form_from_another_site_is_not_heard(phone: Phone, headers: dict[str, str]) -> None:
    await phone.open()
    await phone.press("language:zh")
    before = phone.page.bubbles
    form = {**phone.page.hidden, "press": "menu:complaint"}
    for path in ("/say", "/leave", "/size"):
        answer = await phone.client.post(path, data=form, headers=headers)
        assert answer.status_code == 403
        assert "没有收到" in answer.text
        assert "འབྱོར་མ་བྱུང" in answer.text
    await phone.open()
    assert phone.page.bubbles == before


async def test_every_answer_carries_its_headers(phone: Phone) -> None:
    for path in ("/", "/nowhere", "/say", "/healthz", "/file/1"):
        headers = (await phone.client.get(path)).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["permissions-policy"].endswith("microphone=(self)")


async def test_static_files_are_kept_for_ever_under_their_hash(phone: Phone) -> None:
    await phone.open()
    style = phone.answer.text.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = await phone.client.get(style)
    assert "immutable" in answer.headers["cache-control"]
    font = answer.text.split('url("')[1].split('"')[0]
    assert (await phone.client.get(f"/static/{font}")).headers["content-type"] == "font/woff2"
    assert (await phone.client.get("/static/chat.css")).status_code == 404


@pytest.mark.parametrize(
    ("path", "method", "status"), [("/nowhere", "GET", 404), ("/say", "GET", 405), ("/", "PUT", 405)]
)
async def test_a_wrong_address_is_answered_kindly_in_both_languages(
    phone: Phone, path: str, method: str, status: int
) -> None:
    answer = await phone.client.request(method, path)
    assert answer.status_code == status
    assert "回到对话" in answer.text
    assert "ཁ་བརྡར་ཕྱིར་ལོག" in answer.text


async def test_what_is_written_is_escaped(phone: Phone) -> None:
    await phone.open()
    await phone.press("language:zh")
    await phone.say("<script>alert(1)</script>\"'&")
    assert "<script>alert" not in phone.answer.text


async def test_a_body_far_too_big_gets_a_kind_page(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "MOST_BODY_BYTES", 100_000)
    await phone.open()
    await phone.press("language:zh")
    await phone.send(files=[("photo", ("big.jpg", b"x" * 150_000, "image/jpeg"))])
    assert phone.answer.status_code == 413
    assert "20 MB" in phone.page.trouble
    assert "menu:complaint" in phone.page.buttons


async def test_thirty_files_at_once_get_a_kind_page(phone: Phone) -> None:
    await phone.open()
    await phone.press("language:zh")
    await phone.send(files=[("photo", (f"{n}.jpg", b"x", "image/jpeg")) for n in range(30)])
    assert phone.answer.status_code == 413
    assert "9 个" in phone.page.trouble


async def test_who_sends_too_fast_is_asked_to_wait_and_loses_no_words(
    phone: Phone, monkeypatch: pytest.MonkeyPatch, house: House
) -> None:
    monkeypatch.setattr(saying, "A_MINUTE", 3)
    async with Phone(residents_app(house), ADDRESS) as quick:
        await quick.open()
        await quick.press("language:zh")
        for _ in range(3):
            await quick.press("menu:help")
        turn = quick.page.hidden["turn"]
        await quick.say("我的话")
        assert quick.answer.status_code == 429
        assert "太快" in quick.page.trouble
        assert quick.page.box == "我的话"
        assert quick.page.hidden["turn"] == turn


async def test_a_fault_keeps_the_words_and_leaves_a_reference_in_the_log_alone(
    phone: Phone, house: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    await phone.open()
    await phone.press("language:bo")
    form = dict(phone.page.hidden)
    with monkeypatch.context() as patch, caplog.at_level(logging.INFO):
        patch.setattr(house.store, "write", gone)
        patch.setattr(house.store, "read", gone)
        await phone.say("ངའི་ཁ་པར་ 13908900001")
    assert phone.answer.status_code == 503
    assert phone.page.lang == "bo"
    assert phone.page.box == "ངའི་ཁ་པར་ 13908900001"
    assert phone.page.hidden["turn"] == form["turn"]
    faults = [r for r in caplog.records if r.name.startswith("lamton")]
    assert len(faults) == 1
    reference = faults[0].getMessage().split()[1]
    assert reference in phone.page.trouble
    assert "StorageDown" in faults[0].getMessage()
    assert "139" not in faults[0].getMessage()
    assert faults[0].exc_info is None
    await phone.send(**form, text=phone.page.box)
    assert phone.answer.status_code == 200


async def test_leaving_and_clearing_leaves_nothing_on_the_phone(phone: Phone, house: House) -> None:
    await phone.open()
    await play(phone, ("=language:zh", "=menu:complaint"))
    answer = await phone.client.post("/leave", data={"clear": "yes"})
    assert house.office.neutral_page in answer.text
    assert answer.headers["clear-site-data"] == '"cache"'
    assert "lamton" not in phone.client.cookies
    await phone.open()
    assert set(phone.page.buttons) == {"language:bo", "language:zh"}


async def test_leaving_alone_keeps_the_conversation(phone: Phone) -> None:
    await phone.open()
    await play(phone, ("=language:zh", "=menu:complaint"))
    await phone.client.post("/leave")
    await phone.open()
    assert "consent:agree" in phone.page.buttons


async def test_the_size_of_letters_is_remembered(phone: Phone) -> None:
    await phone.open()
    await phone.press("language:zh")
    assert 'class="no-js"' in phone.answer.text
    await phone.post("/size", size="large")
    assert 'class="no-js large"' in phone.answer.text


async def test_one_resident_does_not_see_what_another_sent(house: House, phone: Phone) -> None:
    await phone.open()
    await play(phone, ("=language:zh", "=menu:complaint", "=consent:agree"))
    async with Phone(residents_app(house), ADDRESS) as other:
        await other.open()
        await other.press("language:zh")
        form = {**other.page.hidden, "turn": phone.page.hidden["turn"], "draft": phone.page.hidden["draft"]}
        await other.send(**form, press="matter:work")
        assert "过时" in other.said or "按下面" in other.said
    await phone.press("matter:work")
    assert "matter:wages" in phone.page.buttons


async def test_a_token_nobody_gave_out_begins_a_conversation_of_its_own(phone: Phone) -> None:
    phone.client.cookies.set("lamton", "A" * 22, domain="lamton.test")
    await phone.open()
    assert set(phone.page.buttons) == {"language:bo", "language:zh"}
    await phone.press("language:zh")
    assert "A" * 22 not in [c.value for c in phone.client.cookies.jar]


async def test_what_was_shown_is_marked_as_sent(phone: Phone, house: House) -> None:
    await phone.open()
    await phone.press("language:zh")
    await phone.open()
    states = await house.store.read(lambda c: c.execute(select(outbox.c.state)).scalars().all())
    assert set(states) == {"sent"}


async def test_a_part_of_the_page_holds_only_what_is_new(phone: Phone) -> None:
    await phone.open()
    await play(phone, ("=language:zh", "=menu:complaint"))
    form = {**phone.page.hidden, "press": "consent:agree", "text": ""}
    answer = await phone.client.post("/say", data=form, headers={"hx-request": "true"})
    assert answer.headers["lamton-part"] == "1"
    assert "<html" not in answer.text
    assert answer.text.count('name="turn"') == 1
    assert "matter:work" in read(answer.text).buttons
    assert "反映困难" not in answer.text


async def test_whoever_watches_the_machine_is_told(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(residents_app(house)), base_url=ADDRESS
    ) as client:
        assert (await client.get("/healthz")).text == "ok\n"
        assert (await client.get("/readyz")).status_code == 200
        monkeypatch.setattr(house.store, "read", gone)
        assert (await client.get("/readyz")).status_code == 503
