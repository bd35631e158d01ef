"""Promise: one command answers a new question in the written conversations, and changes nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.wiring import House
from tests.bot.transcripts import FOLDER, Unlike
from tests.bot.write_answer import Answering


async def played(house: House, folder: Path, patched: pytest.MonkeyPatch, text: str) -> str:
    """A conversation with the question of evidence answered wherever it is not."""
    player = Answering(house, patched, folder, "zh")
    player.asked, player.answer = "complaint evidence", "#evidence:skip"
    return await player.answered(text)


async def test_a_question_no_transcript_answers_is_answered_where_it_is_asked(
    sqlite_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (FOLDER / "zh" / "plain.txt").read_text(encoding="utf-8")
    without = whole.replace("= complaint evidence\n> 跳过\n", "")
    assert without != whole
    after = await played(sqlite_house, tmp_path, monkeypatch, without)
    assert after == whole.replace("= complaint evidence\n> 跳过\n", "> #evidence:skip\n")


async def test_what_answers_it_already_is_left_as_it_is(
    sqlite_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (FOLDER / "zh" / "plain.txt").read_text(encoding="utf-8")
    assert await played(sqlite_house, tmp_path, monkeypatch, whole) == whole


async def test_what_goes_otherwise_is_told_with_its_line(
    sqlite_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Unlike, match=r"^2: = complaint place"):
        await played(sqlite_house, tmp_path, monkeypatch, "> (opens)\n= complaint place\n")
