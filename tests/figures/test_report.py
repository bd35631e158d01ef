"""The yearly report: one set of blocks, as DOCX and PDF, in both languages, with the year's own numbers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from bot.figures.charts import Bar, lying, standing
from bot.figures.counted import count
from bot.figures.described import FILE, described, written
from bot.figures.documents import docx_of, pdf_of
from bot.figures.report import Block, Report, report
from bot.figures.tables import csv_of, xlsx_of
from bot.staff_cards import unit_label
from bot.wiring import House
from bot.words.messages import LANGUAGES
from cases.periods import Period, year_of
from dialogs.engine.view import Place
from storage.figures.eyes import office_eyes
from tests.bot.houses import open_house
from tests.figures.year import YEAR, county_2025

ON = date(2026, 1, 20)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
async def filled(sqlite_file: Path) -> AsyncIterator[House]:
    """A house with the county's year."""
    async with open_house(sqlite_file.parent) as house:
        await county_2025(house)
        yield house


async def reported(house: House, *languages: str) -> Report:
    """The report of the year."""
    counted = await house.store.read(lambda c: count(c, office_eyes(), year_of(YEAR), ON))
    return report(languages or LANGUAGES, house.texts, house.office, counted, ON)


async def test_the_report_is_a_document_of_word_to_edit(filled: House) -> None:
    made = await reported(filled)
    content = docx_of(made)
    file = zipfile.ZipFile(io.BytesIO(content))
    assert file.testzip() is None
    for name in file.namelist():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(file.read(name))  # noqa: S314 - our own
    body = ElementTree.fromstring(file.read("word/document.xml"))  # noqa: S314
    text = "\n".join("".join(p.itertext()) for p in body.iter(f"{_W}p"))
    for said in (
        "2025年信访情况年度报告",
        "47 件",
        "-47.78%",
        "1,633,500 元",
        "463,000 元",
        "557 次",
        "算法",
    ):
        assert said in text, said
    assert filled.texts["bo"].text("staff-report-part-2") in text
    tables = list(body.iter(f"{_W}tbl"))
    assert len(tables) == 2 * (8 + 6 + 1)
    assert all(len({len(list(row.iter(f"{_W}tc"))) for row in one.iter(f"{_W}tr")}) == 1 for one in tables)
    related = file.read("word/_rels/document.xml.rels").decode()
    pictures = [name for name in file.namelist() if name.endswith(".png")]
    blip = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
    assert len(list(body.iter(blip))) == 2 * 6 * 2, "each chart of this year and the year before, twice"
    pictures = [name for name in pictures if name.startswith("word/")]
    assert all(name.removeprefix("word/") in related for name in pictures)
    again = zipfile.ZipFile(io.BytesIO(docx_of(made)))
    assert again.read("word/document.xml") == file.read("word/document.xml")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_report_is_a_pdf_with_the_same_numbers(filled: House, language: str) -> None:
    made = await reported(filled, language)
    pdf = pdf_of(made)
    pages = PdfReader(io.BytesIO(pdf)).pages
    text = "".join(page.extract_text() for page in pages)
    for said in ("-47.78%", "1,633,500", "4,765,900", "557"):
        assert said in text, said
    assert pdf_of(made) == pdf


async def test_a_report_is_of_a_whole_year(filled: House) -> None:
    period = Period(date(YEAR, 1, 1), date(YEAR, 11, 30))
    counted = await filled.store.read(lambda c: count(c, office_eyes(), period, ON))
    with pytest.raises(ValueError, match="calendar year"):
        report(("zh",), filled.texts, filled.office, counted, ON)


