"""`/api-keys`: keys by which other systems use the API; made, ended, and each use shown; administrators'."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.staff_cards import minute
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from bot.words.texts import Texts
from dialogs.engine.reading import clean
from dialogs.engine.view import Day
from storage import api_keys, sight
from storage.api_keys import SCOPES, ApiKey

MOST_USES = 100
MOST_NAME = 60


@dataclass(frozen=True)
class Line:
    """One key in words."""

    id: str
    name: str
    scopes: str
    made: str
    used: str
    ended: str


class ApiKeys:
    """Lists, makes, ends."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/api-keys", self.show),
            Route("/api-keys", self.add, methods=["POST"]),
            Route("/api-keys/{key}", self.uses),
            Route("/api-keys/{key}/end", self.end, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The list."""
        visit = await self._visitor(request)
        done = self._drawing.texts(request, visit).text("staff-api-keys-done-end")
        return await self._drawn(request, visit, done=done if request.query_params.get("done") else "")

    async def add(self, request: Request) -> Response:
        """A new key; its token is shown this once. What is refused is given back."""
        visit = await self._visitor(request)
        words = await words_of(self._house, request, visit)
        name = clean(words.get("name", ""))
        scopes = tuple(scope for scope in SCOPES if words.get(scope))
        texts, now = self._drawing.texts(request, visit), self._house.time.now()
        if not name or len(name) > MOST_NAME or not scopes:
            why = "staff-api-keys-scope-missing" if name and not scopes else "staff-api-keys-name-missing"
            return await self._drawn(
                request, visit, 422, typed=name, chosen=scopes, refused=texts.text(why, most=MOST_NAME)
            )
        _, token = await self._house.store.write(
            lambda c: api_keys.add(c, self._house.keyring, name, scopes, visit.member.login, now)
        )
        return await self._drawn(request, visit, token=token, of=name)

    async def end(self, request: Request) -> Response:
        """No request with it is answered any more."""
        visit = await self._visitor(request)
        await words_of(self._house, request, visit)
        key, now = request.path_params["key"], self._house.time.now()
        if not await self._house.store.write(lambda c: api_keys.end(c, key, now)):
            raise HTTPException(404)
        return go(request, "/api-keys?done=end")

    async def uses(self, request: Request) -> Response:
        """What was asked with a key, the newest first."""
        visit = await self._visitor(request)
        key = request.path_params["key"]
        found = await self._house.store.read(api_keys.everyone)
        one = next((each for each in found if each.id == key), None)
        if one is None:
            raise HTTPException(404)
        uses = await self._house.store.read(lambda c: api_keys.uses(c, key, MOST_USES))
        texts, office = self._drawing.texts(request, visit), self._house.office
        return self._drawing.page(
            "api_key.html",
            request,
            visit,
            one=self._line(texts, one),
            uses=[(minute(use.at, office), use.what, use.status) for use in uses],
            most=MOST_USES,
        )

    async def _visitor(self, request: Request) -> Visit:
        visit = await visit_of(self._house, request)
        if not sight.may_connect(visit.member):
            raise HTTPException(404)
        return visit

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        status: int = 200,
        *,
        typed: str = "",
        chosen: tuple[str, ...] = (),
        refused: str = "",
        done: str = "",
        token: str = "",
        of: str = "",
    ) -> Response:
        texts = self._drawing.texts(request, visit)
        found = await self._house.store.read(api_keys.everyone)
        return self._drawing.page(
            "api_keys.html",
            request,
            visit,
            status,
            done=done,
            refused=refused,
            typed=typed,
            token=token,
            of=of,
            scopes=[(scope, texts.text(_says(scope)), scope in chosen) for scope in SCOPES],
            lines=[self._line(texts, one) for one in found],
            on=bool(self._house.settings.api_listen),
        )

    def _line(self, texts: Texts, one: ApiKey) -> Line:
        office, time = self._house.office, self._house.time
        return Line(
            one.id,
            one.name,
            " · ".join(texts.text(_says(scope)) for scope in one.scopes),
            texts.text("staff-api-keys-made", by=one.made_by, day=Day(time.day_of(one.made_at))),
            texts.text("staff-api-keys-used", time=minute(one.used_at, office))
            if one.used_at
            else texts.text("staff-api-keys-unused"),
            texts.text("staff-api-keys-ended", time=minute(one.ended_at, office)) if one.ended_at else "",
        )


def _says(scope: str) -> str:
    return f"staff-api-keys-{scope.replace(':', '-')}"
