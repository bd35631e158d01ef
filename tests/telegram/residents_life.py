"""A whole Lamton for residents' Telegram, alive in a test: its house, its bot, its delivery, its fetching."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import uvicorn
from starlette.applications import Starlette

from bot.delivery import Delivery
from bot.fetching import Fetching
from bot.pacing import Pace
from bot.residents_telegram import Residents
from bot.settings import Settings
from bot.wiring import House, build
from storage.sealing import MasterKey
from storage.tables import files, outbox
from tests.bot.houses import migrated_file
from tests.telegram.bot_api import RESIDENTS_TOKEN, BotApi
from tests.telegram.chats import Message
from tests.telegram.people import Pressed, User

Way = Literal["polling", "webhook"]
KEY = MasterKey(bytes(range(32)))
AT_ONCE = Pace(window_s=0.0)


@functools.cache
def _empty_database() -> Path:
    return migrated_file(Path(tempfile.mkdtemp(prefix="lamton-tests-")))


def _give_database(folder: Path) -> None:
    if not (folder / "lamton.db").exists():
        shutil.copy(_empty_database(), folder / "lamton.db")


async def no_wait(seconds: float) -> None:
    """Sleep for no time: what is waited for in a test has happened, or will at the next try."""
    await asyncio.sleep(0)


@dataclass(frozen=True)
class Life:
    """What a test may look into."""

    house: House
    residents: Residents
    delivery: Delivery
    fetching: Fetching

    async def rows(self, table: Any) -> list[Any]:
        """Every row of a table."""
        return list(await self.house.store.read(lambda c: c.execute(table.select()).all()))

    async def delivered(self) -> list[str]:
        """The states of all messages, in order, once none is queued. Raises TimeoutError."""
        async with asyncio.timeout(8):
            while True:
                states = [row.state for row in await self.rows(outbox)]
                if "queued" not in states:
                    return states
                await asyncio.sleep(0.01)

    async def until_files(self, holds: Callable[[list[Any]], bool]) -> None:
        """Wait until it holds of the rows of files. Raises TimeoutError."""
        async with asyncio.timeout(5):
            while not holds(await self.rows(files)):  # noqa: ASYNC110 - the database tells nobody
                await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def living(
    api: BotApi,
    folder: Path,
    *,
    way: Way = "polling",
    pace: Pace = AT_ONCE,
    sleep: Callable[[float], Awaitable[None]] = no_wait,
    delivers: bool = True,
    fetches: bool = True,
) -> AsyncIterator[Life]:
    """Lamton over the data in `folder`, killed (no goodbye to anybody) at the end."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        settings = Settings(
            data_dir=folder,
            residents_token=RESIDENTS_TOKEN,
            telegram_api=api.base,
            webhook_url=f"http://127.0.0.1:{door.getsockname()[1]}/telegram",
        )
        await asyncio.to_thread(_give_database, folder)
        house = await build(settings, KEY)
        residents = Residents(house, sleep)
        delivery = Delivery(
            house.store, house.keyring, house.time, house.bell, {"telegram": residents.sender}, pace
        )
        fetching = Fetching(
            house.store,
            house.keyring,
            house.time,
            house.bell,
            house.conversations,
            house.uploads,
            {"telegram": residents.source},
        )
        running = [delivery.run] * delivers + [fetching.run] * fetches
        async with contextlib.AsyncExitStack() as stack:
            stack.push_async_callback(house.close)
            stack.push_async_callback(residents.close)
            if way == "webhook":
                await stack.enter_async_context(_served(residents, door))
                await residents.set_webhook()
                stack.push_async_callback(api.delivery.remove_webhook, api.residents)
            else:
                running.append(residents.poll)
            tasks = [asyncio.create_task(one()) for one in running]
            stack.push_async_callback(_killed, tasks)
            yield Life(house, residents, delivery, fetching)


async def _killed(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    for ended in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(ended, Exception):
            raise ended


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Any:
        """Signals are the test run's own."""
        yield


@contextlib.asynccontextmanager
async def _served(residents: Residents, door: socket.socket) -> AsyncIterator[None]:
    app = Starlette(routes=[residents.webhook_route()])
    config = uvicorn.Config(app, log_config=None, lifespan="off", ws="none", access_log=False)
    server = _Server(config)
    serving = asyncio.create_task(server.serve([door]))
    try:
        yield
    finally:
        server.should_exit = True
        await serving


async def press(user: User, button: str) -> Pressed:
    """Press the newest button with this id (`question:option`)."""
    for message in reversed(user.sees()):
        for row in message.buttons:
            for one in row:
                if one.data and one.data.partition("|")[2] == button:
                    return await user.presses_raw(one.data, message)
    raise AssertionError(f"no button {button!r}; the last message was {user.sees()[-1].text!r}")


async def does(user: User, *steps: str) -> Message:
    """One step after another, each once the last is answered: `=question:option` presses, else it is said."""
    message = None
    for step in steps:
        if step.startswith("="):
            await press(user, step[1:])
        else:
            await user.sends(step)
        message = await user.next_message()
    assert message is not None
    return message


def asked(message: Message) -> set[str]:
    """The questions whose buttons a message has; the one for the Chinese beside a draft asks nothing."""
    data = [b.data.partition("|")[2] for row in message.buttons for b in row if b.data]
    return {d.partition(":")[0] for d in data} - {"words"}
