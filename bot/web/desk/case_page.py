"""A case: all of it on one page, its opening on record, and the moves a member makes there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.casework import CaseGone, Overtaken
from bot.intake import FileRefused
from bot.replying import AS_CHINESE, move_or_hold
from bot.spoken import told_not_taken
from bot.staff_cards import status_label, told_moved, told_refused
from bot.web.desk import told
from bot.web.desk.aside import FILLS
from bot.web.desk.claim import carried, holding_of
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.faults import noted
from bot.web.desk.file_lines import file_lines
from bot.web.desk.forms import folded, move_forms
from bot.web.desk.lists import place_label
from bot.web.desk.opened import read_case
from bot.web.desk.reading import recorded
from bot.web.desk.sent import Sent, closed, sent_form
from bot.web.desk.visit import MOST_BYTES, Visit, visit_of, words_of
from bot.web.desk.voices import MOST_SPOKEN_BYTES, Voices
from bot.wiring import House
from cases.errors import CaseError, MoveNotAllowed
from cases.lifecycle import Role
from cases.matters import MATTERS, find_matter
from cases.parts import VOICE
from dialogs.engine.view import Day
from storage import desk, sight
from storage.cases import Stored
from storage.errors import StorageError
from storage.files import DiskFull

SEEN_AS = ("id_card", "residence", "known", "village")
"""How a clerk saw who a person is, before a lost code is renewed."""


@dataclass(frozen=True)
class _Tried:
    """A move that was refused: its name, what was typed, and why."""

    name: str
    words: Mapping[str, str]
    refused: str


class CasePage:
    """`/cases/{number}` and what is done there."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing, self._voices = house, drawing, Voices(house)

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/cases/{number}", self.show),
            Route("/cases/{number}/moves/{move}", self.move, methods=["POST"]),
            Route("/cases/{number}/code", self.new_code, methods=["POST"]),
            *self._voices.routes,
        ]

    async def show(self, request: Request) -> Response:
        """The case; that it was opened goes on record. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        await recorded(self._house, visit, request.path_params["number"])
        return await self._drawn(request, visit, done=request.query_params.get("done", ""))

    async def move(self, request: Request) -> Response:
        """Make a move. Whatever is refused leaves the page with what was typed. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        sent = await sent_form(self._house, request, visit, MOST_SPOKEN_BYTES, MOST_BYTES)
        try:
            return await self._moved(request, visit, sent)
        finally:
            await closed(sent.files)

    async def _moved(self, request: Request, visit: Visit, sent: Sent) -> Response:
        words, number, name = sent.words, request.path_params["number"], request.path_params["move"]
        parts, seen, claim = carried(folded(words))
        typed = parts | ({AS_CHINESE: "yes"} if AS_CHINESE in words else {})
        now = self._house.time.now()

        def make(connection: Connection) -> Stored | None:
            return move_or_hold(
                connection,
                self._house.casework,
                self._house.keyring,
                number,
                name,
                visit.member,
                parts,
                now,
                seen,
                claim,
                as_chinese=AS_CHINESE in words,
            )

        try:
            if said := await self._voices.take(visit.member, number, name, sent):
                parts[VOICE] = said
            made = await self._house.store.write(make)
        except FileRefused as error:
            why = told_not_taken(self._drawing.texts(request, visit), error)
            return await self._given_back(request, visit, name, typed, why, 422)
        except CaseGone:
            raise
        except (CaseError, Overtaken) as error:
            status = 409 if isinstance(error, MoveNotAllowed | Overtaken) else 422
            return await self._refused(request, visit, name, typed, error, status)
        except (StorageError, DiskFull):
            texts = self._drawing.texts(request, visit)
            return await self._given_back(request, visit, name, typed, texts.text("staff-busy"), 503)
        except Exception as error:
            told_fault = noted(error, self._drawing.texts(request, visit), f"move {name[:16]}")
            return await self._given_back(request, visit, name, typed, told_fault, 500)
        self._house.bell.ring()
        return go(request, f"/cases/{quote(number)}?done={name if made else 'held'}")

    async def new_code(self, request: Request) -> Response:
        """A new query code, shown this once. Raises CaseGone."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        seen_as, number = words.get("seen_as", ""), request.path_params["number"]
        texts = self._drawing.texts(request, visit)
        if seen_as not in SEEN_AS:
            told_missing = texts.text("staff-refused-missing", part=texts.text("staff-part-seen_as"))
            return await self._drawn(request, visit, _Tried("code", {}, told_missing), 422)
        now = self._house.time.now()

        def renew(connection: Connection) -> str:
            return self._house.casework.renew_code(connection, number, visit.member, seen_as, now)

        try:
            code = await self._house.store.write(renew)
        except MoveNotAllowed as error:
            return await self._refused(request, visit, "code", {}, error, 403)
        return await self._drawn(request, visit, code=code)

    async def _refused(
        self,
        request: Request,
        visit: Visit,
        name: str,
        parts: Mapping[str, str],
        error: CaseError | Overtaken,
        status: int,
    ) -> Response:
        texts, office = self._drawing.texts(request, visit), self._house.office
        names = await self._house.store.read(desk.names)
        why = told_refused(texts, error, name, names, office)
        if isinstance(error, MoveNotAllowed) and name != "code":
            # Most often somebody was quicker; then it helps to say who.
            number = request.path_params["number"]
            last = await self._house.store.read(
                lambda c: desk.last_move(c, self._house.casework.seen(c, number, visit.member).id)
            )
            if last.staff_id != visit.member.id:
                why = told_moved(texts, last, names, office)
        return await self._given_back(request, visit, name, parts, why, status)

    async def _given_back(
        self, request: Request, visit: Visit, name: str, parts: Mapping[str, str], why: str, status: int
    ) -> Response:
        """The page once more with what was typed; where not even that can be read, what was typed alone."""
        try:
            return await self._drawn(request, visit, _Tried(name, parts, why), status)
        except StorageError:
            kept = tuple(v for k, v in parts.items() if k in ("text", "reason") and v)
            return self._drawing.trouble(request, visit, why, status, kept)

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        tried: _Tried | None = None,
        status: int = 200,
        *,
        done: str = "",
        code: str = "",
    ) -> Response:
        opened = await self._house.store.read(
            lambda c: read_case(c, self._house, visit, request.path_params["number"])
        )
        texts, office, stored = self._drawing.texts(request, visit), self._house.office, opened.stored
        case, today, begun = stored.case, self._house.time.today(), opened.drafting
        person, reads = sight.may_see_person(visit.member, stored), sight.may_read(visit.member)
        words, name = (tried.words, tried.name) if tried else ({}, "")
        forms = move_forms(texts, office, case, opened.moves, name, words, begun.own, opened.voices)
        drawn = {form.name for form in forms}
        lost = tried is not None and tried.name not in drawn  # its form is gone: the text is given back alone
        done_told, channel = f"staff-done-{done}", f"staff-channel-{stored.channel}"
        return self._drawing.page(
            "case.html",
            request,
            visit,
            status,
            refused=tried.refused if tried else "",
            kept=tuple(v for k, v in words.items() if k in ("text", "reason") and v) if lost else (),
            done=texts.text(done_told) if done and done_told in texts.ids else "",
            code=code,
            number=case.number,
            address=f"/cases/{quote(case.number)}",
            matter=texts.text(f"matter-{case.matter}"),
            official=MATTERS[case.matter].zh,
            kind=texts.text(f"staff-kind-{find_matter(case.matter).kind.value}"),
            status_word=status_label(texts, case.status.value),
            waiting=case.waiting_on_resident,
            unit=told.units(texts, case),
            place=place_label(self._house, texts, stored.place),
            filed=texts.text("staff-case-filed", day=Day(case.filed_on)),
            channel=texts.text(channel if channel in texts.ids else "staff-channel-other"),
            reads=texts.text(f"staff-language-{stored.language}"),
            national=stored.registered.national_number or texts.text("staff-national-none"),
            clocks=told.clock_lines(texts, case, today),
            fields=told.fields(self._house, texts, stored, person) if reads else [],
            files=file_lines(texts, opened.files) if reads else [],
            talk=told.talk(self._house, texts, opened.history, opened.notices, opened.names, reads),
            may_read=reads,
            events=told.event_lines(self._house, texts, opened.history, opened.names, reads),
            forms=forms,
            writing=begun.told(texts, office),
            left=begun.left(texts, {*drawn, name}),
            after=opened.last.id,
            holding=holding_of(self._house, texts, opened.claim, opened.names, visit.member, opened.moves),
            whole=opened.whole,
            aside=opened.aside,
            fills=FILLS,
            may_renew=Role.CLERK in sight.roles_of(visit.member),
            seen_as=[(one, texts.text(f"staff-seen_as-{one}")) for one in SEEN_AS],
        )
