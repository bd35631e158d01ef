"""The cases behind a number of the figures, for those who may see them."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from sqlalchemy import and_
from sqlalchemy.sql.elements import ColumnElement
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.figures.wording import row_name
from bot.staff_cards import status_label, unit_label
from bot.web.desk.chosen import after_text, read_after
from bot.web.desk.drawing import Drawing
from bot.web.desk.figures import Asked, PeriodRefused, asked_of, period_label
from bot.web.desk.lists import PAGE, place_label
from bot.web.desk.visit import visit_of
from bot.wiring import House
from bot.words.errors import UnknownMessage
from bot.words.texts import Texts
from cases.figures import find_figure
from cases.matters import MATTERS
from storage.desk import Row
from storage.figures.rows import rows
from storage.figures.which import behind, filed_in, of_value


class FigureRows:
    """`/figures/cases`: `figure` says behind which number, or `by` and `value` which row of a breakdown."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its page."""
        return [Route("/figures/cases", self.show)]

    async def show(self, request: Request) -> Response:
        """Some of the cases the member may see. Raises HTTPException for a number that has none behind it."""
        visit = await visit_of(self._house, request)
        texts = self._drawing.texts(request, visit)
        try:
            asked = asked_of(request, visit, self._house.time.today())
        except PeriodRefused as error:
            return self._drawing.trouble(request, visit, texts.text(error.said), 422)
        words = {one: request.query_params.get(one, "")[:40] for one in ("figure", "by", "value")}
        name, chosen = self._chosen(texts, asked, **words)
        after = read_after(request.query_params.get("after", ""))
        found, more = await self._house.store.read(lambda c: rows(c, visit.member, chosen, after, PAGE))
        here = f"{asked.query}&{urlencode({k: v for k, v in words.items() if v})}"
        return self._drawing.page(
            "figure_rows.html",
            request,
            visit,
            name=name,
            period=period_label(texts, asked.period),
            lines=[self._line(texts, row) for row in found],
            more=f"{here}&after={after_text(more)}" if more else "",
            query=asked.query,
            back=f"/figures/cases?{here}",
        )

    def _chosen(
        self, texts: Texts, asked: Asked, figure: str, by: str, value: str
    ) -> tuple[str, ColumnElement[bool]]:
        known = find_figure(figure)
        if known and known.opens:
            return texts.text(known.name), behind(known.opens, asked.period)
        matters = tuple(m.id for m in MATTERS.values() if m.kind.value == value)
        try:
            of = of_value(by, value, matters)
            name = f"{texts.text(f'staff-figure-by-{by}')} {row_name(texts, self._house.office, by, value)}"
        except (LookupError, UnknownMessage):
            raise HTTPException(404) from None
        return name, and_(filed_in(asked.period), of)

    def _line(self, texts: Texts, row: Row) -> dict[str, str]:
        return {
            "number": row.number,
            "address": f"/cases/{quote(row.number)}",
            "matter": texts.text(f"matter-{row.matter}"),
            "place": place_label(self._house, texts, row.place),
            "status": status_label(texts, row.status),
            "unit": unit_label(texts, row.unit),
        }
