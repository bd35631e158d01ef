"""`/supervision` (督办): what this member was reminded of, acts of supervision and what came of them, and the
three suggestions with their feedback."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.staff_cards import Left, days_left, minute, unit_label
from bot.suggesting import NotSuggested, feed_back, may_feed_back, may_suggest, suggest
from bot.supervising import MOST_CHARS as MOST_OF_ACT
from bot.supervising import NotRecorded, may_supervise, record_act, record_what_came_of
from bot.web.desk.acts import act_lines
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.parts import Means
from cases.suggestions import MOST_CHARS, Adopted, SuggestionKind
from dialogs.engine.view import Day
from storage import desk, reminded, suggestions, supervisions
from storage.reminded import Told, Unseen
from storage.suggestions import Suggestion
from storage.supervisions import Act

DONE = ("seen", "suggested", "fed", "acted", "came-of")


@dataclass(frozen=True)
class ReminderLine:
    """One reminder in words."""

    number: str
    address: str
    stage: str
    mark: str
    matter: str
    clock: str
    day: str
    left: Left
    at: str


@dataclass(frozen=True)
class SuggestionLine:
    """One suggestion in words; `answers`: this member may give its feedback."""

    id: str
    kind: str
    unit: str
    number: str
    address: str
    day: str
    who: str
    text: str
    adopted: str
    feedback: str
    feedback_day: str
    answers: bool


class Supervision:
    """The page, and what is done on it."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/supervision", self.show),
            Route("/supervision/seen", self.seen, methods=["POST"]),
            Route("/supervision/acts", self.act, methods=["POST"]),
            Route("/supervision/acts/{id}", self.came_of, methods=["POST"]),
            Route("/supervision/suggestions", self.suggest, methods=["POST"]),
            Route("/supervision/suggestions/{id}", self.feedback, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The page."""
        visit = await visit_of(self._house, request)
        done = request.query_params.get("done", "")
        told = self._drawing.texts(request, visit).text(f"staff-supervision-{done}") if done in DONE else ""
        return await self._drawn(request, visit, done=told)

    async def seen(self, request: Request) -> Response:
        """The reminders that the page showed were seen."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        shown, now = _reminders(words.get("shown", "")), self._house.time.now()
        await self._house.store.write(lambda c: reminded.seen(c, visit.member, shown, now))
        return go(request, "/supervision?done=seen")

    async def act(self, request: Request) -> Response:
        """An act of supervision of no one case."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        now = self._house.time.now()
        try:
            await self._house.store.write(lambda c: record_act(c, self._house, visit.member, words, now))
        except NotRecorded as refused:
            return await self._refused(request, visit, refused, {**words, "act": "new"})
        return go(request, "/supervision?done=acted")

    async def came_of(self, request: Request) -> Response:
        """What came of an act."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        id_, now, house = request.path_params["id"], self._house.time.now(), self._house
        try:
            await house.store.write(lambda c: record_what_came_of(c, house, visit.member, id_, words, now))
        except NotRecorded as refused:
            return await self._refused(request, visit, refused, {**words, "act": id_})
        return go(request, "/supervision?done=came-of")

    async def suggest(self, request: Request) -> Response:
        """A new suggestion."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        now = self._house.time.now()
        try:
            await self._house.store.write(lambda c: suggest(c, self._house, visit.member, words, now))
        except NotSuggested as refused:
            return await self._refused(request, visit, refused, words)
        return go(request, "/supervision?done=suggested")

    async def feedback(self, request: Request) -> Response:
        """A unit's written feedback."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        id_, now = request.path_params["id"], self._house.time.now()
        try:
            await self._house.store.write(lambda c: feed_back(c, self._house, visit.member, id_, words, now))
        except NotSuggested as refused:
            return await self._refused(request, visit, refused, {**words, "feedback": id_})
        return go(request, "/supervision?done=fed")

    async def _refused(
        self, request: Request, visit: Visit, refused: NotSuggested | NotRecorded, words: Mapping[str, str]
    ) -> Response:
        what = "suggest" if isinstance(refused, NotSuggested) else "act"
        told = self._drawing.texts(request, visit).text(f"staff-{what}-{refused.why}")
        return await self._drawn(request, visit, 422, refused=told, typed=words)

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        status: int = 200,
        *,
        done: str = "",
        refused: str = "",
        typed: Mapping[str, str] | None = None,
    ) -> Response:
        house, member, texts = self._house, visit.member, self._drawing.texts(request, visit)

        def look(c: Connection) -> tuple[list[Unseen], list[Act], list[Suggestion], Mapping[str, str]]:
            return (
                reminded.unseen(c, member, most=reminded.MOST),
                supervisions.listed(c, house.keyring, member),
                suggestions.listed(c, house.keyring, member),
                desk.names(c),
            )

        told, acts, made, names = await house.store.read(look)
        return self._drawing.page(
            "supervision.html",
            request,
            visit,
            status,
            done=done,
            refused=refused,
            typed=typed or {},
            reminders=[self._reminder(texts, one) for one in told],
            shown=" ".join("/".join(one.told) for one in told),
            suggestions=[self._suggestion(texts, one, names, visit) for one in made],
            acts=act_lines(texts, acts, names),
            supervises=may_supervise(member),
            means=[(one.value, texts.text(f"staff-means-{one.value}")) for one in Means],
            today=house.time.today().isoformat(),
            suggests=may_suggest(member),
            kinds=[(kind.value, texts.text(f"staff-suggest-{kind.value}")) for kind in SuggestionKind],
            adoptions=[(one.value, texts.text(f"staff-adopted-{one.value}")) for one in Adopted],
            units=[(unit.id, unit_label(texts, unit.id)) for unit in house.office.units.values()],
            most=min(MOST_CHARS, MOST_OF_ACT),
            back="/supervision",
        )

    def _reminder(self, texts: Texts, one: Unseen) -> ReminderLine:
        left = days_left(texts, one.due_on, self._house.time.today())
        return ReminderLine(
            one.number,
            f"/cases/{quote(one.number)}",
            texts.text(f"staff-stage-{one.stage}"),
            left.mark,
            texts.text(f"matter-{one.matter}"),
            f"{texts.text(f'staff-term-{one.clock}')} · {texts.text(f'staff-clock-{one.kind}')}",
            texts.value(Day(one.due_on)),
            left,
            minute(one.at, self._house.office),
        )

    def _suggestion(
        self, texts: Texts, one: Suggestion, names: Mapping[str, str], visit: Visit
    ) -> SuggestionLine:
        return SuggestionLine(
            one.id,
            texts.text(f"staff-suggest-{one.kind}"),
            unit_label(texts, one.unit),
            one.number or "",
            f"/cases/{quote(one.number)}" if one.number else "",
            texts.value(Day(one.made_on)),
            names.get(one.staff_id) or texts.text("staff-by-someone"),
            one.text,
            texts.text(f"staff-adopted-{one.adopted}") if one.adopted else "",
            one.feedback,
            texts.value(Day(one.feedback_on)) if one.feedback_on else "",
            one.adopted is None and may_feed_back(visit.member, one.unit),
        )


def _reminders(shown: str) -> set[Told]:
    """The reminders a page says that it showed."""
    named = (one.split("/") for one in shown.split())
    return {(one[0], one[1], one[2]) for one in named if len(one) == 3}
