"""Turns through the whole engine: residents who each make a complaint, from the first word to the receipt."""

from __future__ import annotations

import asyncio
import gc
import itertools
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bot.settings import Settings
from bot.wiring import House, build
from dialogs.engine.events import Asked, Event, Pressed, Said
from storage.sealing import MasterKey, new_master_key


@dataclass(frozen=True)
class Measured:
    """One run: turns a second, and the time of a turn in milliseconds."""

    a_second: float
    p50_ms: float
    p99_ms: float


def _press(button: str) -> Event:
    question, option = button.split(":")
    return Pressed(question, option)


COMPLAINT: tuple[Event, ...] = (
    Asked("start"),
    *map(_press, ("language:bo", "menu:complaint", "consent:more", "consent:agree")),
    *map(_press, ("matter:work", "matter:wages", "place:540621100", "place:540621100201")),
    Said("老板欠我三个月工资，一直说没有钱。" * 5),
    Said("工地在县城东边，去年十月做完的。"),
    _press("facts:done"),
    Said("请帮我要回工资"),
    Said("2025年10月"),
    Said("1.5万"),
    Said("12"),
    *map(_press, ("told_before:no", "evidence:skip", "behalf:self", "identity:named")),
    Said("扎西"),
    Said("138"),  # refused, kindly
    Said("13800138000"),
    *map(_press, ("summary:change", "summary:change-amount")),
    Said("16000"),
    _press("summary:submit"),
)
"""A whole complaint: pressed, typed, refused once, changed once, filed. Half of its turns are typed."""


async def played(house: House, resident: str) -> list[float]:
    """The seconds of each turn of one complaint. Raises AssertionError where it ends without a receipt."""
    took = []
    for step, event in enumerate(COMPLAINT):
        began = time.perf_counter()
        reply = await house.conversations.hear("terminal", resident, f"{resident}/{step}", event)
        took.append(time.perf_counter() - began)
    assert reply.receipt is not None, f"the complaint was not filed: {reply.bubble.text}"
    return took


async def measure(url: str, at_once: int, seconds: float) -> Measured:
    """Play complaints for about so long, `at_once` residents side by side."""
    folder = Path(tempfile.mkdtemp(prefix="lamton-bench-files-"))
    house = await build(Settings(data_dir=folder, database_url=url), MasterKey.parse(new_master_key()))
    residents = (f"resident-{n}" for n in itertools.count())
    try:
        await asyncio.gather(*(played(house, next(residents)) for _ in range(min(at_once, 8))))  # warm
        gc.collect()
        gc.freeze()  # as `serve` does
        took: list[float] = []
        began = time.perf_counter()

        async def one_after_another() -> None:
            while time.perf_counter() - began < seconds:
                took.extend(await played(house, next(residents)))

        await asyncio.gather(*(one_after_another() for _ in range(at_once)))
        whole = time.perf_counter() - began
    finally:
        gc.unfreeze()
        await house.close()
        shutil.rmtree(folder)
    took.sort()
    return Measured(
        len(took) / whole, took[len(took) // 2] * 1000, took[min(len(took) - 1, len(took) * 99 // 100)] * 1000
    )
