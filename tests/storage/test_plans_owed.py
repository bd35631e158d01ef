"""What the lists of owed notices, reminders and suggestions ask finds its rows by an index too."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.reminding import remind
from bot.wiring import House
from cases.lifecycle import Role
from storage import notices, owed, reminded, staff, suggestions, supervisions
from storage.staff import Member
from tests.storage.residents import filed
from tests.storage.test_plans import _check, _member, _recorded


async def test_what_is_owed_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    members: tuple[Member, ...] = (_member(Role.CLERK, "xinfang"), _member(Role.UNIT, "renshe"))
    clerk, now = members[0], house.time.now()
    new = {"login": "there", "name": "there", "role": Role.CLERK, "unit": "xinfang", "language": "zh"}
    there = await house.store.write(
        lambda c: staff.add(c, **new, password_hash="x", now=now, own_unit="xinfang")  # type: ignore[arg-type]
    )
    with _recorded(monkeypatch) as issued:
        number, _ = await filed(house, "resident")
        case = await house.store.read(lambda c: house.casework.seen(c, number, clerk))
        await house.store.write(notices.settle_sent)
        await house.store.read(lambda c: notices.of_case(c, case.key, case.id))
        await house.store.write(
            lambda c: notices.tell_by_hand(
                c, case.key, case.id, 1, means="call", told="", staff_id=clerk.id, now=now
            )
        )
        await house.store.write(lambda c: remind(c, house, now + timedelta(days=3)))
        shown = [one.told for one in await house.store.read(lambda c: reminded.unseen(c, there))]
        assert shown
        await house.store.write(lambda c: reminded.seen(c, there, shown, now))
        for member in members:
            await house.store.read(lambda c, m=member: owed.owed(c, house.keyring, m, now))
            await house.store.read(lambda c, m=member: reminded.unseen(c, m))
    for told in ("UPDATE notices", "UPDATE reminded", "INSERT INTO notices"):
        assert any(s.startswith(told) for s in issued), told
    await _check(house, issued)


async def test_suggestions_are_found_by_an_index(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    unit, now = _member(Role.UNIT, "renshe"), house.time.now()
    with _recorded(monkeypatch) as issued:
        one = await house.store.write(
            lambda c: suggestions.make(
                c,
                house.keyring,
                kind="improve_work",
                unit="renshe",
                case_id=None,
                text="好",
                staff_id="s",
                on=now.date(),
            )
        )
        await house.store.read(lambda c: suggestions.listed(c, house.keyring, unit))
        await house.store.write(
            lambda c: suggestions.feed_back(
                c, house.keyring, unit, one, adopted="whole", text="好", on=now.date()
            )
        )
    await _check(house, issued)


async def test_acts_of_supervision_are_found_by_an_index(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, _ = await filed(house, "resident")
    keyring, now = house.keyring, house.time.now()
    supervisor, unit = _member(Role.SUPERVISOR, "xinfang"), _member(Role.UNIT, "renshe")
    words = {"means": "call", "text": "请抓紧办"}
    with _recorded(monkeypatch) as issued:
        await house.store.write(
            lambda c: house.casework.move(c, number, "supervise", supervisor, words, now) and None
        )
        for member in (supervisor, unit):
            acts = await house.store.read(lambda c, m=member: supervisions.listed(c, keyring, m))
            assert len(acts) == (member is supervisor)  # no unit has the case yet
        [act] = await house.store.read(lambda c: supervisions.listed(c, keyring, supervisor))
        await house.store.write(
            lambda c: supervisions.add_what_came_of(c, keyring, supervisor, act.id, "办了", now.date())
        )
    assert any(s.startswith("UPDATE supervisions") for s in issued)
    await _check(house, issued)
