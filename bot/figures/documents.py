"""The yearly report as a file: PDF by Typst, and DOCX to be edited."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

from bot.figures.docx import document
from bot.figures.report import Report

if TYPE_CHECKING:
    from bot.papers.printing import Printer

DOTS_PER_INCH = 220.0


def pdf_of(report: Report) -> bytes:
    """The report as PDF/A; of equal data and day equal bytes."""
    data = {
        "title": report.title,
        "office": report.office,
        "parts": [
            {"language": language, "blocks": [asdict(block) for block in blocks]}
            for language, blocks in report.parts
        ],
    }
    return _printer("report.typ").pdf(report.on, report=data)


def docx_of(report: Report) -> bytes:
    """The report as a document of Word: text and tables to edit, charts as pictures."""
    return document(report, lambda svg: _printer("chart.typ").png(DOTS_PER_INCH, svg=svg))


async def made(report: Report, form: str) -> bytes:
    """The report as `docx` or `pdf`, made in a thread."""
    return await asyncio.to_thread({"docx": docx_of, "pdf": pdf_of}[form], report)


@cache
def _printer(template: str) -> Printer:
    from bot.papers.printing import Printer

    return Printer(template)
