"""How often one sender may write: a bucket of tokens each, in memory, and no address is kept."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

MOST_BUCKETS = 20_000
"""The least used are dropped beyond this: who is dropped starts anew with a full bucket."""


class Rate:
    """`a_minute` actions a minute for each sender, as many at once."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._a_minute, self._clock = a_minute, clock
        self._salt = secrets.token_bytes(16)
        self._buckets: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def allows(self, sender: str) -> bool:
        """Take a token of `sender`; False when there is none left."""
        key = hashlib.blake2b(sender.encode("utf-8", "replace"), key=self._salt, digest_size=16).digest()
        now = self._clock()
        tokens, since = self._buckets.pop(key, (float(self._a_minute), now))
        tokens = min(float(self._a_minute), tokens + (now - since) * self._a_minute / 60)
        allowed = tokens >= 1
        self._buckets[key] = (tokens - 1 if allowed else tokens, now)
        if len(self._buckets) > MOST_BUCKETS:
            self._buckets.popitem(last=False)
        return allowed
