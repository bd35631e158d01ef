"""A document of Word (Office Open XML, ISO/IEC 29500) by the standard library: text, tables, pictures.

No more than the report needs: three styles (`word/styles.xml`), so that the office restyles it in one place;
each run says its language, so that Word takes the right font; a table's heads are repeated on each page.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from bot.figures.report import Block, Report

_PARTS = Path(__file__).parent / "word"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_EMU_PER_MM = 36_000
_PICTURE_MM = 120
_DAY = (1980, 1, 1, 0, 0, 0)
"""Of each piece of the file: equal reports are equal bytes."""
_STYLES = {"title": "Title", "heading": "Heading1"}


def document(report: Report, picture: Callable[[str], bytes]) -> bytes:
    """The report as DOCX. `picture` makes a PNG of a chart's SVG."""
    pictures: list[bytes] = []
    body = "".join(_body(report, picture, pictures))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        _put(file, "[Content_Types].xml", (_PARTS / "types.xml").read_bytes())
        _put(file, "_rels/.rels", (_PARTS / "relations.xml").read_bytes())
        _put(file, "word/document.xml", _document(body).encode())
        _put(file, "word/styles.xml", (_PARTS / "styles.xml").read_bytes())
        _put(file, "word/_rels/document.xml.rels", _relations(len(pictures)).encode())
        for place, png in enumerate(pictures):
            _put(file, f"word/media/chart{place}.png", png)
    return out.getvalue()


def _put(file: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    file.writestr(entry, content)


def _body(report: Report, picture: Callable[[str], bytes], pictures: list[bytes]) -> Iterator[str]:
    for place, (language, blocks) in enumerate(report.parts):
        if place:
            yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        for block in blocks:
            if block.sort in ("table", "pairs"):
                yield _table(block, language)
            elif block.sort == "chart":
                for svg in block.svgs:
                    pictures.append(picture(svg))
                    yield _picture(len(pictures) - 1, pictures[-1], block.text)
            else:
                style = _STYLES.get(block.sort, "")
                yield from (_paragraph(text, language, style) for text in block.text.split("\n"))


def _paragraph(text: str, language: str, style: str = "", *, bold: bool = False) -> str:
    of = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    tongue = "bo-CN" if language == "bo" else "zh-CN"
    strong = "<w:b/>" if bold and language != "bo" else ""  # Tibetan has no bold
    lang = f'<w:lang w:val="{tongue}" w:eastAsia="zh-CN" w:bidi="bo-CN"/>'
    told = f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'
    return f"<w:p>{of}<w:r><w:rPr>{strong}{lang}</w:rPr>{told}</w:r></w:p>"


def _table(block: Block, language: str) -> str:
    rows = []
    for place, row in enumerate(block.rows):
        head = "<w:tblHeader/>" if place == 0 else ""
        told = (_paragraph(one, language, "Cell", bold=place == 0) for one in row)
        cells = "".join(f"<w:tc><w:tcPr/>{one}</w:tc>" for one in told)
        rows.append(f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>")
    grid = "<w:gridCol/>" * len(block.rows[0])
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{_paragraph('', language)}"
    )


def _picture(place: int, png: bytes, told: str) -> str:
    wide, high = struct.unpack(">II", png[16:24])  # the picture's own head says its size
    across = _PICTURE_MM * _EMU_PER_MM
    size = f'cx="{across}" cy="{across * high // wide}"'
    name = f'id="{place + 1}" name="chart{place}" descr="{escape(told)}"'
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" '
        f'distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {name}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="chart{place}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def _document(body: str) -> str:
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1361" w:bottom="1247" '
        'w:left="1361" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    )
    return f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}{page}</w:body></w:document>'


def _relations(pictures: int) -> str:
    told = f'<Relationship Id="styles" Type="{_R}/styles" Target="styles.xml"/>'
    for n in range(pictures):
        told += f'<Relationship Id="chart{n}" Type="{_R}/image" Target="media/chart{n}.png"/>'
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{told}</Relationships>'
