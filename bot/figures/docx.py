"""The yearly report as a document of Word, to edit: text, tables, charts as pictures.

Each run says its language, so that Word takes the right font; a table's heads are repeated on each page. The
styles are few, so that the office restyles the report in one place.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from docx import Document
from docx.document import Document as File
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from bot.figures.report import Block, Report

_STYLES: Final = {"title": "Title", "heading": "Heading 1"}
_SIZES: Final = {"Normal": Pt(12), "Title": Pt(20), "Heading 1": Pt(15)}
_FONTS: Final = {"ascii": "FangSong", "hAnsi": "FangSong", "eastAsia": "仿宋", "cs": "Microsoft Himalaya"}
_TONGUES: Final = {"zh": "zh-CN", "bo": "bo-CN"}
_PICTURE: Final = Mm(120)
_CELL: Final = Pt(10)


def document(report: Report, picture: Callable[[str], bytes]) -> bytes:
    """The report as DOCX. `picture` makes a PNG of a chart's SVG."""
    file = Document()
    _dress(file, report)
    for place, (language, blocks) in enumerate(report.parts):
        if place:
            file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for block in blocks:
            _put(file, block, language, picture)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _dress(file: File, report: Report) -> None:
    about = file.core_properties
    about.title, about.author, about.comments = report.title, report.office, ""
    about.created = about.modified = datetime(report.on.year, report.on.month, report.on.day, tzinfo=UTC)
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(24)
    for name, size in _SIZES.items():
        style = file.styles[name]
        style.font.size = size
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)  # a theme's font would be taken before ours
        for script, font in _FONTS.items():
            fonts.set(qn(f"w:{script}"), font)


def _put(file: File, block: Block, language: str, picture: Callable[[str], bytes]) -> None:
    if block.sort in ("table", "pairs"):
        _table(file, block, language)
    elif block.sort == "chart":
        for svg in block.svgs:
            shape = file.add_picture(io.BytesIO(picture(svg)), width=_PICTURE)
            shape._inline.docPr.set("descr", block.text)  # what a screen reader says of it
    else:
        for text in block.text.split("\n"):
            line = file.add_paragraph(style=_STYLES.get(block.sort, "Normal"))
            if block.sort == "title":
                line.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _say(line, text, language)


def _table(file: File, block: Block, language: str) -> None:
    table = file.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
    for place, row in enumerate(block.rows):
        drawn = table.rows[place]
        marks = drawn._tr.get_or_add_trPr()
        marks.append(OxmlElement("w:cantSplit"))
        if place == 0:
            marks.append(OxmlElement("w:tblHeader"))
        for cell, text in zip(drawn.cells, row, strict=True):
            run = _say(cell.paragraphs[0], text, language)
            run.font.size = _CELL
            run.bold = place == 0 and language != "bo"  # Tibetan has no bold
    file.add_paragraph()


def _say(line: Paragraph, text: str, language: str) -> Any:
    """A run of text in its language."""
    run = line.add_run(text)
    tongue = OxmlElement("w:lang")
    for name, value in (("val", _TONGUES[language]), ("eastAsia", "zh-CN"), ("bidi", "bo-CN")):
        tongue.set(qn(f"w:{name}"), value)
    run._r.get_or_add_rPr().append(tongue)
    return run
