"""The desk in a real browser, at a desk's width and a phone's: whole days of work, and pictures."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, ViewportSize, expect

from tests.web.desk.listening import Listening
from tests.web.desk.people import PASSWORD, Resident

pytestmark = pytest.mark.browser

CUT_OFF = ("htmx:sendAbort", "htmx:afterRequest")
"""What the console says of a request under way when its page is left; of one that fails it says more."""
DESK = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Listening]:
    """The desk for browsers."""
    with Listening(tmp_path) as listening:
        yield listening


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Chromium) -> Iterator[Page]:
    """One page; nothing on its console may be an error."""
    context = browser.new_context(viewport=request.param, locale="zh-CN")
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    yield opened
    context.close()
    assert faults(troubles) == []


def faults(troubles: list[str]) -> list[str]:
    """What a console says that is a fault: neither a refusal nor a request cut off by leaving."""
    return [one for one in troubles if "status of 4" not in one and not one.startswith(CUT_OFF)]


def signs_in(page: Page, desk: Listening, login: str, at: str = "待办") -> None:
    """Through the door, to the page their desk opens with."""
    page.goto(f"{desk.url}/sign-in")
    page.get_by_label("用户名").fill(login)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", name=at, exact=True)).to_be_visible()


def changes_hands(page: Page, desk: Listening, login: str) -> None:
    """Sign out; another signs in."""
    page.get_by_role("button", name="退出").click()
    signs_in(page, desk, login)


def goes_to(page: Page, name: str) -> None:
    """By the menu, which a narrow screen opens first."""
    menu = page.locator("details.menu summary")
    if menu.is_visible():
        menu.click()
    page.get_by_role("navigation").get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", name=name).first).to_be_visible()


def opens(page: Page, resident: Resident) -> None:
    """From the list."""
    page.get_by_role("link", name=resident.number).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(resident.number)


def fits(page: Page) -> None:
    """Nothing stands out at the side; a page only just asked for is waited for."""
    page.wait_for_load_state()
    page.wait_for_function("document.documentElement?.scrollWidth <= innerWidth", timeout=5_000)


def picture(page: Page, name: str, *, tall: bool = False) -> None:
    """Keep a picture for the README, where one is wanted."""
    if folder := os.environ.get("LAMTON_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        size = page.viewport_size or DESK
        if tall:
            page.set_viewport_size({"width": size["width"], "height": 1500})
        page.screenshot(path=str(Path(folder) / name))
        page.set_viewport_size(size)


WEEK = (
    ("grassland", "540621204", "bo", "lincao", True),
    ("subsidy", "540621206", "bo", "nongye", True),
    ("roads_utilities", "540621209", "zh", "jiaotong", False),
    ("low_income", "540621202", "bo", "minzheng", False),
    ("neighbours", "540621101", "zh", None, False),
    ("suggestion", "540621100", "zh", None, False),
)
"""Matter, township, language, the unit it went to, whether that accepted it; a case a day."""


def a_busy_week(desk: Listening) -> Resident:
    """Some cases of a week, a few moved; the last, to be worked on, was filed by a reader of Tibetan."""
    for day, (matter, town, language, unit, accepted) in enumerate(WEEK):
        village = desk.house.office.places.children(town)[day + 1].code
        one = desk.resident(f"r{day}", language, matter=matter, village=village)
        desk.clock.later(hours=20)
        if unit:
            desk.moves("dorje", one.number, "forward", unit=unit, complexity="simple")
        if accepted:
            desk.moves(unit or "", one.number, "accept", item="6")
        if matter == "subsidy":
            desk.moves(unit or "", one.number, "ask", text="请发存折的照片。")
        desk.clock.later(hours=4)
    return desk.resident("r", "bo", photo=True)


def test_a_case_goes_from_the_door_to_its_answer(page: Page, desk: Listening) -> None:
    resident = a_busy_week(desk)
    narrow = page.viewport_size == PHONE
    signs_in(page, desk, "dorje")
    page.get_by_role("link", name="全部").click()
    expect(page.locator("a.case")).to_have_count(len(WEEK) + 1)
    fits(page)
    picture(page, "desk-phone.png" if narrow else "desk-queue.png")
    opens(page, resident)
    fits(page)
    page.locator("#move-forward summary").click()
    form = page.locator("#move-forward")
    form.get_by_label("承办单位").select_option("嘉黎县人力资源和社会保障局")
    form.get_by_label("复杂", exact=True).check()
    fits(page)
    form.get_by_role("button", name="转送").click()
    expect(page.get_by_role("status")).to_contain_text("已经转送")

    desk.clock.later(hours=2)
    changes_hands(page, desk, "pema")
    opens(page, resident)
    page.locator("#move-accept summary").click()
    page.get_by_label("（六）").check()
    page.locator("#move-accept").get_by_role("button", name="受理").click()
    expect(page.get_by_role("status")).to_contain_text("已经受理")
    page.locator("#move-ask summary").click()
    page.get_by_label("要问反映人什么").fill("请问您有没有和工地签过合同？")
    page.locator("#move-ask").get_by_label("就用汉文发").check()
    page.locator("#move-ask button.main").click()
    expect(page.get_by_text("等反映人", exact=True)).to_be_visible()
    desk.clock.later(hours=3)
    desk.does(lambda: resident.supplies("གན་རྒྱ་མེད། ཁས་ལེན་ངག་ཐོག་ནས་བྱུང་།"))
    page.goto(page.url.split("?")[0])
    expect(page.get_by_text("གན་རྒྱ་མེད")).to_be_visible()
    fits(page)
    image = page.locator(".files img")
    image.scroll_into_view_if_needed()
    expect(image).to_have_js_property("complete", value=True)
    assert image.evaluate("i => i.naturalWidth") > 0
    page.locator("#move-answer summary").click()
    page.evaluate("scrollTo(0, 0)")
    picture(page, "desk-case-phone.png" if narrow else "desk-case.png", tall=True)
    page.get_by_label("予以支持").check()
    page.get_by_label("答复的内容").fill("您反映的工资 8600 元，已由施工单位付清。")
    page.locator("#move-answer").get_by_label("就用汉文发").check()
    page.locator("#move-answer button.main").click()
    expect(page.get_by_role("status")).to_contain_text("已经答复")
    expect(page.locator(".talk .office").last).to_contain_text("8600")


def test_the_keyboard_walks_the_list_and_keeps_its_place_when_the_list_renews(
    page: Page, desk: Listening
) -> None:
    first, second = desk.resident("a"), desk.resident("b")
    signs_in(page, desk, "dorje")
    numbers = page.locator("a.case").all_inner_texts()
    assert sorted(numbers) == sorted([first.number, second.number])
    page.keyboard.press("j")
    expect(page.locator("a.case").nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("a.case").nth(1)).to_be_focused()
    third = desk.resident("c")
    page.evaluate("htmx.trigger('#rows', 'every')")
    expect(page.get_by_role("link", name=third.number)).to_be_visible(timeout=15_000)
    expect(page.locator(f"[id='case-{numbers[1]}']")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_desk_in_tibetan_has_its_font_and_its_lines(page: Page, desk: Listening) -> None:
    resident = a_busy_week(desk)
    signs_in(page, desk, "dorje")
    page.get_by_role("button", name="བོད་ཡིག").click()
    expect(page.get_by_role("heading", name="སྒྲུབ་རྒྱུ།")).to_be_visible()
    fits(page)
    picture(page, f"desk-tibetan-{page.viewport_size['width'] if page.viewport_size else 0}.png")
    opens(page, resident)
    fits(page)
    style = page.locator("h2").first.evaluate(
        "e => [getComputedStyle(e).fontFamily, parseFloat(getComputedStyle(e).lineHeight)"
        " / parseFloat(getComputedStyle(e).fontSize)]"
    )
    assert "Noto Serif Tibetan" in style[0]
    assert style[1] >= 1.8
    assert page.evaluate("document.fonts.check('16px \"Noto Serif Tibetan\"', 'ཀ')")


def test_everything_works_without_scripts(desk: Listening, browser: Chromium) -> None:
    resident = desk.resident("a")
    context = browser.new_context(viewport=DESK, java_script_enabled=False)
    page = context.new_page()
    signs_in(page, desk, "dorje")
    opens(page, resident)
    page.locator("#move-ask summary").click()
    page.get_by_label("要问反映人什么").fill("请发合同的照片。")
    page.locator("#move-ask button.main").click()
    expect(page.get_by_role("status")).to_contain_text("已经请反映人补充")
    context.close()
