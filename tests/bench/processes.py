"""Start-up time and memory of each role: a process of its own, from its start until it would serve.

python -m tests.bench.processes ROLE…    one such process: it tells its memory and ends
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:" + "A" * 35  # of a shape the bots take; nothing is called


@dataclass(frozen=True)
class Started:
    """One start: seconds until it would serve, memory in megabytes (resident set)."""

    seconds: float
    megabytes: float


def roles() -> Mapping[str, tuple[str, ...]]:
    """Every process there is, by name: the roles of `serve`, and all of them in one."""
    from bot.serve import ROLES

    return {**{role: (role,) for role in ROLES}, "all": tuple(ROLES)}


def start(parts: tuple[str, ...]) -> Started:
    """Start one process over a database that is there already."""
    folder = Path(tempfile.mkdtemp(prefix="lamton-bench-start-"))
    try:
        _run("migrate", folder)
        began = time.perf_counter()
        told = _run(*parts, folder=folder)
        return Started(float(told[0]) - began, int(told[1]) / 1024)
    finally:
        shutil.rmtree(folder)


def _run(*parts: object, folder: Path | None = None) -> list[str]:
    words = [str(p) for p in (*([folder] if folder else []), *parts)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.processes", *words],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.split()


def _kilobytes() -> int:
    """The resident set of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() // 1024


async def _would_serve(folder: Path, parts: tuple[str, ...]) -> None:
    from bot.serve import Process, fill
    from bot.settings import Settings
    from bot.wiring import build
    from storage.sealing import MasterKey

    settings = Settings(
        data_dir=folder,
        residents_token=TOKEN,
        staff_token=TOKEN,
        residents_listen="127.0.0.1:0",
        desk_listen="127.0.0.1:0",
    )
    house = await build(settings, MasterKey(bytes(32)))
    process = Process(house)
    fill(process, parts)
    print(time.perf_counter(), _kilobytes())  # one clock for all processes of a machine
    await process.close()
    await house.close()


def _main(first: str, *rest: str) -> None:
    if first == "migrate":
        from storage.migrating import migrate

        migrate(f"sqlite:///{Path(rest[0]) / 'lamton.db'}")
        return
    from bot.commands.serve import new_runner

    with new_runner() as runner:
        runner.run(_would_serve(Path(first), rest))


if __name__ == "__main__":
    _main(*sys.argv[1:])
