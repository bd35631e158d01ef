"""HTTP servers that live within our own event loop: our signals, our log, no stream that holds up the end."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.running import CannotListen

LAST_SECONDS = 3
"""How long a request may still take once the process is told to stop."""


class Site(uvicorn.Server):
    """One application at one address. Raises CannotListen when it is made."""

    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        config = uvicorn.Config(
            app,
            access_log=False,
            log_config=None,
            server_header=False,
            timeout_graceful_shutdown=LAST_SECONDS,
            lifespan="auto",
        )
        super().__init__(config)
        self.address = f"{host}:{port}"
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            self._socket = socket.create_server((host, port), family=family, backlog=config.backlog)
        except OSError as error:
            raise CannotListen(f"{self.address}: {error.strerror or error}") from error
        self.ready = asyncio.Event()

    async def run_here(self) -> None:
        """Serve until `stop`."""
        await self.serve(sockets=[self._socket])

    def stop(self) -> None:
        """Finish what is under way, and end. Open streams of events end now."""
        streams = sys.modules.get("sse_starlette.sse")
        if streams is not None:
            streams.AppStatus.should_exit = True
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so through `ready`."""
        await super().startup(sockets=sockets)
        self.ready.set()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Signals are the process's, not a server's: see `bot.serve`."""
        yield
