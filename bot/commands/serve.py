"""`python -m bot serve`: run in earnest, or refuse with a sentence and exit code 2."""

from __future__ import annotations

import asyncio
import gc
import logging
import re
from typing import Final

from bot import logs
from bot.commands.refusals import refuse, told_plainly
from bot.commands.starting import check_key, read_settings, secrets_of
from bot.running import run_jobs, signals_set
from bot.serve import ROLES, Process, fill
from bot.settings import Settings, host_port
from bot.wiring import build

log = logging.getLogger("lamton.process")

BROKE: Final = 1
_TOKEN: Final = re.compile(r"\d+:[A-Za-z0-9_-]+")


def run(role: str) -> None:
    """Run a role until told to stop. Exit code 1 where a job broke."""
    with told_plainly():
        settings = read_settings()
        logs.set_up(settings.log_level, secrets_of(settings))
        _check(settings)
        well = new_runner().run(_serve(settings, tuple(ROLES) if role == "all" else (role,)))
    if not well:
        raise SystemExit(BROKE)


def new_runner() -> asyncio.Runner:
    """A runner on uvloop where it is installed."""
    try:
        import uvloop
    except ImportError:
        return asyncio.Runner()
    return asyncio.Runner(loop_factory=uvloop.new_event_loop)


async def _serve(settings: Settings, roles: tuple[str, ...]) -> bool:
    key = settings.key()
    house = await build(settings, key)
    process = Process(house)
    told_to_stop = asyncio.Event()
    try:
        await check_key(house.store, key)
        with signals_set(told_to_stop):
            fill(process, roles)
            for sentence in process.off:
                log.warning("%s", sentence)
            if not process.jobs:
                refuse(f"There is nothing to run: {'; '.join(process.off)}.")
            gc.collect()
            gc.freeze()  # words, dialogs and tables last as long as the process
            log.info("running: %s", ", ".join(job.name for job in process.jobs))
            return await run_jobs(process.jobs, told_to_stop)
    finally:
        await process.close()
        await house.close()


def _check(settings: Settings) -> None:
    """Refuse what would only fail later."""
    for name in ("residents_listen", "desk_listen", *(("api_listen",) if settings.api_listen else ())):
        try:
            host_port(getattr(settings, name))
        except ValueError:
            refuse(f"LAMTON_{name.upper()} is host:port, such as 127.0.0.1:8080.")
    for name in ("residents_token", "staff_token"):
        token = getattr(settings, name).get_secret_value()
        if token and not _TOKEN.fullmatch(token):
            refuse(f"LAMTON_{name.upper()} is not a token of the Bot API.")
    if settings.webhook_url and not settings.webhook_url.startswith("https://"):
        refuse("LAMTON_WEBHOOK_URL begins with https://: Telegram calls nothing else.")
