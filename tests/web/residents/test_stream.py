"""Promises about new bubbles that come by themselves: none is lost, none is told twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from sse_starlette.sse import AppStatus

from bot.web.residents.talk import read_talk
from bot.wiring import House
from dialogs.engine.events import Asked, Pressed
from storage import conversations, outbox
from storage.outbox import NOTICE, Letter
from tests.web.residents.conftest import Listening

TOKEN = "a-token-of-22-letters_"


@asynccontextmanager
async def _events(
    web: Listening, headers: dict[str, str] | None = None, since: str = ""
) -> AsyncIterator[AsyncIterator[tuple[str, str]]]:
    """The stream's events as (id, data)."""
    async with (
        httpx.AsyncClient(base_url=web.url, cookies={"lamton": TOKEN}, timeout=20) as client,
        client.stream("GET", "events", params={"since": since}, headers=headers or {}) as answer,
    ):
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-store"

        async def read() -> AsyncIterator[tuple[str, str]]:
            name, data = "", []
            async for line in answer.aiter_lines():
                if line.startswith("id: "):
                    name = line[4:]
                elif line.startswith("data: "):
                    data.append(line[6:])
                elif not line and data:
                    yield name, "\n".join(data)
                    data = []

        yield read()


async def _in(web: Listening, work: object) -> object:
    """Await in the web's own loop."""
    return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, web.loop))  # type: ignore[arg-type]


async def _hear(house: House, key: str, event: object) -> None:
    await house.conversations.hear("web", TOKEN, key, event)  # type: ignore[arg-type]


async def _notice(house: House, text: str) -> None:
    """A notice as another process puts it: no bell rings here."""

    def put(connection: object) -> None:
        kept = conversations.find(connection, house.keyring, "web", TOKEN)  # type: ignore[arg-type]
        assert kept
        key_id, key = conversations.new_key(connection, house.keyring)  # type: ignore[arg-type]
        letter = Letter("web", kept.id, {"text": text, "rows": [], "draft": ""}, lane=NOTICE)
        outbox.put(connection, [letter], key_id, key, house.time.now())  # type: ignore[arg-type]

    await house.store.write(put)


async def test_a_notice_from_another_process_comes_by_itself_once(listening: Listening) -> None:
    house = listening.house
    await _in(listening, _hear(house, "one", Pressed("language", "zh")))
    talk = await _in(listening, read_talk(house, TOKEN))
    async with _events(listening, since=talk.cursor) as events:  # type: ignore[attr-defined]
        await _in(listening, _notice(house, "单位来的通知一"))
        first = await anext(events)
        while "单位来的通知一" not in first[1]:  # rows still young are told again
            first = await anext(events)
        assert 'name="turn"' not in first[1]  # what is being written is left alone
        await _in(listening, _hear(house, "two", Asked("help")))
        second = await anext(events)
        assert "单位来的通知一" not in second[1]
        assert 'class="bubble theirs"' in second[1]


async def test_after_a_lost_connection_what_came_meanwhile_is_told(listening: Listening) -> None:
    house = listening.house
    await _in(listening, _hear(house, "one", Pressed("language", "bo")))
    talk = await _in(listening, read_talk(house, TOKEN))
    await _in(listening, _notice(house, "བརྡ་ཐོ།"))
    async with _events(listening, {"last-event-id": talk.cursor}) as events:  # type: ignore[attr-defined]
        assert "བརྡ་ཐོ།" in (await anext(events))[1]


async def test_a_page_of_another_key_is_drawn_anew(listening: Listening) -> None:
    house = listening.house
    await _in(listening, _hear(house, "one", Pressed("language", "zh")))
    async with _events(listening, {"last-event-id": "1.1.00000000"}) as events:
        assert '<div id="log"' in (await anext(events))[1]


async def test_who_never_spoke_has_nothing_to_follow(listening: Listening) -> None:
    async with httpx.AsyncClient(base_url=listening.url, cookies={"lamton": "b" * 22}) as client:
        assert (await client.get("events")).status_code == 204


async def test_a_stream_is_ended_not_cut_off_when_the_house_stops(
    listening: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _in(listening, _hear(listening.house, "one", Pressed("language", "zh")))
    async with _events(listening) as events:
        await anext(events)
        monkeypatch.setattr(AppStatus, "should_exit", True)  # what `Site.stop` sets
        async for _ in events:  # a cut-off answer raises here
            pass
