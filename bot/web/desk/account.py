"""The member's own account: language, password, Telegram, sessions."""

from __future__ import annotations

import asyncio
import secrets
from datetime import timedelta

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.passwords import MIN_CHARS, PasswordRefused, hash_password, verify
from bot.staff_cards import unit_label
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import NotSignedIn, Visit, let_in, visit_of, words_of
from bot.wiring import House
from bot.words.messages import LANGUAGES
from storage import staff, staff_phones, tries

GUESSES, WINDOW = 8, timedelta(minutes=15)
_DONE = ("password", "language", "unlink", "sessions", "first")


class Account:
    """`/account` and what is changed there."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/account", self.show),
            Route("/account/language", self.language, methods=["POST"]),
            Route("/account/password", self.password, methods=["POST"]),
            Route("/account/link", self.link, methods=["POST"]),
            Route("/account/unlink", self.unlink, methods=["POST"]),
            Route("/account/sessions", self.sessions, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The page."""
        visit = await visit_of(self._house, request)
        done = request.query_params.get("done", "")
        texts = self._drawing.texts(request, visit)
        return self._drawn(request, visit, done=texts.text(f"staff-done-{done}") if done in _DONE else "")

    async def language(self, request: Request) -> Response:
        """Read the desk in another language, from now on."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        chosen = words.get("language", "")
        if chosen in LANGUAGES:
            await self._house.store.write(lambda c: staff.set_language(c, visit.member.id, chosen))
        back = words.get("back", "")
        return go(request, back if back.startswith("/") and not back.startswith("//") else "/account")

    async def password(self, request: Request) -> Response:
        """Change the member's own password; every other session ends."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        texts = self._drawing.texts(request, visit)
        key = self._house.keyring.lookup("own-password", visit.member.id)
        now = self._house.time.now()

        def counted(connection: Connection) -> timedelta | None:
            wait = tries.wait_for(connection, key, GUESSES, WINDOW, now)
            if wait is None:
                tries.failed(connection, key, WINDOW, now)
            return wait

        if wait := await self._house.store.write(counted):
            told = texts.text("staff-sign-in-wait", minutes=max(1, round(wait.total_seconds() / 60)))
            return self._drawn(request, visit, 429, refused=told)
        found = await self._house.store.read(lambda c: staff.by_login(c, visit.member.login))
        if found is None:
            raise NotSignedIn
        if not await verify(found[1], words.get("old", "")):
            return self._drawn(request, visit, 422, refused=texts.text("staff-password-old-wrong"))
        if words.get("new", "") != words.get("again", ""):
            return self._drawn(request, visit, 422, refused=texts.text("staff-password-differ"))
        try:
            hashed = await asyncio.to_thread(hash_password, words.get("new", ""))
        except PasswordRefused as refused:
            told = texts.text(f"staff-password-{refused.reason}", least=MIN_CHARS)
            return self._drawn(request, visit, 422, refused=told)
        token = secrets.token_urlsafe(32)

        def change(connection: Connection) -> None:
            tries.forgive(connection, key)
            staff.set_password(connection, visit.member.id, hashed)
            staff.open_session(connection, self._house.keyring, visit.member.id, token, now)

        await self._house.store.write(change)
        answer = go(request, "/account?done=password")
        let_in(self._house, request, answer, token)
        return answer

    async def link(self, request: Request) -> Response:
        """A code that links Telegram, shown this once."""
        visit = await visit_of(self._house, request)
        await words_of(self._house, request, visit)
        now = self._house.time.now()
        code = await self._house.store.write(
            lambda c: staff_phones.new_link_code(c, self._house.keyring, visit.member.id, now)
        )
        return self._drawn(request, visit, command=f"/link {code}")

    async def unlink(self, request: Request) -> Response:
        """Telegram reaches the member no more."""
        visit = await visit_of(self._house, request)
        await words_of(self._house, request, visit)
        await self._house.store.write(lambda c: staff.unlink(c, visit.member.id))
        return go(request, "/account?done=unlink")

    async def sessions(self, request: Request) -> Response:
        """End every other session."""
        visit = await visit_of(self._house, request)
        await words_of(self._house, request, visit)
        keyring, mine = self._house.keyring, visit.token
        await self._house.store.write(lambda c: staff.end_sessions(c, visit.member.id, keyring, mine))
        return go(request, "/account?done=sessions")

    def _drawn(
        self,
        request: Request,
        visit: Visit,
        status: int = 200,
        *,
        refused: str = "",
        done: str = "",
        command: str = "",
    ) -> Response:
        texts, member = self._drawing.texts(request, visit), visit.member
        return self._drawing.page(
            "account.html",
            request,
            visit,
            status,
            refused=refused,
            done=done,
            command=command,
            of=texts.text(
                "staff-account-of",
                login=member.login,
                role=texts.text(f"staff-role-{member.role.value}"),
                unit=unit_label(texts, member.unit),
            ),
            least=MIN_CHARS,
        )
