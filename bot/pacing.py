"""How fast a channel may be written to: so many messages a second to one recipient, so many in all.

Telegram asks for at most one message a second in one chat and thirty a second in all
(https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this), and answers 429 with the
seconds to wait where a bot is faster.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True)
class Pace:
    """`window_s` is the second that is counted, a little longer than the channel's own: messages bunch.

    `clock` and `sleep` are seconds, for tests to move.
    """

    window_s: float = 1.05
    most_in_all: int = 30
    clock: Clock = time.monotonic
    sleep: Sleep = asyncio.sleep


class Gate:
    """The way out to one channel: lets messages through one by one, no faster than its pace."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._let_through: deque[float] = deque()
        self._of_recipient: dict[str, float] = {}
        self._closed_until = float("-inf")

    def close_for(self, seconds: float) -> None:
        """Let nothing through for so long: the channel asked for it."""
        self._closed_until = max(self._closed_until, self._pace.clock() + seconds)

    @property
    def closed_for(self) -> float:
        """Seconds until the gate opens again; 0.0 where it is open."""
        return max(0.0, self._closed_until - self._pace.clock())

    async def passed(self, recipient: str) -> bool:
        """Wait for one's turn; False when the gate was closed meanwhile, and the message must go back."""
        while not self.closed_for:
            wait_s = self._wait_s(recipient)
            if wait_s <= 0:
                now = self._pace.clock()
                self._let_through.append(now)
                self._of_recipient[recipient] = now
                return True
            await self._pace.sleep(wait_s)
        return False

    def _wait_s(self, recipient: str) -> float:
        since = self._pace.clock() - self._pace.window_s
        while self._let_through and self._let_through[0] <= since:
            self._let_through.popleft()
        if len(self._of_recipient) > 1000:
            self._of_recipient = {r: at for r, at in self._of_recipient.items() if at > since}
        waits = [self._of_recipient.get(recipient, since) - since]
        if len(self._let_through) >= self._pace.most_in_all:
            waits.append(self._let_through[0] - since)
        return max(waits)
