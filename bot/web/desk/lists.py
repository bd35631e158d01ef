"""The queue: open cases by the nearest due day, counted and filtered; without anything a resident wrote.

The list renews itself by asking every ten seconds; `seen` in the question says what is on the screen, and
where nothing has changed the answer is empty and the screen stays as it is (decision 0022).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.staff_cards import Left, days_left, status_label, unit_label
from bot.web.desk.bulk_form import BulkForm, bulk_form, may_forward
from bot.web.desk.chosen import Chosen, facet_fields, filters_for, read_chosen
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.navigation import home_of
from bot.web.desk.visit import Visit, visit_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.lifecycle import move_named
from cases.matters import find_matter
from cases.national import read_national
from cases.numbers import parse_case_number
from cases.places import TOWNS
from dialogs.engine.view import Day, Place
from storage import claims, desk, national, saved_views, sight
from storage.desk import Page, Row
from storage.saved_views import View
from storage.sight import first_list

PAGE = 50


@dataclass(frozen=True)
class Line:
    """One case of the queue in words. `pick`: it may be forwarded with others; `held`: who holds it."""

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
    pick: bool
    held: str


@dataclass(frozen=True)
class Choice:
    """One filter: its name in words, how many it holds, its address, whether it is chosen."""

    name: str
    label: str
    count: int
    query: str
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
        """The whole page; whoever sees no case goes on to what is theirs."""
        visit = await visit_of(self._house, request)
        home = home_of(visit.member)
        if home != "/":
            return go(request, home)
        return await self.drawn(request, visit, self._chosen(request, visit))

    async def rows(self, request: Request) -> Response:
        """The counts and the rows; nothing (204) where they are as the page that asks has them."""
        visit = await visit_of(self._house, request)
        shown = await self._list(request, visit, self._chosen(request, visit))
        if request.query_params.get("seen") == shown["mark"]:
            return Response(status_code=204)
        return self._drawing.page("_rows.html", request, visit, **shown)

    async def find(self, request: Request) -> Response:
        """A case by its number, in any form it may be typed, or by the national system's."""
        visit = await visit_of(self._house, request)
        typed = request.query_params.get("number", "")[:80]
        theirs, found = read_national(typed), []
        if theirs:
            seen = sight.visible(visit.member)
            found = await self._house.store.read(lambda c: national.find(c, theirs, seen))
        number = found[0] if found else parse_case_number(typed, self._house.office.case_prefix)
        if number is None:
            told = self._drawing.texts(request, visit).text("staff-no-case")
            return self._drawing.trouble(request, visit, told, 404)
        return go(request, f"/cases/{quote(number)}")

    async def drawn(
        self,
        request: Request,
        visit: Visit,
        chosen: Chosen,
        status: int = 200,
        *,
        refused: str = "",
        view_name: str = "",
    ) -> Response:
        """The whole page for what is chosen; `view_name` is a name typed for a view that was refused."""
        house, texts = self._house, self._drawing.texts(request, visit)
        keyring, member = house.keyring, visit.member
        views: list[View] = await house.store.read(lambda c: saved_views.of_member(c, keyring, member.id))
        form: BulkForm | None = bulk_form(texts, house.office, chosen.query) if may_forward(member) else None
        return self._drawing.page(
            "queue.html",
            request,
            visit,
            status,
            refused=refused,
            facets=facet_fields(house, texts, member, chosen.facets),
            narrowed=chosen.query != Chosen(chosen.show).query,
            show=chosen.show,
            whole=Chosen(chosen.show).query,
            query=chosen.query,
            views=views,
            view_name=view_name,
            view_chars=saved_views.MAX_NAME_CHARS,
            bulk=form,
            **await self._list(request, visit, chosen),
        )

    def _chosen(self, request: Request, visit: Visit) -> Chosen:
        return read_chosen(self._house, request.query_params, first=first_list(visit.member))

    async def _list(self, request: Request, visit: Visit, chosen: Chosen) -> dict[str, Any]:
        texts, member, own = self._drawing.texts(request, visit), visit.member, self._house.office.own_unit
        today = self._house.time.today()

        def look(connection: Connection) -> tuple[Page, Mapping[str, int], Mapping[str, str]]:
            page = desk.queue(
                connection,
                member,
                own,
                today,
                filter=chosen.show,
                facets=chosen.facets,
                after=chosen.after,
                limit=PAGE,
            )
            held = claims.holders(connection, [row.id for row in page.rows], self._house.time.now())
            holders = {case: one.name for case, one in held.items()}
            return page, desk.counts(connection, member, own, today, chosen.facets), holders

        page, counts, holders = await self._house.store.read(look)
        told = repr((page, sorted(counts.items()), sorted(holders.items()), today, texts.language, chosen))
        mark = hashlib.sha256(told.encode()).hexdigest()[:16]
        pick = move_named("forward").leaves if may_forward(member) else ()
        return {
            "lines": [self._line(texts, row, today, pick, holders) for row in page.rows],
            "choices": _choices(texts, visit, counts, chosen),
            "more": chosen.goes_on(page.after) if page.after else "",
            "first": chosen.goes_on(None) if chosen.after else "",
            "here": chosen.here,
            "mark": mark,
            "picks": bool(pick),
            "held": bool(holders),
        }

    def _line(
        self, texts: Texts, row: Row, today: date, pick: tuple[str, ...], holders: Mapping[str, str]
    ) -> Line:
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
            row.status in pick,
            holders.get(row.id, ""),
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


def _choices(texts: Texts, visit: Visit, counts: Mapping[str, int], chosen: Chosen) -> list[Choice]:
    return [
        Choice(
            name, texts.text(f"staff-filter-{name}"), counts[name], chosen.shows(name), name == chosen.show
        )
        for name in filters_for(visit.member)
    ]
