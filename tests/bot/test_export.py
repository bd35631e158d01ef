"""Promises of the export: by its published schema, on record, never a sealed matter, no formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from sqlalchemy import Connection, select, update

import bot.export
from bot import demo
from bot.demo import Sample, file_sample
from bot.export import Asked, exported
from bot.keeping_away import keep_away
from bot.sheets import COLUMNS, cell, row_of, write_csv, write_xlsx
from bot.wiring import ROOT, House
from cases.lifecycle import Role, Status
from storage import cases as case_rows
from storage import staff
from storage.staff import Member
from storage.tables import cases, exports

SCHEMA = json.loads((ROOT / "docs" / "case-export.schema.json").read_text(encoding="utf-8"))
SAMPLES = demo.load_samples(ROOT / "office" / "jiali" / "demo")
SLY = '=HYPERLINK("http://x","y")'


async def taken(house: House, **asked: Any) -> list[dict[str, Any]]:
    return [case async for page in exported(house, Asked("tester", "json", **asked)) for case in page]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate({"schema": 1, "cases": []})
    (status,) = (found["status"]["enum"] for found in _properties(SCHEMA) if "status" in found)
    assert status == [one.value for one in Status]


def _properties(schema: Any) -> Iterator[dict[str, Any]]:
    """Every list of properties within a schema."""
    for name, value in schema.items() if isinstance(schema, dict) else enumerate(schema):
        if name == "properties":
            yield value
        if isinstance(value, dict | list):
            yield from _properties(value)


async def test_every_case_fits_the_published_schema(sqlite_house: House) -> None:
    house = sqlite_house
    people = demo.load_people(ROOT / "office" / "jiali" / "demo")
    await demo.make(house, ROOT / "office" / "jiali" / "demo", {p.login: demo.new_password() for p in people})
    told = json.loads(json.dumps(await taken(house)))
    assert len(told) == len(SAMPLES)
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [e.message for e in validator.iter_errors({"schema": 1, "cases": told})] == []
    assert {c["place"]["zh"] for c in told} >= {"阿扎村"}
    text = json.dumps(told, ensure_ascii=False)
    assert "账目按规定" not in text  # an answer of staff
    assert not any("consent" in c["answers"] for c in told)


async def test_an_export_is_on_record_as_one_and_in_every_case(house: House) -> None:
    number = await file_sample(house, SAMPLES[0])
    await taken(house)

    def look(connection: Connection) -> tuple[Any, list[str], bool]:
        stored = case_rows.find(connection, house.keyring, number)
        assert stored is not None
        moves = [e.move for e in case_rows.history(connection, stored)]
        row = connection.execute(select(exports.c.by, exports.c.format, exports.c.cases)).one()
        return tuple(row), moves, case_rows.chain_holds(connection, house.keyring, stored)

    row, moves, holds = await house.store.read(look)
    assert row == ("tester", "json", 1)
    assert moves == ["file", "exported"]
    assert holds
    assert [e["move"] for e in (await taken(house))[0]["events"]] == ["file"]


async def test_a_sealed_matter_is_never_exported(house: House) -> None:
    number = await file_sample(house, SAMPLES[0])
    other = await file_sample(house, SAMPLES[1])
    await house.store.write(
        lambda c: (
            c.execute(
                update(cases).where(cases.c.number == number).values(matter="official_conduct")
            ).rowcount
        )
    )
    assert [case["number"] for case in await taken(house)] == [other]


async def test_an_export_for_a_member_holds_what_they_see_and_no_more(house: House) -> None:
    number, other = [await file_sample(house, sample) for sample in SAMPLES[:2]]
    now = house.time.now()

    def joins(connection: Connection, login: str, role: Role, unit: str) -> Member:
        return staff.add(
            connection,
            login=login,
            name=login,
            role=role,
            unit=unit,
            language="zh",
            password_hash="x",
            now=now,
            own_unit="xinfang",
        )

    clerk = await house.store.write(lambda c: joins(c, "dorje", Role.CLERK, "xinfang"))
    colleague = await house.store.write(lambda c: joins(c, "nima", Role.CLERK, "xinfang"))
    supervisor = await house.store.write(lambda c: joins(c, "sangye", Role.SUPERVISOR, "xinfang"))
    admin = await house.store.write(lambda c: joins(c, "rabten", Role.ADMIN, "xinfang"))
    await house.store.write(lambda c: keep_away(c, house, number, clerk.id, "亲戚", clerk, now))
    assert [case["number"] for case in await taken(house, member=clerk)] == [other]
    whole = await taken(house, member=colleague)
    assert {case["number"] for case in whole} == {number, other}
    assert all(case["answers"]["facts"] for case in whole)
    assert [case["answers"] for case in await taken(house, member=supervisor)] == [{}, {}]
    assert await taken(house, member=admin) == []


async def test_the_days_of_filing_choose_both_ends_included(sqlite_house: House) -> None:
    house = sqlite_house
    numbers = []
    for _ in range(3):
        numbers.append(await file_sample(house, SAMPLES[0]))
        house.time.later(days=1)  # type: ignore[attr-defined]
    second = (await taken(house))[1]["filed_on"]
    day = date.fromisoformat(second)
    assert [c["number"] for c in await taken(house, since=day)] == numbers[1:]
    assert [c["number"] for c in await taken(house, until=day)] == numbers[:2]
    assert [c["number"] for c in await taken(house, since=day, until=day)] == numbers[1:2]


async def test_no_cell_can_be_taken_for_a_formula(sqlite_house: House, tmp_path: Path) -> None:
    answers = {**SAMPLES[0].answers, "facts": SLY, "request": "+1", "name": "@SUM(A1)"}
    await file_sample(sqlite_house, Sample("zh", 0, answers))
    told = await taken(sqlite_house)
    out = io.BytesIO()
    write_csv(told, out, mark=True)
    assert out.getvalue().startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig")))
    assert row["facts"] == f"'{SLY}"
    assert row["request"] == "'+1"
    assert row["name"] == "'@SUM(A1)"
    book = io.BytesIO()
    write_xlsx(told, book)
    sheet = load_workbook(io.BytesIO(book.getvalue())).active
    assert sheet is not None
    assert not [c.value for line in sheet.iter_rows() for c in line if c.data_type == "f"]
    assert [c.value for c in sheet[1]] == list(COLUMNS)
    assert sheet.cell(2, COLUMNS.index("facts") + 1).value == f"'{SLY}"


def test_cells_of_every_kind_can_be_written() -> None:
    assert cell(None) == ""
    assert cell(True) == "yes"
    assert cell("a\x00b\ud800c\x0bd") == "abcd"
    assert cell("\t=1") == "'\t=1"


async def test_a_row_tells_what_the_case_tells(sqlite_house: House) -> None:
    await file_sample(sqlite_house, SAMPLES[0])
    (case,) = await taken(sqlite_house)
    row = dict(zip(COLUMNS, row_of(case), strict=True))
    assert row["facts"] == SAMPLES[0].answers["facts"]
    assert row["amount"] == "18000.00"
    assert row["since"] == "2026-08-01"
    assert row["place_zh"] == "阿扎村"
    assert row["status"] == "filed"
    assert row["next_due_on"] == min(c["due_on"] for c in case["clocks"])
    assert (row["came_by"], row["persons"], row["repeated"]) == ("service", "6", "no")
    assert (row["national_number"], row["owed_yuan"]) == ("", "18000.00")


async def test_what_the_national_system_takes_in_is_told(house: House) -> None:
    number = await file_sample(house, SAMPLES[0])
    what = {"came_by": "letter", "persons": 12, "repeated": True, "owed_fen": 1633505}
    await house.store.write(
        lambda c: (
            c.execute(
                update(cases).where(cases.c.number == number).values(**what, national_number="XF2026-0001")
            ).rowcount
        )
    )
    [case] = await taken(house)
    Draft202012Validator(SCHEMA).validate({"schema": 1, "cases": [case]})
    assert {name: case[name] for name in what} == what
    row = dict(zip(COLUMNS, row_of(case), strict=True))
    assert (row["national_number"], row["came_by"], row["persons"]) == ("XF2026-0001", "letter", "12")
    assert (row["repeated"], row["owed_yuan"]) == ("yes", "16335.05")


async def test_a_restricted_case_is_never_exported(house: House) -> None:
    number = await file_sample(house, SAMPLES[0])
    await house.store.write(
        lambda c: c.execute(update(cases).where(cases.c.number == number).values(restricted=True)).rowcount
    )
    assert await taken(house) == []


async def test_more_cases_than_a_page_all_come_once(
    sqlite_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.export, "PAGE", 2)
    numbers = {await file_sample(sqlite_house, SAMPLES[0]) for _ in range(3)}
    assert [len(p) async for p in exported(sqlite_house, Asked("t", "csv"))] == [2, 1]
    assert {c["number"] for c in await taken(sqlite_house)} == numbers
