"""What is promised of documents: PDF, Word, Excel, plain text."""

from __future__ import annotations

import io

import openpyxl
import pytest

from tests.bot import made_files as made
from tests.bot.made_files import reason, taken

RELS = "word/_rels/settings.xml.rels"


def test_a_pdf_is_kept_as_it_is() -> None:
    file = taken(made.pdf(), "contract.PDF")
    assert (file.data, file.media_type) == (made.pdf(), "application/pdf")
    assert (file.kind, file.name) == ("document", "contract.pdf")


@pytest.mark.parametrize(
    "name", [b"/JavaScript", b"/Java#53cript", b"/Launch", b"/EmbeddedFile", b"/EmbeddedFiles"]
)
def test_a_pdf_that_acts_by_itself_is_refused(name: bytes) -> None:
    acting = b"/OpenAction <</S " + name + b" /JS (app.alert\\(1\\))>>"
    assert reason(made.pdf(acting)) == "not-allowed"
    assert reason(made.pdf(packed=b"5 0 <<" + acting + b">>")) == "not-allowed"
    assert taken(made.pdf(packed=b"5 0 <</Type /Page>>")).media_type == "application/pdf"


def test_a_pdf_that_unpacks_without_end_is_refused() -> None:
    assert reason(made.pdf(packed=bytes(100_000_001))) == "bomb"


def test_what_only_begins_like_a_pdf_is_damaged() -> None:
    assert reason(b"%PDF-1.7\n" + made.SCRIPT) == "damaged"
    assert reason(made.pdf() + bytes(4096)) == "damaged"


def test_word_and_excel_files_are_taken() -> None:
    word = taken(made.office(), "list.zip")
    assert word.media_type.endswith("wordprocessingml.document")
    assert word.name == "list.docx"
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    sheet = taken(file.getvalue(), "wages")
    assert sheet.media_type.endswith("spreadsheetml.sheet")
    assert sheet.name == "wages.xlsx"


@pytest.mark.parametrize(
    "parts",
    [
        {"word/vbaProject.bin": b"x"},
        {"word/activeX/activeX1.bin": b"x"},
        {"word/embeddings/oleObject1.bin": b"x"},
        {"xl/macrosheets/sheet1.xml": b"x"},
        {"word/media/run.EXE": b"x"},
        {made.CONTENT_TYPES: b"application/vnd.ms-word.document.macroEnabled.main+xml"},
        {"word/styles.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'},
        {RELS: b'<Relationship Type="http://x/attachedTemplate" Target="http://x/" TargetMode="External"/>'},
        {RELS: b"<Relationship TargetMode='External' Target='http://evil/' Type='http://x/oleObject'/>"},
        {RELS: b" " * 2_000_000},
    ],
)
def test_an_office_file_that_acts_by_itself_is_refused(parts: dict[str, bytes]) -> None:
    assert reason(made.office(parts)) == "not-allowed"


def test_a_link_in_a_word_file_is_no_reason_to_refuse_it() -> None:
    link = b'<Relationship Type="http://x/hyperlink" Target="http://court/frameworks" TargetMode="External"/>'
    assert taken(made.office({"word/_rels/document.xml.rels": link})).kind == "document"


@pytest.mark.parametrize(
    "parts",
    [
        {"run.exe": made.PROGRAM},
        {"photo.jpg": made.picture()},
        {"AndroidManifest.xml": b"x", "classes.dex": b"x"},
    ],
)
def test_an_archive_is_not_taken(parts: dict[str, bytes]) -> None:
    assert reason(made.archive(parts), "evidence.docx") == "not-allowed"


def test_a_zip_bomb_is_refused() -> None:
    huge = made.office({"word/media/a.bin": bytes(100_000_001)})
    assert len(huge) < 200_000
    assert reason(huge) == "bomb"
    assert reason(made.office({f"word/{number}": b"" for number in range(5001)})) == "bomb"


def test_an_office_file_that_lies_about_its_parts_is_damaged() -> None:
    honest = made.office({"word/media/a": b"WHOLE" * 40})
    assert reason(honest.replace((200).to_bytes(4, "little"), (100).to_bytes(4, "little"))) == "damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_plain_text_is_taken_in_the_encodings_phones_and_offices_use(encoding: str) -> None:
    told = "拖欠工资名单\r\n扎西\t三千元\r\n"
    file = taken(told.encode(encoding), "名单.csv", declared_type="text/csv")
    assert file.data.decode() == told
    assert (file.media_type, file.name) == ("text/plain; charset=utf-8", "名单.txt")


def test_a_letter_that_begins_like_a_bitmap_is_a_letter() -> None:
    assert taken("BMW 车被撞。རྩྭ་ས།".encode(), "a.txt").media_type.startswith("text/plain")


@pytest.mark.parametrize(
    ("name", "declared_type"),
    [
        ("run.BAT", None),
        ("a.js", None),
        ("a.vbs . ", None),
        ("page.html", None),
        ("a.txt", "text/html"),
        ("a.txt", "image/svg+xml"),
        ("a", "application/javascript"),
    ],
)
def test_text_that_calls_itself_a_script_is_refused(name: str, declared_type: str | None) -> None:
    assert reason(b"del everything", name, declared_type=declared_type) == "not-allowed"
