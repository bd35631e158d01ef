"""Every page of the desk under axe-core: nothing serious that keeps a member from reading or working it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, ViewportSize, expect
from starlette.applications import Starlette
from starlette.routing import Route

from bot.web.desk.app import desk_app
from cases.lifecycle import Role
from dialogs.engine.events import Said
from tests.web.desk.listening import Listening
from tests.web.desk.people import PASSWORD, Resident, joins
from tests.web.desk.test_browser import DESK, PHONE, a_busy_week

pytestmark = pytest.mark.browser
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
SERIOUS = ("serious", "critical")
NO_PAGES = ("/static", "/healthz", "/readyz", "/rows", "/find", "/sign-out", "/translations.patch")
"""Addresses that are no page of their own: parts of one, or ways to another."""
ADMINS = ("/members", "/webhooks", "/api-keys", "/phones")
"""Pages of those who look after the desk; the others are the clerk's."""
LOOKS = [(DESK, "zh", "light"), (PHONE, "bo", "light"), (PHONE, "zh", "dark")]
if os.environ.get("LAMTON_LOOK"):  # to look at every page at once: every width, language and light
    LOOKS += [(PHONE, "zh", "light"), (DESK, "bo", "light"), (DESK, "bo", "dark")]

WIDE = """[...document.querySelectorAll('main *, header *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .filter(one => !one.closest('.skip'))
    .map(one => one.tagName + '#' + one.id + '.' + one.className).slice(0, 5).join(' ')"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Listening]:
    """The desk for browsers, with somebody who looks after it."""
    with Listening(tmp_path) as listening:
        listening.does(lambda: joins(listening.house, "rabten", Role.ADMIN, "xinfang", name="热旦"))
        yield listening


def pages(app: Starlette) -> list[str]:
    """The address of every page that needs nothing filled in."""
    return [
        route.path
        for route in app.routes
        if isinstance(route, Route)
        and "GET" in (route.methods or ())
        and "{" not in route.path
        and not any(part in route.path for part in NO_PAGES)
    ]


def troubles(page: Page) -> list[str]:
    """What axe finds serious, each with where it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['target']} {node['failureSummary'][:160]}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]


def talks(desk: Listening) -> None:
    """Somebody who asked for a person."""

    async def asks() -> None:
        one = Resident(desk.house, "talks")
        for press in ("language:zh", "menu:person"):
            await one.presses(press)
        await one.does(Said("村里的水管坏了"))

    desk.does(asks)


@pytest.mark.parametrize(
    ("size", "language", "light"),
    LOOKS,
    ids=[f"{size['width']}-{tongue}-{light}" for size, tongue, light in LOOKS],
)
def test_no_page_keeps_anybody_out(
    desk: Listening, browser: Chromium, size: ViewportSize, language: str, light: str
) -> None:
    resident = a_busy_week(desk)
    talks(desk)
    every = pages(desk_app(desk.house))
    of_admin = [path for path in every if path.startswith(ADMINS)]
    of_case = [f"/cases/{resident.number}{part}" for part in ("", "/away", "/national")]
    every[every.index("/figures/cases")] += "?figure=matters"
    of_clerk = [path for path in every if path not in of_admin] + of_case + ["/translations/cancel-sure"]
    found: dict[str, list[str]] = {}
    for login, paths in (("dorje", of_clerk), ("rabten", of_admin)):
        context = browser.new_context(viewport=size, locale="zh-CN", color_scheme=light)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{desk.url}/sign-in")
        page.get_by_label("用户名").fill(login)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        expect(page.locator("a.who")).to_be_visible()
        if language == "bo":
            page.get_by_role("button", name="བོད་ཡིག").click()
            expect(page.locator("html")).to_have_attribute("lang", "bo")
        for path in paths:
            answer = page.goto(desk.url + path)
            assert answer is not None
            assert answer.ok, path
            assert page.locator("a.who").is_visible() or path == "/sign-in", path
            if wrong := looked_at(page, path, f"{size['width']}-{language}-{light}"):
                found[path] = wrong
        context.close()
    assert found == {}


def looked_at(page: Page, path: str, how: str) -> list[str]:
    """What is wrong with the page in view, everything on it opened."""
    if folder := os.environ.get("LAMTON_LOOK"):
        name = path.split("?")[0].strip("/").replace("/", "-") or "queue"
        page.screenshot(path=f"{folder}/{name}-{how}-closed.png")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    if folder:
        page.screenshot(path=f"{folder}/{name}-{how}.png", full_page=True)
    wrong = troubles(page)
    if wide := page.evaluate(WIDE):
        wrong.append(f"stands out at the side: {wide}")
    return wrong
