"""No query of webhooks, of the API or of the national number walks a table that grows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.wiring import House
from cases.lifecycle import Role
from storage import api_keys, handed_down, national, other_systems, sight, webhooks
from storage import cases as case_rows
from storage import webhook_addresses as addresses
from tests.storage.residents import filed
from tests.storage.test_plans import _check, _member, _recorded


async def test_telling_other_systems_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    now, admin = house.time.now(), _member(Role.ADMIN, house.office.own_unit)
    address, _ = await house.store.write(
        lambda c: addresses.add(c, house.keyring, "https://1.1.1.1/", admin.id, now)
    )
    with _recorded(monkeypatch) as issued:
        await filed(house, "resident")
        assert await house.store.read(lambda c: webhooks.any_due(c, now))
        [told] = await house.store.write(lambda c: webhooks.claim(c, now, 10))
        works: tuple[Callable[[Connection], Any], ...] = (
            lambda c: addresses.secrets_of(c, house.keyring, address, now),
            lambda c: webhooks.settle(c, told, "sent", now, answered=204),
            lambda c: addresses.send_again(c, address, told.event_id, admin, now),
            lambda c: addresses.failing(c, address, now, now),
            lambda c: addresses.answered(c, address),
            lambda c: addresses.counts(c, address, admin),
            lambda c: addresses.log(c, address, admin, 10),
            lambda c: addresses.set_state(c, address, "on", now),
            lambda c: addresses.set_state(c, address, "gone", now),
            lambda c: addresses.rotate(c, house.keyring, address, admin.id, now),
            lambda c: webhooks.forget(c, now - timedelta(days=365)),
        )
        for work in works:
            await house.store.write(work)
    assert any(s.startswith("INSERT INTO webhook_deliveries") for s in issued)
    await _check(house, issued)


async def test_the_api_and_the_national_number_walk_no_table(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, _ = await filed(house, "resident")
    now, clerk = house.time.now(), _member(Role.CLERK, house.office.own_unit)
    key, token = await house.store.write(
        lambda c: api_keys.add(c, house.keyring, "a", api_keys.SCOPES, "b", now)
    )
    stored = await house.store.read(lambda c: case_rows.find(c, house.keyring, number))
    assert stored is not None
    with _recorded(monkeypatch) as issued:
        works: tuple[Callable[[Connection], Any], ...] = (
            lambda c: national.set_number(c, stored.id, "XF2026-0001"),
            lambda c: national.find(c, "XF2026-0001", sight.visible(clerk)),
            lambda c: api_keys.of_token(c, house.keyring, token),
            lambda c: api_keys.note(c, key, "GET /cases", 200, now, stored.id),
            lambda c: api_keys.uses(c, key, 10),
            lambda c: api_keys.forget(c, now - timedelta(days=365)),
            lambda c: api_keys.end(c, key, now),
            lambda c: handed_down.known(c, "draft"),
            lambda c: other_systems.one(c, house.keyring, number),
            lambda c: other_systems.listed(c, most=2, after=(now, "0")),
            lambda c: other_systems.listed(c, most=2, since=now),
            lambda c: other_systems.listed(c, most=2, national_number="XF2026-0001"),
        )
        for work in works:
            await house.store.write(work)
    await _check(house, issued)
