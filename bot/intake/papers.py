"""Documents: PDF, Word and Excel files, plain text. Those that act by themselves are refused.

Documents are kept as they are. These are simple scans, no proof: they turn away the common ways a document
runs something; a clerk's reader still has to be kept up to date. The desk hands documents out as downloads.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from bot.intake.kinds import MAX_UNPACKED_BYTES, Cleaned, FileRefused

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_PARTS: Final = 5000

_PDF_ACTS: Final = (b"/JavaScript", b"/Launch", b"/EmbeddedFile")
_PDF_ESCAPE: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_PDF_STREAM: Final = re.compile(rb"\bstream\r?\n")

_OFFICE_ACTS: Final = re.compile(
    r"vba|activex|oleobject|macrosheets|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|jar|lnk)$", re.IGNORECASE
)
# Parts a reader fetches by itself; a hyperlink, which it does not follow unasked, may lead outside.
_FETCHED: Final = (b"/attachedTemplate", b"/oleObject", b"/frame", b"/subDocument")
_PIECE_BYTES: Final = 1 << 20

_MARKUP: Final = re.compile(
    r"<(!doctype|html|head|body|script|svg|iframe|object|embed)\b|<[%?]", re.IGNORECASE
)
_SCRIPT_STARTS: Final = (
    "#!", "@echo", "{\\rtf", "%!PS", "MIME-Version:", "[InternetShortcut]", "[Desktop Entry]",
)  # fmt: skip
_SCRIPT_ENDINGS: Final = re.compile(
    r"\.(bat|cmd|css|desktop|hta|html?|jar|jse?|lnk|mht|mhtml|mjs|php|pl|psm?1|py|rb|reg|scf|sh|svg|ts|url|vbe|vbs"
    r"|wsf|wsh|xht|xhtml|xml|xsl)[. ]*$",
    re.IGNORECASE,
)
_SCRIPT_TYPES: Final = re.compile(r"html|xml|svg|script|php|x-sh|python|perl|x-bat|msdos", re.IGNORECASE)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def clean_pdf(data: bytes) -> Cleaned:
    """A PDF with its end in place, that names no script, no launch and no file within.

    Names are looked for in the bytes and in object streams, #-escapes undone; an encrypted PDF hides its
    object streams from this. Raises `FileRefused` ('damaged', 'not-allowed', 'bomb').
    """
    if b"startxref" not in data or b"%%EOF" not in data[-2048:]:
        raise FileRefused("damaged")
    for place in (data, *_object_streams(data)):
        plain = _PDF_ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), place)
        if any(name in plain for name in _PDF_ACTS):
            raise FileRefused("not-allowed")
    return Cleaned(data, "application/pdf", ".pdf", "document")


def _object_streams(data: bytes) -> Iterator[bytes]:
    at, left = 0, MAX_UNPACKED_BYTES
    while (begun := data.find(b"/ObjStm", at)) >= 0:
        at = begun + 7
        stream = _PDF_STREAM.search(data, at, at + 400)
        end = data.find(b"endstream", at)
        if end < 0:
            return
        if stream is None or stream.end() > end:
            continue
        at = end  # never the same bytes twice
        try:
            objects = zlib.decompressobj().decompress(data[stream.end() : end], left)
        except zlib.error:
            continue  # not deflated, so read with the rest; or damaged, and then no reader opens it either
        left -= len(objects)
        if left <= 0:
            raise FileRefused("bomb")
        yield objects


def clean_office(data: bytes) -> Cleaned:
    """A docx or xlsx without macros, controls, programs, or parts fetched from elsewhere.

    Every part is unpacked, never beyond the size its directory claims, and checked by its CRC. Any other
    archive is 'not-allowed'. Raises `FileRefused` ('damaged', 'not-allowed', 'bomb').
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _clean_parts(data, archive)
    except FileRefused:
        raise
    except Exception as fault:  # zipfile raises many kinds on damaged bytes
        raise FileRefused("damaged") from fault


def _clean_parts(data: bytes, archive: zipfile.ZipFile) -> Cleaned:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise FileRefused("bomb")
    if "[Content_Types].xml" not in names or not names & {"word/document.xml", "xl/workbook.xml"}:
        raise FileRefused("not-allowed")
    for part in parts:
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or part.flag_bits & 1:
            raise FileRefused("not-allowed")
        if _OFFICE_ACTS.search(part.filename):
            raise FileRefused("not-allowed")
        head = b""
        with archive.open(part) as opened:
            while piece := opened.read(_PIECE_BYTES):
                head = head or piece
        if part.filename.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in head or b"macroEnabled" in head):
            raise FileRefused("not-allowed")
        if part.filename.endswith(".rels") and _fetches(head):
            raise FileRefused("not-allowed")
    if "word/document.xml" in names:
        return Cleaned(data, WORD, ".docx", "document")
    return Cleaned(data, EXCEL, ".xlsx", "document")


def _fetches(relationships: bytes) -> bool:
    if len(relationships) >= _PIECE_BYTES:  # no document has so many: something is to be hidden
        return True
    return any(
        b"External" in element and any(kind + quote in element for kind in _FETCHED for quote in (b'"', b"'"))
        for element in relationships.split(b">")
    )


def plain_text(data: bytes, encoding: str) -> str | None:
    """The bytes as text, None where they do not fit the encoding whole or hold control characters."""
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return None
    return None if _CONTROLS.search(text) else text


def clean_text(text: str, declared_name: str, declared_type: str | None) -> Cleaned:
    """Plain text as UTF-8 without a byte order mark; scripts and pages raise `FileRefused` 'not-allowed'.

    A script looks like any text, so here alone a declared name or type counts, and only against a file.
    """
    if text.lstrip().startswith(_SCRIPT_STARTS) or _MARKUP.search(text):
        raise FileRefused("not-allowed")
    if _SCRIPT_ENDINGS.search(declared_name) or _SCRIPT_TYPES.search(declared_type or ""):
        raise FileRefused("not-allowed")
    return Cleaned(text.encode(), "text/plain; charset=utf-8", ".txt", "document")
