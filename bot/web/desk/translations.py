"""The words of the service as a list at the desk: how each message stands; what differs, as a patch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.translating import NotAllowed
from bot.web.desk.drawing import Drawing
from bot.web.desk.visit import Visit, visit_of
from bot.wiring import House
from bot.words.review import STATUSES
from bot.words.rights import PATCH, READ, may
from bot.words.standing import Standing
from storage import corrections

PAGE: Final = 40
WAITING, LIVE, LOOK = "waiting", "live", "look"
ONLY: Final = (WAITING, LIVE, LOOK)
"""What a list is narrowed to: a proposal waits, a correction is in force, the release changed under it."""
MOST_WORDS_CHARS: Final = 100


@dataclass(frozen=True)
class Asked:
    """What the list is narrowed to; "" is no matter which."""

    state: str
    file: str
    only: str
    words: str
    page: int

    def address(self, page: int) -> str:
        """The query of another page of it."""
        named = {"state": self.state, "file": self.file, "only": self.only, "words": self.words}
        return urlencode({k: v for k, v in named.items() if v} | ({"page": page} if page else {}))


@dataclass(frozen=True)
class Row:
    """One message in the list."""

    id: str
    file: str
    zh: str
    bo: str
    status: str
    state: str
    flags: tuple[str, ...]


class Translations:
    """`/translations` and `/translations.patch`; to whose role they are no business, they aren't there."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [Route("/translations", self.show), Route("/translations.patch", self.patch)]

    async def show(self, request: Request) -> Response:
        """The list, narrowed and by pages."""
        visit = await visit_of(self._house, request)
        if not may(visit.member.role, READ):
            return self._nothing(request, visit)
        book = self._house.translating.book
        await book.look()
        waiting = {one.message for one in await self._house.store.read(corrections.proposals)}
        every = book.all_standing()
        texts, asked = self._drawing.texts(request, visit), _asked(request)
        found = [s for s in every if _fits(s, asked, waiting)]
        rows = found[asked.page * PAGE : (asked.page + 1) * PAGE]

        def row(s: Standing) -> Row:
            flags = tuple(f for f, is_so in zip(ONLY, _flags(s, waiting), strict=True) if is_so)
            state = texts.text(f"staff-words-state-{s.row.status}")
            told = tuple(texts.text(f"staff-words-only-{flag}") for flag in flags)
            return Row(s.id, s.file, s.now["zh"].source, s.now["bo"].source, s.row.status, state, told)

        counts = {status: sum(s.row.status == status for s in every) for status in STATUSES}
        return self._drawing.page(
            "translations.html",
            request,
            visit,
            rows=[row(s) for s in rows],
            asked=asked,
            states=[(s, texts.text(f"staff-words-state-{s}"), counts[s]) for s in STATUSES],
            onlys=[(one, texts.text(f"staff-words-only-{one}")) for one in ONLY],
            files=sorted({s.file for s in every}),
            count=texts.text("staff-words-count", count=len(found)),
            before=asked.address(asked.page - 1) if asked.page else None,
            after=asked.address(asked.page + 1) if len(found) > (asked.page + 1) * PAGE else None,
            may_patch=may(visit.member.role, PATCH),
            back="/translations",
        )

    async def patch(self, request: Request) -> Response:
        """What `git apply` takes, as a file; nothing where nothing differs."""
        visit = await visit_of(self._house, request)
        if not may(visit.member.role, READ):
            return self._nothing(request, visit)
        texts = self._drawing.texts(request, visit)
        try:
            content = await self._house.translating.patch(visit.member)
        except NotAllowed:
            return self._drawing.trouble(request, visit, texts.text("staff-words-no-allowed"), 403)
        if not content:
            return self._drawing.trouble(request, visit, texts.text("staff-words-patch-none"), 404)
        name = f"lamton-words-{self._house.time.today().isoformat()}.patch"
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(content, media_type="text/x-patch; charset=utf-8", headers=headers)

    def _nothing(self, request: Request, visit: Visit) -> Response:
        told = self._drawing.texts(request, visit).text("staff-words-no-none")
        return self._drawing.trouble(request, visit, told, 404)


def _asked(request: Request) -> Asked:
    given = request.query_params
    page = given.get("page", "")
    return Asked(
        _one_of(given.get("state", ""), STATUSES),
        given.get("file", "")[:MOST_WORDS_CHARS],
        _one_of(given.get("only", ""), ONLY),
        given.get("words", "").strip()[:MOST_WORDS_CHARS],
        int(page) if page.isascii() and page.isdecimal() and len(page) < 5 else 0,
    )


def _one_of(given: str, known: tuple[str, ...]) -> str:
    return given if given in known else ""


def _flags(one: Standing, waiting: set[str]) -> tuple[bool, bool, bool]:
    return one.id in waiting, one.live is not None, one.look or one.unfit


def _fits(one: Standing, asked: Asked, waiting: set[str]) -> bool:
    if asked.state and one.row.status != asked.state:
        return False
    if asked.file and one.file != asked.file:
        return False
    if asked.only and not dict(zip(ONLY, _flags(one, waiting), strict=True))[asked.only]:
        return False
    everything = " ".join((one.id, one.now["zh"].source, one.now["bo"].source)).casefold()
    return all(word in everything for word in asked.words.casefold().split())
