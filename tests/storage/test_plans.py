"""No query of a turn, of delivery or of the queue walks a table that grows: each finds its rows by an index.

The statements are those really issued while residents file, staff move cases and the desk is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from bot.closing import close_passed
from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Asked, Pressed, Said
from storage import appointments, desk, file_rows, filters, outbox, prepared, ratings, visit_times
from storage import cases as case_rows
from storage import staff as staff_rows
from storage.staff import Member
from tests.bot.houses import demo_office, open_house
from tests.storage.residents import CHANNEL, filed, say

Issued = dict[str, Any]
SMALL = frozenset({"staff", "link_codes", "staff_sessions", "alembic_version"})
"""Tables of an office's dozens: they may be walked."""


@contextmanager
def _recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[Issued]:
    """Every statement issued meanwhile, with values it was issued with."""
    issued: Issued = {}

    def usual(_c: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:
        issued[statement] = values[0] if many else values

    real = prepared.Prepared._run

    def prepared_run(
        self: prepared.Prepared, connection: Connection, form: Any, values: Mapping[str, Any]
    ) -> Any:
        issued[form.text] = tuple(
            v if c is None else c(v) for v, c in [(values[name], convert) for name, convert in form.values]
        )
        return real(self, connection, form, values)

    event.listen(Engine, "before_cursor_execute", usual)
    with monkeypatch.context() as patched:
        patched.setattr(prepared.Prepared, "_run", prepared_run)
        try:
            yield issued
        finally:
            event.remove(Engine, "before_cursor_execute", usual)


def _walked(connection: Connection, statement: str, values: Any) -> list[str]:
    """The tables a statement walks from end to end, by the database's own plan."""
    if not re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)", statement):
        return []
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values or ()).all()
        plan = [str(row[3]) for row in rows]
        found = [re.fullmatch(r"SCAN (\w+)", line) for line in plan]
        names = [_real(m[1], statement) for m in found if m]
        # The queue comes in the order of its index; the few undelivered are sorted.
        sorted_ = any("TEMP B-TREE FOR ORDER BY" in line for line in plan)
        if sorted_ and "cases.queue_on" in statement and "outbox" not in statement:
            names.append("cases, sorted")
        return names
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    connection.exec_driver_sql("SET LOCAL enable_bitmapscan = on")
    rows = connection.exec_driver_sql(f"EXPLAIN {statement}", tuple(values or ())).all()
    return [m[1] for row in rows if (m := re.search(r"Seq Scan on (\w+)", str(row[0])))]


def _real(name: str, statement: str) -> str:
    """The table behind an alias."""
    found = re.search(rf"\b(\w+) AS {name}\b", statement)
    return found[1] if found else name


async def _check(house: House, issued: Issued) -> None:
    assert issued

    def explain(connection: Connection) -> dict[str, list[str]]:
        found = {}
        for statement, values in issued.items():
            if walked := [t for t in _walked(connection, statement, values) if t not in SMALL]:
                found[statement] = walked
        return found

    assert await house.store.read(explain) == {}


def _member(role: Role, unit: str) -> Member:
    return Member("0" * 16, "login", "name", role, unit, "zh", True, False)


async def test_a_turn_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with _recorded(monkeypatch) as issued:
        number, code = await filed(house, "resident")
        await say(house, "resident", 100, Pressed("case", f"show.{number}"))
        await say(house, "resident", 101, Pressed("case", f"supply.{number}"))
        await say(house, "resident", 102, Asked("menu"))
        await say(house, "resident", 103, Asked("status"))
        await say(house, "resident", 104, Said(number))
        await say(house, "resident", 105, Said(code))
        await say(house, "resident", 106, Asked("status"))
        await say(house, "resident", 107, Said(number))
        await say(house, "resident", 108, Said(code[::-1]))
        await house.conversations.place(CHANNEL, "resident")
    assert any("inbox" in s and s.startswith("INSERT") for s in issued)
    assert any(s.startswith("INSERT INTO cases") for s in issued)
    await _check(house, issued)


async def test_following_a_case_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with _recorded(monkeypatch) as issued:
        number, _ = await filed(house, "resident")
        for step, option in enumerate(("kept", "notices", "review", "retaliation", "rate")):
            await say(house, "resident", 100 + step, Pressed("case", f"{option}.{number}"))
        await say(house, "resident", 110, Pressed("rating", "not"))
        await say(house, "resident", 111, Asked("skip"))
        await say(house, "resident", 112, Asked("status"))
        await say(house, "resident", 113, Asked("menu"))
        # the same matter again
        again = ("menu:complaint", "consent:agree", "matter:work", "matter:wages")
        for step, button in enumerate(again):
            await say(house, "resident", 120 + step, Pressed(*button.split(":")))
        day = house.time.today()
        await house.store.write(lambda c: ratings.put(c, house.keyring, "0", "renshe", "not", "", day))
        await house.store.read(lambda c: ratings.counts(c, "renshe", day, day))
        await house.store.write(lambda c: close_passed(c, house, house.time.now()))
    assert any("cases.conversation_id" in s and "cases.matter =" in s for s in issued)
    assert any("INSERT INTO ratings" in s for s in issued)
    await _check(house, issued)


