"""The desk and the chat on a port of loopback, in a thread and a loop of their own, for real browsers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.routing import Mount

from bot.web.desk.app import desk_app
from bot.web.residents.app import residents_app
from bot.wiring import House
from cases.lifecycle import Role
from cases.office import Office
from storage import staff
from tests.bot.houses import SetTime, open_house
from tests.web.desk.people import Resident, joins
from tests.web.loopback import Loopback

T = TypeVar("T")
START = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)


class Listening:
    """A desk with two members of staff; `does` runs something in its loop and waits for it."""

    def __init__(self, folder: Path, office: Office | None = None) -> None:
        self._folder, self._office, self._ready = folder, office, Event()
        self._thread = Thread(target=lambda: asyncio.run(self._run()), daemon=True)
        self.clock = SetTime(START)
        self.url = ""
        self.house: House
        self._loop: asyncio.AbstractEventLoop
        self._server: Loopback

    def __enter__(self) -> Listening:
        self._thread.start()
        assert self._ready.wait(30), "the desk did not start"
        assert self.url, "the desk did not start"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(15)

    def does(self, what: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Run a coroutine in the desk's loop."""
        return asyncio.run_coroutine_threadsafe(what(), self._loop).result(30)

    def resident(self, address: str, language: str = "zh", **how: Any) -> Resident:
        """Somebody who files, in the desk's loop."""
        one = Resident(self.house, address, language)
        self.does(lambda: one.files(**how))
        return one

    def moves(self, login: str, number: str, move: str, **parts: str) -> None:
        """A move by a member; a unit's own id as `login` is somebody of that unit."""

        async def make() -> None:
            now = self.clock.now()
            found = await self.house.store.read(lambda c: staff.by_login(c, login))
            member = found[0] if found else await joins(self.house, login, Role.UNIT, login)
            await self.house.store.write(
                lambda c: self.house.casework.move(c, number, move, member, parts, now)
            )

        self.does(make)

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        try:
            async with open_house(self._folder, time=self.clock, office=self._office) as self.house:
                await joins(self.house, "dorje", Role.CLERK, "xinfang", name="多吉")
                await joins(self.house, "pema", Role.UNIT, "renshe", name="白玛")
                await self._serve()
        finally:
            self._ready.set()

    async def _serve(self) -> None:
        chat = Mount("/", residents_app(self.house))
        app = Starlette(routes=[Mount("/desk", desk_app(self.house)), chat])
        self._server = Loopback(app)
        await self._server.listens(self._at)

    def _at(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/desk"
        self._ready.set()
