"""Figures as a file for a spreadsheet: a workbook (XLSX), or CSV in UTF-8 with the mark Excel knows it by."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Any

from bot.figures.counted import Counted, Told, Value
from bot.figures.drawn import charts
from bot.figures.wording import line
from bot.sheets import cell
from bot.words.texts import Texts
from cases.activities import Counts
from cases.office import Office
from dialogs.engine.view import Day

Cell = str | int | Decimal
_WIDTHS = (34, 16, 16, 14, 80)


def csv_of(texts: Texts, office: Office, counted: Counted) -> bytes:
    """Every figure and every breakdown, one under another."""
    out = io.StringIO(newline="")
    written = csv.writer(out)
    for _, rows in _sheets(texts, office, counted):
        written.writerows(rows)
        written.writerow([])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def xlsx_of(texts: Texts, office: Office, counted: Counted) -> bytes:
    """The same as a workbook: numbers are numbers, each breakdown a sheet of its own."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    for name, rows in _sheets(texts, office, counted):
        sheet = book.create_sheet(name[:31])
        for place, width in enumerate(_WIDTHS, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        for row in rows:
            sheet.append([_told(sheet, value) for value in row])
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def _told(sheet: Any, value: Cell) -> Any:
    """A share and a change show two decimals."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, Decimal):
        return value
    told = WriteOnlyCell(sheet, float(value))
    told.number_format = "0.00"
    return told


def _sheets(texts: Texts, office: Office, counted: Counted) -> list[tuple[str, list[list[Cell]]]]:
    heads = ("name", "now", "before", "change", "how")
    since, until = (texts.value(Day(day)) for day in (counted.period.since, counted.period.until))
    period = texts.text("staff-figures-period", since=since, until=until)
    figures: list[list[Cell]] = [[period], [texts.text(f"staff-figures-{head}") for head in heads]]
    figures += [_row(texts, office, told) for told in counted.figures]
    sheets = [(texts.text("staff-figures"), figures)]
    for chart in charts(texts, office, counted):
        rows: list[list[Cell]] = [
            [chart.title, *(texts.text(f"staff-figures-{one}") for one in ("matters", "persons", "before"))]
        ]
        rows += [
            [cell(row.name), *(_numeric(one) for one in (row.matters, row.persons, row.before))]
            for row in chart.rows
        ]
        sheets.append((chart.title, rows))
    return sheets


def _row(texts: Texts, office: Office, told: Told) -> list[Cell]:
    said = line(texts, office, told)
    counts = told.figure.counts
    unit = texts.text(f"staff-counts-{counts.value}", number="").strip("། ")
    name = f"{said.name} ({unit})"
    if told.hidden:
        return [cell(name), said.now, said.before, said.change, said.how]
    return [
        cell(name),
        _plain(counts, told.now),
        _plain(counts, told.before),
        said.change if told.change is None else told.change,
        said.how,
    ]


def _plain(counts: Counts, value: Value) -> Cell:
    if value is None:
        return ""
    if isinstance(value, Decimal) or counts is not Counts.YUAN:
        return value
    return Decimal(value) / 100 if value % 100 else value // 100


def _numeric(text: str) -> Cell:
    plain = text.replace(",", "")
    return int(plain) if plain.isdigit() else text
