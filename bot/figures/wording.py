"""Figures in words: numbers with what they count, changes, names of rows, lines of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.figures.counted import Count, Counted, Told, Value
from bot.words.texts import Texts
from cases.activities import Counts
from cases.figures import Part
from cases.hiding import OTHERS
from cases.office import Office
from cases.places import VILLAGES
from dialogs.engine.view import Place, Unit

DASH = "–"


@dataclass(frozen=True)
class Line:
    """One figure in words. `opens`: its tally whose cases can be listed, "" where there are none."""

    id: str
    name: str
    now: str
    before: str
    change: str
    how: str
    opens: str
    hidden: bool


def number(counts: Counts, value: Value) -> str:
    """A value without its unit: grouped, of money in yuan, of a share with two decimals."""
    if value is None:
        return DASH
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if counts is not Counts.YUAN:
        return f"{value:,}"
    yuan, fen = divmod(value, 100)
    return f"{yuan:,}.{fen:02}" if fen else f"{yuan:,}"


def amount(texts: Texts, counts: Counts, value: Value) -> str:
    """A value with what it counts."""
    told = number(counts, value)
    return told if value is None else texts.text(f"staff-counts-{counts.value}", number=told)


def changed(texts: Texts, told: Told) -> str:
    """By how much a figure changed: in per cent, a share in points; or that there is nothing to compare."""
    if told.change is None:
        return texts.text("staff-figures-none")
    sign = "+" if told.change > 0 else ""
    of = "points" if told.figure.counts is Counts.PERCENT else "percent"
    return texts.text(f"staff-counts-{of}", number=f"{sign}{told.change:.2f}")


def line(texts: Texts, office: Office, told: Told) -> Line:
    """One figure as a line of a table."""
    figure = told.figure
    hidden = texts.text("staff-figures-hidden")
    now = amount(texts, figure.counts, told.now)
    if figure.counts is Counts.VILLAGES:
        now = f"{now} / {sum(place.level in VILLAGES for place in office.places.by_code.values())}"
    return Line(
        figure.id,
        texts.text(figure.name),
        hidden if told.hidden else now,
        hidden if told.hidden else amount(texts, figure.counts, told.before),
        DASH if told.hidden else changed(texts, told),
        texts.text(f"staff-figure-how-{figure.how}"),
        figure.opens,
        told.hidden,
    )


def parts(texts: Texts, office: Office, counted: Counted) -> Iterator[tuple[Part, str, list[Line]]]:
    """Every part of the table of figures: its name, its lines."""
    for part in Part:
        of = [line(texts, office, told) for told in counted.figures if told.figure.part is part]
        yield part, texts.text(f"staff-figure-part-{part.value}"), of


def row_name(texts: Texts, office: Office, by: str, value: str) -> str:
    """One row of a breakdown."""
    if value == OTHERS:
        return texts.text("staff-figure-others")
    match by:
        case "came_by":
            known = f"staff-figure-came-{value}"
            return texts.text(known) if known in texts.ids else texts.text("staff-channel-other")
        case "kind":
            return texts.text(f"staff-kind-{value}")
        case "matter":
            return texts.text(f"matter-{value}")
        case "place":
            known_place = value in office.places.by_code
            return texts.value(Place(value)) if known_place else texts.text("staff-figure-nowhere")
        case "unit":
            return texts.value(Unit(value)) if value in office.units else texts.text("staff-unit-none")
        case _:
            return value


def of_row(row: Count) -> tuple[str, str, str]:
    """Matters and persons now, and matters a year before."""
    before = DASH if row.before is None else f"{row.before:,}"
    return f"{row.matters:,}", f"{row.persons:,}", before
