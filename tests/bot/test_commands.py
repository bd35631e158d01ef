"""Promises of the commands: they refuse in plain words, stop when told, and say nothing they must not."""

from __future__ import annotations

import asyncio
import base64
import csv
import io
import json
import logging
import os
import signal
import socket
import sqlite3
import subprocess
import urllib.request
from pathlib import Path

import pytest

from bot import logs
from bot.__main__ import main
from bot.doctor import examine
from bot.running import Job, run_jobs
from bot.settings import Settings
from cases.errors import TableInvalid
from storage.sealing import MasterKey
from tests.bot.processes import command, rehearsed, started
from tests.bot.test_rehearse import LINES

KEY = base64.b64encode(bytes(range(32))).decode()
TOKEN = "123456789:" + "A" * 35


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({}, "needs its master key"),
        ({"LAMTON_MASTER_KEY": "c2hvcnQ="}, "master key cannot be used"),
        ({"LAMTON_MASTER_KEY_FILE": "no-such-file"}, "no-such-file"),
        ({"LAMTON_MASTER_KEY": KEY, "LAMTON_OFFICE": "office/nowhere"}, "office's data"),
        ({"LAMTON_MASTER_KEY": KEY, "LAMTON_DATABASE_URL": "mysql://x/y"}, "LAMTON_DATABASE_URL"),
        ({"LAMTON_MASTER_KEY": KEY, "LAMTON_DATABASE_URL": "postgresql://u@127.0.0.1:1/x"}, "database"),
        ({"LAMTON_MASTER_KEY": KEY, "LAMTON_LOG_LEVEL": "loud"}, "LAMTON_LOG_LEVEL"),
        ({"LAMTON_MASTER_KEY": KEY, "LAMTON_DESK_LISTEN": "here"}, "LAMTON_DESK_LISTEN"),
        ({"LAMTON_MASTER_KEY": KEY, "LAMTON_STAFF_TOKEN": "secret words"}, "LAMTON_STAFF_TOKEN"),
    ],
)
def test_serve_refuses_in_a_clear_sentence(data_dir: Path, settings: dict[str, str], told: str) -> None:
    done = command("serve", LAMTON_DATA_DIR=str(data_dir), **settings)
    assert done.returncode == 2
    text = done.stderr.decode()
    assert told in text
    assert "Traceback" not in text
    assert "secret words" not in text
    assert "c2hvcnQ" not in text


