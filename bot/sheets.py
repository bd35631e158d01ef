"""Exported cases as a table: one row a case, for a spreadsheet. No cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import IO, Any, Final

COLUMNS: Final = (
    *("number", "national_number", "matter", "kind", "place_code", "place_zh", "place_bo", "channel"),
    *("came_by", "persons", "repeated", "owed_yuan", "language", "filed_on"),
    *("status", "unit", "unit_zh", "complex", "item", "waiting_on_resident", "next_due_on", "identity"),
    *("facts", "request", "since", "amount", "people", "told_before", "told_where", "files"),
    *("behalf", "behalf_name", "behalf_relation", "name", "phone", "address", "representatives", "told_by"),
)
_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What a spreadsheet's XML cannot hold."""


def row_of(case: dict[str, Any]) -> list[str]:
    """A case as cells in the order of COLUMNS."""
    answers, unit = case["answers"], case["unit"] or {}
    due = [c["due_on"] for c in case["clocks"] if c["stopped_on"] is None]
    flat: dict[str, Any] = {**{k: v for k, v in answers.items() if k in COLUMNS}, **case}
    flat |= {f"place_{k}": v for k, v in case["place"].items()}
    flat |= {"unit": unit.get("id"), "unit_zh": unit.get("zh"), "next_due_on": min(due, default=None)}
    flat |= {"facts": _told(answers.get("facts")), "since": _since(answers.get("since"))}
    flat |= {"files": sum("file" in p for a in answers.values() if isinstance(a, list) for p in a) or None}
    flat |= {"representatives": _people(answers.get("representatives"))}
    flat |= {"owed_yuan": _yuan(case["owed_fen"])}
    return [cell(flat.get(column)) for column in COLUMNS]


def cell(value: Any) -> str:
    """A value as the text of a cell; what a spreadsheet would compute begins with an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = _UNWRITABLE.sub("", str(value))
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def write_csv(cases: list[dict[str, Any]], out: IO[bytes], mark: bool) -> None:
    """As CSV in UTF-8. `mark`: begin with the mark by which Excel knows UTF-8."""
    text = io.TextIOWrapper(out, "utf-8-sig" if mark else "utf-8", newline="", write_through=True)
    lines = csv.writer(text)
    lines.writerow(COLUMNS)
    lines.writerows(row_of(case) for case in cases)
    text.flush()
    text.detach()


def write_xlsx(cases: list[dict[str, Any]], out: IO[bytes]) -> None:
    """As a workbook of one sheet; every cell is text."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("cases")
    sheet.freeze_panes = "B2"
    sheet.append(list(COLUMNS))
    for case in cases:
        sheet.append(row_of(case))
    whole = io.BytesIO()  # a workbook is written with seeks, which a pipe has not
    book.save(whole)
    out.write(whole.getvalue())


def _yuan(fen: int | None) -> str | None:
    return None if fen is None else f"{fen // 100}.{fen % 100:02d}"


def _told(parts: Any) -> str | None:
    return "\n".join(p["text"] for p in parts if "text" in p) if isinstance(parts, list) else None


def _people(speakers: Any) -> str | None:
    """One a line: a name, and the telephone where there is one."""
    return "\n".join(" ".join(filter(None, one)) for one in speakers) if speakers else None


def _since(answer: Any) -> str | None:
    if not isinstance(answer, dict):
        return None
    return str(answer.get("words") or answer.get("on") or "")
