"""`/cases/{number}/national`: the number of the same case in the national system, beside ours."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.national import may_note, note
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.reading import recorded
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from cases.errors import MoveNotAllowed, PartInvalid


class NationalNumber:
    """Shows and notes it."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/cases/{number}/national", self.show),
            Route("/cases/{number}/national", self.note, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The number, and the form to note it. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        number = request.path_params["number"]
        await recorded(self._house, visit, number)
        stored = await self._house.store.read(lambda c: self._house.casework.seen(c, number, visit.member))
        return self._drawn(request, visit, stored.registered.national_number or "")

    async def note(self, request: Request) -> Response:
        """Note it; what is refused is given back as it was typed. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        number, typed, now = (
            request.path_params["number"],
            words.get("national", "")[:80],
            self._house.time.now(),
        )
        texts = self._drawing.texts(request, visit)
        try:
            await self._house.store.write(lambda c: note(c, self._house, number, visit.member, typed, now))
        except PartInvalid:
            return self._drawn(request, visit, typed, 422, refused=texts.text("staff-national-form"))
        except MoveNotAllowed:
            return self._drawn(request, visit, typed, 403, refused=texts.text("staff-national-not-yours"))
        return go(request, f"/cases/{quote(number)}?done=national")

    def _drawn(
        self, request: Request, visit: Visit, typed: str, status: int = 200, refused: str = ""
    ) -> Response:
        number = request.path_params["number"]
        shown: dict[str, Any] = {"number": number, "address": f"/cases/{quote(number)}", "typed": typed}
        may = may_note(visit.member)
        return self._drawing.page(
            "national.html", request, visit, status, refused=refused, may_note=may, **shown
        )
