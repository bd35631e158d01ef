"""What the figures were taken on."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sqlite3
from datetime import date
from pathlib import Path

PACKAGES = ("sqlalchemy", "asyncpg", "fluent.runtime", "cryptography", "uvloop")


def processor() -> str:
    """The processor's name and how many of it there are."""
    text = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    names = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("model name")]
    return f"{os.cpu_count()} × {names[0] if names else platform.processor() or platform.machine()}"


def versions(postgres: str | None) -> str:
    """Versions of all that has a part in a turn."""
    found = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    if postgres:
        found.append(f"PostgreSQL {postgres}")
    return ", ".join(found + [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES])


def busy() -> float:
    """How many processes wanted the processors in the last minute."""
    return os.getloadavg()[0]


def today() -> str:
    """The day the figures were taken, as this machine has it."""
    return date.today().isoformat()  # noqa: DTZ011
