"""Another system on loopback: it hears webhooks over real sockets, verifies them, answers as a test says."""

from __future__ import annotations

import asyncio
import base64
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.servers import Site


@dataclass(frozen=True)
class Heard:
    """One call."""

    headers: Mapping[str, str]
    body: bytes

    @property
    def event(self) -> dict[str, Any]:
        """The CloudEvent."""
        found: dict[str, Any] = json.loads(self.body)
        return found

    def verified(self, secret: str) -> bool:
        """Whether one of its signatures is by this secret, as the Standard Webhooks scheme has it."""
        key = base64.b64decode(secret.removeprefix("whsec_"))
        signed = b".".join(
            (self.headers["webhook-id"].encode(), self.headers["webhook-timestamp"].encode(), self.body)
        )
        mine = "v1," + base64.b64encode(hmac.digest(key, signed, "sha256")).decode()
        return any(hmac.compare_digest(one, mine) for one in self.headers["webhook-signature"].split(" "))


@dataclass
class Receiver:
    """What it heard; `answers`: what it will say, then 204."""

    url: str
    heard: list[Heard] = field(default_factory=list)
    answers: list[Response] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        """The events it heard, in their order."""
        return [one.headers["webhook-id"] for one in self.heard]

    @property
    def moves(self) -> list[str]:
        """The moves it heard."""
        return [one.event["data"]["move"] for one in self.heard]


@asynccontextmanager
async def receiver(certificate: Path | None = None, key: Path | None = None) -> AsyncIterator[Receiver]:
    """It, listening on a port of its own; with a certificate, by TLS."""

    async def hear(request: Request) -> Response:
        made.heard.append(Heard(dict(request.headers), await request.body()))
        return made.answers.pop(0) if made.answers else Response(status_code=204)

    site = Site(Starlette(routes=[Route("/hook", hear, methods=["POST"])]), "127.0.0.1", 0)
    if certificate:
        site.config.ssl_certfile, site.config.ssl_keyfile = str(certificate), key
    port = site._socket.getsockname()[1]
    made = Receiver(f"http://127.0.0.1:{port}/hook")
    serving = asyncio.create_task(site.run_here())
    await site.ready.wait()
    try:
        yield made
    finally:
        site.should_exit = True  # not `stop`, which ends every open stream of this process
        await serving
