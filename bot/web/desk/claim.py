"""To hold a case and to let it go, from its page; and who holds it, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.casework import Overtaken
from bot.claiming import may_claim
from bot.replying import AS_CHINESE
from bot.spoken import LEFT_OUT, SAID
from bot.staff_cards import minute, told_refused
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import visit_of, words_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.errors import MoveNotAllowed
from cases.lifecycle import Move
from cases.parts import VOICE
from dialogs.engine.reading import clean
from storage import claims, desk
from storage.claims import Claim
from storage.staff import Member


@dataclass(frozen=True)
class Holding:
    """Who holds a case, for one reader: in words (empty: nobody), the token of their own claim (empty: none),
    and what they may do: `claim`, `let_go` or nothing."""

    told: str
    token: str
    may: str


_NUMBER = re.compile("[0-9]{1,18}")
NOT_PARTS = ("proof", "after", "claim", AS_CHINESE, VOICE, LEFT_OUT, SAID)
"""Fields of a move's form that are no part of it; a recording is sent as a file, never named by its id."""


def carried(words: Mapping[str, str]) -> tuple[dict[str, str], int, int | None]:
    """What a move's form carries: its parts, the last move its page showed (an event's id; -1: none there
    is), and the token of the claim the reader then held."""
    parts = {k: clean(v) for k, v in words.items() if k not in NOT_PARTS}
    after, token = words.get("after", ""), words.get("claim", "")
    return (
        parts,
        int(after) if _NUMBER.fullmatch(after) else -1,
        int(token) if _NUMBER.fullmatch(token) else None,
    )


def holding_of(
    house: House,
    texts: Texts,
    claim: Claim | None,
    names: Mapping[str, str],
    member: Member,
    moves: tuple[Move, ...],
) -> Holding:
    """What a case's page says of its holder."""
    if claim is None or not claim.holds(house.time.now()):
        return Holding("", "", claims.CLAIM if may_claim(moves) else "")
    until = minute(claim.until_at, house.office)
    if claim.staff_id == member.id:
        return Holding(texts.text("staff-claim-mine", time=until), str(claim.token), claims.LET_GO)
    holder = names.get(claim.staff_id) or texts.text("staff-by-someone")
    return Holding(texts.text("staff-claim-held", who=holder, time=until), "", "")


class ClaimPage:
    """`/cases/{number}/claim` and `/cases/{number}/let_go`."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/cases/{number}/claim", self.claim, methods=["POST"]),
            Route("/cases/{number}/let_go", self.let_go, methods=["POST"]),
        ]

    async def claim(self, request: Request) -> Response:
        """Hold the case; who comes too late is told who holds it. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        await words_of(self._house, request, visit)
        number, now = request.path_params["number"], self._house.time.now()

        def take(connection: Connection) -> str:
            try:
                self._house.casework.claim(connection, number, visit.member, now)
            except (Overtaken, MoveNotAllowed) as error:
                texts, office = self._drawing.texts(request, visit), self._house.office
                return told_refused(texts, error, claims.CLAIM, desk.names(connection), office)
            return ""

        if refused := await self._house.store.write(take):
            address = f"/cases/{quote(number)}"
            return self._drawing.page(
                "refused.html", request, visit, 409, refused=refused, address=address, number=number
            )
        return go(request, f"/cases/{quote(number)}?done={claims.CLAIM}")

    async def let_go(self, request: Request) -> Response:
        """Hold it no more. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        await words_of(self._house, request, visit)
        number, now = request.path_params["number"], self._house.time.now()
        await self._house.store.write(lambda c: self._house.casework.let_go(c, number, visit.member, now))
        return go(request, f"/cases/{quote(number)}?done={claims.LET_GO}")
