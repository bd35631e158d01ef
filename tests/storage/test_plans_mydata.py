"""What residents ask of their own data finds its rows by an index too."""

from __future__ import annotations

import pytest

from bot.wiring import House
from dialogs.engine.events import Pressed, Said
from tests.storage.residents import filed, say
from tests.storage.test_erasing import erase
from tests.storage.test_plans import _check, _recorded


async def test_my_data_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    number, code = await filed(house, "resident")
    with _recorded(monkeypatch) as issued:
        await say(house, "resident", 100, Pressed("menu", "mydata"))
        await say(house, "resident", 101, Pressed("mine", "readers"))
        await say(house, "resident", 102, Pressed("which", number))
        await say(house, "resident", 103, Pressed("mine", "export"))
        await say(house, "resident", 104, Pressed("which", number))
        await say(house, "resident", 105, Said(code))
        await say(house, "resident", 106, Pressed("mine", "whole"))
        await say(house, "resident", 107, Pressed("which", "talk"))
        await say(house, "resident", 108, Pressed("mine", "export"))
        await say(house, "resident", 109, Pressed("which", "all"))
        await erase(house, "resident")
    assert any(s.startswith("DELETE FROM keys") for s in issued)
    await _check(house, issued)
