"""The staff's phones and the units' groups, for heads and administrators: a lost one is cut off at once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.looking_after import cut_off, looks_after, units_of
from bot.staff_cards import unit_label
from bot.web.desk.drawing import Drawing, go
from bot.web.desk.visit import Visit, visit_of, words_of
from bot.wiring import House
from dialogs.engine.view import Day
from storage import desk, groups, staff
from storage.groups import Group
from storage.staff import Member

_DONE = ("cut_off", "group_off")


@dataclass(frozen=True)
class Phone:
    """A member whose phone is linked."""

    id: str
    name: str
    unit: str


@dataclass(frozen=True)
class GroupLine:
    """A unit's group; `since` says when and by whom it was linked."""

    id: str
    unit: str
    since: str


class Phones:
    """`/phones` and what is cut off there."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [
            Route("/phones", self.show),
            Route("/phones/cut_off", self.cut_off, methods=["POST"]),
            Route("/phones/code", self.code, methods=["POST"]),
            Route("/phones/group_off", self.group_off, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The phones and groups the member looks after; nothing for all others."""
        visit = await visit_of(self._house, request)
        done = request.query_params.get("done", "")
        texts = self._drawing.texts(request, visit)
        return await self._drawn(
            request, visit, done=texts.text(f"staff-done-{done}") if done in _DONE else ""
        )

    async def cut_off(self, request: Request) -> Response:
        """A phone is lost: Telegram and every session of its member end."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)

        def cut(connection: Connection) -> bool:
            other = staff.by_id(connection, words.get("member", ""))
            return cut_off(connection, visit.member, other, self._house.office, self._house.time.now())

        if not await self._house.store.write(cut):
            return await self._nothing(request, visit)
        return go(request, "/phones?done=cut_off")

    async def code(self, request: Request) -> Response:
        """A code for a unit's group, shown this once."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)
        unit = words.get("unit", "")
        if not self._theirs(visit, unit) or not self._house.office.takes(unit):
            return await self._nothing(request, visit)
        keyring, now = self._house.keyring, self._house.time.now()
        code = await self._house.store.write(
            lambda c: groups.new_code(c, keyring, unit, visit.member.id, now)
        )
        return await self._drawn(request, visit, command=f"/group {code}")

    async def group_off(self, request: Request) -> Response:
        """A group hears of nothing more."""
        visit = await visit_of(self._house, request)
        words = await words_of(self._house, request, visit)

        def cut(connection: Connection) -> bool:
            group = groups.by_id(connection, words.get("group", ""))
            if group is None or not self._theirs(visit, group.unit):
                return False
            groups.unlink(connection, group.id)
            return True

        if not await self._house.store.write(cut):
            return await self._nothing(request, visit)
        return go(request, "/phones?done=group_off")

    def _theirs(self, visit: Visit, unit: str) -> bool:
        return looks_after(visit.member, unit, self._house.office)

    async def _nothing(self, request: Request, visit: Visit) -> Response:
        told = self._drawing.texts(request, visit).text("staff-bot-not-yours")
        return await self._drawn(request, visit, 403, refused=told)

    async def _drawn(
        self,
        request: Request,
        visit: Visit,
        status: int = 200,
        *,
        done: str = "",
        refused: str = "",
        command: str = "",
    ) -> Response:
        def look(connection: Connection) -> tuple[list[Member], list[Group], dict[str, str]]:
            return staff.everyone(connection), groups.everyone(connection), dict(desk.names(connection))

        members, linked, names = await self._house.store.read(look)
        texts, office = self._drawing.texts(request, visit), self._house.office
        return self._drawing.page(
            "phones.html",
            request,
            visit,
            status,
            done=done,
            refused=refused,
            command=command,
            phones=[
                Phone(m.id, m.name, unit_label(texts, m.unit))
                for m in members
                if m.linked and self._theirs(visit, m.unit)
            ],
            groups=[
                GroupLine(
                    group.id,
                    unit_label(texts, group.unit),
                    texts.text(
                        "staff-phones-group-since",
                        day=Day(self._house.time.day_of(group.made_at)),
                        name=names.get(group.made_by, ""),
                    ),
                )
                for group in linked
                if self._theirs(visit, group.unit)
            ],
            units=[(unit, unit_label(texts, unit)) for unit in units_of(visit.member, office)],
        )
