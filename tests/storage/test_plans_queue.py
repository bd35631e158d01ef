"""The queue's facets, saved views, drafts, scans and the list of what is done find their rows by an index."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.wiring import House
from cases.lifecycle import Role
from storage import cases as case_rows
from storage import desk, done_cases, filters, move_drafts, saved_views, scans
from storage.filters import Facets
from tests.storage.residents import filed
from tests.storage.test_plans import _check, _member, _recorded

WIDE = Facets(kind="claim", status="filed", unit="none", came_by="service", town="540621100")


@pytest.mark.parametrize("role", [Role.CLERK, Role.UNIT])
@pytest.mark.parametrize(
    "facets", [WIDE, Facets(town="540621100"), Facets(unit="renshe"), Facets(kind="claim")]
)
async def test_a_narrowed_queue_is_read_in_the_order_of_its_index(
    house: House, monkeypatch: pytest.MonkeyPatch, role: Role, facets: Facets
) -> None:
    await filed(house, "resident")
    own = house.office.own_unit
    member, today = _member(role, own if role is Role.CLERK else "another"), house.time.today()
    with _recorded(monkeypatch) as issued:
        for choice in filters.FILTERS:
            await house.store.read(
                lambda c, choice=choice: desk.queue(
                    c, member, own, today, filter=choice, facets=facets, after=(today, "0")
                )
            )
        await house.store.read(lambda c: desk.counts(c, member, own, today, facets))
    await _check(house, issued)


@pytest.mark.parametrize("role", [Role.CLERK, Role.UNIT])
async def test_what_is_done_is_read_by_its_index(
    house: House, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    number, _ = await filed(house, "resident")
    member = _member(role, "xinfang" if role is Role.CLERK else "another")
    day = date(2026, 11, 1)
    with _recorded(monkeypatch) as issued:
        await house.store.read(lambda c: done_cases.listed(c, member))
        await house.store.read(lambda c: done_cases.listed(c, member, since=day, until=day, after=(day, "0")))
        await house.store.read(lambda c: done_cases.listed(c, member, number=number))
        await house.store.read(lambda c: done_cases.listed(c, member, facets=Facets(town="540621100")))
    await _check(house, issued)


async def test_views_drafts_and_scans_walk_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    number, _ = await filed(house, "resident")
    now, keyring = house.time.now(), house.keyring
    stored = await house.store.read(lambda c: case_rows.find(c, keyring, number))
    assert stored
    with _recorded(monkeypatch) as issued:
        await house.store.read(lambda c: saved_views.of_member(c, keyring, "0"))
        await house.store.write(lambda c: saved_views.remove(c, "0", "0"))
        await house.store.write(lambda c: move_drafts.keep(c, stored, "0", "answer", {"text": ""}, now))
        await house.store.read(lambda c: move_drafts.own(c, stored, "0"))
        await house.store.read(lambda c: move_drafts.others(c, stored, "0", now))
        await house.store.write(lambda c: move_drafts.forget(c, now - timedelta(days=9)))
        await house.store.read(lambda c: scans.of_draft(c, keyring, "0"))
        await house.store.write(lambda c: scans.key_of(c, keyring, "0"))
        await house.store.write(lambda c: scans.drop(c, "0", ("0",)))
        await house.store.write(lambda c: scans.forget_loose(c, now - timedelta(days=9)))
    await _check(house, issued)
