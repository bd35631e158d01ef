"""What the reader of an office works by: the messages to be read aloud, the script, taking new clips in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.clips import (
    ENDING,
    MOST_BYTES,
    MOST_SECONDS,
    Noted,
    Standing,
    clip_hash,
    read_record,
    standing,
    write_record,
)
from bot.intake import FileRefused, accept_file
from bot.words.messages import read_folder
from bot.words.review import text_hash
from bot.words.texts import SKIPPED, Texts
from bot.words.uses import uses
from cases.office import Office

NOT_READ = ("staff.ftl", "web.ftl", "words.ftl")
"""Files of what is never a message to a resident: the desk, the page around the chat, words to type."""
NOT_SAID = (
    *("telegram-", "command-", "button-", "voice-", "draft-mark", "listening-none"),
    *("outcome-", "part-", "card-length-", "place-", "answer-n", "unit-", "clock-"),
    *("path-who-", "path-bring-", "path-from-", "path-name-", "path-cost-", "path-next-", "path-time-"),
)
"""Beginnings of what is only ever a piece of another message, or stands around the chat."""


@dataclass(frozen=True)
class Reading:
    """One message to be read: its words, and how its clip stands."""

    message: str
    words: str
    standing: Standing
    noted: Noted | None


class Refused(ValueError):
    """A clip that cannot be taken; the message says which and why."""


def readings(root: Path, office: Office, voice: Path, texts: Texts) -> list[Reading]:
    """Every message that can be read to residents, in the order they stand in their files."""
    here = voice / texts.language
    noted = read_record(here)
    found = []
    for message in _said(root, office, texts):
        words = texts.spoken(message)
        if words is not None:
            clip = here / f"{message}{ENDING}"
            at = standing(message, clip, noted.get(message), texts)
            found.append(Reading(message, words, at, noted.get(message)))
    return found


def strangers(voice: Path, language: str, known: Iterable[Reading]) -> list[str]:
    """Files that no message will ever be read from."""
    ids = {one.message for one in known}
    return sorted(p.name for p in (voice / language).glob(f"*{ENDING}") if p.stem not in ids)


def script(texts: Texts, found: Iterable[Reading], beside: Texts | None = None) -> Iterator[str]:
    """The script, line by line: each message's file and words, what it means `beside` them."""
    listed = list(found)
    yield texts.text("voice-script", skipped=SKIPPED)
    for number, one in enumerate(listed, 1):
        yield ""
        yield f"── {number}/{len(listed)}  {one.message}{ENDING}  ({one.standing})"
        yield one.words
        meaning = beside.spoken(one.message) if beside else None
        if meaning:
            yield "    = " + meaning.replace("\n", "\n      ")


def take(
    voice: Path, texts: Texts, found: Iterable[Reading], reader: str, on: date, still_right: Iterable[str]
) -> list[str]:
    """Note every new clip as read from the present words, and of older ones those that are `still_right`.

    Gives the messages that were noted. Raises Refused for a clip that is no Ogg Opus, too big or too long:
    then nothing is noted.
    """
    here = voice / texts.language
    again = frozenset(still_right)
    rows: dict[str, Noted] = dict(read_record(here))
    taken = []
    for one in found:
        if one.standing is Standing.NEW or (one.standing is Standing.OLDER and one.message in again):
            content = (here / f"{one.message}{ENDING}").read_bytes()
            _check(one.message, content)
            sums = text_hash(one.words), clip_hash(content)
            rows[one.message] = Noted(one.message, *sums, reader, on.isoformat())
            taken.append(one.message)
    if taken:
        write_record(here, rows)
    return taken


def counts(found: Iterable[Reading]) -> Mapping[Standing, int]:
    """How many messages stand how."""
    listed = list(found)
    return {s: sum(one.standing is s for one in listed) for s in Standing}


def _check(message: str, content: bytes) -> None:
    try:
        accepted = accept_file(content, f"{message}{ENDING}", "audio/ogg", "voice")
    except FileRefused as refused:
        raise Refused(f"{message}{ENDING}: {refused.reason}") from None
    if accepted.media_type != "audio/ogg":
        raise Refused(f"{message}{ENDING}: is not Ogg Opus")
    if len(content) > MOST_BYTES or (accepted.seconds or 0) > MOST_SECONDS:
        raise Refused(f"{message}{ENDING}: at most {MOST_SECONDS} seconds and {MOST_BYTES:,} bytes")


def _said(root: Path, office: Office, texts: Texts) -> Iterator[str]:
    labels = uses(root, office).labels
    for message in read_folder(root / "locales" / texts.language)[0].values():
        apart = message.id in labels or message.id.endswith("-label") or message.id.startswith(NOT_SAID)
        if not apart and not message.file.endswith(NOT_READ):
            yield message.id
