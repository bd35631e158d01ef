"""Promises about signing in: guessing is slow, no login is given away, a session can be ended."""

from __future__ import annotations

import logging

import pytest
from sqlalchemy import select

from bot.wiring import House
from cases.lifecycle import Role
from storage.tables import staff_sessions
from tests.bot.houses import SetTime
from tests.web.desk.people import PASSWORD, Browser, Resident, joins


@pytest.fixture
async def browser(house: House) -> Browser:
    """Nobody yet."""
    await joins(house, "dorje", Role.CLERK, "xinfang", name="多吉")
    return Browser(house)


async def test_nobody_sees_anything_before_the_door(browser: Browser, resident: Resident) -> None:
    for path in ("/", "/rows", f"/cases/{resident.number}", "/account", "/files/0123", "/find?number=1"):
        page = await browser.opens(path)
        assert page.url.path == "/desk/sign-in"
        assert resident.number not in page.text
    answer = await browser.client.post(f"/desk/cases/{resident.number}/moves/ask", data={"text": "x"})
    assert answer.headers["location"].startswith("/desk/sign-in")


async def test_a_wrong_login_and_a_wrong_password_are_answered_alike(browser: Browser) -> None:
    wrong = await browser.signs_in("dorje", "not the password")
    nobody = await browser.signs_in("nobody", "not the password")
    assert wrong.status_code == nobody.status_code == 401
    assert wrong.text.replace("dorje", "") == nobody.text.replace("nobody", "")
    assert "用户名或者密码不对" in wrong.text


