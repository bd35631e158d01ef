"""`python -m bot finder evaluate`: the finder measured on anybody's phrases. Reads a file, stores nothing."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import typer

from bot.commands.refusals import refuse, told_plainly
from cases.matters import MATTERS
from dialogs.finder import CHOICES, Finder, finder

COLUMNS = ("phrase", "matter")


@dataclass(frozen=True)
class Miss:
    """A phrase whose matter is not among those found."""

    phrase: str
    matter: str
    found: tuple[str, ...]


@dataclass(frozen=True)
class Measured:
    """What came of some phrases: shares from 0 to 1, 0 where there are none."""

    phrases: int
    top1: float
    top3: float
    misses: tuple[Miss, ...]


def measured(found_by: Finder, phrases: list[tuple[str, str]]) -> Measured:
    """Look each phrase up; `phrases` are pairs of a phrase and the id of the matter it means."""
    first = 0
    misses = []
    for phrase, matter in phrases:
        found = tuple(match.matter for match in found_by.find(phrase))
        first += found[:1] == (matter,)
        if matter not in found:
            misses.append(Miss(phrase, matter, found))
    count = max(len(phrases), 1)
    hits = len(phrases) - len(misses)
    return Measured(len(phrases), first / count, hits / count, tuple(misses))


def read_phrases(file: Path) -> list[tuple[str, str]]:
    """The phrases of a file with their matters. Refuses what is no such file, with its line."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = csv.DictReader(opened)
            if not set(COLUMNS) <= set(rows.fieldnames or ()):
                refuse(f"{file} needs the columns {','.join(COLUMNS)}.")
            phrases = []
            for row in rows:
                phrase, matter = ((row[c] or "").strip() for c in COLUMNS)
                if not phrase or matter not in MATTERS:
                    refuse(f"{file}, line {rows.line_num}: no phrase, or no such matter: {matter!r}.")
                phrases.append((phrase, matter))
            return phrases
    except (UnicodeDecodeError, csv.Error):
        refuse(f"{file} is not a CSV file in UTF-8.")


def run(file: Path, as_json: bool) -> None:
    """Measure and print."""
    with told_plainly():
        came = measured(finder(), read_phrases(file))
    if as_json:
        misses = [{"phrase": m.phrase, "matter": m.matter, "found": list(m.found)} for m in came.misses]
        told = {"phrases": came.phrases, "top1": came.top1, "top3": came.top3, "misses": misses}
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    typer.echo(f"phrases {came.phrases}\ntop-1   {came.top1:.1%}\ntop-{CHOICES}   {came.top3:.1%}")
    for miss in came.misses:
        typer.echo(f"  {miss.phrase}  is {miss.matter}, found {', '.join(miss.found) or 'none'}")