async def test_a_table_to_take_away_says_the_same(filled: House) -> None:
    from openpyxl import load_workbook

    counted = await filled.store.read(lambda c: count(c, office_eyes(), year_of(YEAR), ON))
    zh = filled.texts["zh"]
    told = csv_of(zh, filled.office, counted)
    assert told.startswith(b"\xef\xbb\xbf")
    assert "登记信访事项 (件),47,90,-47.78," in told.decode("utf-8-sig")
    assert "作出答复 (件),45,90,-50.00," in told.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(xlsx_of(zh, filled.office, counted)))
    sheet = book.worksheets[0]
    rows = {row[0]: row[1:4] for row in sheet.iter_rows(values_only=True)}
    assert rows["登记信访人 (人次)"] == (51, 104, -50.96)
    assert rows["拖欠工资 (元)"][0] == 1_633_500
    assert [one.title for one in book.worksheets][1:] == [
        filled.texts["zh"].text(f"staff-figure-by-{by}")
        for by in ("came_by", "kind", "matter", "place", "unit", "month")
    ]


def test_a_chart_escapes_what_it_names_and_is_read_without_colour() -> None:
    bars = [Bar("<b>&", 3, 7), Bar("x", 0, None)]
    for drawn in (lying(bars, 'a "b"', "m"), standing(bars, 'a "b"', "m")):
        tree = ElementTree.fromstring(drawn)  # noqa: S314
        texts = [e.text for e in tree.iter("{http://www.w3.org/2000/svg}text")]
        assert "<b>&" in texts
        assert "3" in texts
        assert "7" in texts
        assert "url(#hatch-m)" in drawn
        assert tree.get("aria-label") == 'a "b"'
        assert "style=" not in drawn  # the desk's pages allow none


def test_docs_hold_every_formula_as_it_is() -> None:
    from bot.wiring import ROOT
    from bot.words.texts import load_texts
    from cases.office import load_office

    texts = load_texts(ROOT / "locales", load_office(ROOT / "office" / "jiali"))
    file = FILE.read_text(encoding="utf-8")
    assert written(file, texts) == file, "run python -m bot.figures.described"
    assert "`matters.closed` ÷ `matters.all`" in described(texts)
    with pytest.raises(ValueError, match="no place"):
        written("# nothing", texts)


async def test_every_place_and_unit_can_be_drawn_in_the_pdf(filled: House) -> None:
    """A Tibetan name with its Chinese in brackets is two runs of letters, each in its own font."""
    texts = filled.texts["bo"]
    names = [texts.value(Place(one)) for one in filled.office.places.by_code]
    names += [unit_label(texts, one) for one in (None, *filled.office.units)]
    for first in range(0, len(names), 40):
        drawn = lying([Bar(name, 1, 0) for name in names[first : first + 40]], "", "one")
        block = Block("chart", "", svgs=(drawn,))
        assert pdf_of(Report("", "", ON, (("bo", (block,)),)))[:5] == b"%PDF-"


def test_a_chart_names_a_place_in_tibetan_with_its_chinese_beside_it() -> None:
    """A doubtful name, `མཚོ་སྟོད་ཤང (措多乡)`: each script has its letters, in the PDF as in the picture."""
    name = "མཚོ་སྟོད་ཤང (措多乡) <1>"
    svg = lying([Bar(name, 6, 0), Bar("(嘉黎县民政局)", 1, 0)], "ཤང་དང་གྲོང་རྡལ།", "place")
    made = Report("2025", "嘉黎县", ON, (("bo", (Block("chart", "ཤང་དང་གྲོང་རྡལ།", svgs=(svg,)),)),))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf_of(made))).pages)
    assert "(措多乡)" in text


def test_no_bar_covers_a_stack_of_the_name_above_it() -> None:
    """Noto Serif Tibetan reaches 0.95 of its size below the line, with a vowel beneath three letters."""
    svg = lying([Bar("རྩྭ་ཐང་གི་རྩོད་གཞི།", 2, 1), Bar("གནས་སྤོར་བཀོད་སྒྲིག", 1, 0)], "", "matter")
    lines = [float(y) for y in re.findall(r'<text x="6.0" y="([0-9.]+)" font-size="11"', svg)]
    bars = [float(y) for y in re.findall(r'<rect x="6.0" y="([0-9.]+)" width="[0-9.]+" height="10.0"', svg)]
    assert len(lines) == len(bars) == 2
    assert all(bar - line >= 11 * 0.95 for line, bar in zip(lines, bars, strict=True))
    assert lines[1] - 11 > bars[0] + 19, "and none is written over the bars of the row before"
