"""The charts of a period, from its breakdowns."""

from __future__ import annotations

from dataclasses import dataclass

from bot.figures.charts import Bar, key, lying, standing
from bot.figures.counted import Count, Counted
from bot.figures.wording import of_row, row_name
from bot.words.texts import Texts
from cases.figures import BREAKDOWNS
from cases.office import Office

MOST_DRAWN = 12
"""Rows of a chart; the table beneath has them all."""


@dataclass(frozen=True)
class Row:
    """One row of the table beneath a chart. `value` is what its cases are listed by."""

    value: str
    name: str
    matters: str
    persons: str
    before: str


@dataclass(frozen=True)
class Chart:
    """One breakdown: its name, its drawing (SVG; "" where there is nothing to draw), its table."""

    by: str
    title: str
    svg: str
    key: str
    rows: list[Row]


def charts(texts: Texts, office: Office, counted: Counted) -> list[Chart]:
    """Every breakdown that has rows, in the order of the table of figures."""
    return [
        _chart(texts, office, by, counted.breakdowns[by]) for by in BREAKDOWNS if counted.breakdowns.get(by)
    ]


def _chart(texts: Texts, office: Office, by: str, counts: tuple[Count, ...]) -> Chart:
    names = {row.value: row_name(texts, office, by, row.value) for row in counts}
    title = texts.text(f"staff-figure-by-{by}")
    shown = [row for row in counts if row.matters or row.before or by == "month"][:MOST_DRAWN]
    if by == "month":
        svg = standing([Bar(str(int(r.value[5:])), r.matters, r.before) for r in shown], title, by)
        if len(counts) > MOST_DRAWN:
            svg = ""
    else:
        svg = lying([Bar(names[row.value], row.matters, row.before) for row in shown], title, by)
    compared = any(row.before is not None for row in shown)
    legend = key(texts.text("staff-figures-now"), texts.text("staff-figures-before"), f"{by}-key")
    rows = [Row(row.value, names[row.value], *of_row(row)) for row in counts]
    return Chart(by, title, svg, legend if svg and compared else "", rows)
