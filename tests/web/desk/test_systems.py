"""Promises of the desk's pages of other systems: administrators alone, a secret shown once, all seen."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select, update

from bot.keeping_away import keep_away
from bot.webhooks.sending import Webhooks
from bot.wiring import House
from cases.lifecycle import Role
from storage import api_keys, staff, webhooks
from storage import cases as case_rows
from storage import webhook_addresses as addresses
from storage.webhook_tables import webhook_deliveries as deliveries
from tests.bot.houses import SetTime
from tests.bot.receiver import receiver
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins

pytestmark = OVER_BOTH
SECRET = re.compile(r'class="secret">([^<]+)<')


@pytest.fixture
async def admin(house: House) -> AsyncIterator[Browser]:
    """An administrator, signed in."""
    await joins(house, "lhamo", Role.ADMIN, "xinfang", name="拉姆")
    async with Browser(house) as browser:
        await browser.signs_in("lhamo")
        yield browser


def local(house: House) -> None:
    """This computer may be told, as in a trial."""
    settings = house.settings.model_copy(update={"webhooks_local": True})
    object.__setattr__(house, "settings", settings)  # this test's own house


async def test_only_administrators_see_them(clerk: Browser, labour: Browser, house: House) -> None:
    for page in ("/webhooks", "/api-keys", "/webhooks/0", "/api-keys/0"):
        for other in (clerk, labour):
            assert (await other.opens(page)).status_code == 404
    await clerk.opens("/")
    assert (await clerk.sends("/webhooks", url="https://1.1.1.1/")).status_code == 404
    assert (await clerk.sends("/api-keys", name="a")).status_code == 404
    assert "/webhooks" not in (await clerk.opens("/")).text


async def test_an_address_is_added_told_and_seen_and_its_secret_is_shown_once(
    admin: Browser, clerk: Browser, house: House, resident: Resident
) -> None:
    local(house)
    async with receiver() as other:
        await admin.opens("/webhooks")
        shown = SECRET.search((await admin.sends("/webhooks", url=other.url)).text)
        assert shown
        assert shown[1].startswith("whsec_")
        assert shown[1] not in (await admin.opens("/webhooks")).text
        again = await admin.sends("/webhooks", url=other.url)
        assert (again.status_code, "已经有了" in again.text) == (422, True)
        await clerk.moves(resident.number, "forward", unit="renshe", complexity="simple")
        parts = (house.store, house.keyring, house.time, house.bell, house.office)
        telling = Webhooks(*parts, local=True)
        await telling.tell_due()
        await telling.close()
        assert other.heard[0].verified(shown[1])
        [one] = await house.store.read(addresses.everyone)
        log = (await admin.opens(f"/webhooks/{one.id}")).text
        assert other.ids[0] in log
        assert "204" in log
        assert "转送" in log
        assert resident.number not in log, "an administrator does not see the case"
        assert "编号不归您看" in log
        delivery = re.search(rf'action="/desk(/webhooks/{one.id}/again/evt_[0-9a-f]{{32}})"', log)
        assert delivery
        assert "已经排好再发一次" in (await admin.sends(delivery[1])).text
        assert (await admin.sends(delivery[1])).status_code == 404, "it is queued already"
        renewed = SECRET.search((await admin.sends(f"/webhooks/{one.id}/rotate")).text)
        assert renewed
        assert renewed[1] != shown[1]
        assert "旧密钥到" in (await admin.opens("/webhooks")).text
        assert "已经停用" in (await admin.sends(f"/webhooks/{one.id}/off")).text
        assert "已经打开" in (await admin.sends(f"/webhooks/{one.id}/on")).text
        assert (await admin.sends(f"/webhooks/{one.id}/gone")).status_code == 404


async def test_what_is_sent_of_a_case_from_which_one_keeps_away_is_not_sent_again_by_them(
    admin: Browser, clerk: Browser, house: House, resident: Resident
) -> None:
    now = house.time.now()
    address, _ = await house.store.write(
        lambda c: addresses.add(c, house.keyring, "https://1.1.1.1/", "0", now)
    )
    await clerk.moves(resident.number, "forward", unit="renshe", complexity="simple")
    await house.store.write(lambda c: c.execute(update(deliveries).values(state=webhooks.SENT)))
    page = (await admin.opens(f"/webhooks/{address}")).text
    [again] = re.findall(rf'action="/desk(/webhooks/{address}/again/[^"]+)"', page)
    head = await joins(house, "head", Role.HEAD, "xinfang")
    themselves = await house.store.read(lambda c: staff.by_login(c, "lhamo"))
    assert themselves is not None
    number, lhamo = resident.number, themselves[0].id
    await house.store.write(lambda c: keep_away(c, house, number, lhamo, "亲戚", head, now))
    refused, nothing = await admin.sends(again), await admin.sends(f"{again}0")
    assert (refused.status_code, refused.text) == (404, nothing.text)
    states = await house.store.read(lambda c: c.execute(select(deliveries.c.state)).scalars().all())
    assert states == [webhooks.SENT]
    await joins(house, "other", Role.ADMIN, "xinfang")
    other = Browser(house)
    await other.signs_in("other")
    await other.opens(f"/webhooks/{address}")
    assert "已经排好再发一次" in (await other.sends(again)).text


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://1.1.1.1/", "不安全"),
        ("https://127.0.0.1/", "内部网络"),
        ("https://10.0.0.1/", "内部网络"),
        ("https://a:b@1.1.1.1/", "不能用"),
        ('"><script>', "不能用"),
    ],
)
async def test_an_address_that_may_not_be_is_refused_and_what_was_typed_stays(
    admin: Browser, house: House, url: str, told: str
) -> None:
    await admin.opens("/webhooks")
    answer = await admin.sends("/webhooks", url=url)
    assert answer.status_code == 422
    assert told in answer.text
    assert "<script>" not in answer.text
    assert f'value="{url}"' in answer.text or url.startswith('"')
    assert await house.store.read(addresses.everyone) == []


async def test_a_key_is_made_shown_once_used_and_ended(admin: Browser, house: House) -> None:
    await admin.opens("/api-keys")
    missing = await admin.sends("/api-keys", name="那曲市信访局")
    assert missing.status_code == 422
    assert 'value="那曲市信访局"' in missing.text
    made = await admin.sends("/api-keys", **{"name": "那曲市信访局", "cases:read": "yes"})
    shown = SECRET.search(made.text)
    assert shown
    found = await house.store.read(lambda c: api_keys.of_token(c, house.keyring, shown[1]))
    assert found is not None
    assert found.scopes == ("cases:read",)
    listed = (await admin.opens("/api-keys")).text
    assert shown[1] not in listed
    assert "还没有用过" in listed
    now = house.time.now()
    await house.store.write(lambda c: api_keys.note(c, found.id, "GET /cases", 200, now))
    assert "GET /cases" in (await admin.opens(f"/api-keys/{found.id}")).text
    assert "最后一次用" in (await admin.opens("/api-keys")).text
    assert "已经作废" in (await admin.sends(f"/api-keys/{found.id}/end")).text
    assert await house.store.read(lambda c: api_keys.of_token(c, house.keyring, shown[1])) is None
    assert (await admin.sends(f"/api-keys/{found.id}/end")).status_code == 404


async def test_the_national_number_stands_beside_ours_is_found_by_and_is_on_record(
    clerk: Browser, labour: Browser, house: House, resident: Resident
) -> None:
    number = resident.number
    await clerk.opens(f"/cases/{number}/national")
    wrong = await clerk.sends(f"/cases/{number}/national", national="第12号")
    assert wrong.status_code == 422
    assert 'value="第12号"' in wrong.text
    page = (await clerk.sends(f"/cases/{number}/national", national=" xf２０２６-0001 ")).text
    assert "国家信访系统编号已经记下" in page
    assert "XF2026-0001" in page
    assert "填国家系统编号" in page
    stored = await house.store.read(lambda c: case_rows.find(c, house.keyring, number))
    assert stored is not None
    assert stored.registered.national_number == "XF2026-0001"
    assert await house.store.read(lambda c: case_rows.chain_holds(c, house.keyring, stored))
    found = await clerk.opens("/find?number=XF2026-0001")
    assert found.url.path == f"/desk/cases/{number}"
    assert number in found.text
    hidden = await labour.opens("/find?number=XF2026-0001")
    nothing = await labour.opens("/find?number=XF2026-9999")
    assert (hidden.status_code, hidden.text) == (nothing.status_code, nothing.text)
    assert (await labour.opens(f"/cases/{number}/national")).status_code == 404
    assert (await labour.sends(f"/cases/{number}/national", national="XF2026-0002")).status_code == 404
    await clerk.moves(number, "forward", unit="renshe", complexity="simple")
    assert number in (await labour.opens("/find?number=XF2026-0001")).text
    await labour.opens(f"/cases/{number}")
    theirs = await labour.sends(f"/cases/{number}/national", national="XF2026-0002")
    assert theirs.status_code == 403
    for login, unit, may in (("tashi", "renshe", False), ("gonpo", "xinfang", True)):
        await joins(house, login, Role.HEAD, unit)
        async with Browser(house) as head:
            await head.signs_in(login)
            page = (await head.opens(f"/cases/{number}/national")).text
            assert ('name="national"' in page) is may
            answer = await head.sends(f"/cases/{number}/national", national="XF2026-0003")
            assert answer.status_code == (200 if may else 403)
    await clerk.opens(f"/cases/{number}/national")
    await clerk.sends(f"/cases/{number}/national", national="")
    assert "XF2026-0001" not in (await clerk.opens(f"/cases/{number}/national")).text


async def test_the_pages_are_read_in_tibetan_too(admin: Browser, house: House, clock: SetTime) -> None:
    now = clock.now()
    address, _ = await house.store.write(
        lambda c: addresses.add(c, house.keyring, "https://1.1.1.1/", "0", now)
    )
    await house.store.write(lambda c: addresses.failing(c, address, now, None))
    key, _ = await house.store.write(lambda c: api_keys.add(c, house.keyring, "a", api_keys.SCOPES, "b", now))
    await admin.opens("/account")
    await admin.sends("/account/language", language="bo")
    for path in ("/webhooks", f"/webhooks/{address}", "/api-keys", f"/api-keys/{key}"):
        page = await admin.opens(path)
        assert page.status_code == 200
        assert '<html lang="bo"' in page.text
