"""Signing in and out. Guessing is slow, and no answer tells whether a login exists."""

from __future__ import annotations

import secrets
from datetime import timedelta

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.passwords import NOBODY, verify
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.navigation import home_of
from bot.web.desk.visit import NotSignedIn, let_in, let_out, visit_of, words_of
from bot.wiring import House
from storage import staff, tries

GUESSES, WINDOW = 8, timedelta(minutes=15)
"""Wrong passwords for one login before it waits."""
GUESSES_IN_ALL = 300
"""Wrong passwords for all logins together: many times what a whole office mistypes."""
MOST_LOGIN_CHARS = 40


class Door:
    """`/sign-in` and `/sign-out`."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/sign-in", self.show),
            Route("/sign-in", self.sign_in, methods=["POST"]),
            Route("/sign-out", self.sign_out, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The form; who is signed in already goes on."""
        try:
            await visit_of(self._house, request)
        except NotSignedIn:
            over = "staff-sign-in-again" if request.query_params.get("over") else ""
            texts = self._drawing.texts(request, None)
            told = texts.text(over) if over else ""
            return self._drawing.page("sign_in.html", request, None, refused=told, login="")
        return go(request, "/")

    async def sign_in(self, request: Request) -> Response:
        """Let a member in."""
        words = await words_of(self._house, request, None)
        login = words.get("login", "").strip().casefold()[:MOST_LOGIN_CHARS]
        texts = self._drawing.texts(request, None)
        wait = await self._house.store.write(lambda c: self._counted(c, login))
        if wait is not None:
            told = texts.text("staff-sign-in-wait", minutes=max(1, round(wait.total_seconds() / 60)))
            return self._drawing.page("sign_in.html", request, None, 429, refused=told, login=login)
        found = await self._house.store.read(lambda c: staff.by_login(c, login))
        member, password_hash = found or (None, NOBODY)
        if not await verify(password_hash, words.get("password", "")) or member is None:
            await self._house.store.write(self._counted_in_all)
            told = texts.text("staff-sign-in-wrong")
            return self._drawing.page("sign_in.html", request, None, 401, refused=told, login=login)
        token = secrets.token_urlsafe(32)
        now, whose = self._house.time.now(), member.id

        def enter(connection: Connection) -> None:
            tries.forgive(connection, self._key(login))
            staff.open_session(connection, self._house.keyring, whose, token, now)

        await self._house.store.write(enter)
        answer = go(request, home_of(member))
        let_in(self._house, request, answer, token)
        return answer

    async def sign_out(self, request: Request) -> Response:
        """End this session."""
        visit = await visit_of(self._house, request)
        await words_of(self._house, request, visit)
        await self._house.store.write(lambda c: staff.end_session(c, self._house.keyring, visit.token))
        answer = go(request, "/sign-in")
        let_out(self._house, request, answer)
        return answer

    def _key(self, login: str) -> bytes:
        return self._house.keyring.lookup("sign-in", login)

    def _counted(self, connection: Connection, login: str) -> timedelta | None:
        """Count a try before it is checked, so that many at once are counted too; how long to wait, if so."""
        now = self._house.time.now()
        for key, most in ((self._key(login), GUESSES), (self._key("/all"), GUESSES_IN_ALL)):
            if wait := tries.wait_for(connection, key, most, WINDOW, now):
                return wait
        tries.failed(connection, self._key(login), WINDOW, now)
        return None

    def _counted_in_all(self, connection: Connection) -> None:
        tries.failed(connection, self._key("/all"), WINDOW, self._house.time.now())
