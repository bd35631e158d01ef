"""When something breaks: a kind page in the resident's language, and a reference that stands in the log.

The log holds the reference, where it broke and the type of the error; nothing of what was written.
"""

from __future__ import annotations

import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.residents.drawing import Drawing
from bot.web.residents.visit import visit_of
from bot.web.shared.faults import answered, logged, where
from dialogs.engine.view import Say, say

log = logging.getLogger("lamton.web.residents")

_SAID = {
    403: "web-not-our-form",
    404: "web-not-found",
    405: "web-not-this-way",
    413: "web-too-big",
    429: "too-fast",
}


def noted(error: BaseException, at: str) -> Say:
    """Put the fault in the log; what the resident is told of it, with the reference."""
    return say("fault-try-again", reference=logged(log, error, at))


class Kindness:
    """Answers every refusal and every fault with a page one can read. Stands outside all routes."""

    def __init__(self, app: ASGIApp, drawing: Drawing) -> None:
        self._app, self._drawing = app, drawing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; where that fails before an answer began, give one."""

        async def answer(error: Exception) -> Response:
            return self._answer(Request(scope), (noted(error, where(scope)),), 500)

        await answered(self._app, scope, receive, send, answer, log)

    def refused(self, request: Request, error: Exception) -> Response:
        """The page for an HTTP error of a route."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        answer = self._answer(request, (say(_SAID.get(status, "web-not-found")),), status)
        if isinstance(error, HTTPException) and error.headers:
            answer.headers.update(error.headers)
        return answer

    def _answer(self, request: Request, says: tuple[Say, ...], status: int) -> Response:
        visit = visit_of(request, secure=True)
        if visit.live:
            return self._drawing.trouble(request, visit, None, says, status)
        return self._drawing.message(request, visit, None, says, status)
