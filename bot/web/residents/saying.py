"""What a resident sends: one form for words, presses and files, heard once however often it arrives."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from bot.conversation import Incoming, Reply
from bot.intake import FileRefused
from bot.intake.kinds import MAX_BYTES
from bot.web.residents.drawing import Box, Drawing
from bot.web.residents.faults import noted
from bot.web.residents.forms import Form, TooBig, Unreadable, read_form
from bot.web.residents.talk import CHANNEL, Talk, read_talk
from bot.web.residents.visit import Beginnings, Visit, keep, nonce_or_new, visit_of
from bot.web.shared.origin import ours
from bot.web.shared.rate import Rate
from bot.wiring import House
from dialogs.engine.events import Asked, Event, Pressed, Said, Sent, Unusable
from dialogs.engine.view import Say, say
from storage.errors import StorageError
from storage.history import mark_sent

MOST_TAKEN = 10
"""One more file than the dialog takes, so that it is the dialog that says so."""
SMALL_BODY_BYTES = 2_000_000
A_MINUTE, A_MINUTE_FROM_ONE_PLACE = 30, 120
MOST_PRESS_CHARS, MOST_START_CHARS = 200, 64


class Saying:
    """`POST /say`."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing
        self._rate, self._rate_of_place = Rate(A_MINUTE), Rate(A_MINUTE_FROM_ONE_PLACE)
        self._beginnings = Beginnings()

    async def __call__(self, request: Request) -> Response:
        """Hear the form; then the page again, by redirect, or the part of it that changed."""
        visit = visit_of(request, self._house.settings.secure_cookies)
        if not ours(request, self._house.settings.public_url):
            raise HTTPException(403)
        slow = self._allowed(request, visit)
        if not slow and int(request.headers.get("content-length") or SMALL_BODY_BYTES) >= SMALL_BODY_BYTES:
            raise HTTPException(429)
        try:
            form = await read_form(request)
        except TooBig:
            return await self._refused(request, visit, Form(), 413, say("web-too-big"))
        except (Unreadable, ClientDisconnect):
            return await self._refused(request, visit, Form(), 400, say("web-not-our-form"))
        try:
            if not slow:
                return await self._refused(request, visit, form, 429, say("too-fast"))
            return await self._heard(request, visit, form)
        except Exception as error:
            return await self._refused(request, visit, form, 503, noted(error, "say"))
        finally:
            for _, file in form.files:
                await file.close()

    def _allowed(self, request: Request, visit: Visit) -> bool:
        place = self._rate_of_place.allows(request.client.host if request.client else "")
        return self._rate.allows(visit.token or "nobody yet") and place if visit.token else place

    async def _heard(self, request: Request, visit: Visit, form: Form) -> Response:
        turn = nonce_or_new(form.turn)
        before = await read_talk(self._house, visit.token)
        token = visit.token if visit.token and before else self._beginnings.token(turn)
        replies = [
            await self._house.conversations.hear(CHANNEL, token, _key(token, turn, part), event, files=files)
            async for part, event, files in self._events(form, token)
        ]
        talk = await read_talk(self._house, token)
        if talk is None:  # nothing was sent, and nobody has spoken yet
            return RedirectResponse(_home(request), 303)
        box = _box(form, _key(token, turn, 0), replies, talk)
        answer = self._answer(request, visit, form, talk, box)
        if token != visit.token:
            keep(answer, visit, token)
        if talk.unsent:
            answer.background = BackgroundTask(self._mark, talk.unsent)
        return answer

    def _answer(self, request: Request, visit: Visit, form: Form, talk: Talk, box: Box) -> Response:
        if visit.live and form.language == talk.language:
            lacking = talk.after(form.since)
            return self._drawing.part(request, visit, lacking or talk, box, whole=lacking is None)
        if visit.live or box.text or box.trouble:
            return self._drawing.page(request, visit, talk, box)
        return RedirectResponse(f"{_home(request)}#now", 303)

    async def _events(self, form: Form, token: str) -> AsyncIterator[tuple[int, Event, tuple[Incoming, ...]]]:
        """What the form says, in order: where it came from, files with their words, a press, words."""
        part = 0
        if form.start and form.press.startswith("language:"):
            yield 90, Asked("start", form.start[:MOST_START_CHARS]), ()
        if form.files:
            taken, reasons = await self._take(form, token)
            if taken:
                words = "" if form.press else form.text
                yield part, Sent(tuple(f.attachment for f in taken), words), taken
                part += 1
            for reason in reasons:
                yield part, Unusable(f"file-{reason}"), ()
                part += 1
        if form.press:
            yield part, _pressed(form), ()
        elif form.text.strip() and not part:
            yield part, Said(form.text), ()

    async def _take(self, form: Form, token: str) -> tuple[tuple[Incoming, ...], tuple[str, ...]]:
        taken: list[Incoming] = []
        reasons: list[str] = []
        for kind, file in form.files[:MOST_TAKEN]:
            try:
                if (file.size or 0) > MAX_BYTES:
                    raise FileRefused("too-big")
                data = await file.read()
                name = file.filename or ""
                taken.append(
                    await self._house.uploads.take(CHANNEL, token, data, name, file.content_type, kind)
                )
            except FileRefused as refused:
                reasons.append(refused.reason)
        return tuple(taken), tuple(dict.fromkeys(reasons))

    async def _refused(self, request: Request, visit: Visit, form: Form, status: int, told: Say) -> Response:
        """What went wrong, with all that was typed still in its place and under its own name."""
        says = [told]
        try:
            talk = await read_talk(self._house, visit.token)
        except StorageError:
            talk = None
        language = talk.language if talk else form.language if form.language in self._house.texts else None
        if form.text.strip():
            says.append(say("web-text-kept"))
        if visit.live:
            return self._drawing.trouble(request, visit, language, says, status)
        if form.files:
            says.append(say("web-attach-again"))
        if language is None:
            return self._drawing.message(request, visit, None, says, status)
        box = Box(form.text, nonce_or_new(form.turn), tuple(says), form.start)
        return self._drawing.page(request, visit, talk or Talk(language), box, status)

    async def _mark(self, unsent: tuple[int, ...]) -> None:
        now = self._house.time.now()
        await self._house.store.write(lambda connection: mark_sent(connection, unsent, now))


def _pressed(form: Form) -> Event:
    question, _, option = form.press[:MOST_PRESS_CHARS].partition(":")
    if question == "start":
        return Asked("start", option[:MOST_START_CHARS])
    return Pressed(question, option, None if question == "language" else form.draft[:32] or None)


def _key(token: str, turn: str, part: int) -> str:
    """The update's name: of this conversation alone, and the same when the form comes again."""
    return hashlib.sha256(f"{token}/{turn}/{part}".encode()).hexdigest()[:40]


def _box(form: Form, key: str, replies: list[Reply], talk: Talk) -> Box:
    """The form of the next page: with the words that were not taken."""
    if not replies:
        return Box(form.text, trouble=(say("web-nothing-chosen"),) if not form.text.strip() else ())
    refused = any(r.refused for r in replies)
    if form.press and not form.press.startswith("start:"):
        return Box(form.text)
    if replies[0].again:
        heard = (talk.heard or {}).get(key, form.text)
        other = heard is not None and heard.strip() != form.text.strip()
        return Box(form.text, trouble=(say("web-received-before"),)) if other else Box()
    return Box(form.text if refused else "")


def _home(request: Request) -> str:
    return f"{request.scope.get('root_path', '').rstrip('/')}/"
