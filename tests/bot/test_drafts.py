"""Promises about Tibetan that no native reader has signed: marked once, and its Chinese a press away."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bot.rehearsal.session import Rehearsal, Turn
from bot.wiring import ROOT, House
from bot.words import ledger
from bot.words.errors import WordsInvalid
from bot.words.review import LEDGER, Row, read_ledger
from bot.words.texts import Texts, load_texts
from cases.lifecycle import Role
from cases.office import load_office
from dialogs.engine.events import Asked, Event, Pressed, Said
from dialogs.engine.view import Button, View, say
from storage import staff
from tests.bot.test_rehearse import LINES

OFFICE = load_office(ROOT / "office" / "jiali")
MENU = View((say("welcome"), say("menu")), ((Button("menu", "help", say("menu-help")),),))


@pytest.fixture
def reviewed(tmp_path: Path) -> Callable[..., Mapping[str, Texts]]:
    """The words, after a reader gave these messages a status."""
    locales = tmp_path / "locales"
    shutil.copytree(ROOT / "locales", locales)

    def sign(
        status: str, *messages: str, change: Callable[[Row], Row] = lambda row: row
    ) -> Mapping[str, Texts]:
        rows = read_ledger(locales)
        signed = {
            m: change(replace(r, status=status, reviewer="ཚེ་རིང", date="2026-11-30")) if m in messages else r
            for m, r in rows.items()
        }
        (locales / LEDGER).write_text(ledger.written(signed), encoding="utf-8")
        return load_texts(locales, OFFICE)

    return sign


@pytest.mark.parametrize("status", ["native_ok", "bureau_ok"])
def test_the_mark_is_gone_when_a_reader_signs_the_message(
    reviewed: Callable[..., Mapping[str, Texts]], status: str
) -> None:
    assert reviewed("draft")["bo"].view(MENU).mark is not None
    assert reviewed(status, "welcome", "menu")["bo"].view(MENU).mark is not None  # its button is a draft yet
    texts = reviewed(status, "welcome", "menu", "menu-help")
    assert texts["bo"].view(MENU).mark is None
    assert texts["bo"].view(View((say("cancel-sure"),))).mark is not None
    assert texts["zh"].view(MENU).mark is None


@pytest.mark.parametrize("status", ["draft", "mechanical_ok", "needs_change"])
def test_a_status_no_reader_gave_leaves_the_mark(
    reviewed: Callable[..., Mapping[str, Texts]], status: str
) -> None:
    assert reviewed(status, "welcome", "menu", "menu-help")["bo"].view(MENU).mark is not None


@pytest.mark.parametrize("sha", ["zh_sha", "bo_sha"])
def test_a_signature_under_another_text_is_none(
    reviewed: Callable[..., Mapping[str, Texts]], sha: str
) -> None:
    signed = reviewed("native_ok", "cancel-sure", change=lambda row: replace(row, **{sha: "0" * 12}))
    assert signed["bo"].view(View((say("cancel-sure"),))).mark is not None


def test_a_message_within_a_message_counts(reviewed: Callable[..., Mapping[str, Texts]]) -> None:
    inner = View((say("summary-line", label=say("complaint-name-label"), value="扎西"),))
    assert reviewed("native_ok", "summary-line")["bo"].view(inner).mark is not None
    assert reviewed("native_ok", "summary-line", "complaint-name-label")["bo"].view(inner).mark is None


@pytest.mark.parametrize(
    ("old", "new"), [("mechanical_ok", "perfect"), ("message_id,", "id,"), ("\nmenu,", "\nwelcome,")]
)
def test_a_ledger_written_wrong_refuses_to_start(tmp_path: Path, old: str, new: str) -> None:
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    path = tmp_path / "locales" / LEDGER
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(WordsInvalid, match=r"review\.csv"):
        load_texts(tmp_path / "locales", OFFICE)


def forwarded(connection: Connection, house: House, number: str) -> None:
    """A clerk forwards the case."""
    now = house.time.now()
    clerk = staff.add(
        connection,
        login="clerk",
        name="c",
        role=Role("clerk"),
        unit="xinfang",
        language="zh",
        password_hash="none",
        now=now,
    )
    parts = {"unit": "renshe", "complexity": "simple"}
    house.casework.move(connection, number, "forward", clerk, parts, now)


async def _goes(house: House, *events: Event) -> list[Turn]:
    rehearsal = Rehearsal(house, "run/drafts", "bo")
    return [await rehearsal.open(), *[await rehearsal.hear(event) for event in events]]


async def test_one_mark_to_a_message_at_its_end_and_the_button_last(sqlite_house: House) -> None:
    mark = sqlite_house.texts["bo"].text("draft-mark")
    turns = await _goes(sqlite_house, *(Pressed(*one["press"].split(":", 1)) for one in LINES[:4]))
    for message in (m for turn in turns for m in turn.messages):
        assert message["text"].count(mark) == 1
        assert message["text"].endswith(f"\n\n{mark}")
        assert [b["id"] for row in message["rows"] for b in row].count("words:zh") == 1
        assert message["rows"][-1] == [{"id": "words:zh", "label": "中文"}]


async def test_a_receipt_is_shown_again_in_chinese_with_its_number_and_code(house: House) -> None:
    rehearsal = Rehearsal(house, "run/receipt", "bo")
    await rehearsal.open()
    for line in LINES:
        turn = await rehearsal.hear(_event(line))
    assert turn.receipt is not None
    chinese = await rehearsal.hear(Pressed("words", "zh"))
    text = chinese.messages[0]["text"]
    assert "您反映的事已经收到。" in text
    assert all(part in text for part in turn.receipt)
    assert [b["id"] for row in chinese.messages[0]["rows"] for b in row].count("words:zh") == 0
    assert chinese.receipt is None


async def test_a_notice_is_shown_in_chinese_however_much_came_after_it(house: House) -> None:
    rehearsal = Rehearsal(house, "run/notice", "bo")
    await rehearsal.open()
    for line in LINES:
        turn = await rehearsal.hear(_event(line))
    assert turn.receipt is not None
    number = turn.receipt[0]
    await house.store.write(lambda connection: forwarded(connection, house, number))
    told = await rehearsal.hear(Asked("menu"))
    notice, menu = told.messages
    (button,) = (b["id"] for row in notice["rows"] for b in row if b["id"].startswith("words:"))
    await rehearsal.hear(Pressed("menu", "complaint"))
    chinese = await rehearsal.hear(Pressed(*button.split(":", 1)))
    assert f"编号：{number}" in chinese.messages[0]["text"]
    assert "您反映的事已经转给" in chinese.messages[0]["text"]
    assert chinese.asks is not None
    assert chinese.asks.question == "consent"
    assert menu["text"] != notice["text"]


def _event(line: dict[str, str]) -> Event:
    return Said(line["text"]) if "text" in line else Pressed(*line["press"].split(":", 1))
