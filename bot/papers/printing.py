"""Typst, kept warm: data in, pages out. The fonts beside it are the only ones, so that a page looks the same
on every machine. A compiler is not shared between threads at once; drawing takes some milliseconds."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from pathlib import Path
from threading import Lock
from typing import Any, Final

import typst

HERE: Final = Path(__file__).parent
STANDARD: Final = "a-2b"
"""PDF/A-2b: fonts inside, nothing from elsewhere, to be read in fifty years."""


class Printer:
    """Draws one template. Equal data and day give equal bytes."""

    def __init__(self, template: str) -> None:
        self._template = HERE / "templates" / template
        self._lock = Lock()
        self._made: Any = None

    def pdf(self, on: date, **data: Any) -> bytes:
        """The pages as PDF/A; `data` reaches the template as JSON, as `sys.inputs`.

        PDF/A refuses a letter that no font here has, such as a rare character of a name or an emoji: then the
        file is plain PDF with an empty box in its place, for a notice with a gap is better than none.
        """
        at = _noon(on)
        try:
            drawn: bytes = self._compile(data, pdf_standards=[STANDARD], timestamp=at)
        except typst.TypstError as error:
            if STANDARD not in str(error).lower():
                raise
            drawn = self._compile(data, timestamp=at)
        return drawn

    def png(self, dots_per_inch: float, **data: Any) -> bytes:
        """The first page as a picture."""
        drawn = self._compile(data, format="png", ppi=dots_per_inch)
        first: bytes = drawn if isinstance(drawn, bytes) else drawn[0]
        return first

    def _compile(self, data: dict[str, Any], **how: Any) -> Any:
        inputs = {name: json.dumps(value, ensure_ascii=False) for name, value in data.items()}
        with self._lock:
            if self._made is None:
                self._made = typst.Compiler(
                    input=str(self._template),
                    root=str(self._template.parent),
                    font_paths=[str(HERE / "fonts")],
                    ignore_system_fonts=True,
                )
            return self._made.compile(sys_inputs=inputs, **how)


def _noon(on: date) -> datetime:
    return datetime.combine(on, time(12), UTC)
