"""The body of a request within a limit; what is over it is drained, so that the browser hears the answer."""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import Message


class Limited:
    """Receives a body of at most `most_bytes`, and raises `too_big` beyond."""

    def __init__(self, request: Request, most_bytes: int, too_big: Exception) -> None:
        self._receive, self._most, self._too_big = request.receive, most_bytes, too_big
        self._bytes, self._more = 0, True

    async def receive(self) -> Message:
        """The next piece."""
        message = await self._receive()
        self._count(message)
        if self._bytes > self._most:
            raise self._too_big
        return message

    async def drain(self) -> None:
        """Read and drop the rest, up to as much again."""
        while self._more and self._bytes <= 2 * self._most:
            self._count(await self._receive())

    def _count(self, message: Message) -> None:
        self._bytes += len(message.get("body", b""))
        self._more = message["type"] == "http.request" and message.get("more_body", False)
