"""What no case carries, entered at the desk as numbers: one form for every kind, built from its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.figures.wording import number
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.activities import ACTIVITIES, Activity, Counts, activities_of, read_numbers
from cases.errors import PartInvalid
from cases.periods import past_day
from cases.places import VILLAGES
from dialogs.engine.view import Day, Place
from storage import activities
from storage.activities import Entry

VILLAGE = "village-"
MOST_FIELDS = 300
"""Of the form: each village of the county has one."""
DONE = ("done", "struck-done")
Village = tuple[str, str, bool]
"""A village of the form: its field, its name, whether it is ticked."""


class ActivityGone(Exception):
    """No such entry, or none this member may enter."""


@dataclass(frozen=True)
class Field:
    """One number of the form; `typed` is given back where something was refused."""

    name: str
    label: str
    typed: str
    money: bool


@dataclass(frozen=True)
class Line:
    """One entry in words."""

    id: str
    day: str
    kind: str
    numbers: str
    by: str
    struck: bool
    may_strike: bool


class ActivityEntries:
    """`/activities`: the form of one kind, and the newest entries."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/activities", self.show),
            Route("/activities/{entry}/strike", self.strike, methods=["POST"]),
            Route("/activities/{kind}", self.enter, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The page; `kind` chooses the form."""
        visit = await visit_of(self._house, request)
        done = request.query_params.get("done", "")
        texts = self._drawing.texts(request, visit)
        told = texts.text(f"staff-activities-{done}") if done in DONE else ""
        try:
            kind = _kind(visit, request.query_params.get("kind", ""))
        except ActivityGone:
            return self._gone(request, visit)
        return await self._drawn(request, visit, kind, done=told)

    async def enter(self, request: Request) -> Response:
        """Store an entry; whatever is refused leaves the form as it was typed."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit, MOST_FIELDS)
        texts, now = self._drawing.texts(request, visit), self._house.time.now()
        try:
            kind = _kind(visit, request.path_params["kind"])
        except ActivityGone:
            return self._gone(request, visit)
        try:
            on = past_day(words.get("on", ""), self._house.time.today())
            if on is None:
                raise PartInvalid("on", "day")
            numbers = read_numbers(kind, words)
        except PartInvalid as error:
            refused = texts.text(
                f"staff-activities-refused-{error.why}", field=_label(texts, kind, error.name)
            )
            return await self._drawn(request, visit, kind, words, 422, refused=refused)
        reached = [code for code in self._villages() if kind.villages and f"{VILLAGE}{code}" in words]
        await self._house.store.write(
            lambda c: activities.add(c, kind.id, on, numbers, reached, visit.member.id, now)
        )
        return go(request, f"/activities?kind={kind.id}&done=done")

    async def strike(self, request: Request) -> Response:
        """Strike a mistaken entry: it stays in the list, and counts no more."""
        visit = await visit_of(self._house, request)
        await words_of(self._house, request, visit)
        kinds = [kind.id for kind in _kinds(visit)]
        entry = request.path_params["entry"]

        def struck(connection: Connection) -> bool:
            of = activities.kind_of(connection, entry)
            return of in kinds and activities.strike(connection, entry, visit.member.id)

        if not await self._house.store.write(struck):
            return self._gone(request, visit)
        return go(request, "/activities?done=struck-done")

    def _gone(self, request: Request, visit: Visit) -> Response:
        told = self._drawing.texts(request, visit).text("staff-activities-gone")
        return self._drawing.trouble(request, visit, told, 404)

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        kind: Activity,
        words: Mapping[str, str] | None = None,
        status: int = 200,
        *,
        done: str = "",
        refused: str = "",
    ) -> Response:
        texts, typed = self._drawing.texts(request, visit), words or {}
        entries = await self._house.store.read(activities.listed)
        kinds, known = _kinds(visit), {one.id for one in ACTIVITIES}
        return self._drawing.page(
            "activities.html",
            request,
            visit,
            status,
            done=done,
            refused=refused,
            kinds=[(one.id, activity_name(texts, one.id), one is kind) for one in kinds],
            kind=kind.id,
            fields=[
                Field(name, _label(texts, kind, name), typed.get(name, ""), counts is Counts.YUAN)
                for name, counts in kind.numbers
            ],
            on=typed.get("on", self._house.time.today().isoformat()),
            today=self._house.time.today().isoformat(),
            towns=self._towns(texts, typed) if kind.villages else [],
            lines=[_line(texts, one, kinds) for one in entries if one.kind in known],
            back=f"/activities?kind={kind.id}",
        )

    def _villages(self) -> tuple[str, ...]:
        places = self._house.office.places.by_code.values()
        return tuple(place.code for place in places if place.level in VILLAGES)

    def _towns(
        self, texts: Texts, typed: Mapping[str, str]
    ) -> list[tuple[str, list[tuple[str, str, bool]], bool]]:
        """Each township, its villages (field, name, ticked), and whether one is ticked."""
        known = self._house.office.places.by_code
        found: dict[str, list[tuple[str, str, bool]]] = {}
        for code in self._villages():
            name, field = texts.value(Place(code)), f"{VILLAGE}{code}"
            found.setdefault(known[code].parent, []).append((field, name, field in typed))
        return [
            (texts.value(Place(town)), villages, any(ticked for _, _, ticked in villages))
            for town, villages in found.items()
        ]


def activity_name(texts: Texts, kind: str) -> str:
    """A kind of activity in words: its own, else the name of its figures."""
    own = f"staff-activity-{kind}"
    return texts.text(own if own in texts.ids else f"staff-figure-{kind}")


def _kinds(visit: Visit) -> tuple[Activity, ...]:
    return activities_of(visit.member.role, of_office=visit.member.of_office)


def _kind(visit: Visit, name: str) -> Activity:
    kinds = _kinds(visit)
    found = [one for one in kinds if one.id == name] or (list(kinds[:1]) if not name else [])
    if not found:
        raise ActivityGone(name)
    return found[0]


def _label(texts: Texts, kind: Activity, name: str) -> str:
    for known in (f"staff-figure-{kind.id}_{name}", f"staff-figure-urged_{name}", f"staff-number-{name}"):
        if known in texts.ids:
            return texts.text(known)
    return texts.text("staff-activities-on")


def _line(texts: Texts, entry: Entry, kinds: tuple[Activity, ...]) -> Line:
    counts = {name: of for one in ACTIVITIES if one.id == entry.kind for name, of in one.numbers}
    kind = next(one for one in ACTIVITIES if one.id == entry.kind)
    told = [
        f"{_label(texts, kind, name).rstrip('། ')} {number(of, entry.numbers[name])}"
        for name, of in counts.items()
        if name in entry.numbers
    ]
    if entry.villages:
        told.append(texts.text("staff-activities-reached", number=entry.villages))
    return Line(
        entry.id,
        texts.value(Day(entry.on)),
        activity_name(texts, entry.kind),
        " · ".join(told),
        texts.text("staff-activities-by", name=entry.by),
        entry.struck,
        not entry.struck and any(one.id == entry.kind for one in kinds),
    )
