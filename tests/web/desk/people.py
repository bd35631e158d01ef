"""Who acts in these tests: members of staff with passwords, and residents who file by the web."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from bot.conversation import Incoming, Reply
from bot.passwords import hash_password
from bot.web.desk.app import desk_app
from bot.wiring import House
from cases.lifecycle import Role
from cases.matters import find_matter
from dialogs.engine.events import Event, Pressed, Said, Sent
from storage import staff
from storage.staff import Member
from tests.web.residents.story import photo as paper

OVER_BOTH = pytest.mark.parametrize(
    "database_url", ["", pytest.param("postgres", marks=pytest.mark.postgres)], ids=["sqlite", "postgres"]
)
"""For a module whose promises rest on the database: over SQLite, and over PostgreSQL."""
PASSWORD = "correct horse 26"
VILLAGE = "540621100201"
STORY = {
    "zh": "我去年在工地干了三个月，老板说没有钱，一直不发工资。",
    "bo": "ངས་ལས་ཀ་ཟླ་བ་ 3 བྱས་ཀྱང་གླ་ཕོགས་མ་སྤྲད།",
}
REQUEST = {"zh": "请帮我要回工资。", "bo": "གླ་ཕོགས་སྤྲོད་རོགས།"}
NAME, PHONE = {"zh": "次仁卓玛", "bo": "ཚེ་རིང་སྒྲོལ་མ།"}, "13908900001"
_updates = itertools.count(1)


@cache
def hashed() -> str:
    """The hash of `PASSWORD`, made once."""
    return hash_password(PASSWORD)


async def joins(
    house: House, login: str, role: Role, unit: str, *, name: str = "", language: str = "zh"
) -> Member:
    """A new member of staff."""
    now = house.time.now()
    return await house.store.write(
        lambda c: staff.add(
            c,
            login=login,
            name=name or login,
            role=role,
            unit=unit,
            language=language,
            password_hash=hashed(),
            now=now,
        )
    )


@dataclass
class Resident:
    """Somebody at the web chat; `hears` is the last reply."""

    house: House
    address: str
    language: str = "zh"
    number: str = ""
    code: str = ""
    village: str = VILLAGE

    async def does(self, event: Event, files: tuple[Incoming, ...] = ()) -> Reply:
        """One event."""
        return await self.house.conversations.hear(
            "web", self.address, f"u{next(_updates)}", event, files=files
        )

    async def presses(self, button: str) -> Reply:
        """One button by its id."""
        return await self.does(Pressed(*button.split(":", 1)))

    async def files(
        self,
        *,
        matter: str = "wages",
        identity: str = "named",
        village: str = VILLAGE,
        photo: bool = False,
    ) -> str:
        """A whole complaint; its number."""
        self.village = village
        group = find_matter(matter).group
        for step in (f"language:{self.language}", "menu:complaint", "consent:agree", f"matter:{group}"):
            await self.presses(step)
        reply = await self.presses(f"matter:{matter}")
        asked = 0
        while reply.receipt is None:
            asked += 1
            assert asked < 40, reply.bubble
            assert reply.asks is not None, reply.bubble
            reply = await self._answers(reply.asks.question, identity, photo)
        self.number, self.code = reply.receipt
        return self.number

    async def _answers(self, question: str, identity: str, photo: bool) -> Reply:
        match question:
            case "place":
                await self.presses(f"place:{self.village[:9]}")
                return await self.presses(f"place:{self.village}")
            case "facts":
                await self.does(Said(STORY[self.language]))
                return await self.presses("facts:done")
            case "request":
                return await self.does(Said(REQUEST[self.language]))
            case "told_before" | "behalf":
                return await self.presses(
                    {"told_before": "told_before:no", "behalf": "behalf:self"}[question]
                )
            case "evidence" if photo:
                came = await self.house.uploads.take(
                    "web", self.address, paper(), "欠条.jpg", "image/jpeg", "photo"
                )
                await self.does(Sent((came.attachment,)), (came,))
                return await self.presses("evidence:done")
            case "identity":
                return await self.presses(f"identity:{identity}")
            case "name":
                return await self.does(Said(NAME[self.language]))
            case "phone":
                return await self.does(Said(PHONE))
            case "summary":
                return await self.presses("summary:submit")
            case _:
                return await self.presses(f"{question}:skip")

    async def supplies(self, text: str) -> Reply:
        """What staff asked for."""
        await self.presses(f"case:supply.{self.number}")
        await self.does(Said(text))
        return await self.presses("more:done")


class Browser:
    """A member's browser that runs no scripts."""

    def __init__(self, house: House) -> None:
        app = Starlette(routes=[Mount("/desk", desk_app(house))])
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app, raise_app_exceptions=True),
            base_url="http://desk.test",
            headers={"sec-fetch-site": "same-origin"},
        )
        self.page = httpx.Response(200, text="")

    async def __aenter__(self) -> Browser:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.aclose()

    async def opens(self, path: str) -> httpx.Response:
        """A page of the desk."""
        self.page = await self.client.get(f"/desk{path}", follow_redirects=True)
        return self.page

    async def sends(self, path: str, /, **words: str) -> httpx.Response:
        """A form of the page in view, with its hidden fields; redirects are followed."""
        hidden = dict(re.findall(r'name="(proof|after)" value="([^"]*)"', self.page.text))
        answer = await self.client.post(f"/desk{path}", data=hidden | words, follow_redirects=True)
        self.page = answer
        return answer

    async def signs_in(self, login: str, password: str = PASSWORD) -> httpx.Response:
        """Through the door."""
        await self.opens("/sign-in")
        return await self.sends("/sign-in", login=login, password=password)

    async def moves(self, number: str, move: str, /, **parts: str) -> httpx.Response:
        """Open a case and make a move on it."""
        await self.opens(f"/cases/{number}")
        return await self.sends(f"/cases/{number}/moves/{move}", **parts)
