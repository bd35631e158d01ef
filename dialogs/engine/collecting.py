"""Kinds that gather several things before they are whole: a story told in pieces, and files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dialogs.engine.events import Attachment, Event, Pinned, Pressed, Said, Sent
from dialogs.engine.kinds import Plain, Rows
from dialogs.engine.questions import Answer, Answers, Looked, Option, Refused
from dialogs.engine.view import Several, Value, say

DONE, AGAIN = "done", "again"


def _file(file: Attachment) -> dict[str, Any]:
    return {"file": file.id, "kind": file.kind, "name": file.name, "size": file.size, "seconds": file.seconds}


def _told(part: dict[str, Any]) -> Value:
    if "text" in part:
        return str(part["text"])
    if "pin" in part:
        return say("part-pin", latitude=str(part["pin"][0]), longitude=str(part["pin"][1]))
    if part.get("kind") == "voice":
        seconds = part.get("seconds")  # None where the recording does not say how long it is
        return say("part-voice", seconds=int(seconds)) if seconds else say("part-voice-unmeasured")
    return say(f"part-{part.get('kind')}", name=str(part.get("name") or ""))


def _parts(answer: Answer) -> list[dict[str, Any]]:
    parts = answer.get("parts") if isinstance(answer, dict) else None
    return [p for p in parts if isinstance(p, dict)] if isinstance(parts, list) else []


@dataclass(frozen=True)
class Gathered(Plain):
    """What the gathering kinds share: pieces kept as `{"parts": [...], "done": true}`.

    A piece is `{"text"}`, `{"file", "kind", "name", "size", "seconds"}` or `{"pin": [lat, lon]}`.
    """

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """At least one piece, and the resident said that is all."""
        return bool(_parts(answer)) and bool(answer.get("done"))

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> Rows:
        """That is all; start over."""
        return (
            ((Option(DONE, say("button-done")), Option(AGAIN, say("button-again"))),) if _parts(kept) else ()
        )

    def shown(self, answer: Answer) -> Value | None:
        """The pieces in order."""
        return Several(tuple(_told(p) for p in _parts(answer)))

    def pressed(self, event: Pressed, kept: Answer) -> Answer:
        """What "that is all" and "start over" make of the pieces."""
        parts = _parts(kept)
        if event.option == AGAIN:
            return {"parts": [], "done": False}
        if event.option == DONE and parts:
            return {"parts": parts, "done": True}
        raise Refused("nothing-yet" if event.option == DONE else "not-an-option")


@dataclass(frozen=True)
class Story(Gathered):
    """What happened, told in one or more messages, by text, voice or both.

    `max_chars` bounds all text together, `max_voices` the recordings.
    """

    max_chars: int
    max_voices: int = 9
    accepts: tuple[str, ...] = ("text", "voice")

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """The pieces with one more; the same words again mean that is all."""
        parts = _parts(kept)
        match event:
            case Pressed():
                return self.pressed(event, kept)
            case Said(text) if text and parts and parts[-1].get("text") == text:
                return {"parts": parts, "done": True}
            case Said(text) if text:
                return {"parts": self._with_text(parts, text), "done": False}
            case Said():
                raise Refused("empty")
            case Sent(files, text):
                if any(f.kind != "voice" for f in files):
                    raise Refused("photos-later")
                return self.with_files(Sent(files, text), kept, self.max_voices)
            case Pinned(latitude, longitude):
                return {"parts": [*parts, {"pin": [latitude, longitude]}], "done": False}
            case _:
                raise Refused("words-or-voice-please")

    def with_files(self, event: Sent, kept: Answer, most: int) -> Answer:
        """The pieces with the files sent, and the words beside them; `most` files in all."""
        parts = _parts(kept)
        if sum("file" in p for p in parts) + len(event.files) > most:
            raise Refused("too-many-files", limit=most)
        more = [*parts, *(_file(f) for f in event.files)]
        return {"parts": self._with_text(more, event.text) if event.text else more, "done": False}

    def _with_text(self, parts: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
        chars = sum(len(p.get("text", "")) for p in parts) + len(text)
        if chars > self.max_chars:
            raise Refused("too-long", limit=self.max_chars, actual=chars)
        return [*parts, {"text": text}]


@dataclass(frozen=True)
class Files(Gathered):
    """Photos, documents and recordings, at most `most` of them."""

    most: int
    accepts = ("photos", "voice")

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """The files with those that came; what is over the limit is refused."""
        parts = _parts(kept)
        match event:
            case Pressed():
                return self.pressed(event, kept)
            case Sent(files):
                if len(parts) + len(files) > self.most:
                    raise Refused("too-many-files", limit=self.most)
                return {"parts": [*parts, *(_file(f) for f in files)], "done": False}
            case Pinned(latitude, longitude):
                return {"parts": [*parts, {"pin": [latitude, longitude]}], "done": False}
            case _:
                raise Refused("files-please")


def files_of(answers: Answers) -> tuple[str, ...]:
    """The ids of every file named in `answers`, in order."""
    return tuple(p["file"] for a in answers.values() for p in _parts(a) if "file" in p)


def without_file(answers: Answers, file: str) -> dict[str, Answer]:
    """`answers` with one file taken out; an answer left empty is asked again."""
    kept: dict[str, Answer] = {}
    for question, answer in answers.items():
        parts = _parts(answer)
        left = [p for p in parts if p.get("file") != file]
        kept[question] = answer if len(left) == len(parts) else {**answer, "parts": left}
    return kept
