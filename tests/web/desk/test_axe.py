"""Every page of the desk under axe-core: nothing serious that keeps a member from reading or working it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page
from starlette.applications import Starlette
from starlette.routing import Route

from bot.web.desk.app import desk_app
from tests.web.desk.listening import Listening
from tests.web.desk.test_browser import DESK, PHONE, a_busy_week, signs_in

pytestmark = pytest.mark.browser
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
SERIOUS = ("serious", "critical")
NO_PAGES = ("/static", "/healthz", "/readyz", "/rows", "/find", "/sign-out")
"""Addresses that are no page of their own: parts of one, or ways to another."""

WIDE = """[...document.querySelectorAll('main *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => one.tagName + '#' + one.id + '.' + one.className).slice(0, 5).join(' ')"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Listening]:
    """The desk for browsers."""
    with Listening(tmp_path) as listening:
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
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['target']} {node['failureSummary'][:160]}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(("size", "language"), [(DESK, "zh"), (PHONE, "bo")], ids=["desk-zh", "phone-bo"])
def test_no_page_keeps_anybody_out(
    desk: Listening, browser: Chromium, size: dict[str, int], language: str
) -> None:
    resident = a_busy_week(desk)
    context = browser.new_context(viewport=size, locale="zh-CN")  # type: ignore[arg-type]
    page = context.new_page()
    signs_in(page, desk, "dorje")
    if language == "bo":
        page.get_by_role("button", name="བོད་ཡིག").click()
    found: dict[str, list[str]] = {}
    for path in [*pages(desk_app(desk.house)), f"/cases/{resident.number}"]:
        page.goto(desk.url + path)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        if folder := os.environ.get("LAMTON_LOOK"):  # to look at every page at once
            name = path.strip("/").replace("/", "-") or "queue"
            page.screenshot(path=f"{folder}/{name}-{language}.png", full_page=True)
        if wrong := troubles(page):
            found[path] = wrong
        if wide := page.evaluate(WIDE):
            found.setdefault(path, []).append(f"stands out at the side: {wide}")
    context.close()
    assert found == {}
