"""The queue: open cases by the nearest due day, counted and filtered; without anything a resident wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.staff_cards import Left, days_left, status_label, unit_label
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.matters import find_matter
from cases.numbers import parse_case_number
from cases.places import TOWNS
from dialogs.engine.view import Day, Place
from storage import desk
from storage.desk import Page, Row
from storage.filters import FILTERS
from storage.sight import OFFICE_ROLES

PAGE = 50


@dataclass(frozen=True)
class Line:
    """One case of the queue in words."""

    number: str
    address: str
    matter: str
    kind: str
    place: str
    status: str
    unit: str
    language: str
    waiting: bool
    due: str
    left: Left | None


@dataclass(frozen=True)
class Choice:
    """One filter: its name in words, how many it holds, whether it is chosen."""

    name: str
    label: str
    count: int
    chosen: bool


class Queue:
    """`/`, `/rows` (the same list alone, for a page that renews itself) and `/find`."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/", self.show),
            Route("/rows", self.rows),
            Route("/find", self.find),
        ]

    async def show(self, request: Request) -> Response:
        """The whole page."""
        return await self._drawn(request, "queue.html")

    async def rows(self, request: Request) -> Response:
        """The counts and the rows."""
        return await self._drawn(request, "_rows.html")

    async def find(self, request: Request) -> Response:
        """A case by its number, in any form it may be typed."""
        visit = await visit_of(self._house, request)
        typed = request.query_params.get("number", "")[:80]
        number = parse_case_number(typed, self._house.office.case_prefix)
        if number is None:
            told = self._drawing.texts(request, visit).text("staff-no-case")
            return self._drawing.trouble(request, visit, told, 404)
        return go(request, f"/cases/{quote(number)}")

    async def _drawn(self, request: Request, template: str) -> Response:
        visit = await visit_of(self._house, request)
        texts = self._drawing.texts(request, visit)
        today, member = self._house.time.today(), visit.member
        asked = request.query_params.get("show", "")
        chosen = asked if asked in FILTERS else "mine"
        after = _after(request.query_params.get("after", ""))
        own = self._house.office.own_unit

        def look(connection: Connection) -> tuple[Page, dict[str, int]]:
            page = desk.queue(connection, member, own, today, filter=chosen, after=after, limit=PAGE)
            return page, dict(desk.counts(connection, member, own, today))

        page, counts = await self._house.store.read(look)
        return self._drawing.page(
            template,
            request,
            visit,
            lines=[self._line(texts, row, today) for row in page.rows],
            choices=_choices(texts, visit, counts, chosen),
            more=_query(chosen, page.after) if page.after else "",
            first=_query(chosen, None) if after else "",
            here=_query(chosen, after),
        )

    def _line(self, texts: Texts, row: Row, today: date) -> Line:
        return Line(
            row.number,
            f"/cases/{quote(row.number)}",
            texts.text(f"matter-{row.matter}"),
            texts.text(f"staff-kind-{find_matter(row.matter).kind.value}"),
            place_label(self._house, texts, row.place),
            status_label(texts, row.status),
            unit_label(texts, row.unit),
            texts.text(f"staff-language-{row.language}"),
            row.waiting,
            texts.value(Day(row.due_on)) if row.due_on else "",
            days_left(texts, row.due_on, today) if row.due_on else None,
        )


def place_label(house: House, texts: Texts, code: str) -> str:
    """A place with its township before it."""
    known = house.office.places.by_code
    if code not in known:
        return ""
    parent = known.get(known[code].parent)
    name = texts.value(Place(code))
    above = f"{texts.value(Place(parent.code))} " if parent and parent.level in TOWNS else ""
    return name if name.startswith(above.strip() or "\0") else above + name


def _choices(texts: Texts, visit: Visit, counts: dict[str, int], chosen: str) -> list[Choice]:
    # Whoever sees their own unit alone has no use for "all".
    shown = [n for n in FILTERS if n != "all" or visit.member.role in OFFICE_ROLES]
    return [Choice(n, texts.text(f"staff-filter-{n}"), counts[n], n == chosen) for n in shown]


def _after(text: str) -> tuple[date, str] | None:
    day, _, last = text.partition(".")
    try:
        return (date.fromisoformat(day), last) if last.isalnum() else None
    except ValueError:
        return None


def _query(chosen: str, after: tuple[date, str] | None) -> str:
    words = {"show": chosen} | ({"after": f"{after[0].isoformat()}.{after[1]}"} if after else {})
    return urlencode(words)
