"""A rehearsal as JSON: one object a line in, one object a turn out, each flushed at once.

    {"text": …}   {"press": "question:option"}   {"location": [latitude, longitude]}
    {"file": path, "kind": "photo" | "voice" | "document"}, with "text" beside it or not

    {"messages": [{"text", "buttons": [[{"id", "label"}]], "files": [{"name", "path"}]}], "asks": {…} or null}

The turn that files adds `"receipt": {"number", "code"}`; a malformed line gives `{"error": …}`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from bot.rehearsal.session import KINDS, FileKind, FileLine, Line, Malformed, Turn
from dialogs.engine.events import Pinned, Pressed, Said, Unusable

_WAYS = ("text", "press", "file", "location")


def read_json(raw: bytes) -> Line:
    """What a line asks for. Raises Malformed."""
    try:
        given = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Malformed("this line is not JSON in UTF-8") from error
    if not isinstance(given, dict):
        raise Malformed("a line is a JSON object")
    ways = [way for way in _WAYS if way in given]
    sends = "file" in given
    if sends:
        ways = [way for way in ways if way != "text"]
    if len(ways) != 1:
        raise Malformed(f"a line holds one of {', '.join(_WAYS)}")
    if unknown := set(given) - {ways[0], *(("kind", "text") if sends else ())}:
        raise Malformed(f"nothing is known of {', '.join(sorted(unknown))}")
    return _READ[ways[0]](given)


def write_json(turn: Turn) -> bytes:
    """A turn as its line."""
    messages = [
        {"text": m["text"], "buttons": m.get("rows") or [], "files": m.get("files") or []}
        for m in turn.messages
    ]
    asks = turn.asks and {
        "dialog": turn.asks.dialog,
        "question": turn.asks.question,
        "accepts": list(turn.asks.accepts),
    }
    shown: dict[str, Any] = {"messages": messages, "asks": asks}
    if turn.receipt:
        shown["receipt"] = {"number": turn.receipt[0], "code": turn.receipt[1]}
    return json_line(shown)


def json_line(value: dict[str, Any]) -> bytes:
    """One line of UTF-8; what UTF-8 cannot say is escaped, as JSON has it."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _text(given: dict[str, Any], key: str) -> str:
    value = given[key]
    if not isinstance(value, str):
        raise Malformed(f"{key} is a string")
    return value


def _press(given: dict[str, Any]) -> Line:
    question, colon, option = _text(given, "press").partition(":")
    return Pressed(question, option) if colon and question and option else Unusable("not-yours")


def _file(given: dict[str, Any]) -> Line:
    kind = given.get("kind")
    if kind not in KINDS:
        raise Malformed(f"kind is one of {', '.join(KINDS)}")
    text = _text(given, "text") if "text" in given else ""
    return FileLine(Path(_text(given, "file")), cast(FileKind, kind), text)


def _location(given: dict[str, Any]) -> Line:
    place = given["location"]
    if not isinstance(place, list) or len(place) != 2 or any(type(d) not in (int, float) for d in place):
        raise Malformed("location is [latitude, longitude] in degrees")
    return pinned(place[0], place[1])


def pinned(latitude: float, longitude: float) -> Pinned:
    """A place on earth in degrees. Raises Malformed for one that is not."""
    if not -90 <= latitude <= 90:  # nor is NaN
        raise Malformed("a latitude is between -90 and 90")
    if not -180 <= longitude <= 180:
        raise Malformed("a longitude is between -180 and 180")
    return Pinned(float(latitude), float(longitude))


_READ: dict[str, Callable[[dict[str, Any]], Line]] = {
    "text": lambda given: Said(_text(given, "text")),
    "press": _press,
    "file": _file,
    "location": _location,
}
