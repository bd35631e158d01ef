"""Holding a case in a real browser, at both widths: who holds it is seen, and the pages fit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from cases.lifecycle import Role
from storage import staff, staff_phones
from storage.staff import Member
from tests.web.desk.listening import Listening
from tests.web.desk.people import joins
from tests.web.desk.test_browser import changes_hands, desk, fits, opens, page, picture, signs_in

__all__ = ["desk", "page"]
pytestmark = pytest.mark.browser


def test_a_clerk_holds_a_case_and_a_head_sees_who_and_cuts_a_lost_phone_off(
    page: Page,
    desk: Listening,
) -> None:
    resident = desk.resident("r")

    async def arrive() -> Member:
        member = await joins(desk.house, "kelsang", Role.HEAD, "xinfang", name="格桑")
        now, keyring = desk.clock.now(), desk.house.keyring
        dorje = await desk.house.store.read(lambda c: staff.by_login(c, "dorje"))
        assert dorje is not None
        code = await desk.house.store.write(
            lambda c: staff_phones.new_link_code(c, keyring, dorje[0].id, now)
        )
        await desk.house.store.write(lambda c: staff_phones.link(c, keyring, code, "42", now))
        return member

    desk.does(arrive)
    signs_in(page, desk, "dorje")
    opens(page, resident)
    page.get_by_role("button", name="我来办").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("您在办，留到")).to_be_visible()
    fits(page)
    picture(page, f"claim-mine-{page.viewport_size['width'] if page.viewport_size else 0}.png")
    changes_hands(page, desk, "kelsang")
    opens(page, resident)
    expect(page.get_by_text("多吉在办，留到")).to_be_visible()
    expect(page.get_by_role("button", name="我来办")).to_have_count(0)
    page.goto(f"{desk.url}/phones")
    expect(page.get_by_text("多吉")).to_be_visible()
    fits(page)
    picture(page, f"phones-{page.viewport_size['width'] if page.viewport_size else 0}.png")
    page.get_by_role("button", name="多吉").click()
    expect(page.get_by_role("status")).to_contain_text("手机已经断开")
    expect(page.get_by_text("没有连着的手机")).to_be_visible()
