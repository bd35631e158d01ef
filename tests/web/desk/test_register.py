"""Promises about registering at the desk: kept as typed, once for a form, the clock from the day it came."""

from __future__ import annotations

import asyncio
import json
import re
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import func, select

from bot.export import case_as_data
from bot.housekeeping import one_round
from bot.wiring import ROOT, House
from cases.lifecycle import Role
from dialogs.engine.events import Asked, Said
from storage import cases as case_rows
from storage import file_rows
from storage.cases import Stored
from storage.files import DiskFull
from storage.tables import cases, files, keys
from tests.bot.houses import SetTime
from tests.bot.made_files import picture
from tests.web.desk.people import OVER_BOTH, Browser, Resident, joins
from tests.web.residents.story import photo

pytestmark = OVER_BOTH

VISIT = {
    "came_by": "visit",
    "matter": "拖欠工资",
    "place": "嘉黎镇阿琼村",
    "facts": "三十个人在工地干了两个月，没有拿到工钱。",
    "request": "请帮我们要回工钱。",
    "name": "次仁卓玛",
    "phone": "139 0890 0001",
    "told_by": "phone",
    "language": "bo",
    "repeated": "no",
    "owed": "12345.6",
    "persons": "30",
    "representatives": "次仁卓玛 13908900001\n扎西",
}


async def sends(clerk: Browser, form: str = "", files: Any = None, **words: str) -> httpx.Response:
    """The form as a browser sends it, with the token it was drawn with or `form`."""
    if not form:
        form = token(await clerk.opens("/register"))
    proof = re.search(r'name="proof" value="([^"]*)"', clerk.page.text)
    assert proof
    data = {"proof": proof[1], "form": form, **VISIT, **words}
    sent = files or [("nothing", ("", b"", "application/octet-stream"))]
    clerk.page = await clerk.client.post("/desk/register", data=data, files=sent)
    return clerk.page


def token(page: httpx.Response) -> str:
    """The token a form bears."""
    found = re.search(r'name="form" value="([^"]*)"', page.text)
    assert found
    return found[1]


def number(page: httpx.Response) -> str:
    """The number that was given."""
    found = re.search(r'<span class="number">([^<]+)</span>', page.text)
    assert found, page.text
    return found[1]


def code(page: httpx.Response) -> str:
    """The query code shown."""
    found = re.search(r'<p class="code">([^<]+)</p>', page.text)
    return found[1] if found else ""


async def stored(house: House, page: httpx.Response) -> Stored:
    """The case that was registered."""
    found = await house.store.read(lambda c: case_rows.find(c, house.keyring, number(page)))
    assert found
    return found


async def counted(house: House, table: Any) -> int:
    """How many rows a table has."""
    return int(
        await house.store.read(lambda c: c.execute(select(func.count()).select_from(table)).scalar_one())
    )


async def test_a_visit_becomes_a_case_with_all_that_was_told(clerk: Browser, house: House) -> None:
    page = await sends(clerk)
    assert page.status_code == 200
    case = await stored(house, page)
    assert case.case.matter == "wages"
    assert house.office.places.get(case.place).zh == "阿琼村"
    assert (case.registered.came_by, case.registered.persons, case.registered.owed_fen) == (
        "visit",
        30,
        1234560,
    )
    assert (case.language, case.identity, case.conversation_id) == ("bo", "named", None)
    assert case.answers["representatives"] == [["次仁卓玛", "13908900001"], ["扎西", ""]]
    assert await house.store.read(lambda c: case_rows.chain_holds(c, house.keyring, case))
    [event] = await house.store.read(lambda c: case_rows.history(c, case))
    assert (event.by_role, event.parts["channel"]) == ("clerk", "visit")
    shown = (await clerk.opens(f"/cases/{case.case.number}")).text
    for told in ("三十个人", "次仁卓玛 13908900001", "来访", "打电话", "12,345.60"):
        assert told in shown
    assert case.case.number in (await clerk.opens("/?show=bo")).text


async def test_what_a_clerk_registered_fits_the_published_schema_of_exports(
    clerk: Browser, house: House
) -> None:
    case = await stored(house, await sends(clerk, told_by="letter", address="嘉黎镇一号"))
    told = await house.store.read(lambda c: case_as_data(c, house.office, case))
    schema = json.loads((ROOT / "docs" / "case-export.schema.json").read_text(encoding="utf-8"))
    errors = Draft202012Validator(schema).iter_errors({"schema": 1, "cases": [told]})
    assert [e.message for e in errors] == []


async def test_nothing_of_what_a_clerk_typed_lies_open_in_the_database(clerk: Browser, house: House) -> None:
    await sends(clerk)
    rows = await house.store.read(lambda c: [repr(row) for row in c.execute(select(cases)).all()])
    assert not [w for w in ("次仁卓玛", "13908900001", "三十个人", "扎西") if w in "".join(rows)]


