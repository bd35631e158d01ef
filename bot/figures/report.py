"""The yearly report of 《信访工作条例》第四十一条: its blocks of text, tables and charts, in each language.

The order is the article's: statistics, fields and the units most complained of; forwarding and supervision;
the three suggestions and their adoption; the rest. Each part ends with a line for the office's own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.figures.counted import Counted, Told
from bot.figures.drawn import Chart, charts
from bot.figures.wording import amount, changed, parts
from bot.words.texts import Texts
from cases.figures import FIGURES, Part
from cases.office import Office
from dialogs.engine.view import Day, Listed


@dataclass(frozen=True)
class Block:
    """A piece of the report. `sort`: title, heading, text, table and pairs (`rows`, heads first), chart."""

    sort: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    svgs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """A report in one language or several, one after another."""

    title: str
    office: str
    on: date
    parts: tuple[tuple[str, tuple[Block, ...]], ...]


_PARTS: tuple[tuple[int, tuple[Part, ...], tuple[str, ...]], ...] = (
    (1, (Part.REGISTERED, Part.OUTCOME, Part.RATES), ("came_by", "month", "kind", "matter", "place", "unit")),
    (2, (Part.SUPERVISED,), ()),
    (3, (Part.SUGGESTED,), ()),
    (4, (Part.OWED, Part.RECEIVED, Part.OUTREACH), ()),
)
"""Number of the part, the figures in it, the breakdowns in it."""
_SAID = ("matters", "persons", "first", "repeated", "closing_rate", "satisfaction", "in_time", "forwarded")
"""Figures said in a sentence, beside the table."""


def report(
    languages: tuple[str, ...], texts: Mapping[str, Texts], office: Office, counted: Counted, on: date
) -> Report:
    """The report of a calendar year. Raises ValueError for any other period."""
    year = counted.period.year
    if year is None:
        raise ValueError("a yearly report is of a calendar year")
    told = tuple((one, tuple(_blocks(texts[one], office, counted, year, on))) for one in languages)
    first = texts[languages[0]]
    return Report(first.text("staff-report-title", year=str(year)), office.name(languages[0]), on, told)


def _blocks(texts: Texts, office: Office, counted: Counted, year: int, on: date) -> Iterator[Block]:
    drawn = {chart.by: chart for chart in charts(texts, office, counted)}
    by_part = {part: (name, lines) for part, name, lines in parts(texts, office, counted)}
    yield Block("title", f"{office.name(texts.language)} {texts.text('staff-report-title', year=str(year))}")
    yield Block("text", texts.text("staff-report-law"))
    yield Block("text", texts.text("staff-figures-as-of", day=Day(on)))
    for number, of, broken in _PARTS:
        yield Block("heading", texts.text(f"staff-report-part-{number}"))
        said = [_said(texts, one) for one in counted.figures if _is_said(one, of)]
        if said:
            yield Block("text", "".join(said) if texts.language == "zh" else "\n".join(said))
        for part in of:
            name, lines = by_part[part]
            heads = (name, *(texts.text(f"staff-figures-{one}") for one in ("now", "before", "change")))
            yield Block("table", rows=(heads, *((x.name, x.now, x.before, x.change) for x in lines)))
        for by in broken:
            if by in drawn:
                yield from _broken(texts, drawn[by])
        yield Block("text", texts.text("staff-report-write"))
    yield Block("heading", texts.text("staff-report-part-5"))
    formulas: dict[str, dict[str, None]] = {}
    for one in FIGURES:
        formulas.setdefault(one.how, {})[texts.text(one.name)] = None
    heads = (texts.text("staff-figures-name"), texts.text("staff-figures-how"))
    told = ((texts.value(Listed(tuple(names))), how) for how, names in formulas.items())
    yield Block("pairs", rows=(heads, *((n, texts.text(f"staff-figure-how-{how}")) for n, how in told)))


def _is_said(told: Told, of: tuple[Part, ...]) -> bool:
    return told.figure.id in _SAID and told.figure.part in of and not told.hidden and told.now is not None


def _said(texts: Texts, told: Told) -> str:
    counts = told.figure.counts
    values = {
        "name": texts.text(told.figure.name).rstrip("། "),
        "now": amount(texts, counts, told.now),
        "before": amount(texts, counts, told.before),
    }
    if told.change is None:
        return texts.text("staff-report-uncompared", **values)
    return texts.text("staff-report-compared", **values, change=changed(texts, told))


def _broken(texts: Texts, chart: Chart) -> Iterator[Block]:
    yield Block("heading", chart.title)
    if chart.by == "unit":
        yield Block("text", texts.text("staff-report-units"))
    if chart.svg:
        yield Block("chart", chart.title, svgs=tuple(svg for svg in (chart.key, chart.svg) if svg))
    heads = (chart.title, *(texts.text(f"staff-figures-{one}") for one in ("matters", "persons", "before")))
    yield Block("table", rows=(heads, *((r.name, r.matters, r.persons, r.before) for r in chart.rows)))
