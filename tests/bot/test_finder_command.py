"""Promises of `finder evaluate`: anybody's phrases are measured, and wrong files refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bot.processes import command

PHRASES = "phrase,matter\n老板拖欠我们工资,wages\n包工头拖欠工资不给,disaster\n"


def test_phrases_are_measured_by_eye_and_by_program(tmp_path: Path) -> None:
    file = tmp_path / "phrases.csv"
    file.write_text(PHRASES, encoding="utf-8-sig")
    told = command("finder", "evaluate", str(file)).stdout.decode()
    assert "top-1   50.0%" in told
    assert "top-3   50.0%" in told
    assert "包工头拖欠工资不给  is disaster" in told
    done = command("finder", "evaluate", str(file), "--json")
    assert done.returncode == 0
    came = json.loads(done.stdout)
    assert (came["phrases"], came["top1"], came["top3"]) == (2, 0.5, 0.5)
    assert [miss["phrase"] for miss in came["misses"]] == ["包工头拖欠工资不给"]
    assert came["misses"][0]["found"][0] == "wages"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"words\nx\n", "columns phrase,matter"),
        ("phrase,matter\n工资,nothing\n".encode(), "line 2"),
        (b"phrase,matter\n,wages\n", "line 2"),
        (b"\xff\xfe\x00", "UTF-8"),
        (None, "No such file"),
    ],
)
def test_a_file_that_cannot_be_measured_is_refused_in_a_sentence(
    tmp_path: Path, text: bytes | None, told: str
) -> None:
    file = tmp_path / "phrases.csv"
    if text is not None:
        file.write_bytes(text)
    done = command("finder", "evaluate", str(file))
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
