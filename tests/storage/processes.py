"""Starting `tests.storage.child`, and asking two of them at once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).parents[2]


@contextmanager
def child(*words: str) -> Iterator[subprocess.Popen[str]]:
    """A running child; killed at the end where it still runs."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.child", *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _pipe(end: IO[str] | None) -> IO[str]:
    assert end is not None
    return end


def told(process: subprocess.Popen[str]) -> Any:
    """The next line of a child, read; None where it has ended."""
    line = _pipe(process.stdout).readline()
    return json.loads(line) if line.endswith("\n") else None


def go_on(process: subprocess.Popen[str]) -> None:
    """Let a child that waits go on."""
    _pipe(process.stdin).write("\n")
    _pipe(process.stdin).flush()


def two_at_once(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Any, Any]:
    """Start two children, let both go on when both are ready, and give what each told."""
    with child(*one) as first, child(*other) as second:
        assert (told(first), told(second)) == ("ready", "ready")
        go_on(first)
        go_on(second)
        return told(first), told(second)
