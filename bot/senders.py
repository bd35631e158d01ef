"""A channel's way out, and what it may say of a message that did not go::

DeliveryError
├── Later(seconds)    the channel asks the whole bot to wait so long; this was not a try
├── Blocked           the recipient does not want our messages; kept, and owed again when they come back
├── Refused(reason)   the channel will never take this message: failed at once, shown on the desk
├── NotNow(until)     a quiet hour of the recipient's: set aside until then; this was not a try
└── Unreachable       the network or the channel is down: tried again within a minute, as long as it takes
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, Protocol


class DeliveryError(Exception):
    """The root of what a sender says about a message that did not go out."""


class Later(DeliveryError):
    """The whole bot must wait `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds: Final = seconds


class Blocked(DeliveryError):
    """The recipient blocked the bot, or is gone."""


class Refused(DeliveryError):
    """The channel will never take this message; `reason` says why, without personal content."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason: Final = reason


class NotNow(DeliveryError):
    """It is a quiet hour; the message goes at `until`, and later ones before it."""

    def __init__(self, until: datetime) -> None:
        super().__init__("a quiet hour")
        self.until: Final = until


class Unreachable(DeliveryError):
    """No answer, or the channel is out of order."""


class Sender(Protocol):
    """One channel's way out."""

    async def send(self, address: str, body: dict[str, Any]) -> None:
        """Send one message of the outbox. Raises DeliveryError; returns when the channel has it.

        It takes less time than a lease (`outbox.LEASE`).
        """
