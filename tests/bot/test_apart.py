"""Promises of an answer opened in the middle of something: it stands alone, the question comes after it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Connection

from bot.wiring import House
from storage import conversations, history, outbox
from storage.history import Shown
from tests.bot.test_papers import ACCEPT, ANSWER, FORWARD, moved
from tests.web.desk.people import Resident

TEXT = "单位分三次付清。"


async def answered(house: House, language: str = "zh") -> Resident:
    """A resident who has begun another complaint when the answer comes."""
    one = Resident(house, "a", language)
    await one.files()
    await moved(house, one.number, FORWARD, ACCEPT, ANSWER)
    await one.presses("menu:complaint")
    await one.presses("consent:agree")
    return one


async def letters(house: House) -> list[dict[str, Any]]:
    """What waits for residents, taken away, in order."""

    def take(connection: Connection) -> list[dict[str, Any]]:
        found = []
        while claimed := outbox.claim(connection, house.keyring, "web", house.time.now()):
            for one in claimed:
                outbox.settle(connection, one.id, "sent", house.time.now())
                found.append(one.body)
        return found

    return await house.store.write(take)


async def shown(house: House) -> tuple[Shown, ...]:
    """The last two bubbles of the web chat."""

    def look(connection: Connection) -> tuple[Shown, ...]:
        kept = conversations.find(connection, house.keyring, "web", "a")
        assert kept is not None
        return history.page(connection, house.keyring, kept).shown[-2:]

    return await house.store.read(look)


def buttons(body: dict[str, Any]) -> set[str]:
    """The ids of a message's buttons, without numbers."""
    return {b["id"].partition(".")[0] for row in body["rows"] for b in row}


async def test_an_answer_opened_in_the_middle_stands_alone_and_the_question_follows(house: House) -> None:
    one = await answered(house)
    question = house.texts["zh"].text("complaint-matter")
    await letters(house)
    reply = await one.presses(f"case:open.{one.number}")
    answer, asked = await letters(house)
    assert TEXT in answer["text"]
    assert question not in answer["text"]
    assert buttons(answer) == {"case:review", "case:paper"}
    assert TEXT not in asked["text"]
    assert question in asked["text"]
    assert not buttons(asked) & {"case:review", "case:paper"}
    assert reply.asks is not None
    assert reply.asks.question == "matter"
    before, last = await shown(house)
    assert before.apart, "its buttons stay alive in the web chat"
    assert not last.apart


async def test_at_the_menu_it_is_one_bubble_as_ever(house: House) -> None:
    one = await answered(house)
    await one.presses("menu:menu")
    await letters(house)
    await one.presses(f"case:open.{one.number}")
    [answer] = await letters(house)
    assert TEXT in answer["text"]
    assert "menu:menu" in buttons(answer)


@pytest.mark.parametrize("button", [1, 0], ids=["the answer", "the question"])
async def test_each_of_the_two_is_found_again_in_chinese(house: House, button: int) -> None:
    one = await answered(house, "bo")
    await letters(house)
    await one.presses(f"case:open.{one.number}")
    answer, asked = await letters(house)
    token = f".{answer['token']}" if button else ""
    assert "token" not in asked
    reply = await one.presses(f"words:zh{token}")
    assert (TEXT if button else house.texts["zh"].text("complaint-matter")) in reply.bubble.text
