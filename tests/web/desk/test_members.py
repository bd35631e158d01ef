"""Promises of the staff's own page: an administrator keeps the staff, sees no case, and all is on record."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest

from bot.wiring import House
from cases.lifecycle import Role
from cases.roles import STAFF_ROLES
from storage import staff, staff_acts, staff_phones
from storage.staff import Member
from tests.web.desk.people import OVER_BOTH, PASSWORD, Browser, Resident, joins

pytestmark = OVER_BOTH


@pytest.fixture
async def admin(house: House) -> AsyncIterator[Browser]:
    """An administrator, signed in."""
    await joins(house, "rabten", Role.ADMIN, "xinfang", name="热旦")
    async with Browser(house) as browser:
        await browser.signs_in("rabten")
        yield browser


async def _member(house: House, login: str) -> Member:
    found = await house.store.read(staff.everyone)
    return next(one for one in found if one.login == login)


def _password(page: str) -> str:
    found = re.search(r'<p class="code">([a-z0-9-]+)</p>', page)
    assert found, page
    return found[1]


async def _adds(admin: Browser, **words: str) -> str:
    await admin.opens("/members")
    new = {"login": "dolma", "name": "卓玛", "role": "unit", "unit": "renshe", "language": "zh"}
    return (await admin.sends("/members", **{**new, "reads-zh": "yes", "reads-bo": "yes", **words})).text


async def test_somebody_is_let_in_and_chooses_their_own_password_first(admin: Browser, house: House) -> None:
    password = _password(await _adds(admin))
    assert password not in (await admin.opens("/members")).text
    member = await _member(house, "dolma")
    assert (member.role, member.unit, member.reads) == (Role.UNIT, "renshe", ("zh", "bo"))
    async with Browser(house) as browser:
        page = await browser.signs_in("dolma", password)
        assert page.url.path == "/desk/account"
        assert "请先设一个自己的密码" in page.text
        assert (await browser.opens("/")).url.path == "/desk/account"
        again = {"old": password, "new": PASSWORD, "again": PASSWORD}
        await browser.sends("/account/password", **again)
        assert (await browser.opens("/")).url.path == "/desk/"


async def test_an_administrator_sees_no_case(admin: Browser, resident: Resident) -> None:
    assert (await admin.opens("/")).url.path == "/desk/members"
    assert (await admin.opens(f"/cases/{resident.number}")).status_code == 404
    for path in ("/rows?show=all", "/appointments", "/talks", "/members", "/members/record"):
        assert resident.number not in (await admin.opens(path)).text, path


@pytest.mark.parametrize("role", [role for role in STAFF_ROLES if role is not Role.ADMIN])
async def test_nobody_else_keeps_the_staff(house: House, role: Role) -> None:
    await joins(house, "other", role, "xinfang")
    async with Browser(house) as browser:
        await browser.signs_in("other")
        assert (await browser.opens("/members")).status_code == 404
        assert (await browser.sends("/members/other/place", role="admin", unit="xinfang")).status_code == 404
        record = await browser.opens("/members/record")
        assert record.status_code == (200 if role is Role.HEAD else 404)
    assert (await _member(house, "other")).role is role


async def test_one_action_ends_the_sessions_and_cuts_the_telephone_off(
    admin: Browser, house: House, labour: Browser
) -> None:
    pema = await _member(house, "pema")
    now = house.time.now()
    code = await house.store.write(lambda c: staff_phones.new_link_code(c, house.keyring, pema.id, now))
    await house.store.write(lambda c: staff_phones.link(c, house.keyring, code, "77", now))
    unused = await house.store.write(lambda c: staff_phones.new_link_code(c, house.keyring, pema.id, now))
    await admin.opens("/members")
    await admin.sends("/members/pema/lost")
    assert not (await _member(house, "pema")).linked
    assert (await labour.opens("/")).url.path == "/desk/sign-in"
    assert (await house.store.write(lambda c: staff_phones.link(c, house.keyring, unused, "78", now))) is None
    assert (await labour.signs_in("pema")).url.path == "/desk/"  # lost is the telephone, not the post
    await admin.opens("/members")
    assert "已经停用" in (await admin.sends("/members/pema/off")).text
    assert (await labour.opens("/")).url.path == "/desk/sign-in"
    assert (await labour.signs_in("pema")).status_code == 401
    await admin.opens("/members")
    await admin.sends("/members/pema/on")
    assert (await labour.signs_in("pema")).url.path == "/desk/"


async def test_a_password_is_reset_and_shown_once(admin: Browser, house: House, labour: Browser) -> None:
    await admin.opens("/members")
    password = _password((await admin.sends("/members/pema/password")).text)
    assert (await labour.opens("/")).url.path == "/desk/sign-in"
    assert (await labour.signs_in("pema")).status_code == 401
    assert (await labour.signs_in("pema", password)).url.path == "/desk/account"


async def test_a_new_place_and_new_languages_hold_from_the_next_page_on(
    admin: Browser, house: House, labour: Browser, resident: Resident
) -> None:
    assert resident.number not in (await labour.opens("/")).text
    await admin.opens("/members")
    await admin.sends("/members/pema/place", role="head", unit="xinfang")
    await admin.sends("/members/pema/reads", **{"reads-bo": "yes"})
    assert resident.number in (await labour.opens("/?show=all")).text
    pema = await _member(house, "pema")
    assert (pema.role, pema.of_office, pema.reads) == (Role.HEAD, True, ("bo",))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"login": "D"}, "用户名是 2 到 40 个"),
        ({"login": "rabten"}, "已经有人用了"),
        ({"name": " "}, "姓名有 1 到"),
        ({"unit": "nowhere"}, "没有这个单位"),
        ({"role": "king"}, "没有这个岗位"),
        ({"role": "clerk", "unit": "renshe"}, "要在信访局工作"),
    ],
)
async def test_what_is_refused_is_given_back_as_it_was_typed(
    admin: Browser, house: House, words: dict[str, str], told: str
) -> None:
    page = await _adds(admin, **{"name": "卓玛措", **words})
    assert told in page
    assert words.get("name", "卓玛措") in page
    assert len(await house.store.read(staff.everyone)) == 1


async def test_nobody_makes_themselves_another_or_locks_themselves_out(admin: Browser, house: House) -> None:
    await admin.opens("/members")
    for action, words in (("place", {"role": "head", "unit": "xinfang"}), ("off", {}), ("password", {})):
        answer = await admin.sends(f"/members/rabten/{action}", **words)  # type: ignore[arg-type]
        assert answer.status_code == 422
        assert "另一位管理员" in answer.text
    rabten = await _member(house, "rabten")
    assert (rabten.role, rabten.active) == (Role.ADMIN, True)


async def test_who_did_what_and_when_is_on_record_and_no_password_is(
    admin: Browser, house: House, labour: Browser
) -> None:
    password = _password(await _adds(admin))
    for action, words in (("place", {"role": "unit", "unit": "jiaotong"}), ("off", {}), ("on", {})):
        await admin.opens("/members")
        await admin.sends(f"/members/pema/{action}", **words)  # type: ignore[arg-type]
    acts = await house.store.read(staff_acts.latest)
    rabten, pema = await _member(house, "rabten"), await _member(house, "pema")
    assert [(one.act, one.by) for one in acts] == [(act, rabten.id) for act in ("on", "off", "place", "add")]
    assert {one.member for one in acts[:3]} == {pema.id}
    page = (await admin.opens("/members/record")).text
    for told in ("2026-11-23 09:00", "热旦", "白玛", "改岗位、单位", "嘉黎县交通运输局"):
        assert told in page
    assert password not in page


async def test_a_form_from_elsewhere_changes_nobody(admin: Browser, house: House, labour: Browser) -> None:
    await admin.opens("/members")
    answer = await admin.client.post("/desk/members/pema/off", data={"proof": "0" * 64})
    assert answer.status_code == 403
    assert (await _member(house, "pema")).active


async def test_the_page_reads_in_tibetan_too(admin: Browser, house: House) -> None:
    member = await _member(house, "rabten")
    await house.store.write(lambda c: staff.set_language(c, member.id, "bo"))
    for path, told in (("/members", "མི་སྣ་ཁ་སྣོན།"), ("/members/record", "མི་སྣའི་ཐོ་འགོད།")):
        page = (await admin.opens(path)).text
        assert told in page
        assert 'lang="bo"' in page


async def test_what_is_refused_of_a_member_stays_as_it_was_chosen(admin: Browser, labour: Browser) -> None:
    await admin.opens("/members")
    answer = await admin.sends("/members/pema/place", role="outreach", unit="jiaoyu")
    assert answer.status_code == 200, "a role of any unit"
    answer = await admin.sends("/members/pema/place", role="clerk", unit="renshe")
    assert answer.status_code == 422
    form = answer.text.split('id="member-pema"')[1].split("</details>")[0]
    assert form.startswith(" open")
    assert re.findall(r'value="(\w+)" selected', form) == ["clerk", "renshe"]
    new = answer.text.split('id="new"')[1]
    assert re.findall(r'value="(\w+)" selected', new) == ["unit", "xinfang", "zh"], (
        "the other form is as it was"
    )
    answer = await admin.sends("/members/pema/reads")
    assert answer.status_code == 422
    form = answer.text.split('id="member-pema"')[1].split("</details>")[0]
    assert form.startswith(" open")
    assert " checked" not in form
