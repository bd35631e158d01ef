"""Promises about the lint and the ledger: a broken message is named, and no text changes unread."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.words import ledger
from bot.words.errors import WordsInvalid
from bot.words.lint import chinese_faults, lint
from bot.words.messages import read_folder
from cases.office import Office
from tests.words.conftest import ROOT


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the words beside the real code, to break."""
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    for package in ("bot", "dialogs", "cases"):
        (tmp_path / package).symlink_to(ROOT / package)
    return tmp_path


def _errors(root: Path, office: Office) -> set[str]:
    return {text for level, text in lint(root, office) if level == "E"}


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_every_message_of_the_house_is_right(office: Office) -> None:
    assert _errors(ROOT, office) == set()


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "zh/complaint.ftl",
            "complaint-facts =",
            "complaint-fact =",
            "no message 'complaint-facts', said by",
        ),
        ("zh/complaint.ftl", "complaint-name-label =", "complaint-x =", "no message 'complaint-name-label'"),
        ("zh/matters.ftl", "matter-debt =", "matter-debts =", "no message 'matter-debt', said by"),
        ("zh/common.ftl", "refused-file-bomb =", "refused-file-bombs =", "no message 'refused-file-bomb'"),
        ("zh/common.ftl", "menu = ", "menus = ", "nothing says 'menus'"),
        ("zh/common.ftl", "welcome-back = ", "welcome = x\nwelcome-back = ", "'welcome' is already"),
        ("zh/common.ftl", "{ $minutes }", "{ $hours }", "differs from"),
        ("zh/common.ftl", "menu = 您有什么事？", "menu = 您有什么事?", "a western mark '?'"),
        ("zh/common.ftl", "menu = ", "menu = " + "好" * 61, "a sentence of"),
        ("bo/common.ftl", "menu-help = རོགས་རམ།", "menu-help = རོགས་རམ་།", "menu-help: R22"),
        ("bo/common.ftl", "menu-help = རོགས་རམ།", "menu-help = " + "རོགས་" * 6 + "རམ།", "menu-help: L1"),
        ("bo/words.ftl", "words-skip = མཆོང་བ", "words-skip = མཆོངང་བ", "words-skip: S1"),
    ],
)
def test_a_broken_message_is_named(
    house: Path, office: Office, file: str, old: str, new: str, told: str
) -> None:
    path = house / "locales" / file
    if old not in path.read_text(encoding="utf-8"):
        path = path.with_name("progress.ftl")
    before = _errors(house, office)
    _edit(path, old, new)
    assert any(told in error for error in _errors(house, office) - before)


def test_a_call_that_lacks_a_value_is_named(tmp_path: Path, office: Office) -> None:
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "x.py").write_text('say("receipt", number="1")\nsay("no-such")\n', encoding="utf-8")
    errors = _errors(tmp_path, office)
    assert "bot/x.py:1: 'receipt' is said without its 'code'" in errors
    assert "no message 'no-such', said by bot/x.py:2" in errors


def test_a_sentence_in_chinese_is_short_enough_to_read_slowly() -> None:
    messages, _ = read_folder(ROOT / "locales" / "zh")
    assert [m.id for m in messages.values() if list(chinese_faults(m))] == []


def test_the_ledger_is_current() -> None:
    path = ROOT / "locales" / ledger.LEDGER
    assert path.read_text(encoding="utf-8") == ledger.written(ledger.renewed(ROOT / "locales"))


@pytest.mark.parametrize(("language", "old"), [("zh", "menu-help = 帮助"), ("bo", "menu-help = རོགས་རམ།")])
def test_a_changed_text_falls_back_to_a_draft(house: Path, language: str, old: str) -> None:
    locales = house / "locales"
    path = locales / ledger.LEDGER
    rows = ledger.renewed(locales)
    signed = {
        i: ledger.Row(
            r.message_id, r.zh_sha, r.bo_sha, "native_ok", "ཚེ་རིང", "2026-11-30", r.confidence, r.note
        )
        for i, r in rows.items()
    }
    path.write_text(ledger.written(signed), encoding="utf-8")
    _edit(locales / language / "common.ftl", f"\n{old}\n", "\nmenu-help = ཀ\n")
    after = ledger.renewed(locales)
    assert (after["menu-help"].status, after["menu-help"].reviewer) == ("draft", "")
    assert {r.status for i, r in after.items() if i != "menu-help" and i in signed} == {"native_ok"}


def test_no_message_claims_a_reader_it_has_not_had() -> None:
    rows = ledger.read_ledger(ROOT / "locales").values()
    claimed = [
        r.message_id for r in rows if r.status in ("native_ok", "bureau_ok") and not (r.reviewer and r.date)
    ]
    assert claimed == []


def test_a_status_nobody_knows_is_refused(house: Path) -> None:
    _edit(house / "locales" / ledger.LEDGER, "mechanical_ok", "perfect")
    with pytest.raises(WordsInvalid, match="perfect"):
        ledger.read_ledger(house / "locales")
