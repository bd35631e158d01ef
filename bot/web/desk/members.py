"""Who works at the desk, for administrators: let in, moved, cut off; and the record of what was done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import members
from bot.members import MOST_NAME_CHARS, By, MemberGone, MemberRefused, New
from bot.passwords import hash_password
from bot.staff_cards import unit_label
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from bot.words.messages import LANGUAGES
from bot.words.texts import Texts
from cases.roles import STAFF_ROLES, List
from storage import desk, sight, staff, staff_acts
from storage.staff import Member
from storage.staff_acts import Act

_NOTHING: Mapping[str, str] = {}
_NEW = ("", members.ADDED)
"""Of whom, and which act, a form that was refused is."""


@dataclass(frozen=True)
class Line:
    """One member in words; `own`: the one who looks, whom they cannot change here."""

    member: Member
    place: str
    reads: str
    state: str
    own: bool


@dataclass(frozen=True)
class Done:
    """One thing on record, in words."""

    at: str
    by: str
    whom: str
    what: str
    told: str


class Members:
    """`/members` and what is done there. All raises MemberGone for who may not see it."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/members", self.show),
            Route("/members", self.add, methods=["POST"]),
            Route("/members/record", self.record),
            Route("/members/{login}/{action}", self.act, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """Everybody, and a form for a new one."""
        visit = await self._visitor(request, List.STAFF)
        done = request.query_params.get("done", "")
        texts = self._drawing.texts(request, visit)
        told = texts.text(f"staff-member-done-{done}") if done in members.ACTS else ""
        return await self._drawn(request, visit, done=told)

    async def add(self, request: Request) -> Response:
        """Let somebody in, with a password shown this once."""
        visit = await self._visitor(request, List.STAFF)
        words = await words_of(self._house, request, visit)
        new = New(
            words.get("login", ""),
            words.get("name", ""),
            words.get("role", ""),
            words.get("unit", ""),
            words.get("language", "zh"),
            _read_from(words),
        )
        office, by, now = self._house.office, _by(visit), self._house.time.now()
        try:
            new = members.checked(office, new)
            password = members.one_time_password()
            hashed = await asyncio.to_thread(hash_password, password)
            await self._house.store.write(
                lambda c: members.add(c, office, new, hashed, by, now, must_change=True)
            )
        except (MemberRefused, IntegrityError) as error:
            return await self._refused(request, visit, error, words)
        return await self._drawn(request, visit, login=new.login, password=password)

    async def act(self, request: Request) -> Response:
        """Change one member. What is refused leaves what was typed."""
        visit = await self._visitor(request, List.STAFF)
        words = await words_of(self._house, request, visit)
        login, action = request.path_params["login"], request.path_params["action"]
        office, by, now = self._house.office, _by(visit), self._house.time.now()
        role, unit, reads = words.get("role", ""), words.get("unit", ""), _read_from(words)
        password = members.one_time_password() if action == members.PASSWORD else ""
        hashed = await asyncio.to_thread(hash_password, password) if password else ""
        does: dict[str, Callable[[Connection], None]] = {
            members.PLACED: lambda c: members.place(c, office, login, role, unit, by, now),
            members.READS: lambda c: members.set_reads(c, login, reads, by, now),
            members.PASSWORD: lambda c: members.set_password(c, login, hashed, by, now),
            members.OFF: lambda c: members.set_active(c, login, False, by, now),
            members.ON: lambda c: members.set_active(c, login, True, by, now),
            members.LOST: lambda c: members.lost_phone(c, login, by, now),
        }
        if action not in does:
            raise MemberGone(action)
        try:
            await self._house.store.write(does[action])
        except MemberRefused as error:
            return await self._refused(request, visit, error, words, (login, action))
        if password:
            return await self._drawn(request, visit, login=login, password=password)
        return go(request, f"/members?done={action}")

    async def record(self, request: Request) -> Response:
        """What was done with the staff, the newest first; for heads of the office too."""
        visit = await self._visitor(request, List.STAFF_RECORD)
        texts = self._drawing.texts(request, visit)

        def look(connection: Connection) -> tuple[list[Act], Mapping[str, str]]:
            return staff_acts.latest(connection), desk.names(connection)

        acts, names = await self._house.store.read(look)
        return self._drawing.page(
            "members_record.html",
            request,
            visit,
            back="/members/record",
            acts=[
                Done(
                    f"{one.at.astimezone(self._house.office.time_zone):%Y-%m-%d %H:%M}",
                    names.get(one.by, one.by),
                    names.get(one.member, ""),
                    texts.text(f"staff-member-act-{one.act}"),
                    self._told(texts, one),
                )
                for one in acts
            ],
        )

    async def _visitor(self, request: Request, which: List) -> Visit:
        visit = await visit_of(self._house, request)
        if not sight.may_list(visit.member, which):
            raise MemberGone
        return visit

    async def _refused(
        self,
        request: Request,
        visit: Visit,
        error: MemberRefused | IntegrityError,
        words: Mapping[str, str],
        tried: tuple[str, str] = _NEW,
    ) -> Response:
        reason = error.reason if isinstance(error, MemberRefused) else "taken"
        told = self._drawing.texts(request, visit).text(f"staff-member-no-{reason}", limit=MOST_NAME_CHARS)
        return await self._drawn(request, visit, 422, refused=told, words=words, tried=tried)

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        status: int = 200,
        *,
        done: str = "",
        refused: str = "",
        login: str = "",
        password: str = "",
        words: Mapping[str, str] = _NOTHING,
        tried: tuple[str, str] = _NEW,
    ) -> Response:
        texts = self._drawing.texts(request, visit)
        found = await self._house.store.read(staff.everyone)
        return self._drawing.page(
            "members.html",
            request,
            visit,
            status,
            done=done,
            refused=refused,
            login=login,
            password=password,
            words=words if tried == _NEW else _NOTHING,
            tried=tried,
            changed=words,
            ticked=_read_from,
            lines=[self._line(texts, one, visit) for one in found],
            roles=[(role.value, texts.text(f"staff-role-{role.value}")) for role in STAFF_ROLES],
            units=[(unit, unit_label(texts, unit)) for unit in self._house.office.units],
            languages=[(one, texts.text(f"staff-language-{one}")) for one in LANGUAGES],
            own_unit=self._house.office.own_unit,
            back="/members",
        )

    def _line(self, texts: Texts, one: Member, visit: Visit) -> Line:
        state = "" if one.active else texts.text("staff-member-off")
        if one.linked:
            state = texts.text("staff-member-linked")
        place = f"{texts.text(f'staff-role-{one.role.value}')} · {unit_label(texts, one.unit)}"
        return Line(one, place, self._read(texts, one.reads), state, one.id == visit.member.id)

    def _read(self, texts: Texts, reads: tuple[str, ...]) -> str:
        return " · ".join(texts.text(f"staff-language-{one}") for one in reads if one in LANGUAGES)

    def _told(self, texts: Texts, one: Act) -> str:
        words = one.told.split()
        if one.act in (members.ADDED, members.PLACED) and len(words) == 2:
            return f"{texts.text(f'staff-role-{words[0]}')} · {unit_label(texts, words[1])}"
        return self._read(texts, tuple(words))


def _by(visit: Visit) -> By:
    return By(visit.member.name, visit.member)


def _read_from(words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(one for one in LANGUAGES if words.get(f"reads-{one}"))
