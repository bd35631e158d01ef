"""Promises of what is stored of words told: nothing of a sealed matter, of danger the words alone."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.wiring import House
from dialogs.engine.events import Event, Pressed, Said
from storage import conversations as rows
from storage.tables import inbox

WORDS = "包工头拖欠我们三个月的工资"
BRIBES = "乡长收了钱才办事，贪污扶贫款"
DANGER, CALM = "我老公拿刀要砍我", "我老公拿了笔要走"


def _press(button: str) -> Event:
    question, option = button.split(":")
    return Pressed(question, option)


async def _does(house: House, address: str, *done: str) -> None:
    for step, one in enumerate(("language:zh", *done)):
        event = _press(one) if ":" in one else Said(one)
        await house.conversations.hear("web", address, f"{address}/{step}", event)


async def _kept(house: House, address: str) -> tuple[dict[str, Any], list[Any]]:
    """The state, and what came in, opened."""

    def read(connection: Connection) -> tuple[dict[str, Any], list[Any]]:
        kept = rows.find(connection, house.keyring, "web", address)
        assert kept is not None
        came = connection.execute(
            select(inbox.c.body).where(inbox.c.conversation_id == kept.id).order_by(inbox.c.update_key)
        ).scalars()
        return dict(kept.state), [kept.key.open_json(body, rows.body_place(kept.id)) for body in came]

    return await house.store.read(read)


@pytest.mark.parametrize("before", [(), ("menu:complaint", "consent:agree")])
async def test_once_a_sealed_matter_is_chosen_what_was_told_is_gone(
    house: House, before: tuple[str, ...]
) -> None:
    await _does(house, "a", *before, WORDS)
    assert WORDS in str(await _kept(house, "a"))
    last = ("matter:none-of-these", "matter:report", "matter:official_conduct")
    for step, button in enumerate(last):
        await house.conversations.hear("web", "a", f"a/last{step}", _press(button))
    state, came = await _kept(house, "a")
    assert WORDS not in str(state)
    assert WORDS not in str(came)
    assert len(came) == 2 + len(before) + len(last), "that an update came is still known"


async def test_words_that_may_be_of_a_sealed_matter_are_never_stored(house: House) -> None:
    await _does(house, "b", BRIBES)
    assert BRIBES not in str(await _kept(house, "b"))


async def test_of_danger_nothing_is_stored_but_the_words(house: House) -> None:
    """State and inbox are what they are for other words of the same length."""
    here = ("menu:complaint", "consent:agree", "matter:wages", "place:540621101202")
    await _does(house, "c", *here, DANGER)
    await _does(house, "d", *here, CALM)
    told = [str(await _kept(house, address)) for address in ("c", "d")]
    drafts = [(await _kept(house, address))[0]["drafts"]["complaint"]["draft"] for address in ("c", "d")]
    assert told[0].replace(DANGER, CALM).replace(drafts[0], drafts[1]) == told[1]
    assert "danger" not in told[0]


async def test_the_numbers_are_the_first_thing_said(house: House) -> None:
    await _does(house, "e", "menu:complaint")
    reply = await house.conversations.hear("web", "e", "e/9", Said(DANGER))
    assert reply.bubble.text.startswith(house.texts["zh"].text("danger-violence"))
    assert reply.refused
