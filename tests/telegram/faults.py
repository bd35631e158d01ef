"""Faults on order: what the world does to a bot, told in advance by a test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tests.telegram.wire import Json, Refused

Trouble: TypeAlias = int | Literal["timeout", "drop-connection", "reply-lost"]
"""An HTTP status; no answer ever; the connection cut before, or after, the call was carried out."""

_DESCRIPTIONS = {
    400: "Bad Request: chat not found",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}


@dataclass
class Planned:
    """Trouble for the next ``times`` calls of a method ("*": any; "file": downloads)."""

    method: str
    trouble: Trouble
    times: int
    retry_after: int
    chat_id: int | None
    description: str | None

    def refusal(self) -> Refused:
        """The error reply of a planned HTTP status."""
        assert isinstance(self.trouble, int)
        text = self.description or _DESCRIPTIONS.get(self.trouble, "Error")
        wait_s = self.retry_after if self.trouble == 429 else None
        return Refused(self.trouble, text.format(retry_after=self.retry_after), retry_after=wait_s)


class Plan:
    """The troubles still to come, in the order they were planned."""

    def __init__(self) -> None:
        self._coming: list[Planned] = []

    def add(self, planned: Planned) -> None:
        """Plan one."""
        if isinstance(planned.trouble, str) and planned.trouble not in (
            "timeout", "drop-connection", "reply-lost",
        ):  # fmt: skip
            raise ValueError(f"no such trouble: {planned.trouble}")
        self._coming.append(planned)

    def take(self, method: str, params: Json) -> Planned | None:
        """The trouble for this call, if any; counted down."""
        for planned in self._coming:
            if planned.method not in (method, "*") or (planned.method == "*" and method == "getUpdates"):
                continue
            if planned.chat_id is not None and str(params.get("chat_id")) != str(planned.chat_id):
                continue
            planned.times -= 1
            if planned.times <= 0:
                self._coming.remove(planned)
            return planned
        return None

    @property
    def left(self) -> list[Planned]:
        """What was planned and has not struck yet."""
        return list(self._coming)

    def clear(self) -> None:
        """Forget the rest."""
        self._coming.clear()
