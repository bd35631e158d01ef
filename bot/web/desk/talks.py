"""Residents who asked for a person: who waits, and one talk to be read, taken, answered and closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.talking import TalkGone, TalkOvertaken
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.file_lines import INLINE
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from bot.words.texts import Texts
from cases.lifecycle import Role
from dialogs.engine.view import Day
from storage import chats as rows
from storage import file_rows, sight
from storage.chats import CLOSED, RESIDENT, SEEN, TAKEN, WAITING, Chat, Line
from storage.file_rows import Shown

TAKE, WRITE, BACK, CLOSE = "take", "write", "back", "close"


@dataclass(frozen=True)
class Waiting:
    """One talk of the list in words."""

    id: str
    status: str
    mark: str
    since: str
    language: str


@dataclass(frozen=True)
class Told:
    """One line of a talk in words; `files` are id, name and whether it is shown as a picture or as sound."""

    who: str
    mark: str
    time: str
    text: str
    files: tuple[tuple[str, str, str], ...]


async def read_talk(house: House, visit: Visit, chat: str) -> None:
    """Put on record that the member reads a talk, once. Raises TalkGone."""

    def known(connection: Connection) -> bool:
        house.talking.seen(connection, chat, visit.member)
        return rows.has_seen(connection, chat, visit.member.id)

    if not await house.store.read(known):
        now = house.time.now()
        await house.store.write(
            lambda c: rows.seen(c, house.talking.seen(c, chat, visit.member), visit.member.id, now)
        )


class Talks:
    """`/talks`, `/talks/{id}`, and what is done there. All raises TalkGone for who may not see them."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/talks", self.show),
            Route("/talks/rows", self.rows),
            Route("/talks/{id}", self.talk),
            Route("/talks/{id}/lines", self.lines),
            Route("/talks/{id}/{action}", self.act, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """Who waits, and who is being answered."""
        return await self._list(request, "talks.html")

    async def rows(self, request: Request) -> Response:
        """The list alone, for a page that renews itself."""
        return await self._list(request, "_talks.html")

    async def talk(self, request: Request) -> Response:
        """One talk."""
        visit = await self._visitor(request)
        return await self._drawn(request, visit, "talk.html")

    async def lines(self, request: Request) -> Response:
        """What was said in it alone, for a page that renews itself."""
        visit = await self._visitor(request)
        return await self._drawn(request, visit, "_talk.html")

    async def act(self, request: Request) -> Response:
        """Take it, write into it, hand it back, close it."""
        visit = await self._visitor(request)
        words = await words_of(self._house, request, visit)
        chat, action = request.path_params["id"], request.path_params["action"]
        talking, member, now, text = (
            self._house.talking,
            visit.member,
            self._house.time.now(),
            words.get("text", ""),
        )

        def do(connection: Connection) -> None:
            match action:
                case "take":
                    talking.take(connection, chat, member)
                case "write":
                    talking.write(connection, chat, member, text, now)
                case "back":
                    talking.hand_back(connection, chat, member, now)
                case "close":
                    talking.close(connection, chat, member, now)
                case _:
                    raise TalkGone(action)

        try:
            await self._house.store.write(do)
        except TalkOvertaken as error:
            texts = self._drawing.texts(request, visit)
            holder = error.holder
            told = texts.text("staff-talk-over")
            if holder:
                told = texts.text("staff-talk-overtaken", name=holder)
            return await self._drawn(request, visit, "talk.html", 409, refused=told, text=text)
        self._house.bell.ring()
        return go(request, "/talks" if action in (BACK, CLOSE) else f"/talks/{chat}")

    async def _visitor(self, request: Request) -> Visit:
        visit = await visit_of(self._house, request)
        if not sight.may_see_talks(visit.member):
            raise TalkGone
        return visit

    async def _list(self, request: Request, template: str) -> Response:
        visit = await self._visitor(request)
        texts = self._drawing.texts(request, visit)
        found = await self._house.store.read(lambda c: rows.listed(c, self._house.keyring, visit.member))
        return self._drawing.page(
            template, request, visit, talks=[self._waiting(texts, one) for one in found], back="/talks"
        )

    async def _drawn(
        self, request: Request, visit: Visit, template: str, status: int = 200, **shown: Any
    ) -> Response:
        texts, chat_id = self._drawing.texts(request, visit), request.path_params["id"]
        await read_talk(self._house, visit, chat_id)

        def look(connection: Connection) -> tuple[Chat, list[Line], dict[str, Shown]]:
            chat = self._house.talking.seen(connection, chat_id, visit.member)
            files = file_rows.of_case(connection, self._house.keyring, chat.id)
            return chat, rows.lines(connection, chat), {file.id: file for file in files}

        chat, lines, files = await self._house.store.read(look)
        own = chat.status == TAKEN and chat.staff_id == visit.member.id
        head = chat.status == TAKEN and visit.member.role is Role.HEAD
        return self._drawing.page(
            template,
            request,
            visit,
            status,
            talk=self._waiting(texts, chat),
            lines=[self._told(texts, line, files) for line in lines],
            may_take=chat.status == WAITING,
            may_write=own,
            may_close=own or head,
            closed=chat.status == CLOSED,
            back=f"/talks/{chat.id}",
            **{"text": "", **shown},
        )

    def _waiting(self, texts: Texts, chat: Chat) -> Waiting:
        at = self._here(chat.opened_at)
        status = texts.text("staff-talk-closed")
        if chat.status == WAITING:
            status = texts.text("staff-talk-waiting")
        elif chat.status == TAKEN:
            status = texts.text("staff-talk-taken", name=chat.holder or "")
        since = texts.text("staff-talk-since", day=Day(at.date()), time=f"{at:%H:%M}")
        return Waiting(chat.id, status, chat.status, since, texts.text(f"language-{chat.language or 'zh'}"))

    def _told(self, texts: Texts, line: Line, files: Mapping[str, Shown]) -> Told:
        who, text = line.name or "", str(line.body.get("text") or "")
        if line.by == RESIDENT:
            who = texts.text("staff-talk-resident")
        elif line.by == SEEN:
            who = texts.text("staff-talk-seen", name=who)
        if pin := line.body.get("pin"):
            text = texts.text("part-pin", latitude=str(pin[0]), longitude=str(pin[1]))
        sent = tuple(
            (file.id, file.name or file.id, _way(file) if file.state == "kept" else file.state)
            for one in line.body.get("files", ())
            if (file := files.get(one))
        )
        return Told(who, line.by, f"{self._here(line.at):%H:%M}", text, sent)

    def _here(self, at: datetime) -> datetime:
        return at.astimezone(self._house.office.time_zone)


def _way(file: Shown) -> str:
    media_type = file.media_type or ""
    if media_type in INLINE and media_type.startswith("image/"):
        return "image"
    return "audio" if media_type.startswith("audio/") else "kept"
