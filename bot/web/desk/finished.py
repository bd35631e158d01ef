"""What is done: cases that are answered, closed or taken back, found by number, by period and by facets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.staff_cards import status_label, unit_label
from bot.web.desk.chosen import Chosen, after_text, facet_fields, read_chosen
from bot.web.desk.drawing import Drawing
from bot.web.desk.lists import PAGE, place_label
from bot.web.desk.visit import visit_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.lifecycle import OPEN, Status
from cases.numbers import parse_case_number
from dialogs.engine.reading import read_day
from dialogs.engine.view import Day
from storage import done_cases
from storage.done_cases import DonePage, DoneRow

DONE = tuple(status for status in Status if status not in OPEN)
NOTHING = DonePage((), None)


@dataclass(frozen=True)
class DoneLine:
    """One case in words."""

    number: str
    address: str
    day: str
    matter: str
    place: str
    status: str
    unit: str
    came_by: str


class Finished:
    """`/finished`, within what the member may see."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its page."""
        return [Route("/finished", self.show)]

    async def show(self, request: Request) -> Response:
        """The latest first; what is asked for stands in the address."""
        visit = await visit_of(self._house, request)
        texts, asked, house = self._drawing.texts(request, visit), request.query_params, self._house
        chosen = read_chosen(house, asked, DONE)
        typed = {name: asked.get(name, "").strip()[:80] for name in ("number", "since", "until")}
        days, today = {n: typed[n] for n in ("since", "until") if typed[n]}, house.time.today()
        read = {name: read_day(text, today) for name, text in days.items()}
        wrong = any(found is None or found[1] != "day" for found in read.values())
        bounds: dict[str, date] = {name: found[0] for name, found in read.items() if found}
        number = parse_case_number(typed["number"], house.office.case_prefix) if typed["number"] else None
        page = NOTHING
        if not wrong and (number or not typed["number"]):
            page = await house.store.read(
                lambda c: done_cases.listed(
                    c,
                    visit.member,
                    number=number,
                    since=bounds.get("since"),
                    until=bounds.get("until"),
                    facets=chosen.facets,
                    after=chosen.after,
                    limit=PAGE,
                )
            )
        return self._drawing.page(
            "finished.html",
            request,
            visit,
            422 if wrong else 200,
            refused=texts.text("staff-finished-not-a-day") if wrong else "",
            typed=typed,
            facets=facet_fields(house, texts, visit.member, chosen.facets, DONE),
            narrowed=chosen.query != Chosen().query,
            lines=[self._line(texts, row) for row in page.rows],
            more=_query(chosen, typed, page),
            first=_query(chosen, typed, None) if chosen.after else "",
            back="/finished",
        )

    def _line(self, texts: Texts, row: DoneRow) -> DoneLine:
        return DoneLine(
            row.number,
            f"/cases/{quote(row.number)}",
            texts.value(Day(row.filed_on)),
            texts.text(f"matter-{row.matter}"),
            place_label(self._house, texts, row.place),
            status_label(texts, row.status),
            unit_label(texts, row.unit),
            texts.text(f"staff-channel-{row.came_by}"),
        )


def _query(chosen: Chosen, typed: dict[str, str], page: DonePage | None) -> str:
    """The address of the next page, or of the first where `page` is None; "" where there is no next."""
    if page and not page.after:
        return ""
    words = {name: text for name, text in typed.items() if text}
    if page and page.after:
        words["after"] = after_text(page.after)
    facets = replace(chosen, show="all", after=None).query.removeprefix("show=all").lstrip("&")
    return "&".join(filter(None, (facets, urlencode(words))))
