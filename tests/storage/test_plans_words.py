"""What corrected words ask of the database finds its rows by an index too."""

from __future__ import annotations

import pytest

from bot.wiring import House
from cases.lifecycle import Role
from storage import corrections
from tests.bot.test_corrections import BO, ZH, joins
from tests.storage.test_plans import _check, _recorded

HERE = "cancel-sure"


async def test_a_correction_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = await joins(house, "tsering", Role.TRANSLATOR), await joins(house, "head", Role.HEAD)

    async def seen() -> int:
        return await house.store.read(lambda c: corrections.newest(c, HERE))

    with _recorded(monkeypatch) as issued:
        words = house.translating
        for bo in (BO, "འབྲི་བ་མཚམས་འཇོག་གམ།"):
            await words.propose(one, HERE, await seen(), ZH, bo)
            await words.approve(other, HERE, await seen())
        await words.sign(other, HERE, await seen(), "bureau_ok")
        await words.book.look()
        await words.book.retire_released()
        await words.go_back(other, HERE, await seen(), "released")
        await words.propose(one, HERE, await seen(), ZH, BO)
        await words.end(one, HERE, await seen())
        await house.store.read(lambda c: corrections.history(c, HERE))
    for told in ("INSERT INTO corrections", "UPDATE corrections", "INSERT INTO word_signs"):
        assert any(s.startswith(told) for s in issued), told
    await _check(house, issued)
