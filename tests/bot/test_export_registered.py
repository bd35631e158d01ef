"""Promises of the export of what a clerk registered: described whole, its people told to none but who may."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator
from sqlalchemy import Connection

from bot.came_in import read_came_in
from bot.registering import Registering
from bot.sheets import COLUMNS, row_of
from bot.wiring import House
from cases.lifecycle import Role
from storage import staff
from storage.staff import Member
from tests.bot.test_export import SCHEMA, taken


async def _registered(house: House, by: Member, **words: str) -> str:
    """A matter a clerk took down, with all that the desk's form asks; its number."""
    form = {
        "came_by": "visit",
        "matter": "wages",
        "place": "540621100201",
        "facts": "没有拿到工钱。",
        "request": "要回工钱。",
        "name": "次仁卓玛",
        "phone": "13908900001",
        "address": "嘉黎镇一号",
        "told_by": "letter",
        "language": "zh",
        "repeated": "yes",
        "owed": "100",
        "persons": "3",
        "representatives": "次仁卓玛 13908900001\n扎西",
        **words,
    }
    came = read_came_in(form, lambda one: (one,), lambda one: (one,), house.time.today())
    registering, now = Registering(house.keyring, house.casework, house.time), house.time.now()
    draft, code = registering.draft_of("session", str(form)), registering.code_of("session", str(form))
    number, _ = await house.store.write(lambda c: registering.register(c, by, draft, code, came, now))
    return number


async def test_of_a_case_a_clerk_registered_all_is_described_and_no_person_told_to_a_unit(
    house: House,
) -> None:
    now = house.time.now()

    def joins(connection: Connection, login: str, role: Role, unit: str) -> Member:
        new = {"login": login, "name": login, "role": role, "unit": unit, "language": "zh"}
        return staff.add(connection, **new, password_hash="x", now=now, own_unit="xinfang")  # type: ignore[arg-type]

    clerk = await house.store.write(lambda c: joins(c, "dorje", Role.CLERK, "xinfang"))
    unit = await house.store.write(lambda c: joins(c, "nima", Role.UNIT, "renshe"))
    number = await _registered(house, clerk, confidential="yes")
    parts = {"unit": "renshe", "complexity": "simple"}
    await house.store.write(lambda c: house.casework.move(c, number, "forward", clerk, parts, now))
    [whole] = json.loads(json.dumps(await taken(house, member=clerk)))
    Draft202012Validator(SCHEMA).validate({"schema": 1, "cases": [whole]})
    described = set(SCHEMA["$defs"]["answers"]["properties"])
    assert set(whole["answers"]) <= described
    assert {"address", "representatives", "told_by", "name", "phone"} <= set(whole["answers"])
    row = dict(zip(COLUMNS, row_of(whole), strict=True))
    assert row["representatives"] == "次仁卓玛 13908900001\n扎西"
    assert (row["address"], row["told_by"]) == ("嘉黎镇一号", "letter")
    [theirs] = await taken(house, member=unit)
    assert theirs["answers"]["facts"] == [{"text": "没有拿到工钱。"}]
    text = json.dumps(theirs, ensure_ascii=False)
    assert [word for word in ("次仁卓玛", "13908900001", "扎西", "嘉黎镇一号") if word in text] == []
