"""Who asks: a key with the scope, not too often; and each use on record before it is answered.

Only what tells nothing is on no record: that a key asks too often, and that something broke.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from bot.web.api.problems import Problem
from bot.web.shared.rate import Rate
from bot.wiring import House
from storage import api_keys
from storage.api_keys import ApiKey

A_MINUTE: Final = 120
"""Requests of one key."""
WRONG_A_MINUTE: Final = 30
"""Requests without a valid key from one sender."""


@dataclass(frozen=True)
class Answered:
    """An answer, and the case it was about."""

    response: Response
    case_id: str | None = None


Work = Callable[[Request, ApiKey], Awaitable[Answered]]


class Gate:
    """The one way in; the limits are this process's own."""

    def __init__(self, house: House, a_minute: int = A_MINUTE, wrong_a_minute: int = WRONG_A_MINUTE) -> None:
        self._house = house
        self._rate, self._wrong = Rate(a_minute), Rate(wrong_a_minute)

    def opened(self, scope: str, what: str, work: Work) -> Callable[[Request], Awaitable[Response]]:
        """An endpoint behind the gate. `what` is how a use of it stands on record, such as `GET /cases`."""

        async def endpoint(request: Request) -> Response:
            key = await self._key(request)
            if not self._rate.allows(key.id):
                raise Problem("too-many", headers={"retry-after": "30"})
            try:
                if scope not in key.scopes:
                    raise Problem("scope", f"It has no {scope}.")
                answered = await work(request, key)
            except Problem as problem:
                await self._note(key, what, Answered(Response(status_code=problem.status)))
                raise
            await self._note(key, what, answered)
            return answered.response

        return endpoint

    async def _key(self, request: Request) -> ApiKey:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        found = None
        if kind.lower() == "bearer" and token.strip():
            keyring = self._house.keyring
            found = await self._house.store.read(lambda c: api_keys.of_token(c, keyring, token.strip()))
        if found is not None:
            return found
        if not self._wrong.allows(request.client.host if request.client else ""):
            raise Problem("too-many", headers={"retry-after": "30"})
        raise Problem("no-key", headers={"www-authenticate": "Bearer"})

    async def _note(self, key: ApiKey, what: str, answered: Answered) -> None:
        status, now = answered.response.status_code, self._house.time.now()
        await self._house.store.write(lambda c: api_keys.note(c, key.id, what, status, now, answered.case_id))