async def test_a_login_that_is_not_there_takes_as_much_work(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []

    async def counted(password_hash: str, text: str) -> bool:
        hashed.append(password_hash[:9])
        return False

    monkeypatch.setattr("bot.web.desk.door.verify", counted)
    await browser.signs_in("dorje", "x")
    await browser.signs_in("nobody", "x")
    assert hashed == ["$argon2id", "$argon2id"]


async def test_guessing_waits_for_known_and_unknown_logins_alike(browser: Browser, clock: SetTime) -> None:
    for login in ("dorje", "nobody"):
        for _ in range(8):
            assert (await browser.signs_in(login, "wrong")).status_code == 401
        assert (await browser.signs_in(login, PASSWORD)).status_code == 429
    assert "15 分钟" in browser.page.text
    clock.later(minutes=16)
    assert (await browser.signs_in("dorje")).url.path == "/desk/"


async def test_the_right_password_forgives_the_wrong_ones(browser: Browser) -> None:
    for _ in range(3):
        for _ in range(6):
            await browser.signs_in("dorje", "wrong")
        assert (await browser.signs_in("dorje")).url.path == "/desk/"
        browser.client.cookies.clear()


async def test_the_cookie_is_closed_and_only_its_hash_is_stored(browser: Browser, house: House) -> None:
    await browser.opens("/sign-in")
    answer = await browser.client.post("/desk/sign-in", data={"login": "dorje", "password": PASSWORD})
    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=strict", "Path=/desk"} <= set(cookie.split("; "))
    token = cookie.split("=", 1)[1].split(";")[0]
    rows = await house.store.read(lambda c: c.execute(select(staff_sessions)).all())
    assert len(rows) == 1
    assert token not in repr(rows[0])
    assert token.encode() not in rows[0].token_hash


async def test_a_session_ends_after_twelve_hours(browser: Browser, clock: SetTime) -> None:
    await browser.signs_in("dorje")
    clock.later(hours=11, minutes=59)
    assert (await browser.opens("/")).url.path == "/desk/"
    clock.later(minutes=2)
    page = await browser.opens("/account")
    assert page.url.path == "/desk/sign-in"
    assert "登录已经过期" in page.text
    renewed = await browser.client.get("/desk/rows", headers={"hx-request": "true"})
    assert renewed.headers["hx-redirect"].startswith("/desk/sign-in")


async def test_signing_out_ends_the_session_for_good(browser: Browser) -> None:
    await browser.signs_in("dorje")
    token = browser.client.cookies["lamton-desk"]
    await browser.sends("/sign-out")
    browser.client.cookies.set("lamton-desk", token, path="/desk")
    assert (await browser.opens("/")).url.path == "/desk/sign-in"


async def test_a_form_of_another_site_or_without_its_proof_changes_nothing(
    clerk: Browser, resident: Resident, house: House
) -> None:
    await clerk.opens(f"/cases/{resident.number}")
    path = f"/desk/cases/{resident.number}/moves/ask"
    words = {"text": "x", "after": "1"}
    refused = [
        await clerk.client.post(path, data=words),  # without the session's proof
        await clerk.client.post(path, data={**words, "proof": "0" * 64}),
        await clerk.client.post(path, data=words, headers={"sec-fetch-site": "cross-site"}),
    ]
    page = await clerk.opens(f"/cases/{resident.number}")
    proof = page.text.split('name="proof" value="')[1][:64]
    whole = {**words, "proof": proof}
    refused.append(await clerk.client.post(path, data=whole, headers={"sec-fetch-site": "same-site"}))
    assert [answer.status_code for answer in refused] == [403] * 4
    assert "请反映人补充" not in (await clerk.opens(f"/cases/{resident.number}")).text.split('id="events"')[1]


async def test_the_account_changes_its_password_and_ends_other_sessions(clerk: Browser, house: House) -> None:
    other = Browser(house)
    await other.signs_in("dorje")
    await clerk.opens("/account")
    old, new = PASSWORD, "another horse 27"
    for words, told in (
        ({"old": "wrong", "new": new, "again": new}, "现在的密码不对"),
        ({"old": old, "new": new, "again": "x"}, "两遍写的不一样"),
        ({"old": old, "new": "short", "again": "short"}, "密码太短，至少 10 个字符"),
        ({"old": old, "new": "aaaaaaaaaaaa", "again": "aaaaaaaaaaaa"}, "密码太简单"),
    ):
        await clerk.opens("/account")
        assert told in (await clerk.sends("/account/password", **words)).text
    await clerk.opens("/account")
    assert "密码已经换了" in (await clerk.sends("/account/password", old=old, new=new, again=new)).text
    assert (await clerk.opens("/")).url.path == "/desk/"
    assert (await other.opens("/")).url.path == "/desk/sign-in"
    assert (await other.signs_in("dorje", old)).status_code == 401
    assert (await other.signs_in("dorje", new)).url.path == "/desk/"
    await clerk.opens("/account")
    await clerk.sends("/account/sessions")
    assert (await clerk.opens("/")).url.path == "/desk/"
    assert (await other.opens("/")).url.path == "/desk/sign-in"


async def test_the_desk_speaks_the_members_language(clerk: Browser) -> None:
    page = await clerk.opens("/")
    assert '<html lang="zh-CN">' in page.text
    page = await clerk.sends("/account/language", language="bo", back="/account")
    assert page.url.path == "/desk/account"
    assert '<html lang="bo">' in page.text
    assert "སྒྲུབ་རྒྱུ" in (await clerk.opens("/")).text
    page = await clerk.sends("/account/language", language="zh", back="//elsewhere.example")
    assert page.url.host == "desk.test"


async def test_a_link_code_is_shown_once_and_unlinking_cuts_the_phone_off(clerk: Browser) -> None:
    await clerk.opens("/account")
    page = await clerk.sends("/account/link")
    assert page.text.count("/link ") == 1
    assert "/link " not in (await clerk.opens("/account")).text


async def test_every_page_is_closed_to_strangers_scripts_and_frames(clerk: Browser) -> None:
    for path in ("/", "/account", "/nothing"):
        headers = (await clerk.opens(path)).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
    assert clerk.page.status_code == 404
    assert "没有这一页" in clerk.page.text


async def test_a_fault_is_told_with_a_reference_and_logged_without_a_word_of_what_was_written(
    clerk: Browser, resident: Resident, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await clerk.opens(f"/cases/{resident.number}")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("SECRET TEXT")

    monkeypatch.setattr("bot.casework.Casework.move", broken)
    with caplog.at_level(logging.DEBUG, logger="lamton"):
        page = await clerk.sends(f"/cases/{resident.number}/moves/ask", text="SECRET TEXT，请补充合同")
    assert page.status_code == 500
    assert "SECRET TEXT，请补充合同" in page.text  # what was typed is given back
    reference = page.text.split("请把这个号告诉管理员：")[1][:8]
    assert reference in caplog.text
    assert "RuntimeError" in caplog.text
    assert "SECRET TEXT" not in caplog.text
