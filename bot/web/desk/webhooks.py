"""`/webhooks`: the addresses told of moves, their secrets, and the log of what was sent; administrators'."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.staff_cards import minute, move_label
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.webhooks.reaching import AddressRefused, NameUnknown, check_form, reach
from bot.webhooks.signing import written
from bot.wiring import House
from bot.words.texts import Texts
from dialogs.engine.view import Day
from storage import sight, webhooks
from storage import webhook_addresses as addresses
from storage.staff import Member
from storage.webhook_addresses import Address, Logged

ROTATE = "rotate"
STATES = (addresses.ON, addresses.OFF)
DONE = ("on", "off", "again")
MOST_LOGGED = 100


@dataclass(frozen=True)
class Line:
    """One address in words."""

    id: str
    url: str
    state: str
    state_label: str
    since: str
    failing: str
    old_secret: str
    told: str


@dataclass(frozen=True)
class Sent:
    """One line of the log in words. `again`: it may be sent once more by hand."""

    event: str
    number: str
    what: str
    day: str
    state: str
    state_label: str
    tries: str
    answered: str
    when: str
    again: bool


class Addresses:
    """Lists, adds, renews the secret, turns on and off, sends again."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/webhooks", self.show),
            Route("/webhooks", self.add, methods=["POST"]),
            Route("/webhooks/{address}", self.log),
            Route("/webhooks/{address}/again/{event}", self.again, methods=["POST"]),
            Route("/webhooks/{address}/{action}", self.change, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The list."""
        return await self._drawn(request, await self._visitor(request))

    async def add(self, request: Request) -> Response:
        """A new address; its secret is shown this once. What is refused is given back."""
        visit = await self._visitor(request)
        words = await words_of(self._house, request, visit)
        url, local = words.get("url", "").strip(), self._house.settings.webhooks_local
        try:
            check_form(url, local=local)
            await reach(url, local=local)
        except (AddressRefused, NameUnknown) as error:
            why = error.why if isinstance(error, AddressRefused) else "unknown"
            return await self._refused(request, visit, url, f"staff-webhooks-refused-{why}")
        now = self._house.time.now()

        def work(connection: Connection) -> tuple[str, bytes] | None:
            if any(one.url == url for one in addresses.everyone(connection)):
                return None
            return addresses.add(connection, self._house.keyring, url, visit.member.id, now)

        made = await self._house.store.write(work)
        if made is None:
            return await self._refused(request, visit, url, "staff-webhooks-refused-known")
        return await self._drawn(request, visit, secret=written(made[1]), of=url)

    async def change(self, request: Request) -> Response:
        """A new secret, or on, or off."""
        visit = await self._visitor(request)
        await words_of(self._house, request, visit)
        one, action = await self._address(request), request.path_params["action"]
        now, by, keyring = self._house.time.now(), visit.member.id, self._house.keyring
        if action == ROTATE:
            secret = await self._house.store.write(lambda c: addresses.rotate(c, keyring, one.id, by, now))
            return await self._drawn(request, visit, secret=written(secret), of=one.url)
        if action not in STATES:
            raise HTTPException(404)
        await self._house.store.write(lambda c: addresses.set_state(c, one.id, action, now, by))
        self._house.bell.ring()
        return go(request, f"/webhooks?done={action}")

    async def log(self, request: Request) -> Response:
        """What was sent there, the newest first."""
        visit = await self._visitor(request)
        one, texts = await self._address(request), self._drawing.texts(request, visit)
        found = await self._house.store.read(lambda c: addresses.log(c, one.id, visit.member, MOST_LOGGED))
        done = request.query_params.get("done", "")
        return self._drawing.page(
            "webhook.html",
            request,
            visit,
            done=texts.text(f"staff-webhooks-done-{done}") if done in DONE else "",
            one=await self._line(texts, one, visit.member),
            sent=[self._sent(texts, each) for each in found],
            most=MOST_LOGGED,
        )

    async def again(self, request: Request) -> Response:
        """Send one move once more, under its id."""
        visit = await self._visitor(request)
        await words_of(self._house, request, visit)
        one, now = await self._address(request), self._house.time.now()
        event, member = request.path_params["event"], visit.member
        if not await self._house.store.write(lambda c: addresses.send_again(c, one.id, event, member, now)):
            raise HTTPException(404)
        self._house.bell.ring()
        return go(request, f"/webhooks/{one.id}?done=again")

    async def _visitor(self, request: Request) -> Visit:
        visit = await visit_of(self._house, request)
        if not sight.may_connect(visit.member):
            raise HTTPException(404)
        return visit

    async def _address(self, request: Request) -> Address:
        asked = request.path_params["address"]
        found = await self._house.store.read(lambda c: addresses.by_id(c, asked))
        if found is None:
            raise HTTPException(404)
        return found

    async def _refused(self, request: Request, visit: Visit, url: str, why: str) -> Response:
        told = self._drawing.texts(request, visit).text(why)
        return await self._drawn(request, visit, 422, typed=url, refused=told)

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        status: int = 200,
        *,
        typed: str = "",
        refused: str = "",
        secret: str = "",
        of: str = "",
    ) -> Response:
        texts = self._drawing.texts(request, visit)
        found = await self._house.store.read(addresses.everyone)
        done = request.query_params.get("done", "")
        return self._drawing.page(
            "webhooks.html",
            request,
            visit,
            status,
            done=texts.text(f"staff-webhooks-done-{done}") if done in DONE and not refused else "",
            refused=refused,
            typed=typed,
            secret=secret,
            of=of,
            lines=[await self._line(texts, one, visit.member) for one in found],
        )

    async def _line(self, texts: Texts, one: Address, member: Member) -> Line:
        office, now = self._house.office, self._house.time.now()
        counted = await self._house.store.read(lambda c: addresses.counts(c, one.id, member))
        failing, old = one.failing_since_at, one.old_until_at
        return Line(
            one.id,
            one.url,
            one.state,
            texts.text(f"staff-webhooks-state-{one.state}"),
            texts.text("staff-webhooks-since", day=Day(self._house.time.day_of(one.made_at))),
            texts.text("staff-webhooks-failing", time=minute(failing, office)) if failing else "",
            texts.text("staff-webhooks-old", time=minute(old, office)) if old and old > now else "",
            texts.text(
                "staff-webhooks-counts",
                sent=counted.get(webhooks.SENT, 0),
                queued=counted.get(webhooks.QUEUED, 0),
                failed=counted.get(webhooks.FAILED, 0) + counted.get(webhooks.DROPPED, 0),
            ),
        )

    def _sent(self, texts: Texts, one: Logged) -> Sent:
        office = self._house.office
        answered = str(one.answered) if one.answered else one.fault or ""
        return Sent(
            one.event_id,
            one.number or "",
            move_label(texts, one.move),
            texts.value(Day(one.on)),
            one.state,
            texts.text(f"staff-webhooks-delivery-{one.state}"),
            texts.text("staff-webhooks-tries", tries=one.attempts),
            answered,
            minute(one.tried_at, office) if one.tried_at else "",
            one.state != webhooks.QUEUED,
        )
