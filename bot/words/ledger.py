"""The review ledger: who has read which Tibetan message. `python -m bot.words.ledger` renews it.

`locales/bo/review.csv` has one row a message, with a hash of the Chinese and of the Tibetan. Where either
text has changed, the status falls back to `draft` and the reviewer's name goes. `--check` changes nothing and
fails where the ledger is not current; `--mechanical` also marks drafts that pass every rule `mechanical_ok`.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path

from bot.words.errors import WordsInvalid
from bot.words.lint import ROOT, tibetan_faults
from bot.words.messages import Message, read_folder
from bot.words.review import LEDGER, Row, counts_of, read_ledger, text_hash


def renewed(locales: Path, *, mechanical: bool = False) -> dict[str, Row]:
    """The ledger as it should be, for the messages as they are now."""
    zh, bo = (read_folder(locales / language)[0] for language in ("zh", "bo"))
    known = read_ledger(locales)
    rows: dict[str, Row] = {}
    for message in bo.values():
        row = _row(message, zh, known)
        passes = not any(f.level == "E" for f in tibetan_faults(message, label=False))
        if mechanical and row.status == "draft" and passes:
            row = replace(row, status="mechanical_ok")
        rows[row.message_id] = row
    return rows


def written(rows: Mapping[str, Row]) -> str:
    """The ledger as a file."""
    out = io.StringIO()
    table = csv.DictWriter(out, [f.name for f in fields(Row)], lineterminator="\n")
    table.writeheader()
    table.writerows(asdict(row) for row in rows.values())
    return out.getvalue()


def _row(message: Message, zh: Mapping[str, Message], known: Mapping[str, Row]) -> Row:
    chinese = text_hash(zh[message.id].source) if message.id in zh else ""
    tibetan = text_hash(message.source)
    row = known.get(message.id)
    if row is None:
        return Row(message.id, chinese, tibetan)
    if (row.zh_sha, row.bo_sha) == (chinese, tibetan):
        return row
    return replace(row, zh_sha=chinese, bo_sha=tibetan, status="draft", reviewer="", date="")


def main() -> int:
    """Renew the ledger of this repository, or with `--check` say whether it is current."""
    locales = ROOT / "locales"
    try:
        rows = renewed(locales, mechanical="--mechanical" in sys.argv[1:])
    except WordsInvalid as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 1
    text = written(rows)
    counts = counts_of(rows)
    if "--check" in sys.argv[1:]:
        path = locales / LEDGER
        current = path.exists() and path.read_text(encoding="utf-8") == text
        sys.stdout.write(
            f"{'current' if current else 'not current: run python -m bot.words.ledger'}: {counts}\n"
        )
        return 0 if current else 1
    (locales / LEDGER).write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{counts}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
