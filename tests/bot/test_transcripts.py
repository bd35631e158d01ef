"""Whole conversations, as residents have them, in both languages and over both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.wiring import House
from tests.bot.transcripts import FOLDER, Player

WRITTEN = sorted(FOLDER.glob("*/*.txt"))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
async def test_the_conversation_goes_as_written(
    path: Path, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await Player(house, monkeypatch, tmp_path, path.parent.name).play(path)


def test_every_conversation_is_had_in_both_languages() -> None:
    had = {language: {path.name for path in (FOLDER / language).glob("*.txt")} for language in ("zh", "bo")}
    assert had["zh"] == had["bo"] != set()
