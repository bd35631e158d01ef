"""Promises about the tables beside the messages: one written wrong is told by its name, in a sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.words import ledger, lint
from bot.words.errors import WordsInvalid
from bot.words.review import LEDGER, read_ledger
from bot.words.texts import load_texts
from cases.office import Office
from tests.words.conftest import ROOT

HEAD = "message_id,zh_sha,bo_sha,status,reviewer,date,confidence,note"
ROW = "menu,1,2,draft,,,low,"
BROKEN = [
    (b"", "its columns are"),
    (b"message_id,status\nmenu,draft\n", "its columns are"),
    (f"{HEAD}\n{ROW},\n".encode(), "row 2: 9 fields, where there are 8 columns"),
    (f"{HEAD}\nmenu,1\n".encode(), "row 2: 2 fields, where there are 8 columns"),
    (f"{HEAD}\n{ROW}措辞\n".encode("gb18030"), "is not written in UTF-8"),
    (f'{HEAD}\n{ROW}"so\n'.encode(), "is not a table"),
    (f"{HEAD}\n{ROW}\n{ROW}\n".encode(), "two rows have one message"),
    (f"{HEAD}\nmenu,1,2,perfect,,,low,\n".encode(), "no such status: perfect"),
]


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A copy of the words, to break."""
    return shutil.copytree(ROOT / "locales", tmp_path / "locales")


@pytest.mark.parametrize(("saved", "told"), BROKEN)
def test_a_ledger_written_wrong_refuses_to_start_by_its_name(
    locales: Path, office: Office, saved: bytes, told: str
) -> None:
    (locales / LEDGER).write_bytes(saved)
    with pytest.raises(WordsInvalid, match=rf"^review\.csv.*{told}"):
        load_texts(locales, office)


def test_a_ledger_saved_by_a_spreadsheet_reads_as_it_was(locales: Path) -> None:
    before, text = read_ledger(locales), (locales / LEDGER).read_text(encoding="utf-8")
    (locales / LEDGER).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() + b",,,,,,,\r\n")
    assert read_ledger(locales) == before


@pytest.mark.parametrize("saved", [b"", b"zh,bo\n", b"zh,bo,plain_bo,en,source,confidence\n\xd5\xc5,,,,,\n"])
def test_a_glossary_written_wrong_is_told_by_its_name(locales: Path, saved: bytes) -> None:
    (locales / "bo" / "glossary.csv").write_bytes(saved)
    with pytest.raises(WordsInvalid, match=r"^glossary\.csv"):
        lint.read_glossary(locales)


@pytest.mark.parametrize("command", [lint, ledger])
def test_the_commands_tell_a_broken_ledger_in_a_sentence(
    locales: Path, command: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for package in ("bot", "dialogs", "cases", "office"):
        (locales.parent / package).symlink_to(ROOT / package)
    (locales / LEDGER).write_bytes(b"\xff\n")
    monkeypatch.setattr(command, "ROOT", locales.parent)
    monkeypatch.setattr("sys.argv", ["words"])
    assert command.main() == 1  # type: ignore[attr-defined]
    assert capsys.readouterr().err == "review.csv is not written in UTF-8\n"
