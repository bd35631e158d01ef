"""Forwarding several cases together: each is a move of its own, made whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.casework import CaseGone, Overtaken
from bot.staff_cards import told_moved, told_refused
from bot.web.desk.bulk_form import bulk_form, may_forward
from bot.web.desk.chosen import read_query
from bot.web.desk.drawing import Drawing
from bot.web.desk.faults import noted
from bot.web.desk.sent import sent_form
from bot.web.desk.visit import visit_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.errors import CaseError, MoveNotAllowed
from cases.parts import PARTS
from storage import desk
from storage.errors import StorageError
from storage.staff import Member

MOST_AT_ONCE: Final = 200
MOST_BYTES: Final = 200_000


@dataclass(frozen=True)
class Tried:
    """What came of one case: done, or why not."""

    number: str
    address: str
    done: bool
    told: str


class Bulk:
    """`/forward`, for those who forward."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its page."""
        return [Route("/forward", self.forward, methods=["POST"])]

    async def forward(self, request: Request) -> Response:
        """Forward each case chosen, and say of each what came of it; what was not done stays chosen."""
        visit = await visit_of(self._house, request)
        if not may_forward(visit.member):
            raise HTTPException(404)
        sent = await sent_form(self._house, request, visit, MOST_BYTES)
        texts, office = self._drawing.texts(request, visit), self._house.office
        numbers = tuple(dict.fromkeys(sent.all.get("case", ())))[:MOST_AT_ONCE]
        unit, complexity = sent.words.get("unit", ""), sent.words.get("complexity", "")
        lacking = not numbers or not office.takes(unit) or complexity not in PARTS["complexity"].choices
        if lacking:
            tried = [Tried(n, f"/cases/{quote(n)}", False, "") for n in numbers]
        else:
            parts = {"unit": unit, "complexity": complexity}
            tried = [await self._one(texts, visit.member, number, parts) for number in numbers]
            self._house.bell.ring()
        done = sum(one.done for one in tried)
        return self._drawing.page(
            "forwarded.html",
            request,
            visit,
            422 if lacking else 200,
            refused=texts.text("staff-bulk-none") if lacking else "",
            done="" if lacking else texts.text("staff-bulk-done", done=done, left=len(tried) - done),
            tried=tried,
            bulk=bulk_form(
                texts, office, read_query(self._house, sent.words.get("query", "")).query, unit, complexity
            ),
        )

    async def _one(self, texts: Texts, member: Member, number: str, parts: dict[str, str]) -> Tried:
        now, address = self._house.time.now(), f"/cases/{quote(number)}"
        try:
            await self._house.store.write(
                lambda c: self._house.casework.move(c, number, "forward", member, parts, now)
            )
        except (CaseError, CaseGone, Overtaken) as error:
            refused = error
            why = await self._house.store.read(lambda c: self._why(c, texts, member, number, refused))
            return Tried(number, address, False, why)
        except StorageError:
            return Tried(number, address, False, texts.text("staff-busy"))
        except Exception as error:
            return Tried(number, address, False, noted(error, texts, "forward"))
        return Tried(number, address, True, texts.text("staff-bulk-forwarded"))

    def _why(
        self,
        connection: Connection,
        texts: Texts,
        member: Member,
        number: str,
        error: CaseError | CaseGone | Overtaken,
    ) -> str:
        """Most often somebody was quicker, or holds the case; then it helps to say who."""
        names, office = desk.names(connection), self._house.office
        if isinstance(error, MoveNotAllowed):
            try:
                last = desk.last_move(connection, self._house.casework.seen(connection, number, member).id)
            except CaseGone:
                return texts.text("staff-no-case")
            return told_moved(texts, last, names, office)
        return told_refused(texts, error, "forward", names, office)
