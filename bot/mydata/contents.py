"""What stands in a copy of what is held, entry by entry."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection

from bot.export import case_as_data
from bot.mydata.talks import talks_of
from bot.mydata.telling import Telling, told_entries, untold_voices
from cases.matters import find_matter
from dialogs.state import State
from storage import cases as case_rows
from storage import desk, file_rows, held, held_replies
from storage.cases import Stored
from storage.claims import RECORDED
from storage.conversations import Kept
from storage.held import Message
from storage.kept_files import KeptFile, where_kept
from storage.sealing import DataKey

if TYPE_CHECKING:
    from bot.wiring import House
    from bot.words.texts import Texts

READ, TALK_JSON, CASES, TALKS, FILES = "read.txt", "conversation.json", "cases", "talks", "files"
"""What lies in a copy: the words to read, and the same and more as data and files."""
_UNFIT: Final = re.compile(r'[\x00-\x1f/\\:*?"<>|]')


@dataclass(frozen=True)
class Entry:
    """One file of the zip: its text, or where a kept file lies."""

    path: str
    text: str = ""
    file: KeptFile | None = None


@dataclass
class _Files:
    """Gathers files up to `left` bytes; `out` are the names of those that would be too much."""

    left: int
    entries: list[Entry]
    out: list[str]

    def take(
        self, connection: Connection, house: House, folder: str, files: Iterable[file_rows.Shown]
    ) -> list[Any]:
        told: list[Any] = []
        for place, one in enumerate(files, start=1):
            kept = where_kept(connection, house.keyring, one.id) if one.state == "kept" else None
            path = None
            if kept and one.size <= self.left:
                path = f"{folder}/{place:02d}-{_UNFIT.sub('_', one.name) or 'file'}"
                self.left -= one.size
                self.entries.append(Entry(path, file=kept))
            elif kept:
                self.out.append(one.name)
            told.append({"name": one.name, "kind": one.kind, "bytes": one.size, "path": path})
        return told


def contents_of(
    connection: Connection,
    house: House,
    kept: Kept,
    numbers: tuple[str, ...],
    language: str,
    most_bytes: int,
) -> tuple[Entry, ...]:
    """The copy of a conversation, of its talks with a person, and of the cases of those numbers in whole."""
    files = _Files(most_bytes, [], [])
    found = [case_rows.find(connection, house.keyring, number) for number in numbers]
    cases = [
        Entry(f"{CASES}/{case.case.number}.json", _json(_case(connection, house, case, kept, files)))
        for case in found
        if case
    ]
    talk = Entry(TALK_JSON, _json(_conversation(connection, house, kept, files)))
    talks = [
        Entry(f"{TALKS}/{place:02d}.json", _json(told))
        for place, told in enumerate(talks_of(connection, house, kept.id, files.take), start=1)
    ]
    entries = (talk, *cases, *talks, *files.entries)
    words = _words(connection, house, kept, [case for case in found if case], language)
    return (_readme(house.texts[language], entries, files.out), _text(READ, words), *entries)


def _readme(texts: Texts, entries: Iterable[Entry], out: list[str]) -> Entry:
    """What is in the copy and how to read it; of what is not there nothing is said."""
    there = {entry.path.split("/")[0] for entry in entries} | {READ}
    parts = ((READ, "read"), (TALK_JSON, "talk"), (CASES, "cases"), (TALKS, "talks"), (FILES, "files"))
    named = [texts.text(f"mydata-readme-{message}", name=name) for name, message in parts if name in there]
    left = [texts.text("mydata-readme-left-out"), *out] if out else []
    return _text(
        "README.txt", (texts.text("mydata-readme-begin"), *named, texts.text("mydata-readme-end"), *left)
    )


def _words(
    connection: Connection, house: House, kept: Kept, cases: list[Stored], language: str
) -> Iterator[str]:
    """All of it as the resident reads it in the conversation."""
    telling = Telling(house.keyring, house.texts, house.office, house.time)
    yield from telling.conversation(connection, kept, language)
    for case in cases:
        yield "―" * 12
        yield from telling.case(connection, case, language)
    yield from telling.talks(connection, kept.id, language)


def _text(path: str, parts: Iterable[str]) -> Entry:
    return Entry(path, "\r\n".join("\n\n".join(parts).split("\n")))


def _conversation(connection: Connection, house: House, kept: Kept, files: _Files) -> dict[str, Any]:
    state = State.from_json(kept.state, {"complaint": None})
    draft = state.drafts.get("complaint")
    return {
        "channel": kept.channel,
        "language": state.language,
        "messages": _messages(connection, house, kept.id, kept.key_id, kept.key),
        "draft": dict(draft.answers) if draft else None,
        "cases_filed_here": list(state.own),
        "files": files.take(
            connection, house, FILES, file_rows.in_no_case(connection, house.keyring, kept.id)
        ),
    }


def _case(connection: Connection, house: House, stored: Stored, kept: Kept, files: _Files) -> dict[str, Any]:
    case = stored.case
    if find_matter(case.matter).sealed:
        return {"number": case.number, "filed_on": case.filed_on.isoformat(), "status": case.status.value}
    history = case_rows.history(connection, stored)
    told = told_entries(case, history)
    units = held.units_of(connection, {e.staff_id for e in history if e.staff_id})
    events = [
        {
            "on": e.on.isoformat(),
            "what": e.move,
            "by": e.by_role,
            "unit": units.get(e.staff_id or ""),
            **({"text": e.parts["text"]} if e.id in told and "text" in e.parts else {}),
        }
        for e in history
        if e.move not in RECORDED
    ]
    notices = [
        {"at": _when(house, n.at), "state": n.state, "text": n.text} for n in desk.notices(connection, stored)
    ]
    untold = untold_voices(told, history, held_replies.of_case(connection, house.keyring, stored.id))
    shown = [one for one in file_rows.of_case(connection, house.keyring, stored.id) if one.id not in untold]
    mine = stored.conversation_id == kept.id
    return {
        **case_as_data(connection, house.office, stored),
        "events": events,
        "notices": notices,
        "messages": _messages(connection, house, kept.id, stored.key_id, stored.key) if mine else [],
        "files": files.take(connection, house, f"{FILES}/{case.number}", shown),
    }


def _messages(
    connection: Connection, house: House, conversation: str, key_id: str, key: DataKey
) -> list[dict[str, Any]]:
    return [dict(_message(house, one)) for one in held.messages(connection, conversation, key_id, key)]


def _message(house: House, one: Message) -> Iterator[tuple[str, Any]]:
    yield "at", _when(house, one.at)
    yield "from", "you" if one.own else "office"
    for name, value in (
        ("text", one.text),
        ("pressed", one.pressed),
        ("files", [f["name"] for f in one.files]),
    ):
        if value:
            yield name, value


def _when(house: House, at: datetime) -> str:
    return at.astimezone(house.office.time_zone).isoformat(timespec="minutes")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
