"""Registering (登记) at the desk: one page, by keyboard; what is refused keeps all that was typed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.came_in import LANGUAGES, LIMITS, NotRead, read_came_in
from bot.intake import FileRefused, accept_file_async
from bot.owing import receipt_to_hand_over
from bot.registering import Registering, may_register
from bot.web.desk.drawing import Drawing
from bot.web.desk.faults import noted
from bot.web.desk.offers import Offers
from bot.web.desk.sent import MOST_FILES, Sent, closed, sent_form
from bot.web.desk.visit import Visit, visit_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.errors import CaseError
from cases.registering import CAME_BY, MOST_REPRESENTATIVES, TOLD_BY
from dialogs.engine.events import Attachment
from storage import scans
from storage.errors import StorageError
from storage.files import DiskFull


class Register:
    """`/register`, for those who register."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing
        self._registering = Registering(house.keyring, house.casework, house.time)
        self._offers = {name: Offers(house, texts) for name, texts in house.texts.items()}

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [Route("/register", self.show), Route("/register", self.register, methods=["POST"])]

    async def show(self, request: Request) -> Response:
        """The empty form."""
        visit = await self._visitor(request)
        return await self._drawn(request, visit, {"form": secrets.token_urlsafe(16)}, {})

    async def register(self, request: Request) -> Response:
        """Register, once for a form; or the form once more with what is wrong."""
        visit = await self._visitor(request)
        sent = await sent_form(self._house, request, visit)
        try:
            return await self._registered(request, visit, sent)
        finally:
            await closed(sent.files)

    async def _registered(self, request: Request, visit: Visit, sent: Sent) -> Response:
        texts, form = self._drawing.texts(request, visit), sent.words.get("form", "")
        if not form:
            raise HTTPException(404)
        draft, code = (
            self._registering.draft_of(visit.token, form),
            self._registering.code_of(visit.token, form),
        )
        now = self._house.time.now()
        problems: dict[str, str] = {}
        try:
            known = await self._house.store.read(lambda c: self._registering.known(c, draft, code, now))
            if known:
                return await self._done(request, visit, *known)
            problems |= await self._scans(texts, draft, sent.files, sent.all.get("drop", ()))
            offers, today = self._offers[texts.language], self._house.time.day_of(now)
            came = read_came_in(sent.words, offers.matter_meant, offers.place_meant, today)
            if not problems:
                done = await self._house.store.write(
                    lambda c: self._registering.register(c, visit.member, draft, code, came, now)
                )
                self._house.bell.ring()
                return await self._done(request, visit, *done)
        except NotRead as wrong:
            problems |= {name: texts.say(told) for name, told in wrong.problems.items()}
        except CaseError:
            problems["matter"] = texts.text("staff-register-unknown")
        except DiskFull:
            problems["scans"] = texts.text("staff-busy")
        except StorageError:
            return await self._drawn(request, visit, sent.words, {"": texts.text("staff-busy")}, 503)
        except Exception as error:
            told = noted(error, texts, "register")
            return await self._drawn(request, visit, sent.words, {"": told}, 500)
        return await self._drawn(request, visit, sent.words, problems, 422)

    async def _visitor(self, request: Request) -> Visit:
        visit = await visit_of(self._house, request)
        if not may_register(visit.member):
            raise HTTPException(404)
        return visit

    async def _scans(
        self, texts: Texts, draft: str, uploads: tuple[UploadFile, ...], dropped: tuple[str, ...]
    ) -> dict[str, str]:
        """Keep what was uploaded, under the draft, whatever else is wrong; why one was not taken."""
        accepted, refused = [], ""
        for upload in (one for one in uploads if one.filename or one.size):
            try:
                name = upload.filename or ""
                one = await accept_file_async(await upload.read(), name, upload.content_type, "document")
                accepted.append(one)
            except FileRefused as error:
                refused = texts.text(f"refused-file-{error.reason}")
        house, now = self._house, self._house.time.now()
        if accepted:
            under = await house.store.read(lambda c: self._registering.scan_key(c, draft))
            rows = []
            for one in accepted:
                scan = self._registering.scan_id(draft, one.data)
                address = await house.uploads.keep(scan, one, under[1])
                rows.append(
                    (Attachment(scan, one.kind, one.name, len(one.data), None), one.media_type, address)
                )

            await house.store.write(lambda c: self._registering.add_scans(c, draft, under, rows, now))
        if dropped:
            await house.store.write(lambda c: scans.drop(c, draft, dropped))
        held = await house.store.read(lambda c: scans.of_draft(c, house.keyring, draft))
        if len(held) > MOST_FILES:
            refused = texts.text("staff-register-too-many-scans", most=MOST_FILES)
        return {"scans": refused} if refused else {}

    async def _done(self, request: Request, visit: Visit, number: str, code: str) -> Response:
        house = self._house
        receipt = await house.store.read(lambda c: receipt_to_hand_over(c, house, number, visit.member))
        address = f"/cases/{quote(number)}"
        return self._drawing.page(
            "registered.html", request, visit, number=number, code=code, receipt=receipt, address=address
        )

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        words: Mapping[str, str],
        problems: Mapping[str, str],
        status: int = 200,
    ) -> Response:
        texts, house = self._drawing.texts(request, visit), self._house
        offers, form = self._offers[texts.language], words["form"]
        words = _settled(words, offers)
        draft = self._registering.draft_of(visit.token, form)
        try:
            held = await house.store.read(lambda c: scans.of_draft(c, house.keyring, draft))
        except StorageError:  # what was typed matters more than the list of what lies here already
            held = []
        refused = texts.text("staff-register-refused", count=len(problems)) if problems else ""
        return self._drawing.page(
            "register.html",
            request,
            visit,
            status,
            refused=problems.get("", refused),
            problems=_Words(problems),
            words=_Words(words),
            form=form,
            today=house.time.today().isoformat(),
            ways=_labels(texts, "staff-channel", CAME_BY),
            told_ways=_labels(texts, "staff-told-by", TOLD_BY),
            languages=_labels(texts, "staff-language", LANGUAGES),
            matters=offers.matters,
            places=offers.places,
            several_matters=offers.named(_several(problems, words, "matter", offers.matter_meant)),
            several_places=offers.named(_several(problems, words, "place", offers.place_meant)),
            scans=held,
            limits=LIMITS,
            most=MOST_REPRESENTATIVES,
            back="/register",
        )


class _Words(dict[str, str]):
    """What was typed, "" for what was not."""

    def __missing__(self, name: str) -> str:
        return ""


def _settled(words: Mapping[str, str], offers: Offers) -> dict[str, str]:
    """What was typed, with what was chosen among several in place of the name that may mean them all."""
    settled = dict(words)
    for name, meant in (("matter", offers.matter_meant), ("place", offers.place_meant)):
        chosen = words.get(f"{name}_is", "")
        if chosen and chosen in meant(words.get(name, "")):
            settled[name] = offers.named((chosen,))[0].label
    return settled


def _labels(texts: Texts, beginning: str, values: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(value, texts.text(f"{beginning}-{value}")) for value in values]


def _several(problems: Mapping[str, str], words: Mapping[str, str], name: str, meant: Any) -> tuple[str, ...]:
    found: tuple[str, ...] = meant(words.get(name, "")) if words.get(name) else ()
    return found if len(found) > 1 else ()
