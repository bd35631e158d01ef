"""Everybody a day at the desk needs, each on a screen of their own, and what they do again and again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Locator, Page, expect

from cases.lifecycle import Role
from cases.office import load_office
from tests.bot.houses import ROOT
from tests.web.desk.listening import Listening
from tests.web.desk.people import joins
from tests.web.desk.test_axe import troubles
from tests.web.desk.test_browser import DESK, PHONE, faults, fits, signs_in

AT_WORK = (
    ("norbu", Role.CLERK, "xinfang", "罗布"),
    ("tashi", Role.HEAD, "renshe", "扎西"),
    ("gonpo", Role.HEAD, "xinfang", "贡布"),
    ("sangye", Role.SUPERVISOR, "dangwei_zhengfu", "桑杰"),
)
Comes = Callable[[str], Page]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Listening]:
    """The desk of an office that may take requests for review, with everybody a day needs."""
    shutil.copytree(ROOT / "office" / "jiali", tmp_path / "office")
    toml = tmp_path / "office" / "office.toml"
    written = toml.read_text(encoding="utf-8")
    toml.write_text(written.replace("accepts_for = []", 'accepts_for = ["xian_zhengfu"]'), encoding="utf-8")
    with Listening(tmp_path, load_office(tmp_path / "office")) as listening:
        for login, role, unit, name in AT_WORK:
            listening.does(lambda one=(login, role, unit), n=name: joins(listening.house, *one, name=n))  # type: ignore[misc]
        yield listening


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def comes(request: pytest.FixtureRequest, browser: Chromium, desk: Listening) -> Iterator[Comes]:
    """Whoever comes to work signs in on a screen of their own; nothing on any console may be an error."""
    troubled: list[str] = []
    contexts = []

    def sits_down(login: str) -> Page:
        context = browser.new_context(viewport=request.param, locale="zh-CN")
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: troubled.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: troubled.append(str(error)))
        signs_in(page, desk, login)
        return page

    yield sits_down
    for context in contexts:
        context.close()
    assert faults(troubled) == []


def sound(page: Page) -> None:
    """The page in view fits its screen, and axe-core finds nothing serious on it."""
    fits(page)
    assert troubles(page) == [], page.url


def unfolds(page: Page, move: str) -> Locator:
    """The form of a move on the case in view, open."""
    form = page.locator(f"#move-{move}")
    form.locator("summary").click()
    return form


def makes(form: Locator, told: str) -> None:
    """Send it; the page says what was done."""
    form.get_by_role("button").last.click()
    expect(form.page.get_by_role("status")).to_contain_text(told)


def goes_back(page: Page) -> None:
    """To the list, by the name of the desk at the top."""
    page.locator("a.brand").click()
    expect(page.get_by_role("heading", name="待办")).to_be_visible()
