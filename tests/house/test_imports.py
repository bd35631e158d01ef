"""Promises about which package may know which; the contracts themselves stand in pyproject.toml."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.house.tree import PACKAGES, ROOT, modules

# Beyond the standard library, what the pure packages may use: tables of data, no transport.
PURE_MAY_USE = {"cases": {"chinese_calendar"}, "dialogs": set[str]()}


def _imported(tree: ast.Module) -> set[str]:
    """The top-level names of all modules that a module imports, at its top or inside a function."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_imports_run_one_way() -> None:
    checked = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_contracts_cover_the_whole_house() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert settings["importlinter"]["root_packages"] == list(PACKAGES)
    assert settings["mypy"]["packages"] == list(PACKAGES)
    assert settings["mypy"]["strict"] is True


def test_what_is_asked_and_what_happens_need_only_the_standard_library() -> None:
    house = {"dialogs": {"dialogs", "cases"}, "cases": {"cases"}}
    foreign = {
        f"{path}: {name}"
        for path, tree in modules()
        if (package := path.parts[0]) in house
        for name in _imported(tree) - house[package] - PURE_MAY_USE[package] - sys.stdlib_module_names
    }
    assert foreign == set()
