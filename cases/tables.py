"""Tables of the rules and of an office, kept as CSV and TOML: one written wrong refuses to start.

A spreadsheet's own marks are no fault: a byte order mark, Windows line ends, rows of nothing but commas.
Whatever else differs is told with the file and the row: a column that is missing, strange or there twice,
a row with more or fewer fields than there are columns (a comma in a text without quotes), a table without
a row.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from cases.errors import CaseError, TableInvalid


def read_table(
    path: Path,
    columns: Sequence[str],
    *,
    error: type[CaseError] = TableInvalid,
    may_be_empty: bool = False,
) -> list[dict[str, str]]:
    """The rows of a table that has exactly these columns, in any order. Raises `error`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _rows(csv.reader(file, strict=True), path.name, columns, error, may_be_empty)
    except OSError as fault:
        raise error(f"{path.name}: {fault.strerror or 'it cannot be read'}: {path}") from fault
    except UnicodeDecodeError as fault:
        raise error(f"{path.name} is not written in UTF-8") from fault
    except csv.Error as fault:
        raise error(f"{path.name} is not a table: {fault}") from fault


def read_toml(path: Path, *, error: type[CaseError] = TableInvalid) -> dict[str, Any]:
    """A file of TOML. Raises `error`."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        raise error(f"{path.name}: {fault.strerror or 'it cannot be read'}: {path}") from fault
    except ValueError as fault:  # no TOML, or not in UTF-8
        raise error(f"{path.name}: {fault}") from fault


def _rows(
    lines: Iterable[list[str]], name: str, columns: Sequence[str], error: type[CaseError], may_be_empty: bool
) -> list[dict[str, str]]:
    header, *rows = [*lines] or [[]]
    if sorted(header) != sorted(columns):
        raise error(f"{name}: its columns are {','.join(columns)}, not {','.join(header) or 'none'}")
    found = []
    for number, fields in enumerate(rows, start=2):
        if not any(field.strip() for field in fields):
            continue
        if len(fields) != len(header):
            told = f"{len(fields)} fields, where there are {len(header)} columns"
            raise error(f"{name}, row {number}: {told}")
        found.append(dict(zip(header, fields, strict=True)))
    if not found and not may_be_empty:
        raise error(f"{name} has no row")
    return found
