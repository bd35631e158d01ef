"""`python -m bot report`: the office's year as a file, whole or not at all."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from tests.bot.houses import open_house
from tests.bot.processes import command
from tests.bot.test_commands import KEY
from tests.figures.year import YEAR, Matter, Year

REFUSED = 2


async def test_the_years_report_is_written_in_both_languages(sqlite_file: Path, tmp_path: Path) -> None:
    async with open_house(sqlite_file.parent) as house:
        await Year(house).has(*[Matter(date(YEAR, 4, 4 + n), persons=2) for n in range(3)])
    settings = {"LAMTON_DATA_DIR": str(sqlite_file.parent), "LAMTON_MASTER_KEY": KEY}
    docx, pdf = tmp_path / "report.docx", tmp_path / "report.pdf"
    done = command("report", str(YEAR), "--docx", str(docx), "--pdf", str(pdf), **settings)
    assert done.returncode == 0, done.stderr
    body = zipfile.ZipFile(docx).read("word/document.xml").decode()
    assert "登记信访人6 人次" in body
    assert "མི་ཐེངས། 6" in body
    assert pdf.read_bytes().startswith(b"%PDF")
    one = command("report", str(YEAR), "--docx", str(docx), "--locale", "bo", **settings)
    assert one.returncode == 0, one.stderr
    body = zipfile.ZipFile(docx).read("word/document.xml").decode()
    assert "登记信访人6 人次" not in body
    assert "མི་ཐེངས། 6" in body


def test_a_report_to_nowhere_or_of_no_year_is_refused(tmp_path: Path) -> None:
    for words, told in (
        ((str(YEAR),), "--docx"),
        (("0", "--docx", "x.docx"), "no year"),
        ((str(YEAR), "--pdf", str(tmp_path / "none" / "x.pdf")), "no folder"),
        ((str(YEAR), "--pdf", str(tmp_path / "x.pdf")), "master key"),
    ):
        done = command("report", *words, LAMTON_DATA_DIR=str(tmp_path))
        assert done.returncode == REFUSED
        assert told in done.stderr.decode()
        assert "Traceback" not in done.stderr.decode()
    assert [path.name for path in tmp_path.rglob("x.*")] == []
