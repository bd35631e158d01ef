"""Promises about the house itself: layout, names, docstrings, size of rooms, and what it never names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import PACKAGES, ROOT, modules, tracked

MAX_LINES = 250
LAYOUT = {
    *PACKAGES,
    *("locales", "office", "tests", "docs", ".ci"),
    *(
        "Dockerfile",
        "compose.yaml",
        "Makefile",
        "pyproject.toml",
        "requirements.lock",
        "requirements-runtime.lock",
    ),
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"),
    *(".gitignore", ".gitattributes", ".dockerignore", ".editorconfig"),
}
# A letter in brackets, so that this file does not hold what it looks for.
NEVER_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        r"pyp[i]\.org|files\.pythonhoste[d]|registry\.npmj[s]|registry\.yarnpk[g]",
        r"(?:deb|security|ftp)\.debia[n]\.org|crate[s]\.io|proxy\.golan[g]",
        r"://[\w.-]+(?::\d+)?/(?:[\w-]+/)*(?:pyp[i]|simpl[e])\b",  # a mirror's address, whosever it is
        r"(?<![\w.$}])/(?:hom[e]|User[s]|roo[t])/\w",
        r"(?<![\w.$}])/wor[k]/|/tm[p]/(?:tea[m]|studi[o])|\.pyen[v]/",
    )
)
EMPTY_NAMES = re.compile(r"(?:Manager|Helper|Utils?|Base|Service)s?(?:$|(?=[A-Z_]))")


def _text(path: Path) -> str | None:
    """A file's text, or None where it is none (a picture, a font)."""
    content = (ROOT / path).read_bytes()
    return None if b"\0" in content[:8000] else content.decode("utf-8", "replace")


def _undocumented(body: list[ast.stmt], prefix: str) -> Iterator[str]:
    """The public classes, functions and methods below `body` that say nothing about themselves."""
    for node in body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if node.name.startswith("_") or any(_is_mark(mark) for mark in node.decorator_list):
            continue
        if not ast.get_docstring(node):
            yield f"{prefix}{node.name} (line {node.lineno})"
        if isinstance(node, ast.ClassDef):
            yield from _undocumented(node.body, f"{prefix}{node.name}.")


def _is_mark(decorator: ast.expr) -> bool:
    """Whether a function only repeats a name documented already: an overload, an override, a setter."""
    name = decorator.attr if isinstance(decorator, ast.Attribute) else getattr(decorator, "id", "")
    return name in {"overload", "override", "setter"}


def _names(tree: ast.Module) -> Iterator[str]:
    """Every class that a module defines."""
    return (node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def test_every_top_level_name_is_one_of_the_house() -> None:
    assert {path.parts[0] for path in tracked()} - LAYOUT == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_the_four_packages_are_packages(package: str) -> None:
    assert (ROOT / package / "__init__.py").is_file()


def test_no_file_names_a_package_index_or_a_workplace() -> None:
    found = [
        f"{path}:{number}: {match.group()}"
        for path in tracked()
        if (text := _text(path)) is not None
        for number, line in enumerate(text.splitlines(), start=1)
        for pattern in NEVER_NAMED
        if (match := pattern.search(line))
    ]
    assert found == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-runtime.lock"])
def test_every_locked_package_is_held_by_its_hash(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", "\n" + (ROOT / lock).read_text(encoding="utf-8"))[1:]
    assert len(entries) > 20
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert [entry.split()[0] for entry in entries if "==" not in entry.split()[0]] == []


def test_every_module_and_public_name_says_what_it_is() -> None:
    silent = [str(path) for path, tree in modules() if not ast.get_docstring(tree)]
    silent += [f"{path}: {name}" for path, tree in modules() for name in _undocumented(tree.body, "")]
    assert silent == []


def test_names_say_what_a_thing_is() -> None:
    empty = [
        f"{path}: {name}" for path, tree in modules() for name in _names(tree) if EMPTY_NAMES.search(name)
    ]
    parts = {part for path, _ in modules() for part in (*path.parts[1:-1], path.stem)}
    empty += [part for part in parts if EMPTY_NAMES.search("".join(p.title() for p in part.split("_")))]
    assert empty == []


def test_every_room_can_be_read_in_one_go() -> None:
    long = {
        str(path): lines
        for path, _ in modules()
        if path.parent.name != "versions"  # a migration is a picture of one day's tables, read once
        and (lines := len((ROOT / path).read_text(encoding="utf-8").splitlines())) > MAX_LINES
    }
    assert long == {}


@pytest.mark.parametrize(
    "written",
    [
        "https://{0}ypi.org/",
        "http://mirror.example/{0}ypi/simple",
        "open(/{1}ork/main/x)",
        "see /{2}ome/anna/x",
    ],
)
def test_the_search_finds_what_it_looks_for(written: str) -> None:
    assert any(pattern.search(written.format("p", "w", "h")) for pattern in NEVER_NAMED)


@pytest.mark.parametrize(
    ("name", "empty"),
    [("CaseManager", True), ("BaseDialog", True), ("Utils", True), ("Database", False), ("Baseline", False)],
)
def test_an_empty_name_is_known(name: str, *, empty: bool) -> None:
    assert bool(EMPTY_NAMES.search(name)) is empty