async def test_the_code_opens_the_case_and_the_receipt_can_be_printed(clerk: Browser, house: House) -> None:
    from storage.query_codes import code_fits

    page = await sends(clerk)
    given, its = number(page), code(page)
    assert await house.store.read(lambda c: code_fits(c, house.keyring, given, its))
    assert its not in (await clerk.opens(f"/cases/{given}")).text
    paper = await clerk.opens(f"/cases/{given}/receipt")
    assert paper.headers["content-type"] == "application/pdf"
    assert house.papers.is_true(paper.content)


async def test_a_form_sent_twice_is_one_case_and_shows_its_code_for_ten_minutes(
    clerk: Browser, house: House, clock: SetTime
) -> None:
    form = token(await clerk.opens("/register"))
    first = await sends(clerk, form)
    given, its = number(first), code(first)
    await clerk.opens("/register")
    again = await sends(clerk, form)
    assert (number(again), code(again)) == (given, its)
    clock.later(minutes=11)
    await clerk.opens("/register")
    later = await sends(clerk, form)
    assert (number(later), code(later)) == (given, "")
    assert await counted(house, cases) == 1


async def test_two_of_the_same_form_at_once_are_one_case(clerk: Browser, house: House) -> None:
    form = token(await clerk.opens("/register"))
    proof = re.search(r'name="proof" value="([^"]*)"', clerk.page.text)
    assert proof
    data = {"proof": proof[1], "form": form, **VISIT}
    both = await asyncio.gather(*(clerk.client.post("/desk/register", data=data) for _ in range(2)))
    assert len({(number(page), code(page)) for page in both}) == 1
    assert await counted(house, cases) == 1


async def test_who_came_to_the_office_follows_the_case_by_number_and_code(
    clerk: Browser, house: House
) -> None:
    page = await sends(clerk)
    someone = Resident(house, "anyone")
    await someone.presses("language:zh")
    await someone.does(Asked("status"))
    await someone.does(Said(number(page)))
    reply = await someone.does(Said(code(page)))
    assert number(page) in reply.bubble.text
    assert "次仁卓玛" not in reply.bubble.text


async def test_the_clocks_start_on_the_day_it_came_in(clerk: Browser, house: House) -> None:
    came_on = house.time.today() - timedelta(days=6)
    case = await stored(house, await sends(clerk, came_by="letter", came_on=came_on.isoformat()))
    assert case.case.filed_on == came_on
    limit = next(c for c in case.case.running if c.clock == "forward" and c.kind.value == "law")
    assert (limit.started_on, limit.due_on) == (came_on, date(2026, 12, 2))


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("came_on", "2026-11-24", "不能晚于今天"),
        ("came_on", "2024-11-24", "是不是写错了"),
        ("matter", "修飞船", "没有找到"),
        ("facts", "", "请填这一项"),
        ("phone", "12", "电话号码不对"),
        ("persons", "许多", "整数"),
        ("owed", "1.234", "最多到分"),
        ("representatives", "一\n二\n三\n四\n五\n六", "最多 5 位（第二十条）"),
        ("told_by", "letter", "请填地址"),
        ("came_by", "pigeon", "请填这一项"),
    ],
)
async def test_a_mistake_registers_nothing_and_keeps_all_that_was_typed(
    clerk: Browser, house: House, field: str, value: str, told: str
) -> None:
    page = await sends(clerk, **{field: value})
    assert page.status_code == 422
    assert told in page.text
    kept = {**VISIT, field: value}
    for name in ("matter", "place", "facts", "request", "name", "phone", "owed", "persons"):
        assert not kept[name] or kept[name] in page.text
    assert await counted(house, cases) == 0
    if field != "came_by":
        mended = {field: "2026-11-20"} if field == "came_on" else {field: VISIT[field]}
        assert (await sends(clerk, token(page), **mended)).status_code == 200


async def test_after_a_mistake_the_keyboard_stands_at_the_first_field_to_mend(clerk: Browser) -> None:
    page = await sends(clerk, matter="", phone="12", persons="许多")
    assert re.findall(r'name="(\w+)"[^>]* autofocus', page.text) == ["matter"]


async def test_a_place_that_may_be_several_is_asked_once_more(clerk: Browser, house: House) -> None:
    page = await sends(clerk, place="嘉黎镇")
    assert page.status_code == 422
    offered = re.findall(r'name="place_is" value="(\d+)"', page.text)
    assert len(offered) > 1
    wrong = await sends(clerk, token(page), place="嘉黎镇", place_is=offered[1], phone="12")
    assert wrong.status_code == 422  # for the telephone; the place is settled
    chosen = re.search(r'name="place" [^>]*value="([^"]+)"', wrong.text)
    assert chosen
    done = await sends(clerk, token(wrong), place=chosen[1])
    assert (await stored(house, done)).place == offered[1]


