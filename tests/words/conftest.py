"""The office of Jiali and its words, read once; and a folder of messages small enough to break."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.words.house import HOUSE_WORDS
from bot.words.texts import Texts, load_texts
from cases.office import Office, load_office

ROOT = Path(__file__).resolve().parents[2]
Write = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def office() -> Office:
    return load_office(ROOT / "office" / "jiali")


@pytest.fixture(scope="session")
def texts(office: Office) -> Mapping[str, Texts]:
    return load_texts(ROOT / "locales", office)


@pytest.fixture
def small(tmp_path: Path) -> Write:
    """Whole locales of a few messages; what is written is added to the Chinese and to the Tibetan."""

    def write(zh: str, bo: str) -> Path:
        for language, more in (("zh", zh), ("bo", bo)):
            folder = tmp_path / language
            folder.mkdir()
            words = "".join(f"words-{w} = {language}-{w}\n" for w in HOUSE_WORDS)
            needed = "draft-mark = x\nlanguage-zh = x\nplace-elsewhere = x\n"
            needed += "place-itself = { $place }\nmoney = { $amount }\n"
            (folder / "words.ftl").write_text(words + needed, encoding="utf-8")
            (folder / "more.ftl").write_text(more, encoding="utf-8")
        return tmp_path

    return write
