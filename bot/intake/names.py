"""A file's name as told by a stranger becomes a name that is safe to show and to save."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bot.intake.kinds import MAX_NAME_CHARS

# An ending is short, Latin and has a letter ("v1.2" ends in none): every one goes, .pdf.exe as well.
_ENDING: Final = re.compile(r"\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,5}$")
_FORBIDDEN_BY_WINDOWS: Final = str.maketrans('<>:"|?*', "_______")
_DEVICES_OF_WINDOWS: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])$")
# Control and format characters (bidi, zero-width), lone surrogates, unassigned, private use, separators.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})


def clean_name(declared: str, extension: str, otherwise: str) -> str:
    """The last part of `declared` without paths, unseen characters or endings, then `extension` ('.jpg').

    At most `MAX_NAME_CHARS` characters, cut between letters and never inside a Tibetan stack.
    `otherwise` names a file of which nothing is left ('photo').
    """
    last = re.split(r"[/\\]", declared[-1000:])[-1]  # no channel bounds it
    seen = "".join(letter for letter in last if unicodedata.category(letter) not in _UNSEEN)
    stem = " ".join(unicodedata.normalize("NFC", seen).translate(_FORBIDDEN_BY_WINDOWS).split()).rstrip(". ")
    while cut := _ENDING.search(stem):
        stem = stem[: cut.start()].rstrip(". ")
    stem = _shortened(stem, MAX_NAME_CHARS - len(extension)).strip(". ")
    if not stem or _DEVICES_OF_WINDOWS.match(stem):
        stem = otherwise
    return stem + extension


def _shortened(stem: str, max_chars: int) -> str:
    if len(stem) <= max_chars:
        return stem
    end = max_chars
    while end and unicodedata.category(stem[end]).startswith("M"):  # a mark belongs to the letter before it
        end -= 1
    return stem[:end]
