"""One message of the words at the desk: read, written anew under the rules' eyes, decided, signed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.translating import (
    MOST_NOTE,
    RELEASED,
    NoSuchMessage,
    NotAllowed,
    NoteNeeded,
    Overtaken,
    OwnWork,
    ReaderFirst,
    RulesRefuse,
    TranslatingError,
    Unchanged,
)
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.translation_shown import check_shown, history_shown, phones, written_shown
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from bot.words.rights import DECIDE, PROPOSE, SIGNATURES, may
from storage import corrections
from storage.corrections import PROPOSED

REFUSALS: Final[Mapping[type[TranslatingError], tuple[str, int]]] = {
    NoSuchMessage: ("none", 404),
    NotAllowed: ("allowed", 403),
    OwnWork: ("own", 403),
    Overtaken: ("overtaken", 409),
    Unchanged: ("unchanged", 409),
    NoteNeeded: ("note", 422),
    ReaderFirst: ("reader", 409),
    RulesRefuse: ("rules", 422),
}
"""What refuses → the message `staff-words-no-…` that says it, and the answer's status."""
DONE: Final = ("propose", "approve", "end", "keep", "back", "sign")
"""What may be done with a message; each says `staff-words-done-…`."""
TEXTS: Final = ("zh", "bo")


class Translation:
    """`/translations/{id}`, its check as one types, and each act."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing
        self._translating = house.translating

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/translations/{id}", self.show),
            Route("/translations/{id}/check", self.check, methods=["POST"]),
            Route("/translations/{id}/{act}", self.act, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The message."""
        visit = await visit_of(self._house, request)
        done = request.query_params.get("done", "")
        texts = self._drawing.texts(request, visit)
        told = texts.text(f"staff-words-done-{done}") if done in DONE else ""
        return await self._drawn(request, visit, done=told)

    async def check(self, request: Request) -> Response:
        """What the rules say of what is typed: a piece of the page for htmx, else the whole page."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        if "hx-request" not in request.headers:
            return await self._drawn(request, visit, typed=words)
        try:
            self._translating.standing(visit.member, request.path_params["id"])
        except NoSuchMessage:
            return self._refused(request, visit, NoSuchMessage())
        shown = await self._checked(request, visit, words)
        return self._drawing.page("_translation_check.html", request, visit, check=shown)

    async def act(self, request: Request) -> Response:
        """Do one thing with the message; refused, what was typed stays."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        message, act = request.path_params["id"], request.path_params["act"]
        try:
            await self._do(visit, message, act, words)
        except NoSuchMessage as error:
            return self._refused(request, visit, error)
        except TranslatingError as error:
            why, status = REFUSALS[type(error)]
            told = self._drawing.texts(request, visit).text(f"staff-words-no-{why}")
            return await self._drawn(request, visit, status, refused=told, typed=words)
        waits = act == "back" and words.get("to") != RELEASED  # an earlier text is proposed, not put in force
        return go(request, f"/translations/{message}?done={'propose' if waits else act}")

    async def _do(self, visit: Visit, message: str, act: str, words: Mapping[str, str]) -> None:
        after = words.get("after", "")
        seen = int(after) if after.isascii() and after.isdecimal() and len(after) < 16 else -1
        to, member, note = self._translating, visit.member, words.get("note", "")
        match act:
            case "propose":
                await to.propose(member, message, seen, words.get("zh", ""), words.get("bo", ""), note)
            case "approve":
                await to.approve(member, message, seen)
            case "end":
                await to.end(member, message, seen, note)
            case "keep":
                await to.keep(member, message, seen)
            case "back":
                await to.go_back(member, message, seen, words.get("to", ""))
            case "sign":
                await to.sign(member, message, seen, words.get("status", ""), note)
            case _:
                raise NoSuchMessage(message)

    def _refused(self, request: Request, visit: Visit, error: TranslatingError) -> Response:
        why, status = REFUSALS[type(error)]
        told = self._drawing.texts(request, visit).text(f"staff-words-no-{why}")
        return self._drawing.trouble(request, visit, told, status)

    async def _checked(self, request: Request, visit: Visit, words: Mapping[str, str]) -> Any:
        labels = await self._translating.book.labels()
        zh, bo = (words.get(one, "") for one in TEXTS)
        found = self._translating.book.check(request.path_params["id"], zh, bo, labels)
        return check_shown(self._drawing.texts(request, visit), self._translating, found, labels)

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        status: int = 200,
        *,
        typed: Mapping[str, str] | None = None,
        **shown: Any,
    ) -> Response:
        message, book = request.path_params["id"], self._translating.book
        await book.look()
        try:
            here = self._translating.standing(visit.member, message)
        except NoSuchMessage as error:
            return self._refused(request, visit, error)
        texts, zone, role = (
            self._drawing.texts(request, visit),
            self._house.office.time_zone,
            visit.member.role,
        )
        known = await self._house.store.read(lambda c: corrections.of_message(c, message))
        acts = await self._house.store.read(lambda c: corrections.history(c, message))
        labels = await book.labels()
        waiting = next((one for one in known if one.state == PROPOSED), None)
        said = next((a.note for a in acts if waiting and a.correction == waiting.id), "")
        edited = {one: (typed or {}).get(one, here.texts[one]) for one in TEXTS}
        own = waiting is not None and waiting.staff_id == visit.member.id
        unread = message in book.texts["bo"].drafts
        return self._drawing.page(
            "translation.html",
            request,
            visit,
            status,
            one=here,
            state=texts.text(f"staff-words-state-{here.row.status}"),
            names=sorted(here.released["zh"].variables),
            phones=phones(self._translating, here.now, labels, draft=unread),
            released={one: m.source for one, m in here.released.items()},
            waiting=written_shown(texts, zone, waiting, said) if waiting else None,
            waiting_check=await self._checked(request, visit, {"zh": waiting.zh, "bo": waiting.bo})
            if waiting
            else None,
            check=await self._checked(request, visit, edited),
            edited=edited,
            note=(typed or {}).get("note", ""),
            act=request.path_params.get("act", "check"),  # whose note it is
            most_note=MOST_NOTE,
            after=acts[0].id if acts else 0,
            own=own,
            may_write=may(role, PROPOSE),
            may_decide=may(role, DECIDE),
            signs=[(s, texts.text(f"staff-words-sign-{s}")) for s in SIGNATURES if may(role, s)],
            lines=list(history_shown(texts, zone, here, acts, known)),
            back=f"/translations/{message}",
            **shown,
        )
