"""`python -m bot demo`: everything on one port of this computer, over synthetic cases; no network."""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
from datetime import timedelta
from pathlib import Path
from typing import Final

import typer

from bot import logs
from bot.commands.refusals import refuse, told_plainly
from bot.commands.serve import BROKE, new_runner
from bot.commands.starting import read_settings
from bot.demo import DemoInvalid, load_people, make, new_password
from bot.running import Job, run_jobs, signals_set
from bot.serve import DESK_PATH, Process, fill
from bot.settings import Settings, made_key
from bot.today import OfficeTime
from bot.wiring import ROOT, House, build
from cases.office import load_office

FOLDER: Final = Path("var/demo")
SIGN_INS: Final = "sign-ins.json"
"""What tells a folder of a demonstration from every other: nothing is ever thrown away without it."""
_ROLES: Final = ("web", "desk", "api", "delivery", "clock")


def run(port: int, *, lan: bool, fresh: bool, ahead: int, data_dir: Path | None) -> None:
    """Make the demonstration where there is none yet, and run it until Ctrl-C."""
    folder = (data_dir or FOLDER).resolve()
    with told_plainly():
        logs.set_up("warning")
        if folder.exists() and any(folder.iterdir()) and not (folder / SIGN_INS).exists():
            refuse(f"{folder} holds something else than a demonstration: name another --data-dir.")
        if fresh or not _known(folder).get("whole"):
            _throw_away(folder)
            _note(folder, {}, False)  # what a start that fails leaves behind is known as a demonstration's
        host = "0.0.0.0" if lan else "127.0.0.1"  # noqa: S104 - only when asked for
        seen_at = f"http://{_address_here() if lan else '127.0.0.1'}:{port}"
        listen = f"{host}:{port}"
        settings = read_settings(
            data_dir=folder,
            database_url="",
            public_url=seen_at,
            residents_listen=listen,
            desk_listen=listen,
            api_listen=listen,
            webhooks_local=True,
            residents_token="",
            staff_token="",
            webhook_url="",
            secure_cookies=False,
        )
        try:
            well = new_runner().run(_demo(settings, timedelta(days=ahead), lan))
        except DemoInvalid as error:
            refuse(f"The synthetic cases cannot be used: {error}")
    if not well:
        raise SystemExit(BROKE)


async def _demo(settings: Settings, ahead: timedelta, lan: bool) -> bool:
    folder = settings.data_dir
    office = load_office(ROOT / settings.office, demo=True)
    house = await build(settings, made_key(folder), OfficeTime(office.time_zone, ahead), office)
    process = Process(house)
    told_to_stop = asyncio.Event()
    try:
        with signals_set(told_to_stop):
            fill(process, _ROLES)  # first: a port that is taken is told before the cases are made
            sign_ins = await _filled(house, folder, ROOT / settings.office / "demo")
            told = Job("greeting", lambda: _say(process, settings, sign_ins, lan))
            return await run_jobs((*process.jobs, told), told_to_stop)
    finally:
        await process.close()
        await house.close()


async def _filled(house: House, folder: Path, data: Path) -> dict[str, str]:
    """The sign-ins, made with the cases on the first run."""
    known = _known(folder)
    if known.get("whole"):
        return dict(known["sign_ins"])
    sign_ins = {person.login: new_password() for person in load_people(data)}
    await asyncio.to_thread(_note, folder, sign_ins, False)
    typer.echo("Making the synthetic cases …")
    await make(house, data, sign_ins)
    await asyncio.to_thread(_note, folder, sign_ins, True)
    return sign_ins


async def _say(process: Process, settings: Settings, sign_ins: dict[str, str], lan: bool) -> None:
    """Addresses, sign-ins and the code to scan, once pages are answered; then nothing more."""
    for site in process.sites:
        await site.ready.wait()
    url = settings.public_url
    lines = ["", f"Residents   {url}/", f"Desk        {url}{DESK_PATH}/", ""]
    lines += [f"Sign in as  {login:<10} {password}" for login, password in sign_ins.items()]
    lines += ["", "For phones in the same network, start it with --lan."] if not lan else []
    typer.echo("\n".join(lines))
    import segno

    segno.make(f"{url}/", micro=False).terminal(compact=True)
    typer.echo("Everything in it is synthetic. Ready; Ctrl-C stops it.")
    await asyncio.Event().wait()


def _known(folder: Path) -> dict[str, dict[str, str]]:
    try:
        found = json.loads((folder / SIGN_INS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _note(folder: Path, sign_ins: dict[str, str], whole: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / SIGN_INS
    path.touch(mode=0o600)
    path.write_text(json.dumps({"sign_ins": sign_ins, "whole": whole}), encoding="utf-8")


def _throw_away(folder: Path) -> None:
    """The demonstration in the folder and nothing else."""
    if not (folder / SIGN_INS).exists():
        return
    for name in ("lamton.db", "lamton.db-wal", "lamton.db-shm", "master.key"):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / "files", ignore_errors=True)
    (folder / SIGN_INS).unlink()


def _address_here() -> str:
    """This computer's address in its network. Nothing is sent: a UDP socket only picks its way out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
