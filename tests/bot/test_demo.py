"""Promises of the demonstration: its synthetic cases are told as residents tell theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from bot import demo
from bot.web.desk.navigation import entries_for
from bot.wiring import ROOT, House
from cases.clocks import is_overdue, nearest
from cases.lifecycle import Role, Status
from storage import cases as case_rows
from storage import staff
from storage.cases import Stored
from storage.tables import cases
from tests.web.desk.people import Browser, hashed

FOLDER = ROOT / "office" / "jiali" / "demo"


def _all(house: House, connection: Connection) -> list[Stored]:
    numbers = connection.execute(select(cases.c.number)).scalars()
    found = [case_rows.find(connection, house.keyring, number) for number in numbers]
    return [one for one in found if one is not None]


async def test_a_dozen_synthetic_cases_stand_in_various_states(sqlite_house: House) -> None:
    house = sqlite_house
    people = demo.load_people(FOLDER)
    await demo.make(house, FOLDER, {person.login: demo.new_password() for person in people})
    stored = await house.store.read(lambda connection: _all(house, connection))
    assert len(stored) >= 12
    assert {one.language for one in stored} == {"zh", "bo"}
    states = {one.case.status for one in stored}
    assert states >= {Status.FILED, Status.FORWARDED, Status.ACCEPTED, Status.ANSWERED}
    today = house.time.today()
    duties = [duty for one in stored if (duty := nearest(one.case))]
    assert any(is_overdue(duty.due_on, today) for duty in duties)
    assert any(0 <= (duty.due_on - today).days <= 3 for duty in duties)
    assert any(one.case.waiting_on_resident for one in stored)
    members = await house.store.read(staff.everyone)
    assert [m.login for m in members] == sorted(person.login for person in people)


async def test_everybody_of_the_demonstration_signs_in_and_sees_what_their_role_sees(
    sqlite_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, people = sqlite_house, demo.load_people(FOLDER)
    monkeypatch.setattr(demo, "hash_password", lambda _text: hashed())
    await demo.make(house, FOLDER, {person.login: "" for person in people})
    members = {one.login: one for one in await house.store.read(staff.everyone)}
    there = {(one.role, one.of_office) for one in members.values()}
    office = ("clerk", "head", "supervisor", "translator", "outreach", "admin")
    assert there >= {*((Role(role), True) for role in office), (Role.UNIT, False), (Role.HEAD, False)}
    assert members["translator"].reads == ("zh", "bo")
    stored = await house.store.read(lambda connection: _all(house, connection))
    seen = {}
    for login, member in members.items():
        async with Browser(house) as browser:
            await browser.signs_in(login)
            assert browser.page.url.path.removeprefix("/desk") == entries_for(member)[0].path, login
            for entry in entries_for(member):
                page = await browser.opens(entry.path)
                assert page.status_code == 200, (login, entry.path)
            assert "演示" in page.text or "དཔེ་མཚོན" in page.text, login
            opened = [(await browser.opens(f"/cases/{one.case.number}")).status_code for one in stored]
            seen[login] = opened.count(200)
    assert seen["head"] == seen["clerk"] == seen["supervisor"] == len(stored)
    assert 0 < seen["unit"] == seen["unit-head"] < len(stored)
    assert (seen["translator"], seen["outreach"], seen["admin"]) == (0, 0, 0)


async def test_every_synthetic_case_says_that_it_is_one(sqlite_house: House) -> None:
    for sample in demo.load_samples(FOLDER):
        mark = {"zh": "演示", "bo": "དཔེ་མཚོན"}[sample.language]
        assert mark in sample.answers["facts"]
        assert mark in sample.answers.get("name", mark)
        assert all(mark in made.parts["text"] for made in sample.moves if "text" in made.parts)


async def test_the_clock_of_the_house_is_put_back(sqlite_house: House) -> None:
    before = sqlite_house.time.now()
    people = demo.load_people(FOLDER)
    await demo.make(sqlite_house, FOLDER, {person.login: demo.new_password() for person in people})
    assert sqlite_house.time.now() == before


def test_data_that_fits_no_dialog_says_where(tmp_path: Path) -> None:
    (tmp_path / "cases.toml").write_text("[[case]]\nlanguage = 'zh'\n", encoding="utf-8")
    with pytest.raises(demo.DemoInvalid, match=r"cases\.toml"):
        demo.load_samples(tmp_path)
