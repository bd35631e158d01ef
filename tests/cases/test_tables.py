"""Promises about tables kept as CSV: a spreadsheet may save them, and one written wrong refuses, by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.errors import OfficeInvalid, TableInvalid
from cases.tables import read_table

COLUMNS = ("id", "zh", "bo")
SAID = "id,zh,bo\nwages,工资,གླ་ཆ\n"
READ = [{"id": "wages", "zh": "工资", "bo": "གླ་ཆ"}]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


@pytest.mark.parametrize(
    "saved",
    [
        SAID.encode(),
        SAID.encode("utf-8-sig"),
        SAID.replace("\n", "\r\n").encode(),
        f"{SAID},,\n\n".encode(),
        "bo,zh,id\nགླ་ཆ,工资,wages\n".encode(),
    ],
    ids=["as it is", "byte order mark", "Windows", "empty rows", "other order"],
)
def test_what_a_spreadsheet_makes_of_a_table_is_read(file: Path, saved: bytes) -> None:
    file.write_bytes(saved)
    assert read_table(file, COLUMNS) == READ


@pytest.mark.parametrize(
    ("saved", "told"),
    [
        (b"", "its columns are id,zh,bo, not none"),
        (b"id,zh,bo\n", "has no row"),
        (SAID.encode("gb18030", "replace"), "not written in UTF-8"),
        (SAID.encode("utf-16"), "not written in UTF-8"),
        (SAID.replace(",", ";").encode(), "its columns are id,zh,bo, not id;zh;bo"),
        (SAID.replace("bo", "tib", 1).encode(), "its columns are"),
        (SAID.replace("id", "id,id", 1).encode(), "its columns are"),
        (f"{SAID}debt,debts, loans,བུ་ལོན\n".encode(), "row 3: 4 fields, where there are 3 columns"),
        (f"{SAID}debt\n".encode(), "row 3: 1 fields, where there are 3 columns"),
        (f'{SAID}debt,"open,x\n'.encode(), "is not a table"),
    ],
)
def test_a_table_written_wrong_is_refused_by_its_name(file: Path, saved: bytes, told: str) -> None:
    file.write_bytes(saved)
    for error in (TableInvalid, OfficeInvalid):
        with pytest.raises(error, match=rf"^table\.csv.*{told}"):
            read_table(file, COLUMNS, error=error)


def test_a_table_that_is_not_there_is_refused_by_its_name(file: Path) -> None:
    with pytest.raises(TableInvalid, match=r"^table\.csv: No such file"):
        read_table(file, COLUMNS)


def test_a_table_that_may_be_empty_still_has_its_columns(file: Path) -> None:
    file.write_bytes(b"id,zh,bo\n")
    assert read_table(file, COLUMNS, may_be_empty=True) == []
    file.write_bytes(b"id;zh;bo\n")
    with pytest.raises(TableInvalid):
        read_table(file, COLUMNS, may_be_empty=True)