async def test_a_dropped_draft_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    for step in range(12):
        await say(house, "resident", step)
    with _recorded(monkeypatch) as issued:
        await say(house, "resident", 100, Asked("cancel"))
        await say(house, "resident", 101, Pressed("draft", "delete"))
    assert any(s.startswith("DELETE FROM keys") for s in issued)
    await _check(house, issued)


async def test_a_move_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    number, _ = await filed(house, "resident")
    clerk = _member(Role.CLERK, house.office.own_unit)
    unit = next(u for u in house.office.units if u != house.office.own_unit and house.office.takes(u))
    with _recorded(monkeypatch) as issued:
        await house.store.write(lambda c: house.casework.read(c, number, clerk, house.time.now()))
        parts = {"unit": unit, "complexity": "simple"}
        await house.store.write(
            lambda c: house.casework.move(c, number, "forward", clerk, parts, house.time.now())
        )
        case = await house.store.read(lambda c: case_rows.find(c, house.keyring, number))
        assert case is not None
        await house.store.read(lambda c: case_rows.history(c, case))
        await house.store.read(lambda c: desk.notices(c, case))
        await house.store.read(lambda c: desk.last_move(c, case.id))
        await house.store.read(lambda c: file_rows.of_case(c, house.keyring, case.id))
    await _check(house, issued)


@pytest.mark.parametrize("role", [Role.CLERK, Role.UNIT])
@pytest.mark.parametrize("choice", filters.FILTERS)
async def test_a_page_of_the_queue_is_read_in_the_order_of_its_index(
    house: House, monkeypatch: pytest.MonkeyPatch, role: Role, choice: str
) -> None:
    await filed(house, "resident")
    unit = house.office.own_unit if role is Role.CLERK else "another"
    member = _member(role, unit)
    today, own = house.time.today(), house.office.own_unit
    after = (today, "0")
    with _recorded(monkeypatch) as issued:
        await house.store.read(lambda c: desk.queue(c, member, own, today, filter=choice))
        await house.store.read(lambda c: desk.queue(c, member, own, today, filter=choice, after=after))
        await house.store.read(lambda c: desk.counts(c, member, own, today))
    await _check(house, issued)


async def test_delivery_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await filed(house, "resident")
    now = house.time.now() + timedelta(hours=1)
    with _recorded(monkeypatch) as issued:
        claimed = await house.store.write(lambda c: outbox.claim(c, house.keyring, CHANNEL, now))
        assert claimed
        await house.store.write(lambda c: outbox.settle(c, claimed[0].id, "sent", now))
        await house.store.write(lambda c: outbox.settle(c, claimed[0].id, "failed", now, fault="x"))
        await house.store.read(lambda c: outbox.any_due(c, CHANNEL, now))
        await house.store.read(lambda c: file_rows.next_waiting_at(c))
        await house.store.write(lambda c: file_rows.claim_waiting(c, house.keyring, now))
    await _check(house, issued)


async def test_an_appointment_walks_no_table(
    tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = "20261202-0930-secretary"
    steps = (
        *("language:zh", "menu:visit", "consent:agree", f"slot:{slot}", "matter:wages", "people:2"),
        *("speaks:zh", "name:skip", "phone:skip", "summary:submit", "menu:visit", "visit:new"),
    )
    clerk = _member(Role.CLERK, "xinfang")
    async with open_house(tmp_path / "data", url, office=demo_office()) as house:
        now = house.time.now()
        with _recorded(monkeypatch) as issued:
            await filed(house, "resident")
            for step, press in enumerate(steps, start=300):
                await say(house, "resident", step, Pressed(*press.split(":")))
            past, keyring = date(2026, 11, 1), house.keyring
            await house.store.read(lambda c: appointments.listed(c, keyring, clerk, before=past))
            [one] = await house.store.read(lambda c: appointments.listed(c, keyring, clerk, since=now.date()))
            later = "20261203-1530-deputy"
            await house.store.write(lambda c: house.visits.move(c, one.number, later, clerk, 0, now))
            await house.store.write(lambda c: house.visits.remind(c, now + timedelta(days=9)))
            await say(house, "resident", 400, Pressed("visit", f"cancel-sure.{one.number}"))
            await house.store.write(lambda c: visit_times.forget(c, date(2027, 1, 1)))
        assert any(s.startswith("INSERT INTO appointments") for s in issued)
        assert any(s.startswith("UPDATE slots") for s in issued)
        await _check(house, issued)


async def test_signing_in_walks_no_table_that_grows(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with _recorded(monkeypatch) as issued:
        await house.store.read(lambda c: staff_rows.by_login(c, "clerk"))
        await house.store.read(lambda c: staff_rows.everyone(c))
        await house.store.read(lambda c: staff_rows.by_id(c, "0"))
    await _check(house, issued)


async def test_blanking_what_was_told_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    done = (Pressed("language", "zh"), Said("包工头拖欠我们三个月的工资"), Pressed("matter", "none-of-these"))
    for step, came in enumerate((*done, Pressed("matter", "report"))):
        await say(house, "resident", step, came)
    with _recorded(monkeypatch) as issued:
        await say(house, "resident", 100, Pressed("matter", "official_conduct"))
    assert any(s.startswith("UPDATE inbox") for s in issued)
    await _check(house, issued)
