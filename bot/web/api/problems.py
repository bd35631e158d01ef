"""What the API says when it refuses: `application/problem+json` (RFC 9457), one type for each reason.

Nothing of what was sent is told back, and a case that may not be told is answered as one that is not there.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.shared.faults import answered, logged, where
from storage.errors import StorageError

log = logging.getLogger("lamton.web.api")

CONTENT_TYPE: Final = "application/problem+json"
TYPE_PREFIX: Final = "urn:lamton:problem:"
KINDS: Final[Mapping[str, tuple[int, str]]] = {
    "invalid": (400, "The request cannot be read."),
    "no-key": (401, "A valid key is needed."),
    "scope": (403, "The key may not do this."),
    "not-found": (404, "There is nothing here."),
    "method": (405, "This is not done here."),
    "known-already": (409, "This case is here already."),
    "too-large": (413, "The request is too large."),
    "media-type": (415, "The request is not JSON."),
    "not-acceptable": (422, "What was sent cannot be taken."),
    "key-reused": (422, "The Idempotency-Key was used for another request."),
    "too-many": (429, "Too many requests."),
    "fault": (500, "Something broke."),
    "busy": (503, "The database does not answer just now."),
}
"""Each reason, its status and its title; what is documented in the OpenAPI description."""
_BY_STATUS: Final = {404: "not-found", 405: "method"}


class Problem(Exception):
    """A refusal. `kind` is one of KINDS; `more` is added to the document."""

    def __init__(
        self, kind: str, detail: str = "", *, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(kind)
        self.kind, self.detail, self.more = kind, detail, more
        self.headers = dict(headers or {})

    @property
    def status(self) -> int:
        """Its HTTP status."""
        return KINDS[self.kind][0]

    def answer(self) -> Response:
        """The document."""
        status, title = KINDS[self.kind]
        told: dict[str, Any] = {"type": TYPE_PREFIX + self.kind, "title": title, "status": status}
        if self.detail:
            told["detail"] = self.detail
        return JSONResponse({**told, **self.more}, status, self.headers, CONTENT_TYPE)


async def told(request: Request, error: Exception) -> Response:
    """The answer to a refusal of ours or of the router's."""
    if isinstance(error, Problem):
        return error.answer()
    assert isinstance(error, HTTPException)
    kind = _BY_STATUS.get(error.status_code, "invalid")
    return Problem(kind, headers=error.headers).answer()


class Faults:
    """Answers what broke. The log holds a reference, the type of the error and the lines it went through."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; where that fails before an answer began, give one."""

        async def answer(error: Exception) -> Response:
            if isinstance(error, StorageError):
                return Problem("busy", headers={"retry-after": "5"}).answer()
            return Problem("fault", f"Its reference is {logged(log, error, where(scope))}.").answer()

        await answered(self._app, scope, receive, send, answer, log)
