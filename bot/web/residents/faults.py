"""When something breaks: a kind page in the resident's language, and a reference that stands in the log.

The log holds the reference, where it broke and the type of the error; nothing of what was written.
"""

from __future__ import annotations

import logging
import secrets

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.residents.drawing import Drawing
from bot.web.residents.visit import visit_of
from dialogs.engine.view import Say, say

log = logging.getLogger("lamton.web.residents")

_SAID = {
    403: "web-not-our-form",
    404: "web-not-found",
    405: "web-not-this-way",
    413: "web-too-big",
    429: "too-fast",
}


def noted(error: BaseException, where: str) -> Say:
    """Put the fault in the log; what the resident is told of it, with the reference."""
    reference = secrets.token_hex(4)
    log.error("fault %s at %s: %s", reference, where, type(error).__name__)
    return say("fault-try-again", reference=reference)


class Kindness:
    """Answers every refusal and every fault with a page one can read. Stands outside all routes."""

    def __init__(self, app: ASGIApp, drawing: Drawing) -> None:
        self._app, self._drawing = app, drawing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; where that fails before an answer began, give one."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:
            told = noted(error, scope["path"].split("/")[1][:12] or "page")
            if not begun:
                await self._answer(Request(scope), (told,), 500)(scope, receive, send)

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
