"""Whole conversations, as residents have them, in both languages and over both databases.

Together they reach every question, every option and every message of the residents' side; what is missing is
told line by line (`tests.bot.reached`).
"""

from __future__ import annotations

import fnmatch
from pathlib import Path

import pytest

from bot.wiring import House
from bot.words.messages import LANGUAGES
from tests.bot import houses, reached
from tests.bot.reached import REACHED
from tests.bot.transcripts import FOLDER, Player

WRITTEN = sorted(FOLDER.glob("*/*.txt"))
MATTERS = [path for path in WRITTEN if path.stem.startswith("matter-")]
"""To a card and no further: nothing of them depends on the database."""
OTHERS = [path for path in WRITTEN if path not in MATTERS]
PLAYED: set[Path] = set()


def _named(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


async def _play(path: Path, house: House, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    language = path.parent.name
    with REACHED[language].recording(monkeypatch):
        await Player(house, monkeypatch, folder, language).play(path)
    PLAYED.add(path)


@pytest.mark.parametrize("path", OTHERS, ids=_named)
async def test_the_conversation_goes_as_written(
    path: Path, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _play(path, house, tmp_path, monkeypatch)


@pytest.mark.parametrize("path", MATTERS, ids=_named)
async def test_a_matter_is_guided_as_written(
    path: Path, sqlite_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _play(path, sqlite_house, tmp_path, monkeypatch)


def test_every_conversation_is_had_in_both_languages() -> None:
    had = {language: {path.name for path in (FOLDER / language).glob("*.txt")} for language in ("zh", "bo")}
    assert had["zh"] == had["bo"] != set()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_question_option_and_message_is_reached(
    language: str,
    empty_sqlite: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each line that fails names what to reach: add it to a transcript, in both languages."""
    for path in WRITTEN:  # where this test runs alone
        if path.parent.name == language and path not in PLAYED:
            folder = tmp_path / path.stem
            houses.copied(empty_sqlite, folder / "data")
            async with houses.open_house(folder / "data") as house:
                await _play(path, house, folder, monkeypatch)
    if lacking := REACHED[language].lacking():
        pytest.fail("\n".join(lacking), pytrace=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_exception_is_out_of_date(language: str) -> None:
    known = reached.read_folder(reached.ROOT / "locales" / language)[0]
    assert {reached.excepted(message) for message in known} - {None} == set(reached.EXCEPT)
    files = {Path(message.file).name for message in known.values()}
    assert all(fnmatch.filter(files, name) for name in reached.ELSEWHERE)
    unreached = known.keys() - REACHED[language].messages
    assert {reached.excepted(message) for message in unreached} - {None} == set(reached.EXCEPT)
