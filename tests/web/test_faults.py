"""Promises of every web where something breaks: one answer, a reference, no word of what was written."""

from __future__ import annotations

import logging

import httpx
import pytest
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.shared.faults import answered, logged, where

log = logging.getLogger("lamton.web.test")
WRITTEN = "牛犊被狼咬了"


async def asks(app: ASGIApp, caplog: pytest.LogCaptureFixture) -> httpx.Response:
    """A request to an app that breaks."""

    async def answer(error: Exception) -> Response:
        return PlainTextResponse(logged(log, error, "story"), 500)

    async def watched(scope: Scope, receive: Receive, send: Send) -> None:
        await answered(app, scope, receive, send, answer, log)

    with caplog.at_level(logging.DEBUG, logger="lamton"):
        transport = httpx.ASGITransport(watched)
        async with httpx.AsyncClient(transport=transport, base_url="http://lamton.test") as client:
            return await client.get("/story")


async def test_a_fault_is_answered_by_its_reference_alone(caplog: pytest.LogCaptureFixture) -> None:
    async def breaks(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError(WRITTEN)

    answer = await asks(breaks, caplog)
    assert answer.status_code == 500
    assert answer.text in caplog.text
    assert "ValueError" in caplog.text
    assert WRITTEN not in caplog.text


async def test_who_left_in_the_middle_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    async def leaves(scope: Scope, receive: Receive, send: Send) -> None:
        raise ClientDisconnect

    with pytest.raises(AssertionError):  # httpx waits for an answer that nobody gives
        await asks(leaves, caplog)
    assert caplog.text == ""


async def test_an_answer_that_began_gets_no_second_one(caplog: pytest.LogCaptureFixture) -> None:
    async def breaks_off(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"so far", "more_body": True})
        raise ValueError(WRITTEN)

    with pytest.raises(AssertionError):  # it never ends
        await asks(breaks_off, caplog)
    assert "ValueError" in caplog.text
    assert WRITTEN not in caplog.text


def test_where_it_broke_names_no_case() -> None:
    assert where({"path": "/desk/cases/嘉信20261123-00482913", "root_path": "/desk"}) == "cases"
    assert where({"path": "/"}) == "page"
