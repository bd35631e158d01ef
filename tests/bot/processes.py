"""The commands as processes of their own, as an operator runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 90
"""More than any command needs on a busy machine; nothing is timed."""


def environment(**more: str) -> dict[str, str]:
    """This environment without settings of Lamton, but for those given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LAMTON_")}
    return {**kept, "LC_ALL": "C", "PYTHONUTF8": "0", **more}


def command(*words: str, given: str | bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m bot …` to its end."""
    text = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        input=text,
        capture_output=True,
        env=environment(**settings),
        timeout=SECONDS,
        check=False,
    )


def started(*words: str, **settings: str) -> subprocess.Popen[bytes]:
    """Start `python -m bot …`, to be talked with and stopped."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(**settings),
    )
    watch = threading.Timer(SECONDS, process.kill)  # a process that hangs fails its test, not the whole run
    watch.daemon = True
    watch.start()
    return process


def rehearsed(data_dir: Path, *lines: object, options: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """A rehearsal in JSON: a string is a line as it stands, all else is written as JSON."""
    given = "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in lines)
    done = command("rehearse", "--json", *options, given=given, LAMTON_DATA_DIR=str(data_dir))
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
