"""Appointments with the leaders: those to come and those past, by day; moved, called off, noted as held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.visits import SlotFull, VisitError, VisitGone
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.reception_days import Slot
from dialogs.engine.view import Day, Named
from dialogs.visit import weekday
from storage import appointments, sight
from storage.appointments import BOOKED, CANCELLED, HELD, MISSED, Appointment

COMING, PAST = "coming", "past"
MOVE, CANCEL = "move", "cancel"
ACTIONS = (MOVE, CANCEL, HELD, MISSED)


@dataclass(frozen=True)
class Action:
    """One thing that may be done, in words; `told`: what comes of it."""

    name: str
    label: str
    told: str


@dataclass(frozen=True)
class Line:
    """One appointment in words; `changes` and `ends` are what may be done with it now."""

    number: str
    span: str
    place: str
    about: str
    case: str
    people: str
    speaks: str
    person: str
    state: str
    mark: str
    warning: str
    changed: int
    changes: tuple[Action, ...]
    ends: tuple[Action, ...]


@dataclass(frozen=True)
class OnDay:
    """The appointments of one day."""

    title: str
    lines: list[Line]


class Appointments:
    """`/appointments` and what is done there, for those who keep the reception."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/appointments", self.show),
            Route("/appointments/{number}/{action}", self.act, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The list. Raises VisitGone for one who may not see it."""
        visit = await self._visitor(request)
        done = request.query_params.get("done", "")
        texts = self._drawing.texts(request, visit)
        told = texts.text(f"staff-visit-done-{done}") if done in ACTIONS else ""
        return await self._drawn(request, visit, done=told)

    async def act(self, request: Request) -> Response:
        """Move, call off, or note how it ended. Raises VisitGone."""
        visit = await self._visitor(request)
        words = await words_of(self._house, request, visit)
        number, action = request.path_params["number"], request.path_params["action"]
        drawn = words.get("after", "")
        changed = int(drawn) if drawn.isdecimal() else -1
        visits, member, now = self._house.visits, visit.member, self._house.time.now()
        does: dict[str, Callable[[Connection], Appointment]] = {
            MOVE: lambda c: visits.move(c, number, words.get("slot", ""), member, changed, now),
            CANCEL: lambda c: visits.cancel(c, number, member, changed, now),
            HELD: lambda c: visits.settle(c, number, HELD, member, changed, now),
            MISSED: lambda c: visits.settle(c, number, MISSED, member, changed, now),
        }
        if action not in does:
            raise VisitGone(action)
        try:
            done = await self._house.store.write(does[action])
        except VisitGone:
            raise
        except VisitError as error:
            why = "staff-visit-full" if isinstance(error, SlotFull) else "staff-visit-overtaken"
            told = self._drawing.texts(request, visit).text(why)
            return await self._drawn(request, visit, 409, refused=told)
        self._house.bell.ring()
        show = PAST if done.told.on_day < self._house.time.today() else COMING
        return go(request, f"/appointments?show={show}&done={action}")

    async def _visitor(self, request: Request) -> Visit:
        visit = await visit_of(self._house, request)
        if not sight.may_see_visits(visit.member):
            raise VisitGone
        return visit

    async def _drawn(
        self, request: Request, visit: Visit, status: int = 200, *, done: str = "", refused: str = ""
    ) -> Response:
        texts, now = self._drawing.texts(request, visit), self._house.time.now()
        today = self._house.time.day_of(now)
        past = request.query_params.get("show", "") == PAST

        def look(connection: Connection) -> tuple[list[Appointment], tuple[Slot, ...]]:
            found = appointments.listed(
                connection,
                self._house.keyring,
                visit.member,
                since=None if past else today,
                before=today if past else None,
            )
            return found, self._house.visits.free(connection, now)

        found, free = await self._house.store.read(look)
        return self._drawing.page(
            "appointments.html",
            request,
            visit,
            status,
            done=done,
            refused=refused,
            days=[
                OnDay(_day(texts, day), [self._line(texts, one, today) for one in ones])
                for day, ones in groupby(found, key=lambda one: one.told.on_day)
            ],
            filters=[
                (name, texts.text(f"staff-visits-{name}"), (name == PAST) is past) for name in (COMING, PAST)
            ],
            slots=[(slot.id, _slot(texts, slot)) for slot in free],
            unset=not self._house.office.reception,
            back=f"/appointments?show={PAST if past else COMING}",
        )

    def _line(self, texts: Texts, one: Appointment, today: date) -> Line:
        told = one.told
        who, place = Named(told.who_zh, told.who_bo), Named(told.place_zh, told.place_bo)
        off = one.state == BOOKED and not self._house.office.calendar.is_working(told.on_day)
        return Line(
            one.number,
            told.span,
            texts.text("staff-visit-place", who=who, place=place),
            one.case_number or texts.text(f"matter-{one.matter or 'other'}"),
            f"/cases/{quote(one.case_number)}" if one.case_number else "",
            texts.text("staff-visit-people", people=one.people),
            texts.text(f"staff-visit-speaks-{one.speaks}"),
            _person(texts, one),
            texts.text(f"staff-visit-state-{one.state}"),
            one.state,
            texts.text("staff-visit-day-off") if off and told.on_day >= today else "",
            one.changed,
            *self._actions(texts, one, today),
        )

    def _actions(
        self, texts: Texts, one: Appointment, today: date
    ) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
        changes: tuple[Action, ...] = ()
        if self._house.visits.is_open(one, self._house.time.now()):
            changes = tuple(
                Action(n, texts.text(f"staff-visit-do-{n}"), texts.text(f"staff-visit-told-{n}"))
                for n in (MOVE, CANCEL)
            )
        if one.state == CANCELLED or one.told.on_day > today:
            return changes, ()
        ends = (n for n in (HELD, MISSED) if n != one.state)
        return changes, tuple(Action(n, texts.text(f"staff-visit-do-{n}"), "") for n in ends)


def _person(texts: Texts, one: Appointment) -> str:
    if one.key_id is None:
        return texts.text("staff-visit-forgotten")
    told = " ".join(one.person[part] for part in ("name", "phone") if part in one.person)
    return told or texts.text("staff-visit-nameless")


def _day(texts: Texts, day: date) -> str:
    return f"{texts.value(Day(day))} {texts.say(weekday(day))}"


def _slot(texts: Texts, slot: Slot) -> str:
    who = Named(slot.row.who_zh, slot.row.who_bo)
    return texts.text(
        "staff-visit-slot", day=Day(slot.day), weekday=weekday(slot.day), hours=slot.span, who=who
    )
