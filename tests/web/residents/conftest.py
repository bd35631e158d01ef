"""A house with its residents' web, in a folder of its own; the same listening on loopback, for browsers."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from playwright.sync_api import Page

from bot.settings import Settings
from bot.web.residents.app import residents_app
from bot.wiring import House, build
from storage.sealing import MasterKey
from tests.web.loopback import Loopback
from tests.web.residents.phone import Phone
from tests.web.residents.screen import Screen

ADDRESS = "http://lamton.test"


def settings_in(folder: Path) -> Settings:
    """Everything in `folder`, cookies without https."""
    return Settings(data_dir=folder, database_url=f"sqlite:///{folder}/lamton.db", secure_cookies=False)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house with an empty database."""
    built = await build(settings_in(tmp_path), MasterKey(os.urandom(32)))
    yield built
    await built.close()


@pytest.fixture
async def phone(house: House) -> AsyncIterator[Phone]:
    """A phone whose browser runs no scripts."""
    async with Phone(residents_app(house), ADDRESS) as one:
        yield one


class Listening:
    """The residents' web on a port of loopback, in a thread and a loop of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._ready, self._stop = folder, Event(), Event()
        self._thread = Thread(target=lambda: asyncio.run(self._run()), daemon=True)
        self.url = ""
        self.house: House
        self.loop: asyncio.AbstractEventLoop

    def __enter__(self) -> Listening:
        self._thread.start()
        assert self._ready.wait(30), "the web did not start"
        assert self.url, "the web did not start"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(15)

    async def _run(self) -> None:
        self.loop = asyncio.get_running_loop()
        try:
            self.house = await build(settings_in(self._folder), MasterKey(os.urandom(32)))
        except BaseException:
            self._ready.set()
            raise
        self._server = Loopback(residents_app(self.house))
        await self._server.listens(self._at)
        await self.house.close()

    def _at(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/"
        self._ready.set()


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[Listening]:
    """The web for browsers."""
    with Listening(tmp_path) as web:
        yield web


# ── a real browser ──────────────────────────────────────────────────────────────────────────────

CHROMIUM = shutil.which("chromium")


@pytest.hookimpl(trylast=True)
@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium, which speaks to nobody but the page; its microphone is a made one."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here")
    return {
        "executable_path": CHROMIUM,
        "args": [
            *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
            *("--disable-component-update", "--disable-sync", "--no-first-run"),
            *("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"),
        ],
    }


@pytest.fixture
def browser_context_args() -> dict[str, Any]:
    """A small phone."""
    return {
        "viewport": {"width": 360, "height": 740},
        "device_scale_factor": 2,
        "has_touch": True,
        "is_mobile": True,
        "locale": "zh-CN",
    }


@pytest.fixture
def screen(listening: Listening, page: Page) -> Iterator[Screen]:
    """The phone's browser on the chat; a test fails by anything the browser complained of."""
    shown = Screen(page, listening.url)
    yield shown
    assert shown.complaints == []
