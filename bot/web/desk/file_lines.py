"""The files of a case, in words."""

from __future__ import annotations

from dataclasses import dataclass

from bot.words.texts import Texts
from storage.file_rows import Shown

INLINE = ("image/jpeg", "image/png", "image/webp", "image/gif")
KNOWN_FILE_REASONS = ("unreachable",)


@dataclass(frozen=True)
class FileLine:
    """One file. `shown` is image, audio or none; `told` says why a file is not to be had."""

    id: str
    name: str
    label: str
    size: str
    shown: str
    told: str


def file_lines(texts: Texts, files: list[Shown]) -> list[FileLine]:
    """Every file of the case, those not to be had too."""
    return [_file(texts, one) for one in files]


def _file(texts: Texts, one: Shown) -> FileLine:
    told = ""
    if one.state == "waiting":
        told = texts.text("staff-file-waiting")
    elif one.state == "refused":
        known = one.reason if one.reason in KNOWN_FILE_REASONS else "other"
        told = texts.text("staff-file-refused", reason=texts.text(f"staff-file-reason-{known}"))
    shown = "none"
    if one.state == "kept" and one.media_type in INLINE:
        shown = "image"
    elif one.state == "kept" and (one.media_type or "").startswith("audio/"):
        shown = "audio"
    size = f"{max(1, round(one.size / 1024)):,} KB"
    return FileLine(one.id, one.name, file_label(texts, one), size, shown, told)


def file_label(texts: Texts, one: Shown) -> str:
    """What a file is, of a recording how long."""
    label = texts.text(f"staff-attachment-{one.kind}")
    return label if one.seconds is None else f"{label} {texts.text('staff-seconds', seconds=one.seconds)}"
