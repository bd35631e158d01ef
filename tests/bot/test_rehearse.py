"""Promises of `python -m bot rehearse`: anyone can drive the conversation by question id."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bot.rehearsal import json_lines
from bot.rehearsal.plain import Screen, draw, read_plain
from bot.rehearsal.session import FileLine, Malformed, Rehearsal, Turn
from bot.wiring import House
from dialogs.engine.events import Pinned, Pressed, Said, Unusable
from dialogs.engine.questions import ACCEPTS
from dialogs.engine.view import Asks
from storage.errors import StorageBusy
from tests.bot import made_files
from tests.bot.processes import command, rehearsed, started

FACTS = "老板欠我三个月工资没有发。"
PRESSES = (
    *("menu:complaint", "consent:agree", "matter:wages", "place:540621101202"),
    *(f"text:{FACTS}", "facts:done", "text:请帮我要回工资。", "since:skip", "amount:skip", "people:skip"),
    *("told_before:no", "evidence:skip", "behalf:self", "identity:named", "text:扎西", "phone:skip"),
    "summary:submit",
)
LINES = [{"text": p[5:]} if p.startswith("text:") else {"press": p} for p in PRESSES]


def test_a_complaint_is_filed_by_question_ids_and_the_receipt_is_on_the_line_that_files(
    data_dir: Path,
) -> None:
    told = rehearsed(data_dir, *LINES, options=("--locale", "zh"))
    assert len(told) == 1 + len(LINES)
    assert all(set(one) <= {"messages", "asks", "receipt"} for one in told)
    assert [one["asks"] is None for one in told] == [True, *(False,) * (len(LINES) - 1), True]
    assert ["receipt" in one for one in told] == [*(False,) * len(LINES), True]
    receipt = told[-1]["receipt"]
    assert re.fullmatch(r"嘉信\d{8}-\d{8}", receipt["number"])
    assert re.fullmatch(r"(\d{4} ){4}\d{4}", receipt["code"])
    text = "".join(m["text"] for m in told[-1]["messages"])
    assert receipt["number"] in text
    assert receipt["code"] in text
    for one in told:
        for message in one["messages"]:
            assert set(message) == {"text", "buttons", "files"}
            for button in (b for row in message["buttons"] for b in row):
                assert set(button) == {"id", "label"}
                assert ":" in button["id"]
        if one["asks"]:
            assert set(one["asks"]) == {"dialog", "question", "accepts"}
            assert set(one["asks"]["accepts"]) <= set(ACCEPTS)


def test_the_opening_turn_is_written_before_any_input(data_dir: Path) -> None:
    process = started("rehearse", "--json", LAMTON_DATA_DIR=str(data_dir))
    assert process.stdout is not None
    opening = json.loads(process.stdout.readline())
    assert opening["asks"] == {"dialog": "language", "question": "language", "accepts": ["choice"]}
    rest, _ = process.communicate()
    assert rest == b""
    assert process.returncode == 0


@pytest.mark.parametrize(("locale", "hello"), [("zh", "您好"), ("bo", "བཀྲ་ཤིས་བདེ་ལེགས")])
def test_a_locale_skips_the_language_question(data_dir: Path, locale: str, hello: str) -> None:
    (opening,) = rehearsed(data_dir, options=("--locale", locale))
    assert opening["asks"] is None
    assert hello in opening["messages"][0]["text"]


def test_a_named_rehearsal_goes_on_where_it_was_and_a_nameless_one_begins_anew(data_dir: Path) -> None:
    named = ("--locale", "zh", "--as", "dolma")
    rehearsed(data_dir, *LINES[:5], options=named)
    (again,) = rehearsed(data_dir, options=named)
    assert again["asks"]["question"] == "facts"
    (other,) = rehearsed(data_dir, options=("--locale", "zh"))
    assert other["asks"] is None
    assert "menu:continue" not in json.dumps(other)


def test_its_own_data_folder_and_key_are_made_on_the_first_run(tmp_path: Path) -> None:
    done = command("rehearse", "--json", "--data-dir", str(tmp_path / "new"))
    assert done.returncode == 0
    assert (tmp_path / "new" / "master.key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "new" / "lamton.db").exists()


def test_another_key_than_the_databases_is_refused(data_dir: Path) -> None:
    rehearsed(data_dir, *LINES[:2])
    (data_dir / "master.key").write_text("A" * 43 + "=\n", encoding="ascii")
    done = command("rehearse", "--json", LAMTON_DATA_DIR=str(data_dir))
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"not the one" in done.stderr


MALFORMED = [
    *("", "nonsense", "[]", '"text"', "null", "{}", '{"text": 5}', '{"text": null}', '{"press": 3}'),
    *('{"text": "a", "press": "b:c"}', '{"other": "a"}', '{"text": "a", "other": 1}', '{"file": "x"}'),
    *('{"file": "x", "kind": "video"}', '{"file": "no-such-file", "kind": "photo"}', '{"location": []}'),
    *('{"location": [91, 0]}', '{"location": [0, 181]}', '{"location": [true, 0]}', '{"location": [NaN, 0]}'),
    *('{"location": ["1", "2"]}', '{"location": [1e999, 0]}', '{"file": "a\\u0000b", "kind": "photo"}'),
    *('{"location": [' + "9" * 400 + ", 0]}", "[" * 5000, '{"text": ' + "9" * 5000 + "}"),
]


async def test_a_malformed_line_gives_an_error_and_changes_nothing(sqlite_house: House) -> None:
    rehearsal = Rehearsal(sqlite_house, "run/1", "zh")
    await rehearsal.open()
    await rehearsal.hear(json_lines.read_json(b'{"press": "menu:complaint"}'))
    before = await sqlite_house.conversations.place("terminal", "run/1")
    for line in MALFORMED:
        with pytest.raises(Malformed):
            await rehearsal.hear(json_lines.read_json(line.encode()))
    assert await sqlite_house.conversations.place("terminal", "run/1") == before


def test_every_malformed_line_is_answered_by_one_line(data_dir: Path) -> None:
    told = rehearsed(data_dir, *MALFORMED[:6], {"press": "menu:help"}, options=("--locale", "zh"))
    assert [set(one) for one in told[1:7]] == [{"error"}] * 6
    assert "messages" in told[7]


def test_bytes_that_are_not_utf8_are_malformed() -> None:
    with pytest.raises(Malformed):
        json_lines.read_json(b'{"text": "\xff\xfe"}')


def test_lone_surrogates_and_unseen_characters_do_no_harm(data_dir: Path) -> None:
    said = '{"text": "\\ud800欠\\u202e工资\\u200b\\udfff\\u0000\\u001b[31m"}'
    lines = (*LINES[:4], said, {"press": "facts:done"}, {"press": "request:back"})
    told = rehearsed(data_dir, *lines, '{"press": "\\ud800:\\ud800"}', options=("--locale", "zh"))
    assert all("error" not in one for one in told)
    assert "欠工资[31m" in told[-2]["messages"][0]["text"]


async def test_a_button_that_is_not_ours_gets_a_kind_sentence(sqlite_house: House) -> None:
    rehearsal = Rehearsal(sqlite_house, "run/2", "zh")
    await rehearsal.open()
    line = json_lines.read_json(b'{"press": "not one of ours"}')
    assert line == Unusable("not-yours")
    turn = await rehearsal.hear(line)
    assert sqlite_house.texts["zh"].text("refused-not-yours") in turn.messages[0]["text"]


async def test_a_file_is_kept_and_one_refused_at_the_door_gets_its_reason(
    sqlite_house: House, tmp_path: Path
) -> None:
    photo, program = tmp_path / "photo.jpg", tmp_path / "program.jpg"
    photo.write_bytes(made_files.photo_with_gps())
    program.write_bytes(b"MZ\x90\x00" + bytes(range(256)) * 4)
    rehearsal = Rehearsal(sqlite_house, "run/3", "zh")
    await rehearsal.open()
    turn = await rehearsal.hear(FileLine(program, "photo"))
    assert sqlite_house.texts["zh"].text("refused-file-not-allowed") in turn.messages[0]["text"]
    turn = await rehearsal.hear(FileLine(photo, "photo", "合同"))
    assert turn.asks is not None
    assert turn.asks.dialog == "complaint"


async def test_a_database_that_is_locked_gets_a_kind_sentence_and_the_place_stays(
    sqlite_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsal = Rehearsal(sqlite_house, "run/4", "bo")
    await rehearsal.open()
    asked = await rehearsal.hear(Pressed("menu", "complaint"))

    async def busy(*_: object) -> None:
        raise StorageBusy("the database is busy")

    with monkeypatch.context() as broken:
        broken.setattr(sqlite_house.store, "write", busy)
        turn = await rehearsal.hear(Pressed("consent", "agree"))
    assert turn.messages[0]["text"] == sqlite_house.texts["bo"].text("service-down")
    assert turn.asks == asked.asks
    turn = await rehearsal.hear(Pressed("consent", "agree"))
    assert turn.asks is not None
    assert turn.asks.question == "matter"


async def test_a_fault_has_a_reference_that_stands_in_the_log_and_no_words_of_the_resident(
    sqlite_house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    rehearsal = Rehearsal(sqlite_house, "run/5", "zh")
    await rehearsal.open()

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError(FACTS)

    monkeypatch.setattr(sqlite_house.conversations, "hear", broken)
    turn = await rehearsal.hear(Said(FACTS))
    (reference,) = re.findall(r"[0-9a-f]{8}", turn.messages[0]["text"])
    assert reference in caplog.messages[-1]
    assert FACTS not in caplog.messages[-1]


def test_a_number_presses_the_button_of_that_number_and_is_an_answer_where_numbers_are() -> None:
    rows = [[{"id": "a:one", "label": "One"}], [{"id": "a:two", "label": "Two"}]]
    messages: tuple[dict[str, Any], ...] = ({"text": "?", "rows": rows, "draft": "d1"},)
    choice = Screen.of(Turn(messages, Asks("x", "a", ("choice",))))
    number = Screen.of(Turn(messages, Asks("x", "a", ("number", "skip"))))
    assert read_plain("2\n", choice) == Pressed("a", "two", "d1")
    assert read_plain("3", choice) == Said("3")
    assert read_plain("2", number) == Said("2")
    assert read_plain("#2", number) == Pressed("a", "two", "d1")
    assert "[#2] Two" in draw(Turn(messages, Asks("x", "a", ("number",))))
    with pytest.raises(Malformed):
        read_plain("#3", choice)


def test_a_path_sends_a_file_of_its_kind() -> None:
    assert read_plain("@a b.jpg", Screen()) == FileLine(Path("a b.jpg"), "photo")
    assert read_plain("@x.ogg", Screen()) == FileLine(Path("x.ogg"), "voice")
    assert read_plain("@x.pdf", Screen()) == FileLine(Path("x.pdf"), "document")
    assert read_plain("@document:x.jpg", Screen()) == FileLine(Path("x.jpg"), "document")
    assert read_plain("@location:30.6, 93.2", Screen()) == Pinned(30.6, 93.2)
    with pytest.raises(Malformed):
        read_plain("@location:here", Screen())


def test_plain_output_has_no_colours_when_it_is_no_terminal(data_dir: Path) -> None:
    done = command("rehearse", "--locale", "bo", given="1\n", LAMTON_DATA_DIR=str(data_dir))
    text = done.stdout.decode("utf-8")
    assert "[1] " in text
    assert "\x1b" not in text
    assert done.stderr == b""


def test_a_reader_that_goes_away_ends_it_quietly(data_dir: Path) -> None:
    process = started("rehearse", "--json", "--locale", "zh", LAMTON_DATA_DIR=str(data_dir))
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    try:
        process.stdin.write(b'{"press": "menu:help"}\n' * 2)
        process.stdin.close()
    except BrokenPipeError:
        pass
    complaints = process.stderr.read()
    process.stderr.close()
    process.wait()
    assert b"Traceback" not in complaints


def test_two_rehearsals_share_one_database(data_dir: Path) -> None:
    rehearsed(data_dir)  # the tables and the key
    both = [started("rehearse", "--json", "--locale", "zh", LAMTON_DATA_DIR=str(data_dir)) for _ in range(2)]
    given = "".join(f"{json.dumps(one)}\n" for one in LINES).encode()
    for process in both:
        assert process.stdin is not None
        process.stdin.write(given)
    told = [_ended(process) for process in both]
    numbers = {json.loads(lines[-1])["receipt"]["number"] for lines in told}
    assert len(numbers) == 2


def _ended(process: subprocess.Popen[bytes]) -> list[bytes]:
    out, err = process.communicate()
    assert process.returncode == 0, err.decode()
    return out.splitlines()
