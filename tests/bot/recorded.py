"""An office whose messages are read aloud: made here, for no human voice is kept in the repository."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from bot.recordings import readings, take
from bot.wiring import ROOT
from bot.words.texts import Texts, load_texts
from cases.office import load_office
from tests.bot import made_files

READER = "ཚེ་རིང"


def office_with_voice(folder: Path, *messages: str, languages: tuple[str, ...] = ("bo", "zh")) -> Path:
    """The office of Jiali in `folder`, with a clip of each of these messages, noted as read today."""
    office = folder / "office"
    shutil.copytree(ROOT / "office" / "jiali", office)
    for language in languages:
        lay(office, language, *messages)
        note(office, language)
    return office


def lay(office: Path, language: str, *messages: str) -> None:
    """Lay clips beside the messages, each of another length; nothing is noted of them."""
    here = office / "voice" / language
    here.mkdir(parents=True, exist_ok=True)
    for number, message in enumerate(messages, 2):
        (here / f"{message}.ogg").write_bytes(made_files.ogg(number))


def note(office: Path, language: str, *still_right: str, texts: Texts | None = None) -> list[str]:
    """Note the new clips as read."""
    known = load_office(office)
    words = texts or load_texts(ROOT / "locales", known)[language]
    found = readings(ROOT, known, office / "voice", words)
    return take(office / "voice", words, found, READER, date(2026, 11, 23), still_right)
