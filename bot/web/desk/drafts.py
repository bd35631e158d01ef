"""Drafts of moves on the case page: kept as they are typed, and given back to who typed them alone.

Others see that somebody is writing. Without scripts the forms work as before, and nothing is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from typing import Final
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.replying import AS_CHINESE
from bot.staff_cards import minute, move_label
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.forms import folded
from bot.web.desk.visit import NotSignedIn, visit_of, words_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.lifecycle import MOVES
from cases.office import Office
from cases.parts import PARTS, VOICE
from dialogs.engine.reading import clean
from storage import desk, move_drafts
from storage.cases import Stored
from storage.move_drafts import Draft, Writing

WRITING: Final = timedelta(hours=8)
"""Who typed within this time is said to be writing."""
MOST_CHARS: Final = 20_000
"""Of one field of a draft: more than any part may have, so that what is too long is kept too."""
_MOVES: Final = frozenset(move.name for move in MOVES)


@dataclass(frozen=True)
class Drafting:
    """What a member has typed in a case, by move, and who else is writing there."""

    own: dict[str, Draft]
    others: tuple[Writing, ...]

    def told(self, texts: Texts, office: Office) -> list[str]:
        """Who else is writing, in words."""
        return [
            texts.text(
                "staff-draft-other",
                name=one.name,
                move=move_label(texts, one.move),
                time=minute(one.at, office),
            )
            for one in self.others
        ]

    def left(self, texts: Texts, drawn: set[str]) -> list[tuple[str, str, tuple[str, ...]]]:
        """Own drafts whose form is no longer there: the move, its words, and the texts."""
        return [
            (
                move,
                texts.text("staff-draft-left", move=move_label(texts, move)),
                tuple(v for k, v in one.parts.items() if k in ("text", "reason") and v),
            )
            for move, one in self.own.items()
            if move not in drawn
        ]


def drafting(connection: Connection, stored: Stored, member: str, now: datetime) -> Drafting:
    """The drafts of a case, as a member may know of them."""
    return Drafting(
        move_drafts.own(connection, stored, member),
        tuple(move_drafts.others(connection, stored, member, now - WRITING)),
    )


class Drafts:
    """`/cases/{number}/drafts/{move}`."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Keep what is typed, or throw it away."""
        return [
            Route("/cases/{number}/drafts/{move}", self.keep, methods=["POST"]),
            Route("/cases/{number}/drafts/{move}/drop", self.drop, methods=["POST"]),
        ]

    async def keep(self, request: Request) -> Response:
        """Keep the draft; the answer is the line that says so. Raises CaseGone.

        Where the session is over, the line says that: the page, and what is typed there, stays.
        """
        try:
            visit = await visit_of(self._house, request)
        except NotSignedIn:
            return HTMLResponse(escape(self._drawing.texts(request, None).text("staff-sign-in-again")))
        words = await words_of(self._house, request, visit)
        number, move = self._asked(request)
        kept = {*PARTS, AS_CHINESE} - {VOICE}
        parts = {k: clean(v)[:MOST_CHARS] for k, v in folded(words).items() if k in kept}
        member, now, after = visit.member, self._house.time.now(), words.get("after", "")

        def work(connection: Connection) -> bool:
            stored = self._house.casework.seen(connection, number, member, lock=True)
            last = desk.last_move(connection, stored.id)
            if last.move == move and last.staff_id == member.id and str(last.id) != after:
                return False  # it was made meanwhile, and this was still under way
            typed = any(v for k, v in parts.items() if k != AS_CHINESE)
            move_drafts.keep(connection, stored, member.id, move, parts if typed else {}, now)
            return typed

        if not await self._house.store.write(work):
            return HTMLResponse("")
        told = self._drawing.texts(request, visit).text(
            "staff-draft-kept", time=minute(now, self._house.office)
        )
        return HTMLResponse(escape(told))

    async def drop(self, request: Request) -> Response:
        """Throw the member's own draft away. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        await words_of(self._house, request, visit)
        number, move = self._asked(request)

        def work(connection: Connection) -> None:
            stored = self._house.casework.seen(connection, number, visit.member)
            move_drafts.drop(connection, stored, visit.member.id, move)

        await self._house.store.write(work)
        return go(request, f"/cases/{quote(number)}")

    def _asked(self, request: Request) -> tuple[str, str]:
        move = request.path_params["move"]
        if move not in _MOVES:
            raise HTTPException(404)
        return request.path_params["number"], move
