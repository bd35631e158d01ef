"""Another system: it calls the API, and every answer it gets is held to the published description."""

from __future__ import annotations

import re
from typing import Any

import httpx
from jsonschema import Draft202012Validator
from starlette.applications import Starlette
from starlette.routing import Mount

from bot.serve import API_PATH
from bot.web.api.app import api_app
from bot.web.api.gate import Gate
from bot.web.api.spec import description
from bot.wiring import House
from storage import api_keys

SPEC = description("", API_PATH)


def resolved(schema: Any) -> Any:
    """A schema with what it refers to beside it, fit for a validator."""
    return {**schema, "components": SPEC["components"]}


def checked(answer: httpx.Response) -> httpx.Response:
    """Refuse an answer that the description does not have: its status, its type, its shape, its headers."""
    path = answer.request.url.path.removeprefix(API_PATH)
    entry = next(
        (e for p, e in SPEC["paths"].items() if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", p), path)), None
    )
    if entry is None or answer.request.method.lower() not in entry:
        assert answer.headers["content-type"] == "application/problem+json"
        return answer
    told = entry[answer.request.method.lower()]["responses"][str(answer.status_code)]
    assert set(told.get("headers", {})) - {"Idempotency-Replayed"} <= {
        name for name in told.get("headers", {}) if name.lower() in answer.headers
    }
    if not (content := told.get("content")):
        assert answer.content == b""
        return answer
    [(media_type, body)] = content.items()
    assert answer.headers["content-type"] == media_type
    validator = Draft202012Validator(
        resolved(body["schema"]), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    assert [e.message for e in validator.iter_errors(answer.json())] == []
    return answer


class Caller:
    """It. `key_id` and `token` are its key's."""

    def __init__(self, house: House, gate: Gate | None = None) -> None:
        self.house = house
        app = Starlette(routes=[Mount(API_PATH, api_app(house, gate))])
        self._client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://api.test")
        self.key_id = self.token = ""

    async def __aenter__(self) -> Caller:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def is_given(self, *scopes: str) -> None:
        """A key with these scopes."""
        now = self.house.time.now()
        self.key_id, self.token = await self.house.store.write(
            lambda c: api_keys.add(c, self.house.keyring, "那曲市", scopes, "admin", now)
        )

    async def asks(self, path: str, *, method: str = "GET", **more: Any) -> httpx.Response:
        """One request, its answer checked."""
        headers = {"authorization": f"Bearer {self.token}"} if self.token else {}
        headers |= more.pop("headers", {})
        return checked(await self._client.request(method, f"{API_PATH}{path}", headers=headers, **more))

    async def hands_down(self, told: Any, key: str | bytes = "their-key-1", **more: Any) -> httpx.Response:
        """A case."""
        headers = {"idempotency-key": key} | more.pop("headers", {})
        return await self.asks("/intake", method="POST", json=told, headers=headers, **more)
