"""The lines of a page as they are set, read from the PDF itself: each where it stands, glyph by glyph.

A plain text extraction mixes up Tibetan stacks; here a span's `ActualText` is taken, else the font's map.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

Matrix = tuple[float, float, float, float, float, float]
_TIBETAN = re.compile("[\u0f40-\u0fbc]")
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")


@dataclass(frozen=True)
class Piece:
    """A text set in one go: where its base line begins (points, from the left and the bottom), its size."""

    x: float
    y: float
    size: float
    text: str

    @property
    def above(self) -> float:
        """How far the ink reaches above the base line: Tibetan stacks as measured in this font."""
        return self.size * (1.08 if _TIBETAN.search(self.text) else 0.86)

    @property
    def below(self) -> float:
        """And how far below it."""
        return self.size * (0.69 if _TIBETAN.search(self.text) else 0.14)


def pieces(pdf: bytes) -> list[list[Piece]]:
    """The pieces of each page."""
    reader = PdfReader(BytesIO(pdf))
    return [list(_pieces(page, reader)) for page in reader.pages]


def lines(page: list[Piece]) -> list[str]:
    """The lines of a page, from the top; pieces that stand on one height are one line."""
    rows: dict[float, list[Piece]] = defaultdict(list)
    for piece in page:
        rows[round(piece.y, 1)].append(piece)
    return ["".join(p.text for p in sorted(rows[y], key=lambda p: p.x)) for y in sorted(rows, reverse=True)]


def collisions(page: list[Piece]) -> list[tuple[str, str]]:
    """Lines that begin under one another and whose ink may meet."""
    columns: dict[float, list[Piece]] = defaultdict(list)
    for piece in page:
        columns[round(piece.x)].append(piece)
    found = []
    for column in columns.values():
        ordered = sorted(column, key=lambda p: -p.y)
        for upper, lower in pairwise(ordered):
            if upper.y - lower.y < upper.below + lower.above - 0.05:
                found.append((upper.text, lower.text))
    return found


def _pieces(page: Any, reader: PdfReader) -> Iterator[Piece]:
    fonts = {name: _map(font) for name, font in page["/Resources"]["/Font"].items()}
    here, stack = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), []
    font: dict[int, str] = {}
    text, size, actual = "", 0.0, None
    for given, operator in ContentStream(page.get_contents(), reader).operations:
        match operator:
            case b"q":
                stack.append(here)
            case b"Q":
                here = stack.pop()
            case b"cm":
                here = _times(tuple(float(n) for n in given), here)  # type: ignore[arg-type]
            case b"BT":
                text = ""
            case b"Tf":
                font, size = fonts[given[0]], float(given[1])
            case b"BDC" if isinstance(given[1], dict) and "/ActualText" in given[1]:
                actual = str(given[1]["/ActualText"])
            case b"EMC":
                actual = None
            case b"TJ" | b"Tj":
                if actual is not None:
                    text, actual = text + actual, ""
                    continue
                shown = given[0] if operator == b"TJ" else [given[0]]
                for one in shown:
                    raw = getattr(one, "original_bytes", one if isinstance(one, bytes) else b"")
                    text += "".join(
                        font.get(int.from_bytes(raw[n : n + 2], "big"), "?") for n in range(0, len(raw), 2)
                    )
            case b"ET" if text:
                yield Piece(here[4], here[5], size, text)


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _map(font: Any) -> dict[int, str]:
    table = font["/ToUnicode"].get_data()
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.S):
        found |= {int(c, 16): _text(u) for c, u in _PAIR.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, to in _RANGE.findall(block):
            for n in range(int(first, 16), int(last, 16) + 1):
                start = _text(to)
                found[n] = start[:-1] + chr(ord(start[-1]) + n - int(first, 16))
    return found


def _text(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")
