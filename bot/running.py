"""Several jobs side by side in one process, until it is told to stop or one of them breaks.

A job never ends by itself. One that does ends the process with an error, and whoever watches the process
starts it again: nothing of what was under way is lost (`bot.conversation`, `bot.delivery`).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import signal
from collections.abc import Awaitable, Callable, Generator, Sequence
from dataclasses import dataclass

log = logging.getLogger("lamton.process")

FAREWELL_SECONDS = 10.0
"""How long jobs may take to finish; above what each grants itself."""


class CannotListen(Exception):
    """An address to serve at is taken, or not this machine's."""


@dataclass(frozen=True)
class Job:
    """`run` goes on until `stop` is called, or until it is cancelled where there is no `stop`."""

    name: str
    run: Callable[[], Awaitable[None]]
    stop: Callable[[], None] | None = None


async def run_jobs(jobs: Sequence[Job], told_to_stop: asyncio.Event) -> bool:
    """Run all of them. True when told to stop; False when one broke, its reference in the log."""
    tasks = {asyncio.create_task(_awaited(job), name=job.name): job for job in jobs}
    stopper = asyncio.create_task(told_to_stop.wait())
    try:
        await asyncio.wait((*tasks, stopper), return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopper.cancel()
        well = not [_broken(task) for task in tasks if task.done()]
        for task, job in tasks.items():
            if not task.done():
                task.cancel() if job.stop is None else job.stop()
        _, late = await asyncio.wait(tasks, timeout=FAREWELL_SECONDS)
        for task in late:
            log.warning("%s did not end in time", task.get_name())
            task.cancel()
    return well


@contextlib.contextmanager
def signals_set(told_to_stop: asyncio.Event) -> Generator[None, None, None]:
    """SIGTERM and Ctrl-C set the event; a second one ends the process at once."""
    loop = asyncio.get_running_loop()
    both = (signal.SIGTERM, signal.SIGINT)

    def told() -> None:
        told_to_stop.set()
        for one in both:
            loop.remove_signal_handler(one)

    for one in both:
        loop.add_signal_handler(one, told)
    try:
        yield
    finally:
        for one in both:
            loop.remove_signal_handler(one)


async def _awaited(job: Job) -> None:
    await job.run()


def _broken(task: asyncio.Task[None]) -> str:
    reference = secrets.token_hex(4)
    error = None if task.cancelled() else task.exception()
    log.error("%s ended by itself, fault %s", task.get_name(), reference, exc_info=error)
    return reference
