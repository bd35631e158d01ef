"""When something is refused or breaks: a clear page, and for a fault a reference that stands in the log.

The log holds the reference, where it broke and the type of the error; nothing of what was written.
"""

from __future__ import annotations

import logging
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.casework import CaseGone
from bot.members import MemberGone
from bot.talking import TalkGone
from bot.visits import VisitGone
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import NotOurForm, NotSignedIn, PasswordFirst, TooMuch, Visit, left, root_of, visit_of
from bot.web.shared.faults import answered, logged, where
from bot.wiring import House
from bot.words.texts import Texts
from storage.errors import StorageError

log = logging.getLogger("lamton.web.desk")


def noted(error: BaseException, texts: Texts, at: str) -> str:
    """Put the fault in the log, by its type and the lines it went through; what the member is told of it."""
    return texts.text("staff-fault", reference=logged(log, error, at))


class Answers:
    """Answers every refusal and every fault with a page one can read. Stands outside all routes."""

    def __init__(self, app: ASGIApp, house: House, drawing: Drawing) -> None:
        self._app, self._house, self._drawing = app, house, drawing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; where that fails before an answer began, give one."""
        await answered(self._app, scope, receive, send, partial(self.answer, Request(scope)), log)

    async def answer(self, request: Request, error: Exception) -> Response:
        """The page for what went wrong, with the texts that were typed."""
        if isinstance(error, PasswordFirst):
            return go(request, "/account?done=first")
        visit = await self._visit(request)
        texts = self._drawing.texts(request, visit)
        if isinstance(error, NotSignedIn):
            return self._to_sign_in(request)
        said, status = {
            NotOurForm: ("staff-not-our-form", 403),
            TooMuch: ("staff-not-our-form", 413),
            CaseGone: ("staff-no-case", 404),
            VisitGone: ("staff-visit-gone", 404),
            TalkGone: ("staff-talk-gone", 404),
            MemberGone: ("staff-no-page", 404),
        }.get(type(error), ("", 500))
        if isinstance(error, HTTPException):
            said, status = "staff-no-page", error.status_code
        if isinstance(error, StorageError):
            said, status = "staff-busy", 503
        told = texts.text(said) if said else noted(error, texts, where(request.scope))
        return self._drawing.trouble(request, visit, told, status, left(request))

    def _to_sign_in(self, request: Request) -> Response:
        if request.headers.get("hx-request"):  # a list that renews itself: the whole page moves on
            return Response(headers={"hx-redirect": f"{root_of(request)}/sign-in?over=1"})
        over = "?over=1" if request.url.path.rstrip("/") != root_of(request) else ""
        return go(request, f"/sign-in{over}")

    async def _visit(self, request: Request) -> Visit | None:
        try:
            return await visit_of(self._house, request)
        except (NotSignedIn, PasswordFirst, StorageError):
            return None
