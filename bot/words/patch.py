"""Corrections as a patch of the repository: a unified diff of `locales/` that `git apply` takes."""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from fluent.syntax import ast

from bot.words.ledger import written as ledger_text
from bot.words.messages import LANGUAGES, read_folder
from bot.words.pattern import entry_text
from bot.words.review import LEDGER, Row, read_ledger


def patch(locales: Path, written: Mapping[str, Mapping[str, str]], rows: Mapping[str, Row]) -> str:
    """What changes in the files below `locales`, "" where nothing does.

    `written`: by message, its text in each language; `rows`: the ledger's rows that are other now.
    """
    pieces: list[str] = []
    for language in LANGUAGES:
        texts = {message: both[language] for message, both in written.items()}
        for path, after in _files(locales, language, texts):
            pieces += _diff(path.relative_to(locales).as_posix(), path.read_text(encoding="utf-8"), after)
    before = (locales / LEDGER).read_text(encoding="utf-8")
    known = read_ledger(locales)
    if any(known.get(message) != row for message, row in rows.items()):
        pieces += _diff(LEDGER.as_posix(), before, ledger_text({**known, **rows}))
    return "".join(pieces)


def _files(locales: Path, language: str, texts: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    """Each file that changes, with its new text; comments and every other message stay byte for byte."""
    if not texts:
        return
    messages, _ = read_folder(locales / language)
    files: dict[str, list[str]] = {}
    for message in texts:
        if message in messages:
            files.setdefault(messages[message].file, []).append(message)
    for file, changed in sorted(files.items()):
        path = locales / file
        text = path.read_text(encoding="utf-8")
        for message in sorted(changed, key=lambda m: -_span(messages[m].entry.id)[1]):
            entry = messages[message].entry
            begin, end = _span(entry.id)[1], _span(entry.value)[1]
            text = f"{text[:begin]} {entry_text(texts[message])}{text[end:]}"
        yield path, text


def _span(node: ast.SyntaxNode | None) -> tuple[int, int]:
    assert node is not None
    assert node.span is not None  # the parser was asked for spans
    return node.span.start, node.span.end


def _diff(name: str, before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(
        _lines(before),
        _lines(after),
        f"a/locales/{name}",
        f"b/locales/{name}",
    )
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]


def _lines(text: str) -> list[str]:
    """Its lines as git has them: ended by a newline, not by every letter that Unicode calls a line's end."""
    return list(io.StringIO(text, newline="\n"))
