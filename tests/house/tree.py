"""The house as it stands: its tracked files, its packages and its parsed modules, read once."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("bot", "storage", "dialogs", "cases")


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that git keeps or is about to keep, relative to the root."""
    git = ("git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return tuple(sorted(Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()))


@cache
def modules() -> tuple[tuple[Path, ast.Module], ...]:
    """Every Python module of the four packages, with its syntax tree; migrations' versions included."""
    return tuple(
        (path, ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path)))
        for path in tracked()
        if path.suffix == ".py" and path.parts[0] in PACKAGES
    )