def test_a_demonstration_whose_port_was_taken_begins_in_the_same_folder_the_next_time(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for _ in range(2):
            done = command("demo", "--port", port, "--data-dir", str(tmp_path / "demo"))
            assert done.returncode == 2
            assert b"Nobody can be answered" in done.stderr


def test_a_wrong_table_is_told_in_a_sentence_whichever_command_reads_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Some tables are read as their modules are imported, before any command has begun."""

    def imported() -> None:
        raise TableInvalid("matters.csv has no row")

    monkeypatch.setattr("bot.__main__.app", imported)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert capsys.readouterr().err == "A table of the rules cannot be used: matters.csv has no row\n"


@pytest.mark.parametrize("role", ["residents", "staff", "api"])
def test_a_role_with_nothing_to_run_says_what_lacks(data_dir: Path, role: str) -> None:
    done = command("serve", "--role", role, LAMTON_DATA_DIR=str(data_dir), LAMTON_MASTER_KEY=KEY)
    assert done.returncode == 2
    assert b"nothing to run" in done.stderr


def test_serve_refuses_a_port_that_is_taken(data_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        listen = f"127.0.0.1:{taken.getsockname()[1]}"
        done = command(
            *("serve", "--role", "web"),
            LAMTON_DATA_DIR=str(data_dir),
            LAMTON_MASTER_KEY=KEY,
            LAMTON_RESIDENTS_LISTEN=listen,
        )
    assert done.returncode == 2
    assert listen in done.stderr.decode()


def test_serve_says_which_bots_are_off_and_stops_at_once_with_a_page_open(data_dir: Path) -> None:
    listen = f"127.0.0.1:{_free_port()}"
    process = started(
        "serve",
        LAMTON_DATA_DIR=str(data_dir),
        LAMTON_MASTER_KEY=KEY,
        LAMTON_RESIDENTS_LISTEN=listen,
        LAMTON_DESK_LISTEN=listen,
        LAMTON_SECURE_COOKIES="false",
    )
    assert process.stderr is not None
    said = b""
    while b"running:" not in said:
        line = process.stderr.readline()
        assert line, said.decode()
        said += line
    assert b"residents' bot is off" in said
    assert b"staff's bot is off" in said
    with urllib.request.urlopen(f"http://{listen}/", timeout=60) as page:
        assert page.status == 200
    with urllib.request.urlopen(f"http://{listen}/desk/sign-in", timeout=60) as page:
        assert page.status == 200
    # A stream of events that never ends by itself: the resident has begun, and their page is open.
    with _stream(listen):
        process.send_signal(signal.SIGTERM)
        _, rest = process.communicate(timeout=60)
    assert process.returncode == 0, rest.decode()
    assert b"Traceback" not in rest


def _stream(listen: str) -> socket.socket:
    """An open request that the server has not finished: headers sent, the body promised and not sent."""
    host, _, port = listen.partition(":")
    connection = socket.create_connection((host, int(port)))
    connection.sendall(b"POST /say HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n")
    return connection


def test_the_demo_says_when_it_is_ready_and_goes_on_where_it_was(tmp_path: Path) -> None:
    words = ("demo", "--port", str(_free_port()), "--data-dir", str(tmp_path / "demo"))
    first, second = _demo(*words), _demo(*words)
    assert "Making the synthetic cases" in first
    assert "Making" not in second
    assert [line for line in first.splitlines() if "Sign in as" in line] == [
        line for line in second.splitlines() if "Sign in as" in line
    ]
    assert (tmp_path / "demo" / "sign-ins.json").stat().st_mode & 0o777 == 0o600


def _demo(*words: str) -> str:
    with started(*words) as process:  # whatever fails, no demonstration goes on behind it
        try:
            return _ready(process, port=words[2])
        finally:
            process.kill()


def _ready(process: subprocess.Popen[bytes], port: str) -> str:
    assert process.stdout is not None
    said = b""
    while b"Ready" not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/desk/sign-in", timeout=60) as page:
        assert page.status == 200
    process.send_signal(signal.SIGINT)
    _, complaints = process.communicate(timeout=60)
    assert process.returncode == 0, complaints.decode()
    assert b"Traceback" not in complaints
    return said.decode("utf-8")


def test_the_demo_throws_nothing_away_that_is_not_its_own(tmp_path: Path) -> None:
    (tmp_path / "lamton.db").write_bytes(b"precious")
    done = command("demo", "--fresh", "--data-dir", str(tmp_path))
    assert done.returncode == 2
    assert (tmp_path / "lamton.db").read_bytes() == b"precious"


def test_a_demo_that_could_not_begin_is_begun_anew_where_it_was(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        words = ("demo", "--fresh", "--port", str(taken.getsockname()[1]), "--data-dir", str(tmp_path / "d"))
        first, second = command(*words), command(*words)
    assert b"already in use" in first.stderr
    assert second.stderr == first.stderr


async def test_a_job_that_breaks_ends_the_others_and_is_told_with_a_reference(
    caplog: pytest.LogCaptureFixture,
) -> None:
    ended = asyncio.Event()

    async def breaks() -> None:
        raise RuntimeError("words of a resident")

    async def waits() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    assert await run_jobs([Job("one", breaks), Job("two", waits)], asyncio.Event()) is False
    assert ended.is_set()
    assert "one ended by itself, fault " in caplog.messages[0]


async def test_jobs_that_are_told_to_stop_end_well() -> None:
    told, done = asyncio.Event(), asyncio.Event()

    async def serves() -> None:
        await done.wait()

    async def tells() -> None:
        told.set()
        await asyncio.Event().wait()

    assert await run_jobs([Job("site", serves, done.set), Job("other", tells)], told) is True


def test_the_log_holds_no_token_no_secret_and_no_message_of_an_error() -> None:
    out = io.StringIO()
    record = logging.LogRecord("x", logging.ERROR, "", 1, "to https://api/bot%s/getMe %s", (TOKEN, KEY), None)
    try:
        raise ValueError("what the resident wrote")
    except ValueError as error:
        record.exc_info = (type(error), error, error.__traceback__)
    handler = logging.StreamHandler(out)
    handler.setFormatter(logs.Plain((KEY,)))
    handler.emit(record)
    text = out.getvalue()
    assert TOKEN not in text
    assert KEY not in text
    assert "resident wrote" not in text
    assert "builtins.ValueError" in text
    assert "test_commands.py" in text


def test_staff_are_let_in_listed_and_cut_off(data_dir: Path) -> None:
    settings = {"LAMTON_DATA_DIR": str(data_dir)}
    who = ("--name", "扎西", "--role", "unit", "--unit", "renshe")
    add = ("staff", "add", "tashi", *who, "--password-stdin")
    assert command(*add, given="a good password\n", **settings).returncode == 0
    again = command(*add, given="a good password\n", **settings)
    assert (again.returncode, b"taken" in again.stderr) == (2, True)
    assert "tashi  unit  renshe  zh  扎西" in command("staff", "list", **settings).stdout.decode("utf-8")
    wrong = command("staff", "place", "tashi", "--role", "clerk", "--unit", "renshe", **settings)
    assert (wrong.returncode, b"office itself" in wrong.stderr) == (2, True)
    assert (
        command("staff", "place", "tashi", "--role", "head", "--unit", "lincao", **settings).returncode == 0
    )
    assert command("staff", "reads", "tashi", "zh", "bo", **settings).returncode == 0
    assert "tashi  head  lincao  zh+bo  扎西" in command("staff", "list", **settings).stdout.decode("utf-8")
    assert command("staff", "password", "tashi", "--password-stdin", given="x\n", **settings).returncode == 2
    assert command("staff", "unlink", "tashi", **settings).returncode == 0
    assert command("staff", "off", "tashi", **settings).returncode == 0
    assert command("staff", "list", **settings).stdout.decode("utf-8").rstrip().endswith("off")
    nobody = command("staff", "off", "nobody", **settings)
    assert (nobody.returncode, b"nobody" in nobody.stderr) == (2, True)
    with sqlite3.connect(data_dir / "lamton.db") as connection:
        (stored,) = connection.execute("SELECT password_hash FROM staff").fetchone()
        acts = connection.execute("SELECT act, by FROM staff_acts ORDER BY id").fetchall()
    assert [act for act, _ in acts] == ["add", "place", "reads", "lost", "off"]
    assert {by.partition(":")[0] for _, by in acts} == {"terminal"}
    connection.close()
    assert stored.startswith("$argon2id$")


def test_cases_are_exported_to_a_file_or_to_standard_output(data_dir: Path, tmp_path: Path) -> None:
    receipt = rehearsed(data_dir, *LINES, options=("--locale", "zh"))[-1]["receipt"]
    settings = {
        "LAMTON_DATA_DIR": str(data_dir),
        "LAMTON_MASTER_KEY_FILE": str(data_dir / "master.key"),
    }
    done = command("cases", "export", **settings)
    assert done.returncode == 0, done.stderr.decode()
    told = json.loads(done.stdout.decode("utf-8"))
    assert [case["number"] for case in told["cases"]] == [receipt["number"]]
    out = tmp_path / "cases.csv"
    done = command("cases", "export", "--format", "csv", "--out", str(out), **settings)
    assert done.returncode == 0, done.stderr.decode()
    assert out.stat().st_mode & 0o777 == 0o600
    (row,) = csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig")))
    assert row["number"] == receipt["number"]
    bad = command("cases", "export", "--since", "yesterday", **settings)
    assert (bad.returncode, b"--since" in bad.stderr) == (2, True)


def test_an_export_of_days_that_end_before_they_begin_is_refused(data_dir: Path, tmp_path: Path) -> None:
    out = tmp_path / "cases.json"
    days = ("--since", "2026-11-24", "--until", "2026-11-23", "--out", str(out))
    bad = command("cases", "export", *days, LAMTON_DATA_DIR=str(data_dir))
    told = b"--since 2026-11-24 is after --until 2026-11-23: no day lies between them.\n"
    assert (bad.returncode, bad.stdout, bad.stderr) == (2, b"", told)
    assert not out.exists()


async def test_the_doctor_finds_what_is_wrong(data_dir: Path) -> None:
    from tests.bot import houses
    from tests.bot.test_housekeeping import SAMPLE, _draft, file_sample

    async with houses.open_house(data_dir) as house:
        await file_sample(house, SAMPLE)
        await _draft(house, "one")
    key = base64.b64encode(houses.KEY.raw).decode()
    settings = Settings(data_dir=data_dir, master_key=key)
    found = {one.what: one for one in await examine(settings)}
    assert [one for one in found.values() if not one.well] == []
    assert {"office", "words", "fonts", "database", "migrations", "key", "files", "records"} <= set(found)
    wrong = Settings(data_dir=data_dir, master_key=base64.b64encode(os.urandom(32)).decode())
    found = {one.what: one for one in await examine(wrong)}
    assert not found["key and database"].well
    with sqlite3.connect(data_dir / "lamton.db") as connection:
        connection.execute("UPDATE events SET by_role = 'clerk'")
    connection.close()
    next(p for p in (data_dir / "files").rglob("*") if p.is_file()).write_bytes(b"rotten")
    found = {one.what: one for one in await examine(settings)}
    assert not found["records"].well
    assert not found["files"].well


def test_a_key_is_made_and_help_loads_neither_bot() -> None:
    done = command("key")
    assert len(MasterKey.parse(done.stdout.decode()).raw) == 32
    assert command("--help").returncode == 0


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("bot.__main__", ("aiogram", "telegram", "sqlalchemy", "starlette")),
        ("bot.commands.rehearse", ("aiogram", "telegram", "starlette", "uvicorn")),
        ("bot.commands.serve", ("aiogram", "telegram")),
        ("bot.commands.demo", ("aiogram", "telegram")),
    ],
)
def test_a_command_loads_only_what_it_needs(module: str, never: tuple[str, ...]) -> None:
    import sys

    asked = f"import sys, {module}; print(*sorted(set(sys.modules) & set({never!r})))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
