"""Charts as SVG, drawn here: they need no script and no colour. This year is solid, the year before hatched,
and each bar has its number beside it. One drawing serves the page, the print and the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Final

FONTS: Final = "Noto Sans SC, Noto Serif Tibetan, sans-serif"
TIBETAN_FONTS: Final = "Noto Serif Tibetan, serif"
_TIBETAN: Final = re.compile("[\u0f00-\u0fff]+")
WIDTH: Final = 360
"""Of every chart, in units of its own; a page draws it as wide as there is room."""
_STEP, _PLOT, _LEFT = 51, 120, 6
_BENEATH: Final = 13
"""From the line a name stands on to the bar: a Tibetan stack reaches as far below it as letters do above."""
_MOST_NUMBERED: Final = 12


@dataclass(frozen=True)
class Bar:
    """One row or column: its name, its number now, and a year before (None where not compared)."""

    name: str
    now: int
    before: int | None = None


def lying(bars: list[Bar], title: str, mark: str) -> str:
    """Bars under one another, each below its name, for names of any length. `mark`: a word of its own on the
    page, for what the drawing names inside."""
    most = max((n for bar in bars for n in (bar.now, bar.before or 0)), default=0) or 1
    room = WIDTH - 2 * _LEFT - 56
    told = []
    for place, bar in enumerate(bars):
        line = place * _STEP + 12
        top = line + _BENEATH
        told.append(_text(_LEFT, line, bar.name))
        told.append(_solid(_LEFT, top, room * bar.now / most, 10))
        told.append(_text(_LEFT + room * bar.now / most + 5, top + 9, f"{bar.now:,}"))
        if bar.before is not None:
            wide = room * bar.before / most
            told.append(_hatched(_LEFT, top + 12, wide, 7, mark))
            told.append(_text(_LEFT + wide + 5, top + 20, f"{bar.before:,}", size=9))
    return _whole("".join(told), len(bars) * _STEP, title, mark)


def standing(bars: list[Bar], title: str, mark: str) -> str:
    """Columns side by side, twelve at most, with short names beneath."""
    bars = bars[:_MOST_NUMBERED]
    most = max((n for bar in bars for n in (bar.now, bar.before or 0)), default=0) or 1
    wide = (WIDTH - 2 * _LEFT) / max(len(bars), 1)
    thick = min(wide / 2 - 1, 18)
    told = []
    for place, bar in enumerate(bars):
        middle = _LEFT + place * wide + wide / 2
        for number, left, drawn in ((bar.now, middle - thick, _solid), (bar.before, middle, None)):
            if number is None:
                continue
            high = _PLOT * number / most
            top = 14 + _PLOT - high
            told.append(
                drawn(left, top, thick - 1, high) if drawn else _hatched(left, top, thick - 1, high, mark)
            )
            if number:
                told.append(_text(left + thick / 2 - 0.5, top - 3, f"{number:,}", size=8, anchor="middle"))
        told.append(_text(middle, 14 + _PLOT + 14, bar.name, size=10, anchor="middle"))
    base = f'<path d="M{_LEFT} {14 + _PLOT}.5H{WIDTH - _LEFT}" stroke="currentColor" stroke-width="1"/>'
    return _whole("".join(told) + base, 14 + _PLOT + 20, title, mark)


def key(now: str, before: str, mark: str) -> str:
    """What solid and hatched mean."""
    told = _solid(_LEFT, 3, 14, 10) + _text(_LEFT + 19, 12, now)
    told += _hatched(WIDTH / 2, 3, 14, 10, mark) + _text(WIDTH / 2 + 19, 12, before)
    return _whole(told, 18, "", mark)


def _whole(inside: str, high: float, title: str, mark: str) -> str:
    role = f'role="img" aria-label="{escape(title)}"' if title else 'aria-hidden="true"'
    hatch = (
        f'<defs><pattern id="hatch-{mark}" width="4" height="4" patternUnits="userSpaceOnUse">'
        '<path d="M0 4L4 0M-1 1L1 -1M3 5L5 3" stroke="currentColor" stroke-width="0.8"/></pattern></defs>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH} {high:g}" '
        f'width="{WIDTH}" height="{high:g}" font-family="{FONTS}" color="#1c2326" {role}>'
        f"{hatch}{inside}</svg>"
    )


def _text(x: float, y: float, text: str, *, size: float = 11, anchor: str = "start") -> str:
    at = f'x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}"'
    return f'<text {at} fill="currentColor">{_in_fonts(text)}</text>'


def _in_fonts(text: str) -> str:
    """Each run of Tibetan in its own font: what draws the report takes one font for a run, and a name may be
    Tibetan with the Chinese in brackets."""
    return _TIBETAN.sub(lambda run: f'<tspan font-family="{TIBETAN_FONTS}">{run[0]}</tspan>', escape(text))


def _solid(x: float, y: float, wide: float, high: float) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" fill="currentColor"/>'


def _hatched(x: float, y: float, wide: float, high: float, mark: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" fill="url(#hatch-{mark})" '
        'stroke="currentColor" stroke-width="0.6"/>'
    )
