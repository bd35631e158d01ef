"""What a talk with a person asks of the database finds its rows by an index too."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Pressed, Said
from storage import chats
from tests.storage.residents import say
from tests.storage.test_erasing import erase
from tests.storage.test_plans import _check, _member, _recorded


async def test_a_talk_walks_no_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    clerk, now = _member(Role.CLERK, "xinfang"), house.time.now()
    with _recorded(monkeypatch) as issued:
        await say(house, "resident", 1, Pressed("language", "zh"))
        await say(house, "resident", 2, Pressed("menu", "person"))
        await say(house, "resident", 3, Said("村里的水管坏了"))
        [chat] = await house.store.read(lambda c: chats.listed(c, house.keyring, clerk))
        await house.store.write(lambda c: house.talking.take(c, chat.id, clerk))
        await house.store.write(lambda c: chats.seen(c, chat, clerk.id, now))
        await house.store.write(lambda c: house.talking.write(c, chat.id, clerk, "好", now))
        await house.store.read(lambda c: chats.lines(c, chat))
        await house.store.write(lambda c: house.talking.close_silent(c, now + timedelta(hours=25)))
        await house.store.write(lambda c: house.talking.close_silent(c, now + timedelta(days=99)))
        await say(house, "resident", 4, Pressed("menu", "person"))
        await say(house, "resident", 5, Pressed("person", "end"))
        await erase(house, "resident")
    for told in ("INSERT INTO chat_lines", "DELETE FROM chats", "UPDATE chats"):
        assert any(s.startswith(told) for s in issued), told
    await _check(house, issued)
