"""Who keeps away from a case (回避), and of a report the unit it is about: `/cases/{number}/away`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import keeping_away
from bot.casework import CaseGone
from bot.keeping_away import MOST_WHY_CHARS, KeepRefused
from bot.staff_cards import minute, unit_label
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.navigation import home_of
from bot.web.desk.reading import recorded
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.lifecycle import Role
from dialogs.engine.reading import clean
from storage import desk, recusals, sight, staff
from storage.cases import Stored
from storage.recusals import Recusal
from storage.staff import Member

KEEP, BACK, REPORTED = "keep", "back", "reported"
ACTIONS = (KEEP, BACK, REPORTED)


@dataclass(frozen=True)
class Line:
    """One who keeps or kept away, in words. `lift`: the id to let them back by, "" where not open."""

    who: str
    why: str
    since: str
    until: str
    lift: str


@dataclass(frozen=True)
class _Opened:
    stored: Stored
    away: list[Recusal]
    members: Mapping[str, Member]
    others: list[Member]
    names: Mapping[str, str]


class Away:
    """The page, and what is done there. All raises CaseGone for who may not see the case."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/cases/{number}/away", self.show),
            Route("/cases/{number}/away/{action}", self.act, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """Who keeps away; that the case was opened goes on record."""
        visit = await visit_of(self._house, request)
        await recorded(self._house, visit, request.path_params["number"])
        done = request.query_params.get("done", "")
        told = self._drawing.texts(request, visit).text(f"staff-away-done-{done}") if done in ACTIONS else ""
        return await self._drawn(request, visit, done=told)

    async def act(self, request: Request) -> Response:
        """Keep away, let back, name the unit reported. What is refused leaves what was typed."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        number, action = request.path_params["number"], request.path_params["action"]
        member, now, house = visit.member, self._house.time.now(), self._house
        whom, why = words.get("whom", ""), clean(words.get("why", ""))

        def do(connection: Connection) -> None:
            match action:
                case "keep":
                    keeping_away.keep_away(connection, house, number, whom or member.id, why, member, now)
                case "back":
                    keeping_away.let_back(connection, house, number, whom, member, now)
                case "reported":
                    unit = words.get("unit", "")
                    keeping_away.name_reported(connection, house, number, unit, member, now)
                case _:
                    raise CaseGone(number)

        try:
            await house.store.write(do)
        except KeepRefused as refused:
            texts = self._drawing.texts(request, visit)
            told = texts.text(f"staff-away-no-{refused.reason}", limit=MOST_WHY_CHARS)
            return await self._drawn(request, visit, 422, refused=told, whom=whom, why=why)
        if await house.store.read(lambda c: sight.sees(c, member, number)):
            return go(request, f"/cases/{quote(number)}/away?done={action}")
        return go(request, home_of(member))  # it is theirs no more, and no page says more of it

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        status: int = 200,
        *,
        done: str = "",
        refused: str = "",
        whom: str = "",
        why: str = "",
    ) -> Response:
        number, member = request.path_params["number"], visit.member
        opened = await self._house.store.read(lambda c: self._opened(c, number, member))
        texts, stored = self._drawing.texts(request, visit), opened.stored
        return self._drawing.page(
            "away.html",
            request,
            visit,
            status,
            done=done,
            refused=refused,
            whom=whom,
            why=why,
            most=MOST_WHY_CHARS,
            number=stored.case.number,
            address=f"/cases/{quote(stored.case.number)}",
            back=f"/cases/{quote(stored.case.number)}/away",
            matter=texts.text(f"matter-{stored.case.matter}"),
            lines=[self._line(texts, one, opened, member) for one in opened.away],
            others=[(one.id, f"{one.name} · {self._place(texts, one)}") for one in opened.others],
            may_name=keeping_away.may_name_reported(member, stored),
            reported=stored.reported or "",
            units=[(unit, unit_label(texts, unit)) for unit in self._house.office.units],
        )

    def _opened(self, connection: Connection, number: str, member: Member) -> _Opened:
        stored = self._house.casework.seen(connection, number, member)
        return _Opened(
            stored,
            recusals.of_case(connection, stored),
            {one.id: one for one in staff.everyone(connection)},
            keeping_away.those_to_keep_away(connection, stored, member),
            desk.names(connection),
        )

    def _line(self, texts: Texts, one: Recusal, opened: _Opened, member: Member) -> Line:
        names, office, whom = opened.names, self._house.office, opened.members[one.member]
        until = ""
        if one.lifted_at is not None:
            by = names.get(one.lifted_by or "", "")
            until = texts.text("staff-away-until", name=by, time=minute(one.lifted_at, office))
        lifts = one.lifted_at is None and member.role is Role.HEAD
        return Line(
            f"{whom.name} · {self._place(texts, whom)}",
            one.why,
            texts.text("staff-away-since", name=names.get(one.set_by, ""), time=minute(one.set_at, office)),
            until,
            whom.id if lifts and keeping_away.may_keep_away(member, whom) else "",
        )

    def _place(self, texts: Texts, member: Member) -> str:
        return f"{texts.text(f'staff-role-{member.role.value}')} · {unit_label(texts, member.unit)}"
