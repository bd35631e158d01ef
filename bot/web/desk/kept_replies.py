"""`/replies`: replies kept ready in both languages; and one of them filled in, for a form."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.canned import VARIABLES, unknown_variables
from bot.staff_cards import unit_label
from bot.web.desk.aside import filled_text
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from dialogs.engine.reading import clean
from storage import canned, sight
from storage.staff import Member

FIELDS = {"title_zh": 60, "title_bo": 120, "text_zh": 4000, "text_bo": 8000}
"""What a reply is made of, and the most characters of each."""


def may_keep(member: Member, for_all: bool) -> bool:
    """Whether a member keeps replies for everybody, or for their own unit: of those who have cases at all."""
    return sight.may_see_any_case(member) and (not for_all or (member.of_office and sight.may_read(member)))


class KeptReplies:
    """The list, a new one, the end of one, and one filled in. None of it is there for who has no case."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/replies", self.show),
            Route("/replies", self.make, methods=["POST"]),
            Route("/replies/{id}/end", self.end, methods=["POST"]),
            Route("/cases/{number}/replies/{id}", self.filled),
        ]

    async def show(self, request: Request) -> Response:
        """Those this member may use."""
        visit = await self._visitor(request)
        return await self._drawn(request, visit)

    async def make(self, request: Request) -> Response:
        """A new one, in both languages or not at all."""
        visit = await self._visitor(request)
        words = await words_of(self._house, request, visit)
        kept = {name: clean(words.get(name, "")).strip() for name in FIELDS}
        for_all = words.get("for") == "all"
        why = ""
        if not all(kept.values()):
            why = "staff-replies-both"
        elif any(len(kept[name]) > most for name, most in FIELDS.items()):
            why = "staff-replies-long"
        elif unknown_variables(kept["text_zh"]) or unknown_variables(kept["text_bo"]):
            why = "staff-replies-variables"
        elif not may_keep(visit.member, for_all):
            why = "staff-replies-not-allowed"
        if why:
            told = self._drawing.texts(request, visit).text(why)
            return await self._drawn(
                request, visit, 422, refused=told, typed={**kept, "for": words.get("for", "")}
            )
        unit, now = None if for_all else visit.member.unit, self._house.time.now()
        await self._house.store.write(
            lambda c: canned.make(c, unit=unit, staff_id=visit.member.id, now=now, **kept)
        )
        return go(request, "/replies?done=made")

    async def end(self, request: Request) -> Response:
        """One is used no more; what is none, or none of theirs, is no page."""
        visit = await self._visitor(request)
        words = await words_of(self._house, request, visit)
        for_all, reply = words.get("for") == "all", request.path_params["id"]
        unit = None if for_all else visit.member.unit
        if not may_keep(visit.member, for_all):
            raise HTTPException(404)
        if not await self._house.store.write(lambda c: canned.end(c, reply, unit)):
            raise HTTPException(404)
        return go(request, "/replies?done=ended")

    async def filled(self, request: Request) -> Response:
        """One filled in for a case, as plain text. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        number, reply = request.path_params["number"], request.path_params["id"]

        def look(connection: Connection) -> str | None:
            stored = self._house.casework.seen(connection, number, visit.member)
            return filled_text(self._house, connection, stored, visit.member, reply)

        text = await self._house.store.read(look)
        return PlainTextResponse(text or "", 200 if text else 404)

    async def _visitor(self, request: Request) -> Visit:
        visit = await visit_of(self._house, request)
        if not may_keep(visit.member, False):
            raise HTTPException(404)
        return visit

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        status: int = 200,
        *,
        refused: str = "",
        typed: Mapping[str, str] | None = None,
    ) -> Response:
        texts, done = self._drawing.texts(request, visit), request.query_params.get("done", "")
        found = await self._house.store.read(lambda c: canned.listed(c, visit.member))
        return self._drawing.page(
            "replies.html",
            request,
            visit,
            status,
            refused=refused,
            done=texts.text(f"staff-replies-{done}") if done in ("made", "ended") else "",
            replies=[(one, unit_label(texts, one.unit) if one.unit else "") for one in found],
            for_all=may_keep(visit.member, True),
            variables=[(name, texts.text(f"staff-replies-of-{name}")) for name in VARIABLES],
            fields=[(name, most, texts.text(f"staff-replies-{name}")) for name, most in FIELDS.items()],
            typed=typed or {},
            back="/replies",
        )
