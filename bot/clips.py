"""Clips: messages read aloud by a person, Ogg Opus beside the office's data, sent to who chose to listen.

`office/<name>/voice/<language>/<message id>.ogg`, and beside them `voice.csv`: which words each clip reads.
A clip is sent only while it and the message are what was noted there; else it waits for its reader.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Final

from bot.words.review import text_hash
from bot.words.texts import Texts
from cases.errors import OfficeInvalid
from cases.tables import read_table
from dialogs.engine.view import View

RECORD: Final = "voice.csv"
ENDING: Final = ".ogg"
MOST_CLIPS: Final = 4
"""With one message: more than this nobody listens through."""
MOST_BYTES: Final = 2_000_000
MOST_SECONDS: Final = 180


class ClipsInvalid(OfficeInvalid):
    """The record of the clips is written wrong; the program refuses to start."""


@dataclass(frozen=True)
class Noted:
    """A row of the record: hashes of the words read and of the clip, who read, and when."""

    message_id: str
    text_sha: str
    clip_sha: str
    reader: str
    date: str


class Standing(StrEnum):
    """How a message stands with its clip; only `recorded` is sent."""

    RECORDED = "recorded"
    MISSING = "missing"
    OLDER = "older"  # the words have changed since they were read
    NEW = "new"  # lies there, and nobody noted yet what it reads


@dataclass
class Clips:
    """The clips that may be sent, by language and message: each one's name, such as `bo/menu.1a2b3c4d5e.ogg`.

    A message said within another, such as the name of a clock, is not heard by itself. `current` is replaced
    whole where a text is corrected (`look_again`).
    """

    folder: Path
    current: Mapping[str, Mapping[str, str]]

    @property
    def languages(self) -> frozenset[str]:
        """The languages in which anything is recorded."""
        return frozenset(language for language, clips in self.current.items() if clips)

    def of(self, language: str, view: View) -> tuple[str, ...]:
        """The clips of what is said, in order, `MOST_CLIPS` at most."""
        clips = self.current.get(language, {})
        found = (clips[said.id] for said in view.says if said.id in clips)
        return tuple(dict.fromkeys(found))[:MOST_CLIPS]

    def look_again(self, texts: Mapping[str, Texts]) -> None:
        """See which clips still read what stands there. Raises ClipsInvalid."""
        self.current = load_clips(self.folder, texts).current

    def path(self, name: str) -> Path | None:
        """The file of a clip by its name; None where it is no longer what the name says."""
        language, _, file = name.partition("/")
        message = file.partition(".")[0]
        known = self.current.get(language, {}).get(message)
        return self.folder / language / f"{message}{ENDING}" if known == name else None


def load_clips(folder: Path, texts: Mapping[str, Texts]) -> Clips:
    """The clips in `folder` (none where there is no such folder). Raises ClipsInvalid."""
    current: dict[str, dict[str, str]] = {}
    for language, one in texts.items():
        here = folder / language
        noted = read_record(here)
        clips = {m: here / f"{m}{ENDING}" for m in noted if (here / f"{m}{ENDING}").is_file()}
        current[language] = {
            message: _name(language, message, noted[message])
            for message, path in clips.items()
            if standing(message, path, noted.get(message), one) is Standing.RECORDED
        }
    return Clips(folder, current)


def read_record(folder: Path) -> dict[str, Noted]:
    """What is noted of the clips of a language, by message. Raises ClipsInvalid."""
    path = folder / RECORD
    if not path.is_file():
        return {}
    try:
        rows = read_table(path, [f.name for f in fields(Noted)], error=ClipsInvalid, may_be_empty=True)
    except ClipsInvalid as fault:  # which language's
        raise ClipsInvalid(f"{folder.name}/{fault}") from fault
    found: dict[str, Noted] = {}
    for row in rows:
        if row["message_id"] in found:
            raise ClipsInvalid(f"{folder.name}/{RECORD}: {row['message_id']} is there twice")
        found[row["message_id"]] = Noted(**row)
    return found


def write_record(folder: Path, rows: Mapping[str, Noted]) -> None:
    """Write the record anew, by message id."""
    with (folder / RECORD).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(f.name for f in fields(Noted))
        table.writerows(
            [r.message_id, r.text_sha, r.clip_sha, r.reader, r.date] for _, r in sorted(rows.items())
        )


def standing(message: str, clip: Path, noted: Noted | None, texts: Texts) -> Standing:
    """How a message and the clip at this path stand."""
    if not clip.is_file():
        return Standing.MISSING
    if noted is None or noted.clip_sha != clip_hash(clip.read_bytes()):
        return Standing.NEW
    words = texts.spoken(message) if message in texts.ids else None
    fresh = words is not None and noted.text_sha == text_hash(words)
    return Standing.RECORDED if fresh else Standing.OLDER


def clip_hash(content: bytes) -> str:
    """A short hash of a clip: twelve hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()[:12]


def _name(language: str, message: str, noted: Noted) -> str:
    return f"{language}/{message}.{noted.clip_sha}{ENDING}"
