"""What the moves ask of the database finds its rows by an index too: clocks moved, void, counted anew."""

from __future__ import annotations

import pytest

from bot.closing import recount
from bot.wiring import House
from cases.lifecycle import Role
from tests.storage.residents import filed
from tests.storage.test_plans import _check, _member, _recorded


async def test_moves_walk_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    clerk, unit = _member(Role.CLERK, "xinfang"), _member(Role.UNIT, "renshe")
    head, now = _member(Role.HEAD, "renshe"), house.time.now()
    number, _ = await filed(house, "resident")
    steps = (
        (clerk, "forward", {"unit": "renshe", "complexity": "simple"}),
        (unit, "object", {"reason": "…"}),
        (clerk, "uphold_objection", {"reason": "…"}),
        (clerk, "forward", {"unit": "renshe"}),
        (unit, "accept", {"item": "6"}),
        (head, "extend", {"days": "30", "reason": "…"}),
        (head, "correct", {"reason": "…"}),
        (head, "correct", {"reason": "…"}),
    )
    with _recorded(monkeypatch) as issued:
        for member, move, parts in steps:
            await house.store.write(
                lambda c, m=member, n=move, p=parts: house.casework.move(c, number, n, m, p, now)  # type: ignore[misc]
            )
        await house.store.write(lambda c: recount(c, house, now))
    for told in ("DELETE FROM reminders", "DELETE FROM clocks", "UPDATE clocks", "SELECT cases.number"):
        assert any(s.startswith(told) for s in issued), told
    await _check(house, issued)