async def test_scans_outlive_a_mistake_and_go_with_the_case(clerk: Browser, house: House) -> None:
    scan = [("scans", ("来信.jpg", photo(), "image/jpeg"))]
    page = await sends(clerk, files=scan, phone="12")
    assert "来信.jpg" in page.text
    done = await sends(clerk, token(page), files=scan)  # the same scan chosen again is one
    case = await stored(house, done)
    [kept] = await house.store.read(lambda c: file_rows.of_case(c, house.keyring, case.id))
    shown = await clerk.opens(f"/files/{kept.id}")
    assert shown.headers["content-type"] == "image/jpeg"
    on_disk = b"".join(p.read_bytes() for p in (house.settings.data_dir / "files").rglob("*") if p.is_file())
    assert b"JFIF" not in on_disk


async def test_a_scan_that_is_not_taken_says_why_and_a_kept_one_can_be_dropped(
    clerk: Browser, house: House
) -> None:
    before = await counted(house, keys)
    bad = [("scans", ("a.exe", b"MZ\x90\x00" + bytes(400), "application/octet-stream"))]
    page = await sends(clerk, files=bad)
    assert "这种文件不收" in page.text
    page = await sends(clerk, token(page), files=[("scans", ("来信.jpg", photo(), "image/jpeg"))], phone="1")
    [file] = re.findall(r'name="drop" value="(\w+)"', page.text)
    page = await sends(clerk, token(page), drop=file, phone="1")
    assert (await counted(house, files), await counted(house, keys)) == (0, before)
    case = await stored(house, await sends(clerk, token(page)))
    assert await house.store.read(lambda c: file_rows.of_case(c, house.keyring, case.id)) == []


async def test_a_scan_for_which_the_disk_has_no_room_leaves_no_key(
    clerk: Browser, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_told: object) -> str:
        raise DiskFull

    before = await counted(house, keys)
    with monkeypatch.context() as patched:
        patched.setattr(house.uploads, "keep", full)
        page = await sends(clerk, files=[("scans", ("来信.jpg", photo(), "image/jpeg"))])
    assert page.status_code == 422
    assert await counted(house, keys) == before
    await sends(clerk, token(page), files=[("scans", ("来信.jpg", photo(), "image/jpeg"))])
    assert await counted(house, files) == 1


async def test_scans_that_were_never_registered_are_forgotten_after_a_day(
    clerk: Browser, house: House, clock: SetTime
) -> None:
    before = await counted(house, keys)
    await sends(clerk, files=[("scans", ("来信.jpg", photo(), "image/jpeg"))], phone="1")
    clock.later(hours=23)
    await one_round(house)
    assert await counted(house, files) == 1
    clock.later(hours=2)
    await one_round(house)
    assert (await counted(house, files), await counted(house, keys)) == (0, before)


async def test_who_gives_no_name_is_anonymous_and_who_asks_for_secrecy_is_not_shown_to_the_unit(
    clerk: Browser, labour: Browser, house: House
) -> None:
    nameless = await stored(house, await sends(clerk, name="", representatives=""))
    assert nameless.identity == "anonymous"
    secret = await stored(house, await sends(clerk, confidential="yes"))
    assert secret.identity == "confidential"
    await clerk.moves(secret.case.number, "forward", unit="renshe", complexity="simple")
    page = (await labour.opens(f"/cases/{secret.case.number}")).text
    assert "三十个人" in page
    assert not [word for word in ("次仁卓玛", "13908900001", "扎西") if word in page]


async def test_a_sealed_matter_is_not_offered_and_not_taken(clerk: Browser, house: House) -> None:
    page = await clerk.opens("/register")
    assert "举报干部" not in page.text
    assert (await sends(clerk, matter="official_conduct")).status_code == 422


async def test_only_clerks_register(labour: Browser, house: House) -> None:
    assert (await labour.opens("/register")).status_code == 404
    await joins(house, "head", Role.HEAD, "xinfang")
    async with Browser(house) as head:
        await head.signs_in("head")
        for other in (labour, head):
            assert "/desk/register" not in (await other.opens("/")).text
            assert (await other.sends("/register", form="form", **VISIT)).status_code == 404
    assert await counted(house, cases) == 0


async def test_pages_scanned_stay_in_the_order_they_were_picked_in(clerk: Browser) -> None:
    names = [f"{page}.jpg" for page in range(1, 9)]
    picked = [("scans", (name, picture(size=(60 + n, 40)), "image/jpeg")) for n, name in enumerate(names)]
    given = number(await sends(clerk, files=picked))
    shown = re.findall(r"(\d)\.jpg · ", (await clerk.opens(f"/cases/{given}")).text)
    assert shown == [name[0] for name in names]
