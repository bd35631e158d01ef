"""A web on a port of loopback for real browsers, which leaves no connection behind when it ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp


class Loopback(uvicorn.Server):
    """A server on a port the system picks; `should_exit = True` ends it."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(
            uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", timeout_graceful_shutdown=1)
        )

    async def listens(self, ready: Callable[[int], None]) -> None:
        """Serve until told to end; `ready` is told the port once there is one.

        A browser opens connections ahead of need. One accepted just as the server closes its door is
        neither shut nor waited for by uvicorn, and would be found by the garbage collector in a later test.
        """
        task = asyncio.create_task(self.serve())
        while not self.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.02)
        ready(self.servers[0].sockets[0].getsockname()[1])
        with suppress(asyncio.CancelledError):
            await task
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)
